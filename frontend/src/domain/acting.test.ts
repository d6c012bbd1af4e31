import { describe, expect, test } from "vitest";
import { organizationsOf, ownPath } from "./acting";

const tiana = { code: "08282", name: "Tiana" };
const amb = { code: "AMB", name: "Àrea Metropolitana de Barcelona" };

test("an organization is named once, however many roles one has there", () => {
  const roles = [{ organization: amb }, { organization: { ...amb } }, { organization: tiana }];
  expect(organizationsOf(roles)).toEqual([amb, tiana]);
  expect(organizationsOf([])).toEqual([]);
});

describe("where one goes after signing in", () => {
  test.each(["/", "/posicions?stage=DRAFTING", "/positions/AMB-PP-2026-001/canvis#v1"])(
    "%s is ours",
    (path) => {
      expect(ownPath(path)).toBe(path);
    },
  );

  test.each([
    null,
    "",
    "https://evil.test",
    "//evil.test",
    "/\\evil.test",
    "/a\\b",
    "/\t/evil.test",
    "/auth/logout",
  ])("%s is not", (address) => {
    expect(ownPath(address)).toBe("/");
  });
});
