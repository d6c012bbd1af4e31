/** A position as somebody fills it in, and as the API takes it. */

export const RELATION_KINDS = ["PROCEDURE", "COM", "CELEX", "ELI", "CONSULTATION", "OTHER"] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

export interface Proposal {
  readonly originalLanguage: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly summaries: Readonly<Record<string, string>>;
  readonly leadCode: string;
  readonly participantCodes: readonly string[];
  readonly subjectCodes: readonly string[];
  readonly addresseeCodes: readonly string[];
  readonly relations: readonly { readonly kind: RelationKind; readonly value: string }[];
  /** A day; the institution's deadline is its midnight in Brussels. */
  readonly deadline: string;
}

interface LanguageText {
  readonly language: string;
  readonly text: string;
}

function filled(texts: Readonly<Record<string, string>>): LanguageText[] {
  return Object.entries(texts)
    .map(([language, text]) => ({ language, text: text.trim() }))
    .filter(({ text }) => text !== "");
}

/** What must be there before it is sent; the server looks at the rest. */
export function isComplete(proposal: Proposal): boolean {
  return (proposal.titles[proposal.originalLanguage] ?? "").trim() !== "";
}

/** Without blanks, empty rows and the lead among the invited. */
export function toInput(proposal: Proposal): {
  originalLanguage: string;
  titles: LanguageText[];
  summaries: LanguageText[];
  leadCode: string;
  participantCodes: string[];
  subjectCodes: string[];
  addresseeCodes: string[];
  relations: { kind: RelationKind; value: string }[];
  targetDeadline: string | null;
} {
  return {
    originalLanguage: proposal.originalLanguage,
    titles: filled(proposal.titles),
    summaries: filled(proposal.summaries),
    leadCode: proposal.leadCode,
    participantCodes: proposal.participantCodes.filter((code) => code !== proposal.leadCode),
    subjectCodes: [...proposal.subjectCodes],
    addresseeCodes: [...proposal.addresseeCodes],
    relations: proposal.relations
      .map(({ kind, value }) => ({ kind, value: value.trim() }))
      .filter(({ value }) => value !== ""),
    targetDeadline: proposal.deadline || null,
  };
}
