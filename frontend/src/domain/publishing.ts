/** Which text a reader of a public page gets, who wrote how much of it, and what a file's number leads to. */

import type { RelationKind } from "./relations";

interface Text {
  readonly language: string;
  readonly isOriginal: boolean;
  readonly approvedVersion: object | null;
}

/** The adopted text in the first wanted language there is, else the original. */
export function textFor<One extends Text>(
  texts: readonly One[],
  wanted: readonly (string | null)[],
): One | undefined {
  const open = texts.filter(({ approvedVersion }) => approvedVersion !== null);
  const found = wanted.map((code) => open.find(({ language }) => language === code)).find(Boolean);
  return found ?? open.find(({ isOriginal }) => isOriginal) ?? open[0];
}

/** The language that a title or a summary is shown in: the one asked for, else what the server falls back to. */
export function shownIn(
  texts: readonly { readonly language: string }[],
  asked: string,
  original: string,
): string {
  const has = (language: string): boolean => texts.some((text) => text.language === language);
  return [asked, "ca", "es", "en"].find(has) ?? original;
}

export interface Share {
  readonly code: string;
  readonly name: string;
  /** Of the text, from 0 to 1. */
  readonly share: number;
}

const SHOWN = 6;

/** The largest shares of the text, and how many more organizations wrote the rest. */
export function shares(
  contributors: readonly {
    readonly organization: { readonly code: string; readonly name: string };
    readonly characters: number;
  }[],
): { readonly largest: readonly Share[]; readonly others: number } {
  const whole = contributors.reduce((sum, { characters }) => sum + characters, 0);
  const sorted = contributors
    .filter(({ characters }) => characters > 0)
    .sort((one, other) => other.characters - one.characters)
    .map(({ organization: { code, name }, characters }) => ({ code, name, share: characters / whole }));
  return { largest: sorted.slice(0, SHOWN), others: Math.max(0, sorted.length - SHOWN) };
}

/** Where a related file can be read, for the kinds that have an address of their own. */
export function relationAddress(kind: RelationKind, value: string): string | undefined {
  if (kind === "ELI") return value;
  if (kind === "CELEX")
    return `https://eur-lex.europa.eu/legal-content/ES/TXT/?uri=CELEX:${encodeURIComponent(value)}`;
  return undefined;
}

/** The key of an ask, from the bold words a passage begins with: `D1.`; undefined where they are no key. */
export function askKeyOf(words: string): string | undefined {
  return /^([A-Z]{1,3}\d{1,4})\.$/.exec(words.trim())?.[1];
}
