/** Dates as people say them, relative and exact. The caller says what time it is. */

import { locale, type Language } from "./language";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const BRUSSELS = "Europe/Brussels";

/** The local day a moment falls on, as a count of days, so that "tomorrow" follows the calendar and not 24 hours. */
function dayNumber(at: Date): number {
  return Math.floor(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / DAY);
}

/** The local day as forms and the API write it: "2026-11-28". */
export function localDay(at: Date): string {
  const [month, day] = [at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, "0"));
  return `${at.getFullYear()}-${month}-${day}`;
}

/** "d'aquí a 3 dies", "ahir", "fa 5 minuts". */
export function relative(language: Language, at: Date, now: Date): string {
  const format = new Intl.RelativeTimeFormat(locale(language), { numeric: "auto" });
  const distance = at.getTime() - now.getTime();
  const days = dayNumber(at) - dayNumber(now);
  if (Math.abs(distance) < MINUTE) return format.format(0, "second");
  if (Math.abs(distance) < HOUR) return format.format(Math.trunc(distance / MINUTE), "minute");
  if (days === 0) return format.format(Math.trunc(distance / HOUR), "hour");
  if (Math.abs(days) < 45) return format.format(days, "day");
  return Math.abs(days) < 548
    ? format.format(Math.round(days / 30.44), "month")
    : format.format(Math.round(days / 365.25), "year");
}

/** "2 d'oct. del 2026". */
export function day(language: Language, at: Date): string {
  return new Intl.DateTimeFormat(locale(language), { dateStyle: "medium" }).format(at);
}

/** "2 d'octubre del 2026, 14:00". */
export function moment(language: Language, at: Date): string {
  return new Intl.DateTimeFormat(locale(language), { dateStyle: "long", timeStyle: "short" }).format(at);
}

/** The hour in Brussels, where most deadlines run out. */
export function brusselsHour(language: Language, at: Date): string {
  return new Intl.DateTimeFormat(locale(language), { timeStyle: "short", timeZone: BRUSSELS }).format(at);
}

/** The hour on the reader's own clock. */
export function localHour(language: Language, at: Date): string {
  return new Intl.DateTimeFormat(locale(language), { timeStyle: "short" }).format(at);
}

/** A deadline as offices write it: midnight is hour 24 of the day it ends, and `within` lies in that day. */
export function deadline(language: Language, at: Date): { day: string; hour: string; within: Date } {
  const isMidnight = at.getHours() === 0 && at.getMinutes() === 0;
  const within = isMidnight ? new Date(at.getTime() - 1) : at;
  return { day: day(language, within), hour: isMidnight ? "24:00" : localHour(language, at), within };
}

/** How pressing a deadline is: past, within three days, within two weeks, or later. */
export type Urgency = "past" | "urgent" | "near" | "far";

export function urgency(at: Date, now: Date): Urgency {
  const distance = at.getTime() - now.getTime();
  if (distance < 0) return "past";
  if (distance < 3 * DAY) return "urgent";
  return distance < 14 * DAY ? "near" : "far";
}
