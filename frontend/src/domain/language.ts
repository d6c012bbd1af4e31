/** The languages of the interface, and plural forms that never show a key. */

export const LANGUAGES = ["ca", "es", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

export const LANGUAGE_NAMES: Record<Language, string> = { ca: "Català", es: "Español", en: "English" };

/** Whose habits dates follow: English means Europe's, day before month and 24 hours, as the deadlines are written. */
export function locale(language: Language): string {
  return language === "en" ? "en-GB" : language;
}

/** Whether a word from outside names a language of the interface. */
export function isLanguage(word: unknown): word is Language {
  return LANGUAGES.some((language) => language === word);
}

export type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

const rules = new Map<Language, Intl.PluralRules>();
const figures = new Map<Language, Intl.NumberFormat>();

function kept<T>(store: Map<Language, T>, language: Language, make: () => T): T {
  const known = store.get(language);
  if (known !== undefined) return known;
  const made = make();
  store.set(language, made);
  return made;
}

/** A number as this language writes it: 1.240 in Catalan, 1,240 in English. */
export function figure(language: Language, count: number): string {
  // "always": Spanish would otherwise leave four figures ungrouped.
  return kept(figures, language, () => new Intl.NumberFormat(language, { useGrouping: "always" })).format(
    count,
  );
}

/** The form for this count, `#` replaced by the number; Catalan and Spanish also know "many", which falls back to "other". */
export function plural(language: Language, count: number, forms: Forms): string {
  const rule = kept(rules, language, () => new Intl.PluralRules(language)).select(count);
  return (forms[rule] ?? forms.other).replaceAll("#", figure(language, count));
}

/** Names as a list, each followed by what stands between two: "a", ", ", "b", " i ", "c". */
export function listed(language: Language, names: readonly string[]): string[] {
  return new Intl.ListFormat(language, { type: "conjunction" })
    .formatToParts(names)
    .map(({ value }) => value);
}

/** The name of any language in a language of the interface: "anglès". */
export function languageName(language: Language, code: string): string {
  return new Intl.DisplayNames(language, { type: "language" }).of(code) ?? code;
}
