/** What one was told and what has been seen of it, how often mail comes, reminders, and the outbox. */

import { ask, tell } from "../graphql/client";
import {
  MailPreferences,
  MarkNoticesSeen,
  Notices,
  Outbox,
  RemindOrganizations,
  RoundReminders,
  SendMailAgain,
  SetCadence,
  UnseenNotices,
  type Cadence,
  type MailPreferencesAnswer,
  type NoticesAnswer,
  type OutboxAnswer,
  type RoundRemindersAnswer,
  type UnseenNoticesAnswer,
} from "../graphql/generated";

export type { Cadence } from "../graphql/generated";
type Told = NonNullable<NoticesAnswer["viewer"]>;
export type NoticePage = Told["notices"];
export type Notice = NoticePage["nodes"][number];
export type Unseen = NonNullable<UnseenNoticesAnswer["viewer"]>;
export type Preferences = NonNullable<MailPreferencesAnswer["viewer"]>;
export type Reminders = NonNullable<NonNullable<RoundRemindersAnswer["position"]>["round"]>;
export type PendingTown = Reminders["pendingTowns"][number];
export type RoundNotice = Reminders["notices"][number];
export type OutboxView = NonNullable<OutboxAnswer["register"]>["outbox"];

const PAGE = 30;

/** A page of notices, newest first; null once nobody is signed in any more. */
export async function loadNotices(after: string | null = null): Promise<NoticePage | null> {
  return (await ask(Notices, { first: PAGE, after })).viewer?.notices ?? null;
}

export async function loadUnseen(): Promise<Unseen | null> {
  return (await ask(UnseenNotices, {})).viewer;
}

/** Notes that notices were seen, all of them without ids; how many are left. */
export async function markSeen(noticeIds: readonly string[] | null): Promise<number> {
  const input = { noticeIds: noticeIds && [...noticeIds] };
  return (await tell(MarkNoticesSeen, { input })).markNoticesSeen.unseenCount ?? 0;
}

export async function loadPreferences(): Promise<Preferences | null> {
  return (await ask(MailPreferences, {})).viewer;
}

export async function keepCadence(cadence: Cadence): Promise<void> {
  await tell(SetCadence, { input: { cadence } });
}

export async function loadReminders(reference: string, number: number): Promise<Reminders | null> {
  return (await ask(RoundReminders, { reference, number })).position?.round ?? null;
}

/** Reminds organizations of a round; all that may be reminded, without codes. */
export async function remind(roundId: string, organizationCodes: readonly string[] | null): Promise<void> {
  const codes = organizationCodes && [...organizationCodes];
  await tell(RemindOrganizations, { input: { roundId, organizationCodes: codes } });
}

/** The outbox; null for whoever does not keep the register. */
export async function loadOutbox(): Promise<OutboxView | null> {
  return (await ask(Outbox, {})).register?.outbox ?? null;
}

export async function sendAgain(mailId: string): Promise<void> {
  await tell(SendMailAgain, { input: { mailId } });
}
