import { expect, it } from "vitest";
import { liveStatus, NOTHING_YET, waitBefore, type Facts } from "./status";

const OPEN: Facts = { ...NOTHING_YET, isOpen: true, isSynced: true, wasSynced: true };

it.each<[string, Facts, string]>([
  ["nothing happened yet", NOTHING_YET, "connecting"],
  ["the socket is open but not synced", { ...NOTHING_YET, isOpen: true }, "connecting"],
  ["all is durable", { ...OPEN, sent: 3, durable: 3 }, "saved"],
  ["what was written is under way", { ...OPEN, sent: 4, durable: 3, hasUnsaved: true }, "saving"],
  ["something is not even sent", { ...OPEN, hasUnsaved: true }, "saving"],
  ["nothing was written and the greeting is under way", { ...OPEN, sent: 1 }, "saved"],
  ["the line broke", { ...OPEN, isOpen: false, isSynced: false }, "offline"],
  ["it came back and has not synced", { ...OPEN, isSynced: false, hasUnsaved: true }, "connecting"],
  ["the server refuses", { ...OPEN, refusal: "frozen" }, "readOnly"],
])("when %s", (_, facts, kind) => expect(liveStatus(facts).kind).toBe(kind));

it("waits longer each time, never more than 15 seconds, never nothing", () => {
  const waits = [0, 1, 2, 3, 8, 50].map((attempt) => waitBefore(attempt, 1));
  expect(waits).toEqual([500, 1000, 2000, 4000, 15_000, 15_000]);
  expect(waitBefore(0, 0)).toBe(250);
});
