import { describe, expect, it } from "vitest";
import { byDay, sentenceKey, toneOf, type Entry } from "./record";

let sequence = 100;
function entry(tag: string, at: string, change: Partial<Entry> = {}): Entry {
  return {
    sequence: sequence--,
    tag,
    at,
    subject: null,
    outcome: null,
    actor: { organization: { code: "08019" } },
    ...change,
  };
}

describe("byDay", () => {
  it("keeps the order and tells a row of the same acts once", () => {
    const days = byDay([
      entry("version:saved", "2026-11-23T12:00:00"),
      entry("draft:edited", "2026-11-23T11:00:00"),
      entry("draft:edited", "2026-11-23T10:00:00"),
      entry("draft:edited", "2026-11-22T10:00:00"),
      entry("draft:edited", "2026-11-22T09:00:00", { actor: { organization: { code: "08282" } } }),
    ]);
    expect(days.map(({ day, lines }) => [day, lines.map((line) => line.entries.length)])).toEqual([
      ["2026-11-23", [1, 2]],
      ["2026-11-22", [1, 1]],
    ]);
  });

  it("tells the votes of a round together, of two rounds apart", () => {
    const vote = (subject: string, code: string): Entry =>
      entry("vote:cast", "2026-11-23T12:00:00", { subject, actor: { organization: { code } } });
    const days = byDay([vote("2", "08019"), vote("2", "08282"), vote("1", "08019")]);
    expect(days[0]?.lines.map((line) => line.entries.length)).toEqual([2, 1]);
  });
});

describe("sentenceKey", () => {
  it.each([
    ["08282", "INVITED", "participation:INVITED"],
    ["08019", "ACCEPTED", "participation:own:ACCEPTED"],
    ["08282", "LEFT", "participation:LEFT"],
  ])("of %s %s", (subject, outcome, key) =>
    expect(sentenceKey(entry("participation:changed", "2026-11-23T12:00:00", { subject, outcome }))).toBe(
      key,
    ),
  );
  it("is the tag of everything else", () =>
    expect(sentenceKey(entry("round:opened", "2026-11-23T12:00:00"))).toBe("round:opened"));
});

it("knows what kind of act it is, also of one it has never seen", () => {
  expect(toneOf("vote:cast")).toBe("vote");
  expect(toneOf("dossier:sealed")).toBe("cover");
});
