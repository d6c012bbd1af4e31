/** Markdown as one reads it, piece by piece, each piece with its place in the source: to choose a passage, to tint who wrote what. */

export type ReadableKind = "heading" | "paragraph" | "item" | "row" | "quote" | "code" | "footnote";

/** A stretch of the source that is shown as it stands; UTF-16 units. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly isStrong: boolean;
}

export interface ReadableBlock {
  readonly kind: ReadableKind;
  /** The level of a heading, the depth of an item; else 0. */
  readonly level: number;
  readonly from: number;
  readonly to: number;
  /** Where its words begin, behind the sign that makes it what it is. */
  readonly shown: number;
  readonly pieces: readonly Piece[];
}

interface Opening {
  readonly kind: ReadableKind;
  readonly sign: RegExp;
  readonly level: (sign: string) => number;
  /** Whether a following plain line belongs to it. */
  readonly goesOn: boolean;
}

const flat = (): number => 0;
const OPENINGS: readonly Opening[] = [
  { kind: "heading", sign: /^ {0,3}#{1,6}(?:[ \t]+|$)/, level: (sign) => sign.trim().length, goesOn: false },
  { kind: "row", sign: /^ {0,3}\|[ \t]*/, level: flat, goesOn: false },
  { kind: "footnote", sign: /^\[\^[^\]\s]+\]:[ \t]*/, level: flat, goesOn: true },
  {
    kind: "item",
    sign: /^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/,
    level: (sign) => Math.floor((sign.length - sign.trimStart().length) / 2) + 1,
    goesOn: true,
  },
  { kind: "quote", sign: /^ {0,3}>[ \t]?/, level: flat, goesOn: true },
];
const PARAGRAPH: Opening = { kind: "paragraph", sign: /^[ \t]*/, level: flat, goesOn: true };
const RULE = /^[ \t]*(?:[-*_][ \t]*){3,}$|^[ \t|:-]*-[ \t|:-]*$/;
const FENCE = /^ {0,3}(?:```|~~~)/;

interface Draft {
  kind: ReadableKind;
  level: number;
  /** Beginning of what is shown of it, after the sign that makes it what it is. */
  shown: number;
  from: number;
  to: number;
  goesOn: boolean;
}

/** The blocks in order; blank lines, rules and the lines between a table's head and body are not among them. */
export function readable(text: string): ReadableBlock[] {
  const found: Draft[] = [];
  let open: Draft | undefined;
  let fence: Draft | undefined;
  let from = 0;
  for (const line of text.split("\n")) {
    const to = from + line.length;
    if (FENCE.test(line)) {
      if (fence) fence = undefined;
      else
        found.push(
          (fence = { kind: "code", level: 0, shown: to + 1, from: to + 1, to: to + 1, goesOn: false }),
        );
      open = undefined;
    } else if (fence) fence.to = to;
    else if (line.trim() === "" || RULE.test(line)) open = undefined;
    else {
      const opening = OPENINGS.find(({ sign }) => sign.test(line)) ?? PARAGRAPH;
      if (opening === PARAGRAPH && open?.goesOn) open.to = to;
      else {
        const sign = opening.sign.exec(line)?.[0] ?? "";
        open = { ...opening, level: opening.level(sign), shown: from + sign.length, from, to };
        found.push(open);
      }
    }
    from = to + 1;
  }
  return found
    .filter(({ shown, to }) => shown < to)
    .map(({ kind, level, shown, from: start, to }) => ({
      kind,
      level,
      from: start,
      to,
      shown,
      pieces: kind === "code" ? [piece(text, shown, to, false)] : inline(text, shown, to),
    }));
}

function piece(text: string, from: number, to: number, isStrong: boolean): Piece {
  return { from, to, text: text.slice(from, to), isStrong };
}

/** Signs that are not read aloud: emphasis, code marks, the address of a link, the number of a footnote, escapes, a row's last bar. */
const SIGNS =
  /\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}|(?<![\p{L}\p{N}])_{1,2}(?=\S)|(?<=\S)_{1,2}(?![\p{L}\p{N}])|`+|~~|!?\[(?!\^)(?=[^\]]*\]\()|\]\([^()\s]*\)|\[\^[^\]\s]+\]|\\(?=[!-/:-@[-`{-~])|[ \t]*\|[ \t]*$/gu;

function inline(text: string, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  let isStrong = false;
  const flush = (end: number): void => {
    if (end > at) pieces.push(piece(text, at, end, isStrong));
  };
  for (const sign of text.slice(from, to).matchAll(SIGNS)) {
    const start = from + sign.index;
    flush(start);
    if (sign[0].startsWith("**") || sign[0].startsWith("__")) isStrong = !isStrong;
    at = start + sign[0].length;
  }
  flush(to);
  return pieces;
}

/** Who a stretch of the source is from. */
export interface Range<Mark> {
  readonly from: number;
  readonly to: number;
  readonly mark: Mark;
}

export interface MarkedPiece<Mark> extends Piece {
  readonly mark: Mark | undefined;
}

/** Pieces cut at the ends of ranges, each with its range's mark; ranges ascend and do not overlap. */
export function marked<Mark>(pieces: readonly Piece[], ranges: readonly Range<Mark>[]): MarkedPiece<Mark>[] {
  return pieces.flatMap((one) => {
    const cuts: MarkedPiece<Mark>[] = [];
    let at = one.from;
    const add = (to: number, mark: Mark | undefined): void => {
      if (to <= at) return;
      const text = one.text.slice(at - one.from, to - one.from);
      const last = cuts.at(-1);
      if (last && last.mark === mark) cuts[cuts.length - 1] = { ...last, to, text: last.text + text };
      else cuts.push({ from: at, to, text, isStrong: one.isStrong, mark });
      at = to;
    };
    for (const { from, to, mark } of ranges) {
      if (to <= at || from >= one.to) continue;
      add(Math.max(at, from), undefined);
      add(Math.min(to, one.to), mark);
    }
    add(one.to, undefined);
    return cuts;
  });
}

/** The words of a passage without its signs: how a quote is shown. A passage of nothing but signs stays as it is. */
export function plain(text: string): string {
  const words = readable(text)
    .map(({ pieces }) => pieces.map((one) => one.text).join(""))
    .join("\n");
  return words.trim() === "" ? text : words;
}

const PAIRED = [/\*\*/g, /(?<!\*)\*(?!\*)/g, /`/g, /~~/g];

/** Whether a stretch of the source can be taken out alone: no sign of a pair without the other. */
function isSound(text: string): boolean {
  const count = (sign: RegExp): number => text.match(sign)?.length ?? 0;
  return PAIRED.every((sign) => count(sign) % 2 === 0) && count(/\[/g) === count(/\]/g);
}

/** A selection without white space at its ends; one that would cut a pair of signs in two grows to whole blocks. Null for nothing. */
export function passageOf(
  text: string,
  blocks: readonly ReadableBlock[],
  from: number,
  to: number,
): { readonly from: number; readonly to: number } | null {
  const slice = text.slice(from, to);
  if (slice.trim() === "") return null;
  const start = from + slice.length - slice.trimStart().length;
  const end = to - (slice.length - slice.trimEnd().length);
  if (isSound(text.slice(start, end))) return { from: start, to: end };
  const touched = blocks.filter((block) => block.from < end && block.to > start);
  return { from: touched[0]?.shown ?? start, to: touched.at(-1)?.to ?? end };
}
