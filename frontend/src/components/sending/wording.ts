/** The values of findings, written for people in their language. */

import { brusselsHour, deadline, localHour } from "../../domain/dates";
import { figure, languageName, locale, type Language } from "../../domain/language";
import { size, valuesOf, type Finding } from "../../domain/sending";
import type { Messages } from "../../messages/ca";

type Words = Messages["sending"];

/** How many official languages the Union has: a channel that takes them all is not told one by one. */
const OFFICIAL = 24;

/** "anglès, francès", or all official ones at once. */
export function languagesNamed(language: Language, words: Words, codes: readonly string[]): string {
  if (codes.length >= OFFICIAL) return words.official24;
  return codes.map((code) => languageName(language, code)).join(", ");
}

/** A deadline on Brussels' clock, and on the reader's where it shows another hour. */
export function deadlineTold(language: Language, words: Words, at: Date): string {
  const end = deadline(language, at);
  const brussels = brusselsHour(language, at);
  const hour = brussels === localHour(language, at) ? end.hour : words.brusselsAndLocal(brussels, end.hour);
  return `${end.day}, ${hour}`;
}

/** What a finding says. */
export function told(
  language: Language,
  words: Words,
  finding: Finding,
  countries: Map<string, string>,
): string {
  const values = valuesOf(finding);
  const amount = (name: string): string => (values[name] ? figure(language, Number(values[name])) : "");
  const bytes = (name: string): string => (values[name] ? size(locale(language), Number(values[name])) : "");
  const say = words.findings[`${finding.check}_${finding.state}`];
  const accepted = values["accepted"]?.split(", ") ?? [];
  const isSize = finding.check === "SIZE";
  return (
    say?.({
      language: finding.language ? languageName(language, finding.language) : "",
      accepted: finding.check === "FORMAT" ? accepted.join(", ") : languagesNamed(language, words, accepted),
      count: amount("count"),
      limit: isSize ? bytes("limit") : amount("limit"),
      largest: bytes("largest"),
      taken: values["taken"] ?? "",
      at: values["at"] ? deadlineTold(language, words, new Date(values["at"])) : "",
      country: countries.get(values["country"] ?? "") ?? values["country"] ?? "",
      times: words.times(Number(values["times"] ?? 0)),
      last: values["last"] ? deadline(language, new Date(values["last"])).day : "",
    }) ?? finding.check
  );
}
