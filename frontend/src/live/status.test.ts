import { expect, it } from "vitest";
import { hasText, liveStatus, NOTHING_YET, waitBefore, wouldLose, type Facts } from "./status";

const OPEN: Facts = { ...NOTHING_YET, isOpen: true, isSynced: true, hasText: true };

it.each<[string, Facts, string]>([
  ["nothing happened yet", NOTHING_YET, "connecting"],
  ["the socket is open but not synced", { ...NOTHING_YET, isOpen: true }, "connecting"],
  ["all is durable", { ...OPEN, sent: 3, durable: 3 }, "saved"],
  ["what was written is under way", { ...OPEN, sent: 4, durable: 3, hasUnsaved: true }, "saving"],
  ["something is not even sent", { ...OPEN, hasUnsaved: true }, "saving"],
  ["nothing was written and the greeting is under way", { ...OPEN, sent: 1 }, "saved"],
  ["the line broke", { ...OPEN, isOpen: false, isSynced: false, hasFailed: true }, "offline"],
  [
    "the text kept here is shown and the first line is not open yet",
    { ...NOTHING_YET, hasText: true },
    "connecting",
  ],
  [
    "the text kept here is shown and no line could be opened",
    { ...NOTHING_YET, hasText: true, hasFailed: true },
    "offline",
  ],
  ["there is no text here and no line could be opened", { ...NOTHING_YET, hasFailed: true }, "connecting"],
  ["it came back and has not synced", { ...OPEN, isSynced: false, hasUnsaved: true }, "connecting"],
  ["the server refuses", { ...OPEN, refusal: "frozen" }, "readOnly"],
])("when %s", (_, facts, kind) => expect(liveStatus(facts).kind).toBe(kind));

it("waits longer each time, never more than 15 seconds, never nothing", () => {
  const waits = [0, 1, 2, 3, 8, 50].map((attempt) => waitBefore(attempt, 1));
  expect(waits).toEqual([500, 1000, 2000, 4000, 15_000, 15_000]);
  expect(waitBefore(0, 0)).toBe(250);
});

it.each<[string, Partial<Facts>, boolean]>([
  ["being saved, and kept in this window only", { hasUnsaved: true }, true],
  ["being saved, and kept in this browser", { hasUnsaved: true, isKept: true }, false],
  ["saved", {}, false],
  [
    "kept in this browser only",
    { isOpen: false, isSynced: false, hasFailed: true, hasUnsaved: true, isKept: true },
    false,
  ],
  ["kept in this window only", { isOpen: false, isSynced: false, hasFailed: true, hasUnsaved: true }, true],
  ["kept in this window only, with the line coming back", { isSynced: false, hasUnsaved: true }, true],
  ["refused, and kept in this window only", { refusal: "frozen", hasUnsaved: true }, true],
])("closing the page would lose what is %s: %#", (_, facts, isLost) =>
  expect(wouldLose(liveStatus({ ...OPEN, ...facts }))).toBe(isLost),
);

it("has text as soon as this browser's copy is there", () => {
  expect(hasText(liveStatus(NOTHING_YET))).toBe(false);
  expect(hasText(liveStatus({ ...NOTHING_YET, hasText: true }))).toBe(true);
  expect(hasText(liveStatus(OPEN))).toBe(true);
});
