import { describe, expect, it } from "vitest";
import { gridOf, shortened, step, tally, type Institution, type UptakeStatus } from "./followup";

const EP: Institution = { code: "EP", acronym: "EP", name: "Parlament Europeu" };
const EC: Institution = { code: "EC", acronym: null, name: "Comissió Europea" };
const seen = (institution: Institution, status: UptakeStatus) => ({ institution, status });
const ask = (key: string, ...uptakes: ReturnType<typeof seen>[]) => ({
  key,
  texts: [
    { language: "ca", text: `Demanda ${key}` },
    { language: "en", text: `Ask ${key}` },
  ],
  uptakes,
});

describe("gridOf", () => {
  it("has a cell for every ask and institution, and a column for whoever did something unasked", () => {
    const grid = gridOf([ask("D1", seen(EC, "NOTED")), ask("D2")], [EP], ["ca"]);
    expect(grid.institutions.map(({ code }) => code)).toEqual(["EP", "EC"]);
    expect(grid.rows.map(({ cells }) => cells.map(({ uptake }) => uptake?.status))).toEqual([
      [undefined, "NOTED"],
      [undefined, undefined],
    ]);
  });

  it("says an ask in the first language there is", () => {
    const [row] = gridOf([ask("D1")], [], ["es", "en", "ca"]).rows;
    expect([row?.language, row?.text]).toEqual(["en", "Ask D1"]);
    expect(gridOf([ask("D1")], [], ["fr"]).rows[0]?.language).toBe("ca");
  });
});

describe("tally", () => {
  it("counts each ask once, by the institution that went furthest", () => {
    const grid = gridOf(
      [ask("D1", seen(EC, "NOTED"), seen(EP, "TAKEN_UP")), ask("D2", seen(EC, "REJECTED")), ask("D3")],
      [EP, EC],
      ["ca"],
    );
    const counts = tally(grid);
    expect([counts.get("TAKEN_UP"), counts.get("NOTED"), counts.get("REJECTED"), counts.get(null)]).toEqual([
      1, 0, 1, 1,
    ]);
    expect([...counts.values()].reduce((all, one) => all + one)).toBe(3);
  });
});

describe("shortened", () => {
  it("leaves short words and cuts long ones between words", () => {
    expect(shortened("Curta.")).toBe("Curta.");
    const long = "paraula ".repeat(30).trim();
    const cut = shortened(long);
    expect(cut.length).toBeLessThanOrEqual(91);
    expect(long.startsWith(cut.slice(0, -1))).toBe(true);
    expect(cut.endsWith("paraula…")).toBe(true);
    expect(shortened("a".repeat(200))).toHaveLength(91);
  });
});

describe("step", () => {
  it("goes to the neighbour, to the ends of a row, and never out of the grid", () => {
    expect(step("ArrowRight", [0, 0], [2, 3])).toEqual([0, 1]);
    expect(step("ArrowDown", [1, 0], [2, 3])).toBeUndefined();
    expect(step("ArrowLeft", [1, 0], [2, 3])).toBeUndefined();
    expect(step("End", [1, 0], [2, 3])).toEqual([1, 2]);
    expect(step("Home", [1, 2], [2, 3])).toEqual([1, 0]);
    expect(step("a", [0, 0], [2, 3])).toBeUndefined();
  });
});
