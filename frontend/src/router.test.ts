import { describe, expect, it } from "vitest";
import { href, match } from "./router.svelte";

describe("match", () => {
  it.each([
    ["/", "home", {}],
    ["/posicions", "positions", {}],
    ["/posicions/", "positions", {}],
    ["/posicions/nova", "createPosition", {}],
    ["/positions/AMB-PP-2026-001", "position", { reference: "AMB-PP-2026-001" }],
    ["/positions/AMB-PP-2026-001/debat", "place", { reference: "AMB-PP-2026-001", place: "debat" }],
    ["/positions/AMB-PP-2026-001/ca/versions/1.md", "notFound", {}],
    ["/graphql", "notFound", {}],
  ])("%s is %s", (path, name, parameters) => expect(match(path)).toEqual({ name, parameters }));
});

describe("href", () => {
  it("is read back by match", () => {
    const parameters = { reference: "A/B ç", place: "canvis" };
    expect(match(href("place", parameters))).toEqual({ name: "place", parameters });
  });

  it("writes several values and leaves empty ones out", () =>
    expect(href("positions", {}, { stage: ["DRAFTING", "AMENDING"], search: "" })).toBe(
      "/posicions?stage=DRAFTING&stage=AMENDING",
    ));
});
