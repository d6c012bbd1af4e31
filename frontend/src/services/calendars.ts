/** Calendars: dates proposed from a deadline, days off by calendar, the private address of one's own deadlines. */

import type { Language } from "../domain/language";
import { ask, tell } from "../graphql/client";
import {
  CalendarProposal as ProposalQuery,
  EndCalendarLink,
  Holidays,
  ImportHolidays,
  RenewCalendarLink,
  SetHolidays,
  type CalendarProposalAnswer,
  type HolidaysAnswer,
} from "../graphql/generated";

export type Proposal = CalendarProposalAnswer["calendarProposal"];
export type CalendarWindow = Proposal["window"];
export type Holiday = HolidaysAnswer["holidays"][number];

/** A calendar that ends at a deadline: a day in Brussels, or a moment. */
export async function proposeCalendar(
  deadline: string,
  window: CalendarWindow | null,
  reference: string | null,
): Promise<Proposal> {
  return (await ask(ProposalQuery, { deadline, window, reference })).calendarProposal;
}

export async function loadHolidays(year: number, language: Language): Promise<readonly Holiday[]> {
  const range = { from: `${year}-01-01`, to: `${year}-12-31` };
  return (await ask(Holidays, { ...range, language })).holidays;
}

export async function keepHolidays(
  calendar: string,
  year: number,
  days: readonly { day: string; names: readonly { language: string; text: string }[] }[],
): Promise<void> {
  const input = { calendar, year, days: days.map(({ day, names }) => ({ day, names: [...names] })) };
  await tell(SetHolidays, { input });
}

/** How many days off the table brought in. */
export async function importHolidays(csv: string): Promise<number> {
  return (await tell(ImportHolidays, { input: { csv } })).importHolidays.holidays?.length ?? 0;
}

/** The address, which is told this once. */
export async function renewCalendarLink(): Promise<string> {
  const { path } = (await tell(RenewCalendarLink, { input: {} })).renewCalendarLink;
  return new URL(path ?? "/", location.origin).href;
}

export async function endCalendarLink(): Promise<void> {
  await tell(EndCalendarLink, { input: {} });
}
