import { expect, test } from "vitest";
import { nameOf, stretches, townsOf, type Authored } from "./authoring";

const BARCELONA = { code: "08019", name: "Barcelona" };
const TIANA = { code: "08282", name: "Tiana" };
const anna = { name: "Anna" };

function authored(start: number, end: number, organization = BARCELONA, author = anna): Authored {
  return { start, end, organization, author };
}

test("stretches count UTF-16 units, and one person is one mark", () => {
  const found = stretches("a🌊bcd", [authored(0, 2), authored(2, 3, TIANA), authored(3, 5)]);
  expect(found.map(({ from, to }) => [from, to])).toEqual([
    [0, 3],
    [3, 4],
    [4, 6],
  ]);
  expect(found[0]?.mark).toBe(found[2]?.mark);
  expect(found[0]?.mark).not.toBe(found[1]?.mark);
});

test("the towns of a paragraph, the largest part first", () => {
  const [one, other] = stretches("abcd", [authored(0, 1), authored(1, 4, TIANA)]).map(({ mark }) => mark);
  const runs = [
    { text: "a", mark: one },
    { text: "bcd", mark: other },
    { text: "?", mark: undefined },
  ];
  expect(townsOf(runs)).toEqual([TIANA, BARCELONA]);
});

test("a person is named with the town, the town alone for the public", () => {
  expect(nameOf({ organization: TIANA, author: anna })).toBe("Anna, Tiana");
  expect(nameOf({ organization: TIANA, author: null })).toBe("Tiana");
});
