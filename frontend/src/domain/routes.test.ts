import { describe, expect, it } from "vitest";
import { emptyRoute, emptyStep, keyOf, moved, routeForm, toRoute } from "./routes";

const NAMES = { ca: "Consell d'Alcaldes", es: "Consejo", en: "Council" };

describe("keyOf", () => {
  it("is plain and unlike the others", () => {
    expect(keyOf("Consell d'Alcaldes", [], "x")).toBe("consell_d_alcaldes");
    expect(keyOf("Col·laboració ràpida", ["collaboracio_rapida"], "x")).toBe("collaboracio_rapida_2");
    expect(keyOf("42", [], "round")).toBe("round");
  });
});

it("moves a step by a place, and not past the ends", () => {
  expect(moved(["a", "b", "c"], 1, -1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], 1, 1)).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
});

describe("toRoute", () => {
  it("gives new routes and steps keys, and takes silence as a clearance by consensus", () => {
    const form = {
      ...emptyRoute(),
      names: NAMES,
      steps: [
        { ...emptyStep(), names: NAMES, isBySilence: true },
        { ...emptyStep(), names: NAMES },
      ],
    };
    const route = toRoute(form, ["consell_d_alcaldes"]);
    expect(route.key).toBe("consell_d_alcaldes_2");
    expect(route.steps.map(({ key }) => key)).toEqual(["consell_d_alcaldes", "consell_d_alcaldes_2"]);
    expect(route.steps[0]).toMatchObject({
      kind: "CLEARANCE",
      silence: "CONSENT",
      rule: { preset: "CONSENSUS" },
    });
    expect(route.steps[1]).toMatchObject({ kind: "DECISION", silence: "NONE", workingDays: 10 });
  });

  it("keeps keys and a rule of its own as they were", () => {
    const required = { numerator: 0, denominator: 1 };
    const part = { of: "ORGANIZATIONS", basis: "ELIGIBLE", required, strict: true, opponents: 0 } as const;
    const kept = {
      key: "signatories",
      names: [{ language: "ca", text: "Llista" }],
      updatedAt: "2026-11-23T09:00:00Z",
      isRetired: false,
      steps: [
        {
          key: "adhesion",
          names: [],
          kind: "DECISION",
          electorate: "MUNICIPALITIES",
          silence: "NONE",
          workingDays: 5,
          isSealed: true,
          rule: {
            preset: null,
            thresholds: [part],
            quorum: null,
            castingCode: null,
            secondVote: false,
            maintained: "NOTHING",
            reservationsBlock: false,
          },
        },
      ],
    } as const;
    const route = toRoute(routeForm(kept), []);
    expect([route.key, route.expectedUpdatedAt]).toEqual(["signatories", "2026-11-23T09:00:00Z"]);
    expect(route.steps[0]?.rule.thresholds).toEqual([
      { of: "ORGANIZATIONS", basis: "ELIGIBLE", numerator: 0, denominator: 1, strict: true, opponents: 0 },
    ]);
  });
});
