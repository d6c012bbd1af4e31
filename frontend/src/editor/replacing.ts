/**
 * Replacing words as a reader sees them: what is read afterwards is what was read before with the words exchanged, and nothing else.
 * Formats stay where their words stay, marks of which nothing is left go, and a mark is never left showing. Pure.
 */

import { ChangeSet } from "@codemirror/state";
import type { Tree } from "@lezer/common";
import type { Found } from "./finding";
import { parser } from "./markdown";
import { marksOf, type Span } from "./phrases";
import { letterAt, readingOf, readingOfMarkdown, spansOf, type Reading } from "./readable";

export interface Change extends Span {
  readonly insert: string;
}

const FORMATS = new Set(["StrongEmphasis", "Emphasis", "Strikethrough", "InlineCode", "Link"]);

type Marks = readonly [opening: Span, closing: Span];

/** Phrases whose marks a replacement may meet, innermost first. */
function phrasesAt(tree: Tree, from: number, to: number): Marks[] {
  const marks: Marks[] = [];
  tree.iterate({
    from,
    to,
    enter: () => undefined,
    leave: ({ name, node }) => {
      if (FORMATS.has(name)) marks.push(marksOf(node));
    },
  });
  return marks;
}

/** A text that is being changed step by step. */
class Sheet {
  text: string;
  changes: ChangeSet;
  constructor(text: string) {
    this.text = text;
    this.changes = ChangeSet.empty(text.length);
  }
  write(steps: readonly Change[]): ChangeSet {
    const step = ChangeSet.of([...steps], this.text.length);
    this.changes = this.changes.compose(step);
    for (const { from, to, insert } of [...steps].sort((one, other) => other.from - one.from))
      this.text = this.text.slice(0, from) + insert + this.text.slice(to);
    return step;
  }
}

const moved = ({ from, to }: Span, step: ChangeSet): Span => ({
  from: step.mapPos(from, 1),
  to: Math.max(step.mapPos(from, 1), step.mapPos(to, -1)),
});

const movedMarks = ([opening, closing]: Marks, step: ChangeSet): Marks => [
  moved(opening, step),
  moved(closing, step),
];

/** Takes marks away around nothing, and blanks out from between marks: Markdown would show the marks otherwise. */
function tidy(sheet: Sheet, phrases: readonly Marks[]): void {
  let left = [...phrases];
  for (let marks = left.shift(); marks; marks = left.shift()) {
    const step = sheet.write(tidied(sheet.text, marks));
    left = left.map((other) => movedMarks(other, step));
  }
}

function tidied(text: string, [opening, closing]: Marks): Change[] {
  const content = text.slice(opening.to, closing.from);
  const lead = content.length - content.trimStart().length;
  const trail = content.length - content.trimEnd().length;
  if (content.trim() === "") return [opening, closing].map((mark) => ({ ...mark, insert: "" }));
  const open = text.slice(opening.from, opening.to);
  const close = text.slice(closing.from, closing.to);
  return [
    { from: opening.from, to: opening.to + lead, insert: content.slice(0, lead) + open },
    { from: closing.from - trail, to: closing.to, insert: close + content.slice(content.length - trail) },
  ].filter((_, index) => (index === 0 ? lead : trail) > 0);
}

/** What is the same at both ends of the old and the new words stays, with its format and its author. */
function different(before: readonly string[], after: readonly string[]): { start: number; end: number } {
  let start = 0;
  const most = Math.min(before.length, after.length);
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { start, end };
}

/** A block of the text, and how it reads. */
interface Block {
  readonly text: string;
  readonly tree: Tree;
  readonly reading: Reading;
}

function blockOf(text: string): Block {
  const tree = parser.parse(text);
  return { text, tree, reading: readingOf(text, tree) };
}

/** Writes the new words in place of the first of the old ones, in its format. */
function inPlace({ text, tree, reading }: Block, { start, end }: Found, insert: string): ChangeSet {
  const sheet = new Sheet(text);
  const wanted = readingOf(insert).letters;
  const same = different(reading.letters.slice(start, end), wanted);
  const [first, last] = [start + same.start, end - same.end];
  const spans = spansOf(reading, first, last);
  const at = same.start > 0 ? (reading.to[first - 1] ?? 0) : (reading.from[first] ?? text.length);
  const words = wanted.slice(same.start, wanted.length - same.end).join("");
  const around = phrasesAt(tree, reading.from[start] ?? 0, reading.to[end - 1] ?? 0);
  const step = sheet.write(
    spans.length === 0
      ? [{ from: at, to: at, insert: words }]
      : spans.map((span, index) => ({ ...span, insert: index === 0 ? words : "" })),
  );
  tidy(
    sheet,
    around.map((marks) => movedMarks(marks, step)),
  );
  return sheet.changes;
}

