import { expect, test } from "vitest";
import {
  countCharacters,
  isForbidden,
  progressOf,
  proposedLanguages,
  shortName,
  size,
  valuesOf,
  type Finding,
} from "./sending";

const text = (language: string, isReady = true, isOriginal = language === "ca") => ({
  language,
  isReady,
  isOriginal,
});

test("a form starts with a language that the channel takes and the original beside it", () => {
  const texts = [text("ca"), text("es"), text("en"), text("fr", false)];
  expect(proposedLanguages(texts, ["en", "es", "fr"])).toEqual(["en", "ca"]);
  expect(proposedLanguages(texts, ["es"])).toEqual(["es", "ca"]);
  expect(proposedLanguages(texts, ["ca", "es"])).toEqual(["ca"]);
  expect(proposedLanguages(texts, ["de", "fr"])).toEqual([]);
  expect(proposedLanguages([text("ca"), text("en", false)], ["en"])).toEqual([]);
});

test("only what is missing or refused forbids to send", () => {
  const finding = (state: Finding["state"]): Finding => ({
    check: "TEXT",
    state,
    language: null,
    fields: [],
  });
  expect(isForbidden([finding("OK"), finding("NOTE"), finding("UNKNOWN")])).toBe(false);
  expect(isForbidden([finding("OK"), finding("MISSING")])).toBe(true);
  expect(isForbidden([finding("REFUSED")])).toBe(true);
  expect(valuesOf({ ...finding("OK"), fields: [{ name: "limit", value: null }] })).toEqual({ limit: null });
});

test("characters are counted as a form counts them", () => {
  expect(countCharacters("a\r\nb")).toBe(3);
  expect(countCharacters("𝄞à")).toBe(3);
});

test("an answer counts more than a receipt, and a meeting is neither", () => {
  expect(progressOf([])).toBe("SENT");
  expect(progressOf([{ kind: "MEETING" }])).toBe("SENT");
  expect(progressOf([{ kind: "RECEIPT" }, { kind: "MEETING" }])).toBe("RECEIVED");
  expect(progressOf([{ kind: "ANSWER" }, { kind: "RECEIPT" }])).toBe("ANSWERED");
});

test("sizes and names are short", () => {
  expect(size("ca", 1_440_000)).toBe("1,4 MB");
  expect(size("en", 12_000)).toBe("12 kB");
  expect(size("en", 340)).toBe("340 B");
  expect(shortName("texts/AMB-PP-2026-001-en.pdf")).toBe("AMB-PP-2026-001-en.pdf");
});
