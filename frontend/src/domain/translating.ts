/** Translating: what is left to do, the cells of a table's row, the languages a paper may be written in. */

import { languageName, type Language } from "./language";

export type PassageState = "UNTRANSLATED" | "TRANSLATED" | "STALE" | "MISSING" | "WORDLESS" | "EXTRA";

const OPEN: ReadonlySet<PassageState> = new Set(["UNTRANSLATED", "STALE", "MISSING"]);

/** Whether a passage still asks for something. */
export function isOpen({ state }: { readonly state: PassageState }): boolean {
  return OPEN.has(state);
}

/** The place of the next open passage after (or before) one, around the end; -1 when nothing is open. */
export function nextOpen(
  passages: readonly { readonly state: PassageState }[],
  from: number,
  step: 1 | -1 = 1,
): number {
  const count = passages.length;
  for (let tried = 1; tried <= count; tried++) {
    const at = (((from + step * tried) % count) + count) % count;
    const passage = passages[at];
    if (passage && isOpen(passage)) return at;
  }
  return -1;
}

export interface Progress {
  readonly total: number;
  readonly translated: number;
}

/** The whole hundredths that are translated; 100 only when everything is. */
export function percent({ total, translated }: Progress): number {
  return total === 0 ? 100 : Math.floor((100 * translated) / total);
}

const OPENING =
  /^[ \t]*(?:(?:(?:[-+*]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|#{1,6}[ \t]+|>[ \t]*))*(?:(\*\*|__)([A-Z]{1,3}\d{1,4})\.\1[ \t]*)?/;

/** What a translator leaves as it is before the words: the marks of heading, entry or quote, and the key of an ask. */
export function splitOpening(markdown: string): { opening: string; words: string } {
  const opening = OPENING.exec(markdown)?.[0] ?? "";
  return { opening, words: markdown.slice(opening.length) };
}

/** A table's row as cells, and what stands around them. */
export interface Row {
  readonly cells: readonly string[];
  /** The delimiter line under a header, kept as it is. */
  readonly rest: string;
}

const CELL = /(?<!\\)\|/;

/** The cells of a Markdown table row. */
export function readRow(markdown: string): Row {
  const [line = "", ...rest] = markdown.split("\n");
  const inner = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return {
    cells: inner.split(CELL).map((cell) => cell.trim().replaceAll("\\|", "|")),
    rest: rest.join("\n"),
  };
}

/** A Markdown table row of cells. */
export function writeRow({ cells, rest }: Row): string {
  const line = `| ${cells.map((cell) => oneLine(cell).replaceAll("|", "\\|")).join(" | ")} |`;
  return rest === "" ? line : `${line}\n${rest}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** The official languages of the Union and of the metropolis' neighbours, as a paper may need them. */
const TARGETS =
  "en es fr de it pt oc eu gl ca ar bg hr cs da nl et fi el hu ga lv lt mt pl ro sk sl sv uk".split(" ");

/** The languages that a paper is not yet written in, by name; English, Spanish and French first. */
export function languagesToAdd(
  taken: readonly string[],
  language: Language,
): { code: string; name: string }[] {
  const free = TARGETS.filter((code) => !taken.includes(code));
  const named = free.map((code) => ({ code, name: languageName(language, code) }));
  const [first, others] = [named.filter(isUsual), named.filter((each) => !isUsual(each))];
  return [...first, ...others.sort((one, other) => one.name.localeCompare(other.name, language))];
}

function isUsual({ code }: { readonly code: string }): boolean {
  return code === "en" || code === "es" || code === "fr";
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  "ar",
  "dv",
  "fa",
  "he",
  "ku",
  "ps",
  "sd",
  "ug",
  "ur",
  "yi",
]);

/** Which way a language is written. */
export function direction(tag: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(tag.split("-")[0]?.toLowerCase() ?? "") ? "rtl" : "ltr";
}
