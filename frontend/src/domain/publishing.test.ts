import { describe, expect, it } from "vitest";
import { askKeyOf, relationAddress, shares, shownIn, textFor } from "./publishing";

const text = (language: string, isOriginal = false, approvedVersion: object | null = {}) => ({
  language,
  isOriginal,
  approvedVersion,
});

describe("textFor", () => {
  const texts = [text("ca", true), text("es"), text("en", false, null)];
  it.each([
    [["es"], "es"],
    [[null, "en"], "ca"],
    [["en", "es"], "es"],
    [[], "ca"],
  ])("for %j is %s", (wanted, language) => expect(textFor(texts, wanted)?.language).toBe(language));
  it("is none where nothing is adopted", () =>
    expect(textFor([text("ca", true, null)], ["ca"])).toBeUndefined());
});

it("says in which language a title stands", () => {
  expect(shownIn([{ language: "ca" }, { language: "en" }], "en", "ca")).toBe("en");
  expect(shownIn([{ language: "ca" }], "en", "ca")).toBe("ca");
  expect(shownIn([{ language: "fr" }], "en", "fr")).toBe("fr");
});

describe("shares", () => {
  it("sorts and adds up", () => {
    const wrote = (code: string, characters: number) => ({ organization: { code, name: code }, characters });
    const found = shares([wrote("a", 25), wrote("b", 75), wrote("c", 0)]);
    expect(found).toEqual({
      largest: [
        { code: "b", name: "b", share: 0.75 },
        { code: "a", name: "a", share: 0.25 },
      ],
      others: 0,
    });
  });
  it("counts the rest", () => {
    const many = Array.from({ length: 9 }, (_, index) => ({
      organization: { code: String(index), name: "x" },
      characters: 1,
    }));
    expect(shares(many).others).toBe(3);
  });
});

it("links what has an address", () => {
  expect(relationAddress("CELEX", "32024L3019")).toContain("CELEX:32024L3019");
  expect(relationAddress("OTHER", "x")).toBeUndefined();
});

it.each([
  ["D1.", "D1"],
  [" ABC1234. ", "ABC1234"],
  ["D1", undefined],
  ["d1.", undefined],
  ["Demanda 1.", undefined],
])("reads the key of %j", (words, key) => expect(askKeyOf(words)).toBe(key));
