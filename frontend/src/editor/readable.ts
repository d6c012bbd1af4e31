/**
 * The letters that a reader sees, and where each of them stands in the Markdown: what finding searches and replacing keeps whole.
 * A letter is a base with its accents, and `l·` before an `l`. Blocks and cells of a table are set apart by line ends.
 */

import type { SyntaxNodeRef, Tree } from "@lezer/common";
import { parser } from "./markdown";
import { marksOf, type Span } from "./phrases";

export interface Reading {
  readonly letters: readonly string[];
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const SEEN = 0;
const HIDDEN = 1;
const APART = 2;

/** What is hidden and what sets apart, for every character of the text. */
type Cover = Uint8Array;

const after = (text: string, at: number, blank: RegExp): number => {
  let end = at;
  while (end < text.length && blank.test(text[end] ?? "")) end++;
  return end;
};

const BLANK = /[ \t]/;

/** Before the words of a line its mark goes with the blanks behind it; behind them, with those before. */
function markSpan(text: string, { from, to }: SyntaxNodeRef): Span {
  const line = text.lastIndexOf("\n", from - 1) + 1;
  const isBefore = /^[\s>#\d.)*+-]*$/.test(text.slice(line, from));
  let start = from;
  while (!isBefore && BLANK.test(text[start - 1] ?? "")) start--;
  return { from: start, to: after(text, to, BLANK) };
}

const whole = ({ from, to }: SyntaxNodeRef): Span => ({ from, to });

const HIDES: Record<string, (text: string, node: SyntaxNodeRef) => readonly Span[]> = {
  HeaderMark: (text, node) => [markSpan(text, node)],
  ListMark: (text, node) => [markSpan(text, node)],
  TaskMarker: (text, node) => [markSpan(text, node)],
  QuoteMark: (text, { from, to }) => [{ from, to: to + (text[to] === " " ? 1 : 0) }],
  EmphasisMark: (_, node) => [whole(node)],
  StrikethroughMark: (_, node) => [whole(node)],
  CodeMark: (_, node) => [whole(node)],
  Link: (_, node) => marksOf(node.node),
  FootnoteReference: (_, node) => [whole(node)],
  FootnoteLabel: (_, node) => [whole(node)],
  Escape: (_, { from }) => [{ from, to: from + 1 }],
  HardBreak: (text, { from, to }) => [{ from, to: text[to - 1] === "\n" ? to - 1 : to }],
};

const JOINED = new Set(["Paragraph", "FootnoteDefinition"]);
const SETS_APART = new Set(["TableDelimiter", "HorizontalRule"]);

function coverOf(text: string, tree: Tree): Cover {
  const cover = new Uint8Array(text.length);
  const paint = ({ from, to }: Span, as: number): void => void cover.fill(as, from, to);
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) cover[end] = APART;
  tree.iterate({
    enter(node) {
      if (node.name === "FencedCode") return false;
      if (SETS_APART.has(node.name)) paint(node, APART);
      else if (JOINED.has(node.name)) join(text, cover, node);
      for (const span of HIDES[node.name]?.(text, node) ?? []) paint(span, HIDDEN);
      return undefined;
    },
  });
  return cover;
}

/** The lines of one paragraph are read on: a line end is a blank, and what the next line is indented by is nothing. */
function join(text: string, cover: Cover, { from, to }: Span): void {
  for (let end = text.indexOf("\n", from); end >= 0 && end < to; end = text.indexOf("\n", end + 1)) {
    cover[end] = SEEN;
    cover.fill(HIDDEN, end + 1, after(text, end + 1, BLANK));
  }
}

const MARK = /^\p{M}/u;

/** Where the letter that begins here ends. */
function letterEnd(text: string, at: number, cover: Cover): number {
  const code = text.codePointAt(at) ?? 0;
  let end = at + (code > 0xffff ? 2 : 1);
  if (/^l[·.]l/i.test(text.slice(at, at + 3)) && cover[at + 1] === SEEN) return at + 2;
  while (end < text.length && text.charCodeAt(end) >= 0x300 && cover[end] === SEEN) {
    const next = text.slice(end, end + 2);
    if (!MARK.test(next)) break;
    end += (next.codePointAt(0) ?? 0) > 0xffff ? 2 : 1;
  }
  return end;
}

/** The letters of a text; given no tree, all of it is what one reads. */
export function readingOf(text: string, tree?: Tree): Reading {
  const cover = tree ? coverOf(text, tree) : new Uint8Array(text.length);
  const letters: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (let at = 0; at < text.length;) {
    if (cover[at] === HIDDEN) {
      at++;
      continue;
    }
    const isApart = cover[at] === APART;
    const end = isApart ? at + 1 : letterEnd(text, at, cover);
    if (!isApart || (letters.at(-1) ?? "\n") !== "\n") {
      const raw = text.slice(at, end);
      letters.push(isApart ? "\n" : raw === "\n" ? " " : end - at > 1 ? raw.normalize("NFC") : raw);
      from.push(at);
      to.push(end);
    }
    at = end;
  }
  return { letters, from, to };
}

/** The reading of a Markdown text that nobody has parsed yet. */
export function readingOfMarkdown(text: string): Reading {
  return readingOf(text, parser.parse(text));
}

/** A Markdown text as one reads it: no marks, a line end between blocks. */
export function seenText(markdown: string): string {
  return readingOfMarkdown(markdown).letters.join("").trim();
}

/** Where letters stand: one span as long as nothing hidden comes between. */
export function spansOf({ from, to }: Reading, start: number, end: number): Span[] {
  const spans: { from: number; to: number }[] = [];
  for (let index = start; index < end; index++) {
    const last = spans.at(-1);
    const [begins, ends] = [from[index] ?? 0, to[index] ?? 0];
    if (last?.to === begins) last.to = ends;
    else spans.push({ from: begins, to: ends });
  }
  return spans;
}

/** The first letter that stands at a place or behind it. */
export function letterAt({ from }: Reading, place: number): number {
  let [low, high] = [0, from.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((from[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
