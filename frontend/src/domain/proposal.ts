/** The cover of a position as somebody fills it in, as it is kept meanwhile, and as the API takes it. */

import { MILESTONE_KINDS, type MilestoneKind } from "./calendar";
import { LANGUAGES, type Language } from "./language";
import { looksRight, RELATION_KINDS, type RelationKind } from "./relations";

export interface RelationForm {
  kind: RelationKind;
  value: string;
}

export interface CoverForm {
  originalLanguage: string;
  titles: Record<string, string>;
  summaries: Record<string, string>;
  subjectCodes: string[];
  addressees: { readonly code: string; readonly name: string }[];
  relations: RelationForm[];
  /** A day; the institution's deadline is the midnight at its end in Brussels. */
  deadline: string;
}

export interface Proposal extends CoverForm {
  leadCode: string;
  participantCodes: string[];
  /** Empty: without a route. */
  routeKey: string;
  /** The dates of a calendar that was taken over, as moments. */
  milestones: { kind: MilestoneKind; dueAt: string }[];
}

interface LanguageText {
  readonly language: string;
  readonly text: string;
}

const blank = (): Record<string, string> => Object.fromEntries(LANGUAGES.map((language) => [language, ""]));

export function emptyProposal(leadCode: string, originalLanguage: Language = "ca"): Proposal {
  return {
    originalLanguage,
    titles: blank(),
    summaries: blank(),
    subjectCodes: [],
    addressees: [],
    relations: [],
    deadline: "",
    leadCode,
    participantCodes: [],
    routeKey: "",
    milestones: [],
  };
}

function filled(texts: Readonly<Record<string, string>>): LanguageText[] {
  return Object.entries(texts)
    .map(([language, text]) => ({ language, text: text.trim() }))
    .filter(({ text }) => text !== "");
}

const written = (relations: readonly RelationForm[]): RelationForm[] =>
  relations.map(({ kind, value }) => ({ kind, value: value.trim() })).filter(({ value }) => value !== "");

/** What stands in the way of sending: "titles", or "relations.1" for the second file; the server looks at the rest. */
export function coverGaps(form: CoverForm): string[] {
  const found: string[] = [];
  if ((form.titles[form.originalLanguage] ?? "").trim() === "") found.push("titles");
  form.relations.forEach(({ kind, value }, index) => {
    if (!looksRight(kind, value)) found.push(`relations.${index}`);
  });
  return found;
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
  relations: RelationForm[];
  targetDeadline: string | null;
  routeKey: string | null;
  milestones: { kind: MilestoneKind; dueAt: string }[];
} {
  return {
    originalLanguage: proposal.originalLanguage,
    titles: filled(proposal.titles),
    summaries: filled(proposal.summaries),
    leadCode: proposal.leadCode,
    participantCodes: proposal.participantCodes.filter((code) => code !== proposal.leadCode),
    subjectCodes: [...proposal.subjectCodes],
    addresseeCodes: proposal.addressees.map(({ code }) => code),
    relations: written(proposal.relations),
    targetDeadline: proposal.deadline || null,
    routeKey: proposal.routeKey || null,
    milestones: proposal.milestones.map(({ kind, dueAt }) => ({ kind, dueAt })),
  };
}

export type CalendarKind = Exclude<MilestoneKind, "INSTITUTION_DEADLINE">;
export const CALENDAR_KINDS = MILESTONE_KINDS.filter((kind) => kind !== "INSTITUTION_DEADLINE");
/** Moments as Brussels' clock shows them; empty where there is none. */
export type Calendar = Record<CalendarKind, string>;

export interface CoverChanges {
  readonly titles?: readonly LanguageText[];
  readonly summaries?: readonly LanguageText[];
  readonly subjectCodes?: readonly string[];
  readonly addresseeCodes?: readonly string[];
  readonly relations?: readonly RelationForm[];
  readonly milestones?: readonly {
    readonly kind: CalendarKind | "INSTITUTION_DEADLINE";
    readonly dueAt: string | null;
  }[];
}

