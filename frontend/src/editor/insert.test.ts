import { EditorState, type TransactionSpec } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { linkAt, putLink, putTable, safeAddress, tableAt } from "./insert";
import { heldFormats, toggleInline } from "./inline";
import { markdownLanguage } from "./markdown";
import { putFootnote } from "./notes";
import { emptyGrid } from "./tables";
import { resting, typing } from "./typing";

const stateOf = (doc: string, anchor: number, head = anchor): EditorState =>
  EditorState.create({ doc, selection: { anchor, head }, extensions: [markdownLanguage.extension, typing] });
const after = (state: EditorState, spec: TransactionSpec): EditorState => state.update(spec).state;
const type = (state: EditorState, text: string): EditorState =>
  state.update({ ...state.replaceSelection(text), userEvent: "input.type" }).state;

describe("links", () => {
  it("are made from the selected words", () => {
    const state = stateOf("la Directiva nova", 3, 12);
    expect(
      after(state, putLink(linkAt(state), "la Directiva", "https://eur-lex.europa.eu/")).doc.toString(),
    ).toBe("la [la Directiva](https://eur-lex.europa.eu/) nova");
  });
  it("are found and unlinked", () => {
    const state = stateOf("a [b c](https://x.eu) d", 4);
    expect(linkAt(state)).toEqual({ from: 2, to: 21, text: "b c", address: "https://x.eu" });
    expect(after(state, putLink(linkAt(state), "b c", null)).doc.toString()).toBe("a b c d");
  });
  it.each([
    ["https://amb.cat", "https://amb.cat"],
    ["amb.cat/aigua", "https://amb.cat/aigua"],
    ["bustia@amb.cat", "mailto:bustia@amb.cat"],
    ["javascript:alert(1)", null],
    ["data:text/html,x", null],
    ["", null],
  ])("%s leads to %s", (raw, safe) => expect(safeAddress(raw)).toBe(safe));
});

describe("tables", () => {
  const EMPTY = "| a |\n| --- |\n|  |";
  const grid = { ...emptyGrid(2, 1), rows: [["a"], [""]] };
  it.each([
    ["text", 2, `text\n\n${EMPTY}\n\n`],
    ["text\n\n", 6, `text\n\n${EMPTY}\n\n`],
    ["", 0, `${EMPTY}\n\n`],
  ])("go after %j", (doc, at, written) => {
    const state = stateOf(doc, at);
    expect(after(state, putTable(state, null, grid)).doc.toString()).toBe(written);
  });
  it("are rewritten in place", () => {
    const state = stateOf(`x\n\n${EMPTY}\n\ny`, 5);
    expect(after(state, putTable(state, tableAt(state, 5), null)).doc.toString()).toBe("x\n\n\n\ny");
  });
});

it("numbers footnotes on and goes to the note", () => {
  const state = stateOf("un[^1] dos\n\n[^1]: nota", 10);
  const next = after(state, putFootnote(state));
  expect(next.doc.toString()).toBe("un[^1] dos[^2]\n\n[^1]: nota\n[^2]: ");
  expect(next.selection.main.head).toBe(next.doc.length);
});

it("puts a note before that of the next mark", () => {
  const next = after(
    stateOf("un dos[^1]\n\n[^1]: nota", 2),
    putFootnote(stateOf("un dos[^1]\n\n[^1]: nota", 2)),
  );
  expect(next.doc.toString()).toBe("un[^2] dos[^1]\n\n[^2]: \n[^1]: nota");
  expect(next.selection.main.head).toBe(next.doc.toString().indexOf("[^2]: ") + 6);
});

describe("typing", () => {
  it("carries the held format, and the next letters stay inside", () => {
    let state = stateOf("un ", 3);
    toggleInline("bold")({ state, dispatch: (transaction) => (state = transaction.state) });
    expect(state.field(heldFormats)).toEqual(["bold"]);
    state = type(type(state, "d"), "os");
    expect(state.doc.toString()).toBe("un **dos**");
    expect(state.selection.main.head).toBe(8);
  });
  it("composes accents", () => expect(type(stateOf("", 0), "a\u0300").doc.toString()).toBe("à"));
  it("keeps words on a blank line apart from both neighbours", () =>
    expect(type(stateOf("a\n\nb", 2), "x").doc.toString()).toBe("a\n\nx\n\nb"));
  it("adds nothing where the paragraph is already apart", () =>
    expect(type(stateOf("a\n\n\n\nb", 3), "x").doc.toString()).toBe("a\n\nx\n\nb"));
});

describe("the cursor", () => {
  it.each([
    ["does not stand before a bullet", "- un", 0, 4, 2],
    ["leaves an entry to the left", "- un\n- dos", 6, 7, 4],
    ["passes over the blank line, down", "a\n\nb", 2, 1, 3],
    ["passes over the blank line, up", "a\n\nb", 2, 3, 1],
    ["rests on an empty paragraph", "a\n\n\n\nb", 3, 1, 3],
  ])("%s", (_, doc, position, old, rested) => expect(resting(stateOf(doc, old), position, old)).toBe(rested));
});
