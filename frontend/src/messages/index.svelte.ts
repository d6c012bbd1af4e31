/** The words of the interface: one catalogue per language, loaded when chosen; a missing key is a type error. */

import { day, localHour, moment, relative } from "../domain/dates";
import { figure, isLanguage, listed, type Language } from "../domain/language";
import type { Messages } from "./ca";

const LOADERS: Record<Language, () => Promise<{ default: Messages }>> = {
  ca: () => import("./ca"),
  es: () => import("./es"),
  en: () => import("./en"),
};
const KEPT_AS = "positions.language";

let language = $state<Language>("ca");
let catalogue = $state.raw<Messages | undefined>(undefined);

/** The catalogue of the chosen language: `t().shell.signIn`. */
export function t(): Messages {
  if (catalogue === undefined) throw new Error("No catalogue yet: call startMessages first.");
  return catalogue;
}

/** The chosen language, for Intl and for the API. */
export function spoken(): Language {
  return language;
}

/** Loads a catalogue, then switches to it and remembers the choice. */
export async function speak(chosen: Language): Promise<void> {
  await show(chosen);
  try {
    localStorage.setItem(KEPT_AS, chosen);
  } catch {
    // A browser that keeps nothing still speaks the language for this visit.
  }
}

/** The language to begin with, known at once, and its words: the last choice, then the member's own, then the browser's, then Catalan. */
export async function startMessages(memberLocale: string | undefined): Promise<void> {
  let last: string | null = null;
  try {
    last = localStorage.getItem(KEPT_AS);
  } catch {
    last = null;
  }
  const wanted = [last, memberLocale, ...navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())];
  language = wanted.find(isLanguage) ?? "ca";
  await show(language);
}

async function show(chosen: Language): Promise<void> {
  catalogue = (await LOADERS[chosen]()).default;
  language = chosen;
  document.documentElement.lang = chosen;
}

/** Numbers, dates and lists in the chosen language; dates come as RFC 3339 text. */
export const say = {
  figure: (count: number): string => figure(language, count),
  relative: (at: string): string => relative(language, new Date(at), new Date()),
  day: (at: string): string => day(language, new Date(at)),
  hour: (at: string): string => localHour(language, new Date(at)),
  moment: (at: string): string => moment(language, new Date(at)),
  list: (names: readonly string[]): string => listed(language, names).join(""),
  listed: (names: readonly string[]): string[] => listed(language, names),
};
