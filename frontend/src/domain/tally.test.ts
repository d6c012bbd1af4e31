import { describe, expect, it } from "vitest";
import { barOf, markOf, needed, toneOf, verdict, type Standing, type Tally, type Threshold } from "./tally";

const none = { organizations: 0, population: 0, seats: 0 };
const weight = (organizations: number, population: number) => ({
  organizations,
  population,
  seats: organizations,
});
const members: Threshold = {
  of: "ORGANIZATIONS",
  basis: "ELIGIBLE",
  required: { numerator: 11, denominator: 20 },
  reached: { numerator: 1, denominator: 2 },
  isStrict: false,
  met: false,
};
const tally: Tally = {
  approving: weight(18, 2_900_000),
  objecting: weight(4, 60_000),
  abstaining: weight(2, 40_000),
  recused: weight(1, 10_000),
  pending: weight(11, 190_000),
  tacit: none,
  reserved: none,
  thresholds: [members],
  isBroken: false,
  decided: false,
  wouldPass: false,
  wouldRepeat: false,
  missing: [{ kind: "ORGANIZATIONS", organizations: 2, population: null, seats: null }],
};
const open: Standing = { status: "OPEN", awaitsSecondVote: false, takesVotes: true, silence: "NONE", tally };

describe("verdict", () => {
  it.each<[string, Partial<Standing>, string, string]>([
    ["scheduled", { status: "SCHEDULED" }, "scheduled", "waiting"],
    ["sealed", { tally: null }, "sealed", "waiting"],
    ["lacking", {}, "lacking", "waiting"],
    ["passing", { tally: { ...tally, wouldPass: true } }, "wouldPass", "yes"],
    ["settled for", { tally: { ...tally, wouldPass: true, decided: true } }, "decidedYes", "yes"],
    ["settled against", { tally: { ...tally, decided: true } }, "decidedNo", "no"],
    [
      "blocked by a reservation",
      {
        tally: {
          ...tally,
          decided: true,
          missing: [{ kind: "RESERVATIONS", organizations: 1, population: null, seats: null }],
        },
      },
      "blocked",
      "no",
    ],
    ["out of time", { takesVotes: false }, "counting", "waiting"],
    ["silence broken", { tally: { ...tally, isBroken: true, decided: true } }, "objected", "no"],
    ["failed by too few", { status: "FAILED" }, "fellShort", "no"],
    ["failed by objections", { status: "FAILED", tally: { ...tally, thresholds: [] } }, "failed", "no"],
    ["a tie so far", { tally: { ...tally, wouldRepeat: true } }, "wouldTie", "waiting"],
    ["a tie to be voted again", { status: "FAILED", awaitsSecondVote: true }, "tied", "waiting"],
    ["a tie voted again", { status: "FAILED", tally: { ...tally, wouldRepeat: true } }, "wasTied", "no"],
    ["passed", { status: "PASSED" }, "passed", "yes"],
    ["voided while sealed", { status: "VOID", tally: null }, "void", "no"],
  ])("of a round that is %s", (_, change, kind, tone) => {
    const found = verdict({ ...open, ...change });
    expect(found.kind).toBe(kind);
    expect(toneOf(found)).toBe(tone);
  });
});

it("says how many a failed round was short of", () => {
  const found = verdict({ ...open, status: "FAILED" });
  expect(found.kind === "fellShort" && found.missing).toEqual([
    { kind: "ORGANIZATIONS", organizations: 2, population: null, seats: null },
  ]);
});

describe("barOf", () => {
  it("holds everyone eligible, the open ones in the middle, the recused nowhere", () => {
    const bar = barOf(members, { tally, silence: "NONE" });
    expect(bar.segments.map(({ mark, amount }) => [mark, amount])).toEqual([
      ["APPROVE", 18],
      ["PENDING", 11],
      ["ABSTAIN", 2],
      ["OBJECT", 4],
    ]);
    expect([bar.base, bar.needed, bar.reached]).toEqual([35, 20, 18]);
    expect(bar.segments.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  it("of yes and no leaves out who abstains or waits", () => {
    const majority = {
      ...members,
      basis: "EXPRESSED",
      isStrict: true,
      required: { numerator: 1, denominator: 2 },
    } as const;
    const bar = barOf(majority, { tally, silence: "NONE" });
    expect([bar.base, bar.needed]).toEqual([22, 12]);
  });

  it("counts silence as tacit while it stands for consent", () => {
    const bar = barOf(members, { tally: { ...tally, objecting: none }, silence: "CONSENT" });
    expect(bar.reached).toBe(29);
    expect(bar.segments.map(({ mark }) => mark)).toEqual(["APPROVE", "TACIT", "ABSTAIN"]);
  });

  it("of nobody is empty", () => {
    const empty = { ...tally, approving: none, objecting: none, abstaining: none, pending: none };
    const bar = barOf(members, { tally: empty, silence: "NONE" });
    expect([bar.base, bar.segments.length]).toEqual([0, 0]);
  });
});

describe("needed", () => {
  it.each([
    [36, 55, 100, false, 20],
    [36, 1, 2, true, 19],
    [36, 1, 1, false, 36],
    [3_247_281, 65, 100, false, 2_110_733],
    [27, 72, 100, false, 20],
    [100, 55, 100, false, 55],
  ])("of %i at %i/%i (strict %s) is %i", (base, numerator, denominator, isStrict, expected) =>
    expect(needed(base, { numerator, denominator }, isStrict)).toBe(expected),
  );
});

describe("markOf", () => {
  it("tells a choice, consent by silence, a sealed vote and none", () => {
    expect(markOf(true, { choice: "OBJECT", isTacit: false })).toBe("OBJECT");
    expect(markOf(false, { choice: "APPROVE", isTacit: true })).toBe("TACIT");
    expect(markOf(true, undefined)).toBe("SEALED");
    expect(markOf(false, undefined)).toBe("PENDING");
  });
});
