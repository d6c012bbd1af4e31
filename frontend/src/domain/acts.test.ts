import { describe, expect, it } from "vitest";
import { missingOf, NO_ACT, trimmed } from "./acts";

describe("an act", () => {
  it("misses every field that holds no word", () => {
    expect(missingOf(NO_ACT)).toEqual(["body", "date", "reference"]);
    expect(missingOf({ body: "Ple", date: "2026-11-23", reference: "  " })).toEqual(["reference"]);
  });

  it("is sent without the spaces around its words", () => {
    const act = { body: " Ple ", date: "2026-11-23", reference: " PLE 11" };
    expect(trimmed(act)).toEqual({ body: "Ple", date: "2026-11-23", reference: "PLE 11" });
    expect(missingOf(trimmed(act))).toEqual([]);
  });
});
