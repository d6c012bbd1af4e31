import { expect, it } from "vitest";
import type { MarginCards } from "../../services/margin";
import { notesOf, passageOf, shownOf, type Note } from "./notes";

const document = { id: "doc_ca" };
const anchor = {
  start: 7,
  end: 12,
  exact: "aigua",
  prefix: "",
  suffix: "",
  state: "UNCHANGED",
  current: null,
};
const thread = { id: "t1", document, anchor, resolvedAt: null };
const amendment = { id: "a1", document, anchor, status: "TABLED" };
const cards = (threads: object[], amendments: object[]): MarginCards =>
  ({ threads, amendments }) as unknown as MarginCards;
const note = (change: object): Note =>
  ({ kind: "thread", id: "t1", thread: { ...thread, ...change } }) as unknown as Note;

it("shows open threads on passages and tabled amendments of this document", () => {
  const threads = [
    thread,
    { ...thread, id: "t2", resolvedAt: "2026-01-01T00:00:00Z" },
    { ...thread, id: "t3", anchor: null },
    { ...thread, id: "t4", document: { id: "doc_en" } },
  ];
  const amendments = [amendment, { ...amendment, id: "a2", status: "REJECTED" }];
  const notes = notesOf(cards(threads, amendments), "doc_ca");
  const ids = (active: string | null, isAll: boolean): string[] =>
    shownOf(notes, active, isAll).shown.map(({ id }) => id);
  expect(ids(null, false)).toEqual(["t1", "a1"]);
  expect(ids("t2", false)).toEqual(["t1", "t2", "a1"]);
  expect(ids(null, true)).toEqual(["t1", "t2", "a1", "a2"]);
  expect(shownOf(notes, null, false).settled).toBe(2);
});

it("finds a passage where the server says it is, in code points", () =>
  expect(passageOf(note({}), "😀 de l\'aigua i l\'aigua")).toMatchObject({ from: 8, to: 13 }));

it("finds a passage that moved while nobody told the server", () =>
  expect(passageOf(note({}), "Abans hi havia poca aigua.")).toEqual({
    id: "t1",
    kind: "thread",
    from: 20,
    to: 25,
  }));

it("knows what is gone", () => {
  expect(passageOf(note({}), "foc")).toBeNull();
  expect(passageOf(note({ anchor: { ...anchor, state: "ORPHANED" } }), "aigua")).toBeNull();
});
