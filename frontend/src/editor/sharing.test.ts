import { ChangeSet, Text } from "@codemirror/state";
import { expect, it } from "vitest";
import { crossed } from "./sharing";

const doc = Text.of(["La riera"]);

it.each([
  ["behind a word that goes on", { from: 8, insert: "s" }, { from: 8, insert: " baixa" }, "La rieras baixa"],
  ["before it", { from: 8, insert: "s" }, { from: 0, insert: "Avui, " }, "Avui, La rieras"],
  ["in it", { from: 8, insert: "s" }, { from: 5, insert: "x" }, "La rixeras"],
  ["over it", { from: 8, insert: "s" }, { from: 2, to: 8 }, "Las"],
])("what others write %s is the same whoever is first", (_, own, other, expected) => {
  const mine = ChangeSet.of(own, doc.length);
  const theirs = ChangeSet.of(other, doc.length);
  const after = crossed(mine, theirs);
  expect(after.mine.apply(theirs.apply(doc)).toString()).toBe(expected);
  expect(after.theirs.apply(mine.apply(doc)).toString()).toBe(expected);
});
