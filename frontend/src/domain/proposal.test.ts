import { describe, expect, it } from "vitest";
import {
  CALENDAR_KINDS,
  coverChanges,
  coverGaps,
  emptyProposal,
  isWorthKeeping,
  readKept,
  toInput,
  type Calendar,
  type Proposal,
} from "./proposal";

const FILLED: Proposal = {
  ...emptyProposal("AMB"),
  titles: { ca: " ", en: " Title " },
  participantCodes: ["AMB", "08019"],
  subjectCodes: ["52"],
  addressees: [{ code: "EP", name: "Parlament Europeu" }],
  relations: [
    { kind: "CELEX", value: " 32024L3019 " },
    { kind: "COM", value: "" },
  ],
};

describe("coverGaps", () => {
  it("needs a title in the original language", () => {
    expect(coverGaps(FILLED)).toEqual(["titles"]);
    expect(coverGaps({ ...FILLED, titles: { ca: "Títol" } })).toEqual([]);
  });
  it("names the file that does not look like its kind", () =>
    expect(
      coverGaps({
        ...FILLED,
        titles: { ca: "Títol" },
        relations: [...FILLED.relations, { kind: "PROCEDURE", value: "2021" }],
      }),
    ).toEqual(["relations.2"]));
});

it("sends what is filled in", () =>
  expect(toInput(FILLED)).toMatchObject({
    titles: [{ language: "en", text: "Title" }],
    participantCodes: ["08019"],
    addresseeCodes: ["EP"],
    relations: [{ kind: "CELEX", value: "32024L3019" }],
    targetDeadline: null,
    routeKey: null,
    milestones: [],
  }));

describe("coverChanges", () => {
  const none = Object.fromEntries(
    CALENDAR_KINDS.map((kind) => [kind, kind === "ADOPTION" ? "2026-12-01T10:00" : ""]),
  ) as Calendar;
  const toMoment = (shown: string): string => `${shown}:00Z`;

  it("is nothing when nothing changed", () =>
    expect(
      coverChanges({ form: FILLED, calendar: none }, { form: FILLED, calendar: none }, toMoment),
    ).toEqual({}));

  it("holds only what differs", () => {
    const form = { ...FILLED, titles: { ca: "Títol", en: "Title" }, deadline: "2026-12-15" };
    const calendar = { ...none, ADOPTION: "", SUBMISSION: "2026-12-10T12:00" };
    expect(coverChanges({ form: FILLED, calendar: none }, { form, calendar }, toMoment)).toEqual({
      titles: [
        { language: "ca", text: "Títol" },
        { language: "en", text: "Title" },
      ],
      milestones: [
        { kind: "ADOPTION", dueAt: null },
        { kind: "SUBMISSION", dueAt: "2026-12-10T12:00:00Z" },
        { kind: "INSTITUTION_DEADLINE", dueAt: "2026-12-15" },
      ],
    });
  });

  it("takes a deadline off", () =>
    expect(
      coverChanges(
        { form: { ...FILLED, deadline: "2026-12-15" }, calendar: none },
        { form: FILLED, calendar: none },
        toMoment,
      ),
    ).toEqual({ milestones: [{ kind: "INSTITUTION_DEADLINE", dueAt: null }] }));
});

describe("readKept", () => {
  it("gives back what was kept", () =>
    expect(readKept(JSON.stringify(FILLED), "AMB")).toEqual({
      ...FILLED,
      titles: { ca: " ", es: "", en: " Title " },
    }));
  it.each(["", "null", "[]", '{"titles": 3, "relations": [null, {"kind": "X"}], "deadline": {}}'])(
    "is an empty form for %j",
    (text) => expect(readKept(text, "AMB")).toEqual(emptyProposal("AMB")),
  );
});

it("keeps what was typed only", () => {
  expect(isWorthKeeping(emptyProposal("AMB"))).toBe(false);
  expect(isWorthKeeping(FILLED)).toBe(true);
});
