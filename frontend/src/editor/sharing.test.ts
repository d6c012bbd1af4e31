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

it("is the same whoever is first, whatever the two replace, also in several places", () => {
  const places = [1, 2, 3].flatMap((from) => [from, from + 1, from + 2].map((to) => ({ from, to })));
  const short = Text.of(["abcdef"]);
  const sets = (words: string): ChangeSet[] =>
    places.flatMap((place) =>
      ["", words].flatMap((insert) => [
        ChangeSet.of({ ...place, insert }, short.length),
        ChangeSet.of(
          [
            { ...place, insert },
            { from: 5, to: 6, insert },
          ],
          short.length,
        ),
      ]),
    );
  for (const mine of sets("XY"))
    for (const theirs of sets("st")) {
      const after = crossed(mine, theirs);
      const text = after.mine.apply(theirs.apply(short)).toString();
      expect(after.theirs.apply(mine.apply(short)).toString()).toBe(text);
      expect(text.split("XY").length - 1).toBe(mine.apply(short).toString().split("XY").length - 1);
      expect(text.split("st").length - 1).toBe(theirs.apply(short).toString().split("st").length - 1);
    }
});
