import { expect, it } from "vitest";
import { keptPassages, wordsBefore } from "./kept";

const TEXT = "# Aigua\n\nEl primer.\n\nEl segon.\n\n- a\n- b\n- c\n";

function changes(mine: string, everybodys = TEXT): [string, string][] {
  const found = keptPassages(everybodys, mine);
  // What is told puts the one text right back into the other, wherever it is done.
  const there = found.reduceRight(
    (text, { from, to, proposed }) => text.slice(0, from) + proposed + text.slice(to),
    everybodys,
  );
  const back = found.reduceRight(
    (text, { at, original, proposed }) => text.slice(0, at) + original + text.slice(at + proposed.length),
    mine,
  );
  expect([there, back]).toEqual([mine, everybodys]);
  return found.map(({ original, proposed }) => [original, proposed]);
}

it.each<[string, string, [string, string][]]>([
  ["nothing", TEXT, []],
  ["one paragraph", TEXT.replace("primer", "segon"), [["El primer.", "El segon."]]],
  [
    "two paragraphs, each by itself",
    TEXT.replace("primer", "1r").replace("segon", "2n"),
    [
      ["El primer.", "El 1r."],
      ["El segon.", "El 2n."],
    ],
  ],
  [
    "items of one list, together",
    TEXT.replace("- a", "- A").replace("- b", "- B"),
    [["- a\n- b", "- A\n- B"]],
  ],
  ["a paragraph more", TEXT.replace("segon.", "segon.\n\nEl tercer."), [["", "\n\nEl tercer."]]],
  ["a paragraph more at the start", `Nota.\n\n${TEXT}`, [["", "Nota.\n\n"]]],
  ["a paragraph more at the end", `${TEXT}\nFi.\n`, [["", "\n\nFi."]]],
  ["a paragraph less", TEXT.replace("El primer.\n\n", ""), [["El primer.\n\n", ""]]],
  ["everything", "Res.", [[TEXT, "Res."]]],
  ["a text where there was none", "Res.", [["", "Res."]]],
])("finds %s", (what, mine, passages) => {
  expect(changes(mine, what.startsWith("a text") ? "" : TEXT)).toEqual(passages);
});

it("rebuilds both texts whatever was done to the lines", () => {
  const lines = ["a", "b", "", "", "c"];
  let seed = 7;
  const random = (below: number): number => (seed = (seed * 1103515245 + 12345) % 2 ** 31) % below;
  const text = (): string => Array.from({ length: random(9) }, () => lines[random(5)]).join("\n");
  for (let turn = 0; turn < 500; turn += 1) changes(text(), text());
});

it("tells what stands before an addition", () => {
  expect(wordsBefore(TEXT, TEXT.indexOf("\n\nEl segon"))).toBe("El primer.");
  expect(wordsBefore("", 0)).toBe("");
  expect(wordsBefore(`${"paraula ".repeat(20)}fi`, 999).length).toBeLessThanOrEqual(60);
});