interface Edited {
  readonly form: CoverForm;
  readonly calendar: Calendar;
}

/** Only what differs: what somebody else changes meanwhile elsewhere on the cover stays theirs. */
export function coverChanges(
  before: Edited,
  after: Edited,
  toMoment: (shown: string) => string | null,
): CoverChanges {
  const differs = <Part>(part: (edited: Edited) => Part): boolean =>
    JSON.stringify(part(before)) !== JSON.stringify(part(after));
  const codes = ({ form }: Edited): string[] => form.addressees.map(({ code }) => code);
  const dates = CALENDAR_KINDS.filter((kind) => before.calendar[kind] !== after.calendar[kind]).map(
    (kind) => ({
      kind,
      dueAt: after.calendar[kind] ? toMoment(after.calendar[kind]) : null,
    }),
  );
  const deadline = after.form.deadline || null;
  const milestones = [
    ...dates,
    ...(differs(({ form }) => form.deadline)
      ? [{ kind: "INSTITUTION_DEADLINE" as const, dueAt: deadline }]
      : []),
  ];
  return {
    ...(differs(({ form }) => filled(form.titles)) ? { titles: filled(after.form.titles) } : {}),
    ...(differs(({ form }) => filled(form.summaries)) ? { summaries: filled(after.form.summaries) } : {}),
    ...(differs(({ form }) => form.subjectCodes) ? { subjectCodes: after.form.subjectCodes } : {}),
    ...(differs(codes) ? { addresseeCodes: codes(after) } : {}),
    ...(differs(({ form }) => written(form.relations)) ? { relations: written(after.form.relations) } : {}),
    ...(milestones.length > 0 ? { milestones } : {}),
  };
}

const isText = (value: unknown): value is string => typeof value === "string";
const areTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

function textsOf(value: unknown): Record<string, string> {
  const given = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return {
    ...blank(),
    ...Object.fromEntries(given.filter((pair): pair is [string, string] => isText(pair[1]))),
  };
}

/** A proposal as it was kept in this browser; what cannot be read is left out, so that an old one never breaks the form. */
export function readKept(text: string, leadCode: string): Proposal {
  const empty = emptyProposal(leadCode);
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return empty;
  }
  if (typeof found !== "object" || found === null) return empty;
  const given = found as Partial<Record<keyof Proposal, unknown>>;
  const pick = (key: "originalLanguage" | "deadline" | "leadCode" | "routeKey"): string => {
    const value = given[key];
    return isText(value) ? value : empty[key];
  };
  const list = <Item>(value: unknown, fits: (item: Item) => boolean): Item[] =>
    Array.isArray(value) ? (value as Item[]).filter((item) => Boolean(item) && fits(item)) : [];
  return {
    originalLanguage: pick("originalLanguage"),
    titles: textsOf(given.titles),
    summaries: textsOf(given.summaries),
    subjectCodes: areTexts(given.subjectCodes) ? given.subjectCodes : [],
    addressees: list<Proposal["addressees"][number]>(
      given.addressees,
      ({ code, name }) => isText(code) && isText(name),
    ),
    relations: list<RelationForm>(
      given.relations,
      ({ kind, value }) => RELATION_KINDS.includes(kind) && isText(value),
    ),
    deadline: pick("deadline"),
    leadCode: pick("leadCode"),
    participantCodes: areTexts(given.participantCodes) ? given.participantCodes : [],
    routeKey: pick("routeKey"),
    milestones: list<Proposal["milestones"][number]>(
      given.milestones,
      ({ kind, dueAt }) => MILESTONE_KINDS.includes(kind) && isText(dueAt),
    ),
  };
}

/** Whether anything has been typed that would be a pity to lose. */
export function isWorthKeeping(proposal: Proposal): boolean {
  return JSON.stringify(proposal) !== JSON.stringify(emptyProposal(proposal.leadCode));
}
