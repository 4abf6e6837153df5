// What is measured, in the order of the report: its name, its unit, how it is read from the samples of a run, and the goals of
// issue E as ratios to the better peer, at 25, 1,000, 10,000 and 100,000 statements.

/** The sizes that goals are for. */
export const SIZES = [25, 1_000, 10_000, 100_000];

export const MEASURES = [
  { key: "first", name: "first statement visible", unit: "ms", goals: [1.0, 0.9, 0.5, 0.15] },
  { key: "usable", name: "usable: a click is answered", unit: "ms", goals: [1.3, 1.0, 0.7, 0.3] },
  { key: "search", name: "search ready: a query is answered", unit: "ms", goals: [1.5, 1.0, 0.5, 0.15] },
  { key: "slowFirst", name: "slow 4G: first statement visible", unit: "ms", goals: [0.9, 0.6, 0.2] },
  { key: "slowUsable", name: "slow 4G: usable", unit: "ms", goals: [2.0, 1.2, 0.4] },
  { key: "keyMedian", name: "key press to paint, median", unit: "ms" },
  { key: "key95", name: "key press to paint, p95", unit: "ms", goals: [1.05, 1.0, 0.8, 0.2] },
  { key: "keyFirst", name: "first letter to paint, median", unit: "ms" },
  { key: "clickMedian", name: "facet click, median", unit: "ms", goals: [1.1, 1.0, 1.0, 1.0] },
  { key: "click95", name: "facet click, p95", unit: "ms", goals: [1.1, 1.0, 1.0, 1.0] },
  { key: "choose", name: "facet click that chooses, median", unit: "ms" },
  { key: "giveBack", name: "facet click that gives back, median", unit: "ms" },
  { key: "compare", name: "comparison of two actors, median", unit: "ms" },
  { key: "keyTask", name: "task time above the floor, a key", unit: "ms", goals: [1.5, 1.0, 0.6, 0.2] },
  { key: "clickTask", name: "task time above the floor, a click", unit: "ms", goals: [1.5, 1.0, 0.6, 0.2] },
  { key: "bytes", name: "bytes until usable, brotli", unit: "kB", goals: [undefined, 1.5, 0.4, 0.1] },
  { key: "code", name: "of these: code", unit: "kB" },
  { key: "corpus", name: "of these: corpus and pages", unit: "kB" },
  { key: "memory", name: "memory, settled", unit: "MiB", goals: [2, 1.0, 0.6, 0.4] },
  { key: "memoryLater", name: "memory after 300 clicks", unit: "MiB" },
];

/** The goal of a measure at a size: that of the largest size with goals that is not larger. */
export function goalAt({ goals = [] }, statements) {
  return goals[SIZES.findLastIndex((size) => size <= statements)];
}
