import { EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { numbers, placed, setNumbers } from "./numbers";

const paragraph = (number: string, text: string, isGone = false): Parameters<typeof placed>[0][number] => ({
  number,
  text,
  isGone,
});
const TEXT = "# T\n\nUn.\n\n**D1.** Dos.\n\nTres.\n";
const FOUND = [
  paragraph("", "# T\n"),
  paragraph("12", "Un.\n"),
  paragraph("12a", "Fora.", true),
  paragraph("D1", "**D1.** Dos."),
  paragraph("14", "Tres."),
];

test("numbers stand where their paragraphs do, and asks say their keys themselves", () => {
  expect(placed(FOUND, TEXT)).toEqual([
    { from: TEXT.indexOf("Un."), number: "12" },
    { from: TEXT.indexOf("Tres."), number: "14" },
  ]);
  expect(placed(FOUND, TEXT.replace("Un.", "Un altre.")).map(({ number }) => number)).toEqual(["14"]);
});

test("a number goes along with its paragraph and goes with it", () => {
  const state = EditorState.create({ doc: TEXT, extensions: [numbers] });
  const set = state.update({ effects: setNumbers.of(placed(FOUND, TEXT)) }).state;
  const typed = set.update({ changes: { from: TEXT.indexOf("Un."), insert: "Nou.\n\n" } }).state;
  expect(typed.field(numbers)?.map(({ from }) => typed.doc.lineAt(from).text)).toEqual(["Un.", "Tres."]);
  const cut = TEXT.indexOf("Un.");
  const gone = set.update({ changes: { from: cut - 1, to: cut + 4 } }).state;
  expect(gone.field(numbers)?.map(({ number }) => number)).toEqual(["14"]);
});
