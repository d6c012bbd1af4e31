/**
 * What somebody changed in a table, as the fewest changes of its Markdown: rows, columns and cells that others change meanwhile stay
 * theirs, and two who save at once do not write the table twice. Pure.
 */

import type { Change } from "./replacing";

/** A row or a cell, and where it stands. */
interface Piece {
  readonly text: string;
  readonly from: number;
}

type Pair = readonly [Piece | null, string | null];

/** Pieces of equal number go with each other; otherwise those that say the same do, and what is between goes in order. */
function paired(before: readonly Piece[], after: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  const inOrder = (olds: readonly Piece[], news: readonly string[]): void => {
    for (let index = 0; index < Math.max(olds.length, news.length); index++)
      pairs.push([olds[index] ?? null, news[index] ?? null]);
  };
  let [old, made] = [0, 0];
  for (const [one, other] of before.length === after.length ? [] : common(before, after)) {
    inOrder(before.slice(old, one), after.slice(made, other));
    pairs.push([before[one] ?? null, after[other] ?? null]);
    [old, made] = [one + 1, other + 1];
  }
  inOrder(before.slice(old), after.slice(made));
  return pairs;
}

const sense = (text: string): string => text.replace(/\s*\|\s*/g, "|").trim();

/** The longest common subsequence. */
function common(before: readonly Piece[], after: readonly string[]): [number, number][] {
  const [olds, news] = [before.map(({ text }) => sense(text)), after.map(sense)];
  const best = Array.from({ length: olds.length + 1 }, () => Array<number>(news.length + 1).fill(0));
  const at = (one: number, other: number): number => best[one]?.[other] ?? 0;
  for (let one = olds.length - 1; one >= 0; one--)
    for (let other = news.length - 1; other >= 0; other--)
      (best[one] ?? [])[other] =
        olds[one] === news[other]
          ? at(one + 1, other + 1) + 1
          : Math.max(at(one + 1, other), at(one, other + 1));
  const pairs: [number, number][] = [];
  for (let one = 0, other = 0; one < olds.length && other < news.length;) {
    if (olds[one] === news[other]) pairs.push([one++, other++]);
    else if (at(one + 1, other) >= at(one, other + 1)) one++;
    else other++;
  }
  return pairs;
}

function pieces(text: string, pattern: RegExp, from: number): Piece[] {
  return [...text.matchAll(pattern)].map((match) => ({ text: match[0], from: from + match.index }));
}

/** Each row takes the line end before it along, each cell the bar behind it. */
const ROWS = /^[^\n]*|\n[^\n]*/g;
const CELLS = /^\n?\s*\||(?:\\.|[^|\\])+\|?|\|/g;

function change({ text, from }: Piece, made: string): Change[] {
  if (sense(text) === sense(made)) return [];
  let start = 0;
  while (start < Math.min(text.length, made.length) && text[start] === made[start]) start++;
  let end = 0;
  const most = Math.min(text.length, made.length) - start;
  while (end < most && text.at(-1 - end) === made.at(-1 - end)) end++;
  return [{ from: from + start, to: from + text.length - end, insert: made.slice(start, made.length - end) }];
}

function edits(pairs: readonly Pair[], from: number, both: (old: Piece, made: string) => Change[]): Change[] {
  let end = from;
  return pairs.flatMap(([old, made]) => {
    if (!old) return [{ from: end, to: end, insert: made ?? "" }];
    end = old.from + old.text.length;
    return made === null ? [{ from: old.from, to: end, insert: "" }] : both(old, made);
  });
}

/** The changes that make one table of the other; `at` is where the first begins. */
export function tableEdits(before: string, after: string, at: number): Change[] {
  const rows = paired(
    pieces(before, ROWS, at),
    pieces(after, ROWS, 0).map(({ text }) => text),
  );
  return edits(rows, at, (row, made) => {
    if (sense(row.text) === sense(made)) return [];
    const cells = pieces(made, CELLS, 0).map(({ text }) => text);
    return edits(paired(pieces(row.text, CELLS, row.from), cells), row.from, change);
  });
}
