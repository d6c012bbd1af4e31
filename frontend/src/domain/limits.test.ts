import { expect, it } from "vitest";
import { fitOf, limitsOf } from "./limits";

const channel = (kind: string, maxCharacters: number | null) => ({ kind, maxCharacters });

it("names every limit once, the shortest first, with whose it is", () =>
  expect(
    limitsOf([
      { name: "DG REGIO", channels: [channel("LETTER", null), channel("HAVE_YOUR_SAY", 10_000)] },
      { name: "Comissió", channels: [channel("HAVE_YOUR_SAY", 4000)] },
      { name: "DG ENV", channels: [channel("HAVE_YOUR_SAY", 4000), channel("EMAIL", null)] },
    ]),
  ).toEqual([
    { kind: "HAVE_YOUR_SAY", characters: 4000, names: ["Comissió", "DG ENV"] },
    { kind: "HAVE_YOUR_SAY", characters: 10_000, names: ["DG REGIO"] },
  ]));

it.each([
  [3599, "within"],
  [3600, "near"],
  [4000, "near"],
  [4001, "over"],
] as const)("finds %i of 4000 characters %s", (count, fit) => expect(fitOf(count, 4000)).toBe(fit));
