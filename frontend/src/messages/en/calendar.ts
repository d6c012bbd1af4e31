import { plural } from "../../domain/language";
import type { Messages } from "../ca";

const workingDays = (count: number): string =>
  plural("en", count, { one: "# working day", other: "# working days" });

export const calendar: Messages["calendar"] = {
  title: "Calendar",
  propose: "Propose the calendar",
  proposeLead:
    "Dates are counted back from the institution's deadline in working days of Barcelona. Nothing is kept before the calendar is adopted.",
  deadline: "Last day of the institution's deadline",
  deadlineHint: "It ends at midnight, Brussels time.",
  deadlineMissing: "To propose dates, the institution's deadline has to be known.",
  window: "How much time there is",
  windows: { FOUR_WEEKS: "Four weeks", EIGHT_WEEKS: "Eight weeks", TWELVE_WEEKS: "Twelve weeks" },
  windowBodies: {
    FOUR_WEEKS: "Only the asks and a letter: clearance by 3 days of silence, ratification afterwards.",
    EIGHT_WEEKS: "Amendments, clearance by 5 days of silence, and the Council of Mayors.",
    TWELVE_WEEKS: "The whole route: clearance by 10 days of silence and two political decisions.",
  },
  left: (count) =>
    plural("en", count, {
      one: "# working day is left until the deadline.",
      other: "# working days are left until the deadline.",
    }),
  longest: (name) => `The longest calendar that fits whole is that of ${name.toLowerCase()}.`,
  noneFits: "Not even the shortest calendar fits whole any more.",
  gone: (count) =>
    plural("en", count, {
      one: "# date has gone by: it is left out.",
      other: "# dates have gone by: they are left out.",
    }),
  closed: (days) => `The institution is closed between the submission and the deadline: ${days}.`,
  closedUnverified: "These days are foreseen, not confirmed yet.",
  opens: (day) => `The round opens on ${day}`,
  before: (count) => `${workingDays(count)} before`,
  hasPassed: "Has gone by",
  unproposed: "The date there was: this calendar does not foresee it",
  isDone: "Already done",
  include: (name) => `Put into the calendar: ${name}`,
  dateOf: (name) => `Date: ${name}`,
  take: "Adopt this calendar",
  takeFor: "Use these dates",
  unchanged: "This calendar is the one there is.",
  taken: (count) => plural("en", count, { one: "# date proposed", other: "# dates proposed" }),
  forget: "Remove the dates",
  none: "No dates yet.",
  today: "Today",
  line: "Line of time of the calendar",
  states: {
    done: "Done",
    late: "Late",
    pushed: "Out of reach",
    future: "To come",
    passed: "Passed over",
  },
  lateBy: (count) => `${workingDays(count)} late`,
  doneLate: (count) => `Done ${workingDays(count)} late`,
  doneAhead: (count) => `Done ${workingDays(count)} ahead`,
  doneInTime: "Done in time",
  expected: (day) => `Not before ${day}`,
  next: (name) => `Next: ${name}`,
  lateCount: (count) => plural("en", count, { one: "# date late", other: "# dates late" }),
  pushedCount: (count) => plural("en", count, { one: "# date out of reach", other: "# dates out of reach" }),
  missed: "With this delay the institution's deadline is missed.",
  missedBody: "What is left has to become shorter: a shorter calendar, or a letter with the asks.",
  link: {
    title: "Deadlines in your own calendar",
    lead: "A private address at which the calendar of your computer or phone shows when votes close, the dates of positions, and ratifications due.",
    warning:
      "Whoever has the address sees these deadlines without signing in. If it was shared by mistake, make a new one: the one before stops working.",
    make: "Make the address",
    renew: "Make a new address",
    renewBody: "The present address stops working and has to be changed in every calendar that uses it.",
    end: "Switch the address off",
    endBody: "Calendars that use it are no longer updated. A new one can be made.",
    isActive: "There is an active address. To be safe it is not shown again.",
    isNone: "There is no active address.",
    label: "Private address, shown only now",
    made: "Address made.",
    ended: "The address no longer works.",
    how: "How to add it",
    steps: [
      "Outlook: Add calendar, Subscribe from web, and paste the address.",
      "Google Calendar: Other calendars, From URL, and paste the address.",
      "iPhone and Mac: Add calendar, Add subscription calendar, and paste the address.",
    ],
  },
  holidays: {
    title: "Days off",
    lead: "Those of Spain, of Catalonia and of Barcelona stop the clock of rounds. Those of the other municipalities are told before a round opens.",
    year: "Year",
    calendar: "Calendar",
    names: { ES: "Spain", CT: "Catalonia", EU: "European institutions" },
    unverified: "Foreseen, not confirmed",
    none: "None has been entered.",
    missing: (towns) =>
      plural("en", towns, {
        one: "The local days off of # municipality are missing.",
        other: "The local days off of # municipalities are missing.",
      }),
    add: "Add a day",
    day: "Day",
    name: "Name",
    remove: (day) => `Remove the day ${day}`,
    save: "Save the days off",
    saved: "Days off saved.",
    import: "Import a table",
    importHint:
      "A CSV file with the columns calendar, day and name_ca. Each year of each calendar in it replaces what there was.",
    imported: (count) => plural("en", count, { one: "# day imported.", other: "# days imported." }),
  },
};
