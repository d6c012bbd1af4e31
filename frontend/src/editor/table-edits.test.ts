import { ChangeSet, EditorState } from "@codemirror/state";
import { expect, it } from "vitest";
import { meanwhile, opening, since } from "./meanwhile";
import { crossed } from "./sharing";
import { tableEdits } from "./table-edits";

const TABLE = "| Any | M€ |\n| --- | --: |\n| 2027 | 4 |\n| 2028 |  |";
const made = (text: string): ChangeSet => ChangeSet.of(tableEdits(TABLE, text, 0), TABLE.length);
const apply = (changes: ChangeSet, text: string): string =>
  changes.apply(EditorState.create({ doc: text }).doc).toString();

const CELL = TABLE.replace("2027", "2030");
const OTHER = TABLE.replace("4", "5");
const ROW = `${TABLE}\n| 2029 | 7 |`;
const FIRST = TABLE.replace("| 2027", "| 2026 | 1 |\n| 2027");
const LESS = TABLE.replace("\n| 2027 | 4 |", "");
const COLUMN = "| Any | Obra | M€ |\n| --- | --- | --: |\n| 2027 |  | 4 |\n| 2028 |  |  |";
const BARS = TABLE.replace("4", "a \\| b");

it.each([CELL, OTHER, ROW, FIRST, LESS, COLUMN, BARS, "| x |\n| --- |"])(
  "makes %j of a table and back",
  (text) => {
    expect(apply(made(text), TABLE)).toBe(text);
    expect(apply(ChangeSet.of(tableEdits(text, TABLE, 0), text.length), text)).toBe(TABLE);
  },
);

it.each([
  ["two cells of one row", CELL, OTHER, CELL.replace("4", "5")],
  ["a cell and a new row above", OTHER, FIRST, FIRST.replace("4", "5")],
  ["a cell and a row gone", TABLE.replace("2028", "2031"), LESS, LESS.replace("2028", "2031")],
  ["a cell and a new column", OTHER, COLUMN, COLUMN.replace("4", "5")],
  ["two new rows", ROW, FIRST, `${FIRST}\n| 2029 | 7 |`],
])("%s do not undo each other", (_, mine, theirs, both) => {
  const { mine: after, theirs: before } = crossed(made(mine), made(theirs));
  expect(apply(after, theirs)).toBe(both);
  expect(apply(before, mine)).toBe(both);
});

it("leaves cells as somebody typed them where nothing changed", () =>
  expect(tableEdits("|Any|M€|\n|---|---|\n|2027|4|", "| Any | M€ |\n| --- | --- |\n| 2027 | 5 |", 3)).toEqual(
    [{ from: 28, to: 29, insert: " 5 " }],
  ));

it("writes where the words are now, with the cursor behind them", () => {
  let state = EditorState.create({ doc: "un dos", extensions: [meanwhile] });
  state = state.update({ effects: opening.of(null) }).state;
  state = state.update({ changes: { from: 0, insert: "Avui " } }).state;
  state = since(state, () => ({
    changes: { from: 3, to: 6, insert: "[dos](x)" },
    selection: { anchor: 11 },
  })).state;
  expect([state.doc.toString(), state.selection.main.head]).toEqual(["Avui un [dos](x)", 16]);
});
