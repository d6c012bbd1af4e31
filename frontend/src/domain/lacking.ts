/** What a round lacks, said in one or two sentences; the words come from the catalogue. */

import { plural, type Forms, type Language } from "./language";
import type { Missing } from "./tally";

export interface LackingWords {
  readonly amounts: {
    readonly ORGANIZATIONS: Forms;
    readonly POPULATION: Forms;
    readonly SEATS: Forms;
    readonly QUORUM: Forms;
  };
  /** "Falten …": one form for a single thing, one for several. */
  readonly lacking: (amounts: string, isOne: boolean) => string;
  readonly objections: Forms;
  readonly reservations: Forms;
  /** When no number of further approvals is known to do. */
  readonly never: string;
}

function amountOf(language: Language, { amounts }: LackingWords, missing: Missing): [number, string] | null {
  if (missing.kind === "OBJECTIONS" || missing.kind === "RESERVATIONS") return null;
  const count =
    missing.kind === "POPULATION"
      ? missing.population
      : missing.kind === "SEATS"
        ? missing.seats
        : missing.organizations;
  return count === null ? null : [count, plural(language, count, amounts[missing.kind])];
}

export function lacking(language: Language, missing: readonly Missing[], words: LackingWords): string {
  const amounts = missing.map((one) => amountOf(language, words, one)).filter((one) => one !== null);
  const sentences: string[] = [];
  if (amounts.length > 0) {
    const list = new Intl.ListFormat(language, { type: "conjunction" }).format(
      amounts.map(([, said]) => said),
    );
    sentences.push(words.lacking(list, amounts.length === 1 && amounts[0]?.[0] === 1));
  }
  for (const { kind, organizations } of missing) {
    if (kind === "OBJECTIONS") sentences.push(plural(language, organizations ?? 0, words.objections));
    if (kind === "RESERVATIONS") sentences.push(plural(language, organizations ?? 0, words.reservations));
  }
  return sentences.length > 0 ? sentences.join(". ") : words.never;
}
