import { expect, test } from "vitest";
import { seenAt, shows } from "./notices";

const at = (address: string): URL => new URL(address, "http://positions.test");

test("a notice is seen where it leads", () => {
  expect(shows(at("/positions/A/aprovacio?ronda=2"), "/positions/A/aprovacio?ronda=2")).toBe(true);
  expect(shows(at("/positions/A/aprovacio"), "/positions/A/aprovacio?ronda=2")).toBe(true);
});

test("another round, place or paper shows something else", () => {
  expect(shows(at("/positions/A/aprovacio?ronda=1"), "/positions/A/aprovacio?ronda=2")).toBe(false);
  expect(shows(at("/positions/A/debat"), "/positions/A/aprovacio?ronda=2")).toBe(false);
  expect(shows(at("/positions/B"), "/positions/A")).toBe(false);
});

test("of several only those are seen that lead here", () => {
  const notices = [
    { id: "1", path: "/positions/A/debat" },
    { id: "2", path: "/positions/A/esmenes" },
  ];
  expect(seenAt(at("/positions/A/debat"), notices).map(({ id }) => id)).toEqual(["1"]);
});
