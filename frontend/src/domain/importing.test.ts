import { describe, expect, it } from "vitest";
import {
  clashing,
  firstChoice,
  inputOf,
  isOffering,
  toggled,
  type Reading,
  type WordChange,
} from "./importing";

const change = (start: number | null, end: number | null, more: Partial<WordChange> = {}): WordChange => ({
  author: "Maria Puig",
  at: "2026-11-12T10:03:00Z",
  kinds: ["INSERTION"],
  state: start === null ? "ORPHANED" : "APPLIES",
  isPlaced: start !== null,
  start,
  end,
  heading: "",
  before: "",
  original: "ple",
  written: "sec",
  proposedText: "sec",
  after: "",
  ...more,
});

const reading = (more: Partial<Reading> = {}): Reading => ({
  documentId: "doc_1",
  versionNumber: null,
  draftSequence: 3,
  baseVersion: null,
  share: 1,
  authors: ["Maria Puig"],
  changes: [change(5, 8), change(null, null), change(6, 9), change(9, 9)],
  threads: [
    {
      state: "ORPHANED",
      isPlaced: false,
      start: null,
      end: null,
      quote: "el riu",
      isResolved: false,
      comments: [{ author: "Joan", at: null, body: "Segur?" }],
    },
  ],
  left: [],
  formats: 0,
  formatted: [],
  outside: 0,
  ...more,
});

describe("what a Word file brings", () => {
  it("is chosen where it has a place", () => {
    expect(firstChoice(reading(), true, true)).toEqual({ changes: [0, 2, 3], threads: [0] });
    expect(firstChoice(reading(), false, false)).toEqual({ changes: [], threads: [] });
  });

  it("clashes in a draft where two touch the same words, and never as amendments", () => {
    expect(clashing(reading(), [0, 2, 3])).toEqual([2]);
    expect(clashing(reading({ draftSequence: null, versionNumber: 1 }), [0, 2])).toEqual([]);
  });

  it("is sent with who wrote it; a comment without a place takes its quote along", () => {
    const input = inputOf(reading(), { changes: [0, 1], threads: [0] });
    expect(input.changes).toEqual([
      {
        start: 5,
        end: 8,
        proposedText: "sec",
        importedAuthor: "Maria Puig",
        importedAt: "2026-11-12T10:03:00Z",
      },
    ]);
    expect(input.threads[0]?.comments[0]?.body).toBe("«el riu»\n\nSegur?");
  });

  it("is toggled in order, and offered only when there is something", () => {
    expect(toggled([0, 2], 1)).toEqual([0, 1, 2]);
    expect(toggled([0, 1], 1)).toEqual([0]);
    expect(isOffering(reading())).toBe(true);
    expect(isOffering(reading({ changes: [], threads: [] }))).toBe(false);
  });
});