/** Takes away the marks of every phrase that the words touch, and writes over the words. */
function unformatted({ text, tree, reading }: Block, { start, end }: Found, insert: string): ChangeSet {
  const from = reading.from[start] ?? 0;
  const to = reading.to[end - 1] ?? from;
  const marks = phrasesAt(tree, from, to).flat();
  const outside = marks.filter((mark) => mark.to <= from || mark.from >= to);
  return ChangeSet.of(
    [...outside.map((mark) => ({ ...mark, insert: "" })), { from, to, insert }],
    text.length,
  );
}

function escaped(words: string, isAtStart: boolean): string {
  const safe = words.replace(/[\\*_`[\]~|<]/g, "\\$&");
  return isAtStart ? safe.replace(/^([#>+=-])/, "\\$1").replace(/^(\d+)([.)])/, "$1\\$2") : safe;
}

const isFirst = (letters: readonly string[], { start }: Found): boolean =>
  start === 0 || letters[start - 1] === "\n";

/** The words as they are, where that does no harm, and with the marks in them taken by the letter. */
function writingsOf(insert: string, letters: readonly string[]): ((found: Found) => string)[] {
  const safe = (found: Found): string => escaped(insert, isFirst(letters, found));
  // A bare mark may stand alone now, and meet its like when the next words are exchanged.
  return /[\\*`~[\]]/.test(insert) ? [safe] : [() => insert, safe];
}

const joined = (letters: readonly string[]): string => letters.join("").replace(/\s+/g, " ").trim();

/** All exchanges of a block; ways are tried until one reads as it should. */
function atOnce(block: Block, found: readonly Found[], insert: string): ChangeSet | null {
  const { text, reading } = block;
  const { letters } = reading;
  const words = readingOf(insert).letters;
  const starts = [0, ...found.map(({ end }) => end)];
  const kept = starts.map((start, index) => letters.slice(start, found[index]?.start));
  const wanted = joined(kept.flatMap((part, index) => (index < found.length ? [...part, ...words] : part)));
  for (const way of [inPlace, unformatted])
    for (const write of writingsOf(insert, letters)) {
      const changes = found.reduce(
        (all, one) => all.compose(way(block, one, write(one)).map(all)),
        ChangeSet.empty(text.length),
      );
      if (joined(readingOfMarkdown(applied(changes, text)).letters) === wanted) return changes;
    }
  return null;
}

function applied(changes: ChangeSet, text: string): string {
  let [out, done] = ["", 0];
  changes.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
    out += text.slice(done, fromA) + inserted.toString();
    done = toA;
  });
  return out + text.slice(done);
}

function blocksOf(text: string, tree: Tree): Span[] {
  const blocks: Span[] = [];
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling)
    blocks.push({ from: text.lastIndexOf("\n", node.from - 1) + 1, to: node.to });
  return blocks;
}

/** The changes of a text that exchange all of these words. */
export function exchanges(text: string, tree: Tree, found: readonly Found[], insert: string): Change[] {
  const reading = readingOf(text, tree);
  const blocks = blocksOf(text, tree);
  const byBlock = new Map<Span, Found[]>();
  for (const one of found) {
    const at = reading.from[one.start] ?? 0;
    const block = blocks.find(({ from, to }) => at >= from && at < to);
    if (block) byBlock.set(block, [...(byBlock.get(block) ?? []), one]);
  }
  return [...byBlock].flatMap(([block, own]) => inBlock(text, reading, block, own, insert));
}

/** From the last to the first, so that what is read before each stays where it is. */
function oneByOne(block: Block, found: readonly Found[], insert: string): ChangeSet {
  let now = block;
  let changes = ChangeSet.empty(block.text.length);
  for (const one of [...found].reverse()) {
    const safe = escaped(insert, isFirst(now.reading.letters, one));
    const step = atOnce(now, [one], insert) ?? unformatted(now, one, safe);
    now = blockOf(applied(step, now.text));
    changes = changes.compose(step);
  }
  return changes;
}

/** All at once, for each reading of a long list takes its time. */
function inBlock(
  text: string,
  whole: Reading,
  block: Span,
  found: readonly Found[],
  insert: string,
): Change[] {
  const first = letterAt(whole, block.from);
  const hits = found.map(({ start, end }) => ({ start: start - first, end: end - first }));
  const own = blockOf(text.slice(block.from, block.to));
  const changes = atOnce(own, hits, insert) ?? oneByOne(own, hits, insert);
  const out: Change[] = [];
  changes.iterChanges((fromA, toA, _fromB, _toB, inserted) =>
    out.push({ from: block.from + fromA, to: block.from + toA, insert: inserted.toString() }),
  );
  return out;
}
