/** The record as people read it: by day, with what was repeated in a row told once. */

import { localDay } from "./dates";

export interface Entry {
  readonly sequence: number;
  readonly tag: string;
  readonly at: string;
  readonly subject: string | null;
  readonly outcome: string | null;
  readonly actor: { readonly organization: { readonly code: string } } | null;
}

/** Entries that read as one line, the newest first. */
export interface Line<One extends Entry> {
  readonly entries: readonly [One, ...One[]];
}

export interface Day<One extends Entry> {
  /** "2026-11-23" on the reader's own calendar. */
  readonly day: string;
  readonly lines: readonly Line<One>[];
}

/** Acts that one actor repeats in a row. */
const REPEATED = new Set(["draft:edited", "comment:added", "position:updated"]);
/** Acts that many do one after the other. */
const SHARED = new Set(["vote:cast"]);

/** The sentence of an entry: its tag, or for participations what came of it and whether it was the town's own act. */
export function sentenceKey({ tag, outcome, subject, actor }: Entry): string {
  if (tag !== "participation:changed") return tag;
  const isOwn = actor?.organization.code === subject;
  return isOwn && outcome !== "INVITED" ? `participation:own:${outcome}` : `participation:${outcome}`;
}

function continues(before: Entry | undefined, entry: Entry): boolean {
  if (before?.tag !== entry.tag || before.subject !== entry.subject) return false;
  const isSameActor = before.actor?.organization.code === entry.actor?.organization.code;
  return SHARED.has(entry.tag) || (REPEATED.has(entry.tag) && isSameActor);
}

export function byDay<One extends Entry>(entries: readonly One[]): Day<One>[] {
  const days: { day: string; lines: { entries: [One, ...One[]] }[] }[] = [];
  for (const entry of entries) {
    const day = localDay(new Date(entry.at));
    let last = days.at(-1);
    if (last?.day !== day) {
      last = { day, lines: [] };
      days.push(last);
    }
    const line = last.lines.at(-1);
    if (line && continues(line.entries.at(-1), entry)) line.entries.push(entry);
    else last.lines.push({ entries: [entry] });
  }
  return days;
}

export type Tone = "stage" | "vote" | "text" | "talk" | "cover";

const TONES: Record<string, Tone> = {
  stage: "stage",
  round: "vote",
  vote: "vote",
  reservation: "vote",
  statement: "vote",
  signature: "vote",
  version: "text",
  draft: "text",
  document: "text",
  translation: "text",
  amendment: "text",
  thread: "talk",
  comment: "talk",
};

/** What kind of act an entry is, for the sign beside it. */
export function toneOf(tag: string): Tone {
  return TONES[tag.split(":")[0] ?? ""] ?? "cover";
}
