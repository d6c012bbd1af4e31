/** What a Word file brings, as the server reads it, and what of it a person chose. */

export type ImportState = "APPLIES" | "MOVED" | "REBASED" | "ALREADY" | "COLLIDES" | "ORPHANED";
export type ChangeSort = "INSERTION" | "DELETION" | "MOVE" | "FORMAT";

interface Written {
  readonly author: string;
  readonly at: string | null;
}

interface Place {
  readonly state: ImportState;
  readonly isPlaced: boolean;
  readonly start: number | null;
  readonly end: number | null;
}

export interface WordChange extends Written, Place {
  readonly kinds: readonly ChangeSort[];
  readonly heading: string;
  readonly before: string;
  readonly original: string;
  /** What was written in Word. */
  readonly written: string;
  /** What would stand there now. */
  readonly proposedText: string;
  readonly after: string;
}

export interface WordThread extends Place {
  readonly quote: string;
  readonly isResolved: boolean;
  readonly comments: readonly (Written & { readonly body: string })[];
}

export interface Reading {
  readonly documentId: string;
  readonly versionNumber: number | null;
  readonly draftSequence: number | null;
  readonly baseVersion: number | null;
  /** How much of the paper's text the file's base has unchanged, from 0 to 1. */
  readonly share: number;
  readonly authors: readonly string[];
  readonly changes: readonly WordChange[];
  readonly threads: readonly WordThread[];
  /** Who changed looks alone, each with the last day of it. */
  readonly formatted: readonly Written[];
  readonly left: readonly (Written & { readonly kind: ChangeSort; readonly text: string })[];
  readonly formats: number;
  readonly outside: number;
}

export interface Chosen {
  readonly changes: readonly number[];
  readonly threads: readonly number[];
}

/** Whether a file has more to offer than its text. */
export function isOffering({ changes, threads, left }: Reading): boolean {
  return changes.length + threads.length + left.length > 0;
}

/** What is chosen at first: all that has a place, and every comment, settled ones left aside. */
export function firstChoice({ changes, threads }: Reading, mayChange: boolean, mayComment: boolean): Chosen {
  return {
    changes: mayChange ? placesOf(changes, ({ isPlaced }) => isPlaced) : [],
    threads: mayComment ? placesOf(threads, ({ isResolved }) => !isResolved) : [],
  };
}

function placesOf<One>(all: readonly One[], isIn: (one: One) => boolean): number[] {
  return all.flatMap((one, index) => (isIn(one) ? [index] : []));
}

/** The list with a number more, or without it, in order. */
export function toggled(list: readonly number[], one: number): readonly number[] {
  return list.includes(one) ? list.filter((each) => each !== one) : [...list, one].sort((a, b) => a - b);
}

/** The changes that touch the same words as one chosen before them: in a draft only one of them can be written. */
export function clashing(reading: Reading, chosen: readonly number[]): readonly number[] {
  if (reading.draftSequence === null) return [];
  let end = -1;
  const ordered = chosen
    .flatMap((index) => {
      const change = reading.changes[index];
      return change?.start == null || change.end === null
        ? []
        : [{ index, start: change.start, end: change.end }];
    })
    .sort((one, other) => one.start - other.start || one.end - other.end);
  return ordered.flatMap((one) => {
    if (one.start < end) return [one.index];
    end = one.end;
    return [];
  });
}

/** What is asked of the server: a comment without a place is opened on the whole paper, with its quote. */
export function inputOf(reading: Reading, chosen: Chosen) {
  const { documentId, versionNumber, draftSequence } = reading;
  return {
    documentId,
    versionNumber,
    draftSequence,
    changes: chosen.changes.flatMap((index) => {
      const one = reading.changes[index];
      if (one?.start == null || one.end === null) return [];
      const { start, end, proposedText, author, at } = one;
      return [{ start, end, proposedText, importedAuthor: author, importedAt: at }];
    }),
    threads: chosen.threads.flatMap((index) => {
      const one = reading.threads[index];
      if (!one) return [];
      const { start, end, isResolved } = one;
      const comments = one.comments.map(({ body, author, at }, place) => ({
        body: place === 0 && start === null && one.quote ? `«${one.quote}»\n\n${body}` : body,
        importedAuthor: author,
        importedAt: at,
      }));
      return [{ start, end, isResolved, comments }];
    }),
  };
}
