import { describe, expect, it } from "vitest";
import { nextStep, steps, type Standing } from "./stages";

const at = "2026-03-03T09:00:00Z";

describe("steps", () => {
  it("tells past, present and future", () => {
    const told = steps("DRAFTING", [
      { stage: "PROPOSED", enteredAt: at },
      { stage: "DRAFTING", enteredAt: at },
    ]);
    expect(told.map(({ state }) => state)).toEqual(["past", "present", ...Array<string>(5).fill("future")]);
    expect(told.at(-1)?.enteredAt).toBeNull();
  });

  it("ends a withdrawn paper where it was withdrawn", () =>
    expect(
      steps("WITHDRAWN", [
        { stage: "PROPOSED", enteredAt: at },
        { stage: "WITHDRAWN", enteredAt: at },
      ]).map(({ stage }) => stage),
    ).toEqual(["PROPOSED", "WITHDRAWN"]));

  it("does not date a stage that was left again", () =>
    expect(
      steps("AMENDING", [
        { stage: "AMENDING", enteredAt: at },
        { stage: "APPROVING", enteredAt: at },
      ]).find(({ stage }) => stage === "APPROVING"),
    ).toEqual({ stage: "APPROVING", state: "future", enteredAt: null }));
});

describe("nextStep", () => {
  const base: Standing = {
    stage: "DRAFTING",
    viewerCan: [],
    isInvited: false,
    rounds: [],
    isPublished: false,
  };
  const open = [{ number: 1, status: "OPEN", viewerHasVoted: false }];
  const voted = [{ number: 1, status: "OPEN", viewerHasVoted: true }];
  it.each<[string, Partial<Standing>, string | undefined]>([
    ["a reader", {}, undefined],
    ["a writer", { viewerCan: ["EDIT_ORIGINAL", "COMMENT"] }, "write"],
    ["an invited town", { viewerCan: ["EDIT_ORIGINAL", "PARTICIPATE"], isInvited: true }, "accept"],
    ["a coordinator", { viewerCan: ["EDIT_ORIGINAL", "OPEN_AMENDING"] }, "openAmending"],
    ["a voter", { stage: "APPROVING", viewerCan: ["VOTE"], rounds: open }, "vote"],
    ["a town that has voted", { stage: "APPROVING", viewerCan: ["VOTE"], rounds: voted }, "watchRound"],
    [
      "a coordinator in a round",
      { stage: "APPROVING", viewerCan: ["OPEN_ROUND", "CLOSE_ROUND"], rounds: open },
      "watchRound",
    ],
    ["between rounds", { stage: "APPROVING", viewerCan: ["OPEN_ROUND", "CLOSE_ROUND"] }, "openRound"],
    ["a town in amending", { stage: "AMENDING", viewerCan: ["PROPOSE_AMENDMENT"] }, "propose"],
    ["an adopted paper", { stage: "ADOPTED", viewerCan: ["PUBLISH"] }, "publish"],
    ["a published paper", { stage: "ADOPTED", viewerCan: ["PUBLISH"], isPublished: true }, undefined],
  ])("for %s", (_, change, kind) => expect(nextStep({ ...base, ...change })?.kind).toBe(kind));
});
