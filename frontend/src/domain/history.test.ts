import { expect, test } from "vitest";
import {
  entries,
  isQuiet,
  namedIn,
  nextStop,
  oldestNamed,
  passesOver,
  readPair,
  readView,
  share,
  writePair,
  writeView,
} from "./history";

const saved = (number: number, isAutomatic = false): { number: number; isAutomatic: boolean } => ({
  number,
  isAutomatic,
});
const VERSIONS = [saved(5), saved(4, true), saved(3, true), saved(2, true), saved(1)];

test("automatic versions in a row are one quiet entry, a gate speaks up", () => {
  const found = entries(VERSIONS, new Set([3]));
  expect(found.map(({ kind }) => kind)).toEqual(["version", "automatic", "version", "automatic", "version"]);
  const quiet = entries(VERSIONS, new Set())[1];
  expect(quiet).toEqual({ kind: "automatic", versions: [saved(4, true), saved(3, true), saved(2, true)] });
});

test("the two newest are compared unless the address says otherwise", () => {
  expect(readPair(new URLSearchParams(), VERSIONS, true)).toEqual({ base: 4, head: 5 });
  expect(readPair(new URLSearchParams("de=1&a=3"), VERSIONS, true)).toEqual({ base: 1, head: 3 });
  expect(readPair(new URLSearchParams("de=3&a=1"), VERSIONS, true)).toEqual({ base: 1, head: 3 });
  expect(readPair(new URLSearchParams("de=2&a=ara"), VERSIONS, true)).toEqual({ base: 2, head: null });
  expect(readPair(new URLSearchParams("de=2&a=ara"), VERSIONS, false)).toEqual({ base: 4, head: 5 });
  expect(readPair(new URLSearchParams("de=9&a=77"), VERSIONS, true)).toEqual({ base: 4, head: 5 });
});

test("a single version is compared with the text as it is now, none with nothing", () => {
  expect(readPair(new URLSearchParams(), [saved(1)], true)).toEqual({ base: 1, head: null });
  expect(readPair(new URLSearchParams(), [saved(1)], false)).toBeNull();
  expect(readPair(new URLSearchParams(), [], true)).toBeNull();
});

test("a pair survives the address", () => {
  for (const pair of [
    { base: 1, head: 5 },
    { base: 4, head: null },
  ])
    expect(readPair(new URLSearchParams(writePair(pair)), VERSIONS, true)).toEqual(pair);
});

test("a point of the draft's log survives the address, for who may read the draft", () => {
  const versions = [5, 4, 3].map((number) => ({ ...saved(number), sequence: number * 10 }));
  const pair = { base: 4, head: null, since: 47 };
  expect(writePair(pair)).toEqual({ de: "@47", a: "ara" });
  expect(readPair(new URLSearchParams("de=@47&a=ara"), versions, true)).toEqual(pair);
  expect(readPair(new URLSearchParams("de=@7&a=ara"), versions, true)).toEqual({
    ...pair,
    base: 0,
    since: 7,
  });
  expect(readPair(new URLSearchParams("de=@47&a=ara"), versions, false)).toEqual({ base: 4, head: 5 });
  expect(readPair(new URLSearchParams("de=@x"), versions, true)).toEqual({ base: 4, head: 5 });
});

test("stops go round", () => {
  expect([
    nextStop(-1, 3, 1),
    nextStop(-1, 3, -1),
    nextStop(2, 3, 1),
    nextStop(0, 3, -1),
    nextStop(0, 0, 1),
  ]).toEqual([0, 2, 0, 2, -1]);
});

test("a share is whole per cent and never hides a contribution", () => {
  expect([share(1, 3), share(1, 5000), share(0, 10), share(3, 0)]).toEqual([33, 1, 0, 0]);
});

test("the address opens a version's text or its authors, else the comparison", () => {
  expect(readView(new URLSearchParams(writeView("text", 3)), VERSIONS, true)).toEqual({
    kind: "text",
    number: 3,
  });
  expect(readView(new URLSearchParams(writeView("authors", 1)), VERSIONS, true)).toEqual({
    kind: "authors",
    number: 1,
  });
  expect(readView(new URLSearchParams("versio=99"), VERSIONS, true)).toEqual({ kind: "comparison" });
});

test("a version that the thinned list passes over is noticed", () => {
  const listed = [saved(9), saved(5), saved(4)];
  expect(passesOver(listed, new URLSearchParams("de=7&a=9"))).toBe(true);
  expect(passesOver(listed, new URLSearchParams("de=5&a=9"))).toBe(false);
  expect(passesOver(listed, new URLSearchParams("de=2&a=77"))).toBe(false);
});

test("the versions that the address names", () => {
  expect(oldestNamed(new URLSearchParams("de=4&a=9"))).toBe(4);
  expect(oldestNamed(new URLSearchParams("a=ara"))).toBe(Infinity);
  expect(namedIn(new URLSearchParams("de=4&a=9"))).toEqual([4, 9]);
  expect(namedIn(new URLSearchParams("de=4&a=ara&versio=2"))).toEqual([4, 2]);
  expect(namedIn(new URLSearchParams("a=ara"))).toEqual([]);
});

test("the address opens the authors of the text as it is now, for who may read it", () => {
  const query = new URLSearchParams(writeView("authors", null));
  expect(readView(query, VERSIONS, true)).toEqual({ kind: "authors", number: null });
  expect(readView(query, VERSIONS, false)).toEqual({ kind: "comparison" });
});

test("what was saved before a stage speaks up, what was saved in a pause does not", () => {
  expect(isQuiet({ ...saved(2, true), occasion: "STAGE" })).toBe(false);
  expect(isQuiet({ ...saved(2, true), occasion: "QUIET" })).toBe(true);
  expect(isQuiet(saved(2))).toBe(false);
});
