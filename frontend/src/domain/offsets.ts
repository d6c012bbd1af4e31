/**
 * The API counts Unicode code points, the browser UTF-16 units; nothing else in the frontend converts between them.
 * An offset between the halves of a surrogate pair belongs to the code point it would split.
 */

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** How many code points stand before this UTF-16 offset. */
export function toCodePoints(text: string, units: number): number {
  let pairs = 0;
  const end = Math.min(units, text.length);
  for (let index = 1; index < end; index++)
    if (isLow(text.charCodeAt(index)) && isHigh(text.charCodeAt(index - 1))) pairs++;
  const splits =
    end > 0 && end < text.length && isHigh(text.charCodeAt(end - 1)) && isLow(text.charCodeAt(end));
  return end - pairs - (splits ? 1 : 0);
}

/** Where in UTF-16 units the code point with this number begins. */
export function toUnits(text: string, codePoints: number): number {
  let index = 0;
  for (let count = 0; count < codePoints && index < text.length; count++)
    index += isHigh(text.charCodeAt(index)) && isLow(text.charCodeAt(index + 1)) ? 2 : 1;
  return index;
}

/** Both ends of a range at once. */
export function rangeToUnits(text: string, start: number, end: number): { from: number; to: number } {
  const from = toUnits(text, start);
  return { from, to: from + toUnits(text.slice(from), end - start) };
}

export function rangeToCodePoints(text: string, from: number, to: number): { start: number; end: number } {
  const start = toCodePoints(text, from);
  return { start, end: start + toCodePoints(text.slice(from), to - from) };
}

/** The length as the API and the institutions' limits count it. */
export function countCodePoints(text: string): number {
  return toCodePoints(text, text.length);
}
