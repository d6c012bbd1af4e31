import { expect, test } from "vitest";
import { settled, type Overlap } from "./overlaps";

const text = "😀 Els dinersfons arriben. La llei nova vella.";
const overlaps: Overlap[] = [
  { start: 6, end: 16, yours: "diners", theirs: "fons" },
  { start: 34, end: 44, yours: "nova", theirs: "vella" },
];

test("each passage stands as it was chosen, counted in code points", () => {
  expect(settled(text, overlaps, ["yours", "theirs"])).toBe("😀 Els diners arriben. La llei vella.");
  expect(settled(text, overlaps, ["theirs", "both"])).toBe("😀 Els fons arriben. La llei nova vella.");
});

test("what nobody chose stays as it is", () => {
  expect(settled(text, overlaps, [])).toBe(text);
});
