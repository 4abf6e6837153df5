// Numbers of a sample.

/** The value in the middle. */
export function median(numbers) {
  return quantile(numbers, 0.5);
}

/** A quantile, between the two nearest values (method 7 of Hyndman and Fan 1996, the default of R). */
export function quantile(numbers, part) {
  if (!numbers.length) return undefined;
  const sorted = numbers.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * part;
  const [below, above] = [Math.floor(position), Math.ceil(position)];
  return sorted[below] + (sorted[above] - sorted[below]) * (position - below);
}
