import { describe, expect, it } from "vitest";
import {
  byYear,
  citation,
  feedAddress,
  filterOf,
  NOTHING,
  reached,
  readChoices,
  writeChoices,
} from "./portal";

const read = (query: string) => readChoices(new URLSearchParams(query));

describe("choices in the address", () => {
  it("come back as they were written", () => {
    const choices = { search: "riu", subject: "52", institution: "DG_ENV", town: "08019", year: "2026" };
    expect(read(new URLSearchParams(writeChoices(choices)).toString())).toEqual(choices);
  });
  it.each(["ambit=x", "any=20266", "municipi=%3Cscript%3E", "institucio=a-b", "altres=1"])(
    "leave out %s",
    (query) => expect(read(query)).toEqual(NOTHING),
  );
});

describe("filterOf", () => {
  it("asks for what is published, always", () => expect(filterOf(NOTHING)).toEqual({ isPublished: true }));
  it("asks for all that was chosen", () =>
    expect(filterOf({ ...NOTHING, search: "riu", town: "08019", year: "2026" })).toEqual({
      isPublished: true,
      search: "riu",
      signatoryCodes: ["08019"],
      adoptedIn: 2026,
    }));
});

it("gives the feed of what is shown", () => {
  expect(feedAddress(NOTHING, "ca")).toBe("/feed.atom?language=ca");
  expect(feedAddress({ ...NOTHING, town: "08019", subject: "52" }, "en")).toBe(
    "/feed.atom?language=en&subject=52&organization=08019",
  );
});

it("names an institution once, where it was reached first", () => {
  const sendings = [
    { code: "EC", at: 1 },
    { code: "EP", at: 2 },
    { code: "EC", at: 3 },
  ];
  expect(reached(sendings)).toEqual([
    { code: "EC", at: 1 },
    { code: "EP", at: 2 },
  ]);
});

it("groups by the year it is in the metropolis", () => {
  const paper = (adoptedAt: string | null) => ({ adoption: adoptedAt === null ? null : { adoptedAt } });
  const newYear = paper("2025-12-31T23:30:00Z");
  const before = paper("2025-06-01T10:00:00Z");
  expect(byYear([newYear, before, paper(null)])).toEqual([
    { year: 2026, papers: [newYear] },
    { year: 2025, papers: [before] },
  ]);
});

it("cites who, what, when and where", () =>
  expect(
    citation({ authors: "AMB", title: "T", reference: "R", day: "1 de maig", address: "https://x" }),
  ).toBe("AMB. «T». R, 1 de maig. https://x"));
