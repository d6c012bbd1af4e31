import { describe, expect, it } from "vitest";
import { figure, isLanguage, listed, plural } from "./language";

const VOTES = { one: "# vot", other: "# vots" };

describe("plural", () => {
  it.each([
    [0, "0 vots"],
    [1, "1 vot"],
    [2, "2 vots"],
    [1_000_000, "1.000.000 vots"],
  ])("says %d in Catalan", (count, said) => expect(plural("ca", count, VOTES)).toBe(said));

  it("takes the form for many where there is one", () =>
    expect(plural("es", 1_000_000, { ...VOTES, many: "# de votos" })).toBe("1.000.000 de votos"));
});

it("groups four figures in every language", () => {
  expect(figure("ca", 1240)).toBe("1.240");
  expect(figure("es", 1240)).toBe("1.240");
  expect(figure("en", 1240)).toBe("1,240");
});

it("ends a list as one says it", () => {
  expect(listed("ca", ["l'esmena 1", "l'esmena 2", "l'esmena 3"])).toEqual([
    "l'esmena 1",
    ", ",
    "l'esmena 2",
    " i ",
    "l'esmena 3",
  ]);
  expect(listed("es", ["Gavà", "Igualada"]).join("")).toBe("Gavà e Igualada");
  expect(listed("en", ["one"])).toEqual(["one"]);
});

it("knows its languages", () => {
  expect(isLanguage("ca")).toBe(true);
  expect(isLanguage("fr")).toBe(false);
  expect(isLanguage(null)).toBe(false);
});
