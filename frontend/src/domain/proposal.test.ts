import { expect, it } from "vitest";
import { isComplete, toInput, type Proposal } from "./proposal";

const EMPTY: Proposal = {
  originalLanguage: "ca",
  titles: { ca: " ", en: " Title " },
  summaries: {},
  leadCode: "AMB",
  participantCodes: ["AMB", "08019"],
  subjectCodes: ["52"],
  addresseeCodes: [],
  relations: [
    { kind: "CELEX", value: " 32024L3019 " },
    { kind: "COM", value: "" },
  ],
  deadline: "",
};

it("needs a title in the original language", () => {
  expect(isComplete(EMPTY)).toBe(false);
  expect(isComplete({ ...EMPTY, titles: { ca: "Títol" } })).toBe(true);
});

it("sends what is filled in", () =>
  expect(toInput(EMPTY)).toMatchObject({
    titles: [{ language: "en", text: "Title" }],
    participantCodes: ["08019"],
    relations: [{ kind: "CELEX", value: "32024L3019" }],
    targetDeadline: null,
  }));
