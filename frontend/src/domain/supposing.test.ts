import { describe, expect, it } from "vitest";
import { NOTHING_SUPPOSED, cycled, stillSupposed, supposedOfAll, toVotes, toggled } from "./supposing";

describe("supposing", () => {
  it("is taken back by the same choice again, and replaced by another", () => {
    const one = toggled(NOTHING_SUPPOSED, "08019", "APPROVE");
    expect([...one]).toEqual([["08019", "APPROVE"]]);
    expect([...toggled(one, "08019", "OBJECT")]).toEqual([["08019", "OBJECT"]]);
    expect([...toggled(one, "08019", "APPROVE")]).toEqual([]);
    expect(NOTHING_SUPPOSED.size).toBe(0);
  });

  it("goes round on the map", () => {
    let supposition = NOTHING_SUPPOSED;
    const said = [1, 2, 3, 4].map(() => {
      supposition = cycled(supposition, "08019");
      return supposition.get("08019");
    });
    expect(said).toEqual(["APPROVE", "OBJECT", "ABSTAIN", undefined]);
  });

  it("holds only of towns that have not voted meanwhile", () => {
    const supposition = supposedOfAll(["08019", "08015"], "APPROVE");
    const kept = stillSupposed(supposition, [
      { code: "08019", mark: "OBJECT" },
      { code: "08015", mark: "PENDING" },
    ]);
    expect(toVotes(kept)).toEqual([{ organizationCode: "08015", choice: "APPROVE" }]);
  });
});
