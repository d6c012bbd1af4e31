import { expect, test } from "vitest";
import { counted, credited, firstLack, lackOf, told, UNDECIDED, type Choice } from "./deciding";

const choice = (more: Partial<Choice>): Choice => ({ ...UNDECIDED, ...more });
const amendments = [1, 2, 3].map((number) => ({ id: `a${number}`, number, proposedText: "x" }));

test("a choice lacks a decision, a reason to refuse, the wording of a part", () => {
  expect(lackOf(UNDECIDED)).toBe("decision");
  expect(lackOf(choice({ decision: "INCORPORATE" }))).toBeNull();
  expect(lackOf(choice({ decision: "REJECT", reason: "  " }))).toBe("reason");
  expect(lackOf(choice({ decision: "INADMISSIBLE", reason: "Fora de termini" }))).toBeNull();
  expect(lackOf(choice({ decision: "INCORPORATE_PARTLY", wording: " " }))).toBe("wording");
});

test("the first that lacks something is named", () => {
  const choices = new Map([
    ["a1", choice({ decision: "INCORPORATE" })],
    ["a2", choice({ decision: "REJECT" })],
  ]);
  expect(firstLack(amendments, choices)).toEqual({ number: 2, lack: "reason" });
  expect(firstLack(amendments.slice(0, 1), choices)).toBeNull();
});

test("only a part carries a wording, and only decisions are told", () => {
  const choices = new Map([
    ["a1", choice({ decision: "INCORPORATE", wording: "abandoned", reason: " " })],
    ["a3", choice({ decision: "INCORPORATE_PARTLY", wording: "half", reason: " so " })],
  ]);
  const decided = told(amendments, choices);
  expect(decided).toEqual([
    { amendmentId: "a1", decision: "INCORPORATE", text: null, reason: null },
    { amendmentId: "a3", decision: "INCORPORATE_PARTLY", text: "half", reason: "so" },
  ]);
  expect(counted(decided)).toEqual([
    ["INCORPORATE", 1],
    ["INCORPORATE_PARTLY", 1],
  ]);
});

test("the first author is credited with all that is theirs", () => {
  const by = (number: number, ...codes: string[]): Parameters<typeof credited>[0][number] => ({
    number,
    authors: codes.map((code) => ({ code, name: code })),
  });
  expect(credited([by(1, "A", "B"), by(2, "B"), by(3, "A"), by(4, "C")], [1, 2, 3])).toEqual([
    { code: "A", name: "A", numbers: [1, 3] },
    { code: "B", name: "B", numbers: [2] },
  ]);
});
