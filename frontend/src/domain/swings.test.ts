import { describe, expect, it } from "vitest";
import { effects, type Standpoint, type Swing } from "./swings";

const failing: Standpoint = { wouldPass: false, wouldRepeat: false, decided: false };
const passing: Standpoint = { ...failing, wouldPass: true };

function swing(choice: Swing["choice"], ...said: ("passes" | "ties" | "decided")[]): Swing {
  return {
    choice,
    wouldPass: said.includes("passes"),
    wouldRepeat: said.includes("ties"),
    decided: said.includes("decided"),
  };
}

describe("effects", () => {
  it("tells the yes that carries it and the no that ends it", () => {
    const swings = [
      swing("APPROVE", "passes", "decided"),
      swing("OBJECT", "decided"),
      swing("ABSTAIN", "decided"),
    ];
    expect(effects(swings, failing)).toEqual([
      { kind: "settlesYes", choices: ["APPROVE"] },
      { kind: "settlesNo", choices: ["OBJECT", "ABSTAIN"] },
    ]);
  });

  it("tells what would still be open", () => {
    const swings = [swing("APPROVE", "passes"), swing("OBJECT"), swing("ABSTAIN")];
    expect(effects(swings, failing)).toEqual([{ kind: "passes", choices: ["APPROVE"] }]);
    expect(effects(swings, passing)).toEqual([{ kind: "fails", choices: ["OBJECT", "ABSTAIN"] }]);
  });

  it("tells of a tie", () => {
    const swings = [swing("APPROVE", "passes"), swing("OBJECT", "ties"), swing("ABSTAIN", "passes")];
    expect(effects(swings, passing)).toEqual([{ kind: "ties", choices: ["OBJECT"] }]);
  });

  it("tells that any vote would do where only a quorum is missing", () => {
    const swings = [swing("APPROVE", "passes"), swing("OBJECT", "passes"), swing("ABSTAIN", "passes")];
    expect(effects(swings, failing)).toEqual([{ kind: "passes", choices: ["APPROVE", "OBJECT", "ABSTAIN"] }]);
  });

  it("says nothing of who changes nothing, of recusal, or once it is decided", () => {
    expect(effects([swing("APPROVE"), swing("OBJECT"), swing("RECUSE", "passes")], failing)).toEqual([]);
    const swings = [swing("APPROVE", "passes", "decided")];
    expect(effects(swings, { ...passing, decided: true })).toEqual([]);
    expect(effects([], failing)).toEqual([]);
  });
});
