/** What is said before and after a text is sent: sizes, counts, the languages proposed, how far a submission got. */

export type CheckState = "OK" | "NOTE" | "UNKNOWN" | "MISSING" | "REFUSED";

export interface Finding {
  readonly check: string;
  readonly state: CheckState;
  readonly language: string | null;
  readonly fields: readonly { readonly name: string; readonly value: string | null }[];
}

/** The values of a finding by name. */
export function valuesOf(finding: Finding): Record<string, string | null> {
  return Object.fromEntries(finding.fields.map(({ name, value }) => [name, value]));
}

/** Whether anything forbids to send. */
export function isForbidden(findings: readonly Finding[]): boolean {
  return findings.some(({ state }) => state === "MISSING" || state === "REFUSED");
}

/** As a browser's form counts: UTF-16 units, a line end as one. */
export function countCharacters(text: string): number {
  return text.replaceAll("\r\n", "\n").length;
}

interface Text {
  readonly language: string;
  readonly isOriginal: boolean;
  readonly isReady: boolean;
}

/** The languages a form starts with: the first ready one that the channel takes, and the original beside it. */
export function proposedLanguages(texts: readonly Text[], accepted: readonly string[]): string[] {
  const ready = texts.filter(({ isReady }) => isReady);
  const taken = ready.filter(({ language }) => accepted.includes(language));
  const order = ["en", "ca", "es"];
  const rank = ({ language }: Text): number => {
    const place = order.indexOf(language);
    return place < 0 ? order.length : place;
  };
  const first = [...taken].sort((one, other) => rank(one) - rank(other))[0];
  if (!first) return [];
  const original = ready.find(({ isOriginal }) => isOriginal);
  return [...new Set([first.language, ...(original ? [original.language] : [])])];
}

/** "1,4 MB", "12 kB", "340 B". */
export function size(locale: string, bytes: number): string {
  const [amount, unit] =
    bytes >= 1_000_000 ? [bytes / 1_000_000, "MB"] : bytes >= 1_000 ? [bytes / 1_000, "kB"] : [bytes, "B"];
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(amount)} ${unit}`;
}

export type Progress = "SENT" | "RECEIVED" | "ANSWERED";

/** How far a submission got: an answer counts more than a receipt, a meeting is neither. */
export function progressOf(replies: readonly { readonly kind: string }[]): Progress {
  const kinds = new Set(replies.map(({ kind }) => kind));
  if (kinds.has("ANSWER")) return "ANSWERED";
  return kinds.has("RECEIPT") ? "RECEIVED" : "SENT";
}

/** The last part of a file's name in a dossier. */
export function shortName(name: string): string {
  return name.split("/").at(-1) ?? name;
}
