/** Where a quote stands in a text that went on: at its place, else at the occurrence that its context and nearness point to. UTF-16 units. */

export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface Placed {
  readonly from: number;
  readonly to: number;
}

const CONTEXT = 32;

function commonEnd(one: string, other: string): number {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one.at(-1 - length) === other.at(-1 - length))
    length++;
  return length;
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one[length] === other[length]) length++;
  return length;
}

function occurrences(text: string, exact: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) found.push(at);
  return found;
}

/** The quote's place nearest to `hint`, more context first; null where it no longer stands. A quote of nothing needs its context. */
export function placeQuote(text: string, quote: Quote, hint: number): Placed | null {
  const { exact, prefix, suffix } = quote;
  if (exact === "") {
    const at = prefix + suffix === "" ? -1 : text.indexOf(prefix + suffix);
    return at < 0 ? null : { from: at + prefix.length, to: at + prefix.length };
  }
  const scored = occurrences(text, exact).map((from) => ({
    from,
    context:
      commonEnd(text.slice(Math.max(0, from - CONTEXT), from), prefix) +
      commonStart(text.slice(from + exact.length, from + exact.length + CONTEXT), suffix),
    distance: Math.abs(from - hint),
  }));
  scored.sort((one, other) => other.context - one.context || one.distance - other.distance);
  const best = scored[0];
  return best ? { from: best.from, to: best.from + exact.length } : null;
}

/** A range of a text as a quote with its surroundings. */
export function quoteOf(text: string, from: number, to: number): Quote {
  return {
    exact: text.slice(from, to),
    prefix: text.slice(Math.max(0, from - CONTEXT), from),
    suffix: text.slice(to, to + CONTEXT),
  };
}

/** A selection without the blanks and line ends at its edges: a triple click takes the paragraph's end along, nobody means it. */
export function worded(text: string, from: number, to: number): Placed {
  const chosen = text.slice(from, to);
  if (chosen.trim() === "") return { from, to };
  return {
    from: from + chosen.length - chosen.trimStart().length,
    to: to - chosen.length + chosen.trimEnd().length,
  };
}
