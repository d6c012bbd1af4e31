/** What changed between two short texts, word by word: for an amendment beside its original. Comparisons of versions come from the server. */

export type ChangeKind = "EQUAL" | "INSERT" | "DELETE";

export interface Change {
  readonly kind: ChangeKind;
  readonly text: string;
}

/** Words, figures, white space, and every other sign by itself. */
const TOKENS = /[\p{L}\p{M}][\p{L}\p{M}\p{N}'’·-]*|\p{N}+(?:[.,]\p{N}+)*|\s+|./gsu;

/** Beyond this many comparisons the middle counts as replaced whole. */
const MOST_CELLS = 4_000_000;

function tokens(text: string): string[] {
  return text.match(TOKENS) ?? [];
}

function commonLength(one: readonly string[], other: readonly string[]): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length++;
  return length;
}

/** Longest common subsequence of what is left between the common ends. */
function middle(old: readonly string[], now: readonly string[]): Change[] {
  const width = now.length + 1;
  if (old.length * now.length > MOST_CELLS)
    return [
      { kind: "DELETE", text: old.join("") },
      { kind: "INSERT", text: now.join("") },
    ];
  const longest = new Uint32Array((old.length + 1) * width);
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row--)
    for (let column = now.length - 1; column >= 0; column--)
      longest[row * width + column] =
        old[row] === now[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  const found: Change[] = [];
  let row = 0;
  let column = 0;
  while (row < old.length || column < now.length) {
    if (row < old.length && column < now.length && old[row] === now[column]) {
      found.push({ kind: "EQUAL", text: old[row++] ?? "" });
      column++;
    } else if (column >= now.length || (row < old.length && at(row + 1, column) >= at(row, column + 1)))
      found.push({ kind: "DELETE", text: old[row++] ?? "" });
    else found.push({ kind: "INSERT", text: now[column++] ?? "" });
  }
  return found;
}

/** Neighbours of a kind become one, what went stands before what came, and mere white space between changes joins them. */
function tidy(pieces: readonly Change[]): Change[] {
  const tidied: Change[] = [];
  let gone = "";
  let come = "";
  const flush = (): void => {
    if (gone) tidied.push({ kind: "DELETE", text: gone });
    if (come) tidied.push({ kind: "INSERT", text: come });
    gone = come = "";
  };
  pieces.forEach(({ kind, text }, index) => {
    if (kind === "DELETE") gone += text;
    else if (kind === "INSERT") come += text;
    else if (gone && come && text.trim() === "" && isChange(pieces[index + 1])) {
      gone += text;
      come += text;
    } else {
      flush();
      const last = tidied.at(-1);
      if (last?.kind === "EQUAL") tidied[tidied.length - 1] = { kind, text: last.text + text };
      else tidied.push({ kind, text });
    }
  });
  flush();
  return tidied;
}

function isChange(piece: Change | undefined): boolean {
  return piece !== undefined && piece.kind !== "EQUAL";
}

/** What stayed only by chance, between longer changes on both sides, went and came like the rest: easier to read. */
function withoutIslands(pieces: readonly Change[]): Change[] {
  const size = (from: number, step: 1 | -1): number => {
    const lengths: Record<ChangeKind, number> = { EQUAL: 0, INSERT: 0, DELETE: 0 };
    for (let at = from + step; isChange(pieces[at]); at += step) {
      const { kind, text } = pieces[at] as Change;
      lengths[kind] += text.length;
    }
    return Math.max(lengths.INSERT, lengths.DELETE);
  };
  const loosened = pieces.flatMap((piece, index): readonly Change[] => {
    if (piece.kind !== "EQUAL" || piece.text.length > Math.min(size(index, -1), size(index, 1)))
      return [piece];
    return [
      { kind: "DELETE", text: piece.text },
      { kind: "INSERT", text: piece.text },
    ];
  });
  return loosened.length === pieces.length ? [...pieces] : withoutIslands(tidy(loosened));
}

/** The pieces that rebuild both sequences: EQUAL and DELETE the old one, EQUAL and INSERT the new one. */
export function pieces(before: readonly string[], after: readonly string[]): Change[] {
  const head = commonLength(before, after);
  const tail = commonLength(before.slice(head).reverse(), after.slice(head).reverse());
  const equal = (text: readonly string[]): Change[] => text.map((one) => ({ kind: "EQUAL", text: one }));
  return [
    ...equal(before.slice(0, head)),
    ...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...equal(before.slice(before.length - tail)),
  ];
}

/** What changed between two texts, in whole words and easy to read; the pieces rebuild both. */
export function wordChanges(old: string, now: string): Change[] {
  return withoutIslands(tidy(pieces(tokens(old), tokens(now))));
}
