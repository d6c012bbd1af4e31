import { describe, expect, it } from "vitest";
import { emptyOpening, isShorter, nextStep, openingGaps, toOpening } from "./openings";

const usual = "2026-12-07T14:00";
const filled = { ...emptyOpening(), closesAt: usual };
const steps = [{ key: "clearance" }, { key: "mayors" }];
const held = (stepKey: string, status: string, sha256: string) => ({ stepKey, status, version: { sha256 } });

describe("nextStep", () => {
  it("is the first at the beginning", () => expect(nextStep(steps, [], "a")?.key).toBe("clearance"));
  it("goes on after a pass on this text only", () => {
    expect(nextStep(steps, [held("clearance", "PASSED", "a")], "a")?.key).toBe("mayors");
    expect(nextStep(steps, [held("clearance", "PASSED", "a")], "b")?.key).toBe("clearance");
    expect(nextStep(steps, [held("clearance", "FAILED", "a")], "a")?.key).toBe("clearance");
  });
  it("is none when all have passed", () =>
    expect(
      nextStep(steps, [held("clearance", "PASSED", "a"), held("mayors", "PASSED", "a")], "a"),
    ).toBeUndefined());
});

describe("toOpening", () => {
  const where = { reference: "AMB-PP-2026-001", versionNumber: 4, towns: ["08019", "08282"] };

  it("says every term of an ad-hoc round", () => {
    const input = toOpening({ ...filled, name: " Consell d'Alcaldes " }, { ...where, stepKey: undefined });
    expect(input).toEqual({
      reference: "AMB-PP-2026-001",
      versionNumber: 4,
      opensAt: null,
      closesAt: "2026-12-07T13:00:00Z",
      stepKey: null,
      name: "Consell d'Alcaldes",
      rule: { preset: "DOUBLE_MAJORITY" },
      silence: "NONE",
      electorateCodes: ["08019", "08282"],
    });
  });

  it("takes a clearance by silence as a consensus, and the participants by default of the server", () => {
    const form = { ...filled, isBySilence: true, isForAll: false };
    const input = toOpening(form, { ...where, stepKey: undefined });
    expect([input.rule, input.silence, input.electorateCodes]).toEqual([
      { preset: "CONSENSUS" },
      "CONSENT",
      null,
    ]);
  });

  it("leaves a step's terms to the route", () => {
    const input = toOpening(filled, { ...where, stepKey: "mayors" });
    expect([input.stepKey, input.name, input.rule, input.silence, input.electorateCodes]).toEqual([
      "mayors",
      null,
      null,
      null,
      null,
    ]);
  });
});

it("sees what is missing", () => {
  expect(openingGaps({ ...filled, isLater: true, closesAt: "" }, undefined)).toEqual([
    "name",
    "opensAt",
    "closesAt",
  ]);
  expect(openingGaps(filled, "mayors")).toEqual([]);
});

describe("isShorter", () => {
  it("is not when nothing was changed", () => expect(isShorter(filled, usual)).toBe(false));
  it("is when it closes on an earlier day", () => {
    expect(isShorter({ ...filled, closesAt: "2026-12-04T14:00" }, usual)).toBe(true);
    expect(isShorter({ ...filled, closesAt: "2026-12-07T09:00" }, usual)).toBe(false);
  });
  it("is not for what is no time, nor before the usual is known", () => {
    expect(isShorter({ ...filled, closesAt: "" }, usual)).toBe(false);
    expect(isShorter(filled, "")).toBe(false);
  });
});
