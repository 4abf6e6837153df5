// The program with other corpora than it was built with. A corpus is a custom section of it, the first one; see
// crates/publish/src/section.rs.

const NAME = Buffer.from("briefing-corpus");
const PREAMBLE = 8;
const CUSTOM = 0;

/** The program with the corpora that `change` makes of its own. */
export function withCorpora(program, change) {
  const { start, end, content } = sections(program).find(({ id, content }) => id === CUSTOM && nameOf(content).equals(NAME));
  const corpus = content.subarray(1 + NAME.length);
  return Buffer.concat([program.subarray(0, start), ...change(corpus).map(section), program.subarray(end)]);
}

function nameOf(content) {
  const [length, from] = leb128At(content, 0);
  return content.subarray(from, from + length);
}

function sections(program) {
  const found = [];
  for (let at = PREAMBLE; at < program.length; ) {
    const [length, from] = leb128At(program, at + 1);
    const end = from + length;
    found.push({ id: program[at], start: at, end, content: program.subarray(from, end) });
    at = end;
  }
  return found;
}

function section(corpus) {
  const content = Buffer.concat([leb128(NAME.length), NAME, corpus]);
  return Buffer.concat([Buffer.of(CUSTOM), leb128(content.length), content]);
}

/** A number, and where the next byte is. */
function leb128At(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at];
    value += (byte & 127) * 2 ** shift;
    at += 1;
    if (byte < 128) return [value, at];
  }
}

function leb128(value) {
  const bytes = [];
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
  return Buffer.from([...bytes, value]);
}
