import { plural } from "../../domain/language";

const towns = (count: number): string =>
  plural("en", count, { one: "# municipality", other: "# municipalities" });

/** Routes, what a round will do before it is opened, and the municipalities that are not called. */
export const routing = {
  line: "Route of approval",
  none: "Without a route: one round, under the rule chosen when it is opened.",
  choose: "Change the route",
  chooseTitle: "Route of approval",
  chooseBody:
    "The paper keeps a copy: when administrators change the route later, this paper goes on as before.",
  chooseNone: "Without a route",
  chooseAct: "Save the route",
  passedIn: (round: number) => `Passed in round ${round}`,
  runningIn: (round: number) => `Under way, round ${round}`,
  next: "This is its turn",
  later: "Not its turn yet",

  previewTitle: "This is what will happen",
  previewBody: "Nothing has been opened yet.",
  back: "Back to the form",
  open: "Open the round",
  schedule: "Schedule the round",
  refused: "It cannot be opened like this:",
  freezes: (version: string) =>
    `Version ${version} is frozen: nobody can change the text while the round lasts.`,
  period: "Period",
  workingDays: (days: number, usual: number) =>
    days < usual
      ? `${plural("en", days, { one: "# working day", other: "# working days" })}; ${usual} are usual.`
      : plural("en", days, { one: "# working day", other: "# working days" }),
  calls: "Who is called",
  called: (count: number, population: string, seats: number) =>
    `${towns(count)}, ${population} inhabitants, ${plural("en", seats, { one: "# seat", other: "# seats" })} in the Metropolitan Council`,
  authority: "The Barcelona Metropolitan Area",
  showCalled: "Show who votes",
  nobody: "Nobody could vote in it yet.",
  people: (count: number) =>
    plural("en", count, {
      one: "# person is told.",
      other: "# people are told.",
    }),
  confirmable: (count: number) =>
    plural("en", count, {
      one: "# municipality can confirm in one click the approval it gave before.",
      other: "# municipalities can confirm in one click the approval they gave before.",
    }),
  leftOut: "Who is not",
  absences: {
    SUSPENDED: "suspended",
    ENDED: "has merged into another",
    NO_PART: "takes no part",
  },
  others: (count: number) =>
    plural("en", count, {
      one: "# municipality that takes no part",
      other: "# municipalities that take no part",
    }),
  outcomeTitle: "If it passes",
  outcomes: {
    ADOPTED: "The text is adopted as the joint position.",
    NEXT_STEP: "The text stays frozen and the next round is due.",
    CLEARED: "The text is cleared, not adopted: another round is needed.",
  },
  nextStep: (name: string) => `Then: ${name}.`,
  failure: "If it does not pass, the text goes back to the amendments.",
  recall: (minutes: number) =>
    `If it is a mistake, it can be undone for ${minutes} minutes, while nobody has voted.`,
  cautionsTitle: "Before opening it",
  cautions: {
    SHORT_PERIOD: (count: number) =>
      `The period is short: ${plural("en", count, { one: "# working day", other: "# working days" })}.`,
    CLOSES_ON_DAY_OFF: () => "The day it closes is no working day.",
    CLOSES_AFTER_DEADLINE: () => "It closes after the institution's deadline.",
    DAYS_OFF_UNKNOWN: () =>
      "The days off of a year of the period are not known: there may be fewer working days.",
    LOCAL_HOLIDAYS: (count: number) => `${towns(count)} with local holidays in the period`,
    STALE_TRANSLATION: (count: number) =>
      plural("en", count, {
        one: "# translation does not follow this text",
        other: "# translations do not follow this text",
      }),
    TABLED_AMENDMENTS: (count: number) =>
      plural("en", count, { one: "# amendment is not decided.", other: "# amendments are not decided." }),
    OPEN_DISCUSSIONS: (count: number) =>
      plural("en", count, { one: "# discussion is open.", other: "# discussions are open." }),
    WITHOUT_DELEGATE: (count: number) => `${towns(count)} with nobody who could vote`,
    ONE_CAN_PREVENT: (count: number) =>
      plural("en", count, {
        one: "One vote against prevents it if it comes from",
        other: "One vote against prevents it if it comes from any of",
      }),
    RULE_NEEDS_EVERYBODY: () => "One vote against, from anybody, prevents it from passing.",
  },
  urgency: "Why the period is shorter than usual",
  urgencyHint: (days: number) => `${days} working days are usual. Everybody called will read it.`,
  urgent: "Urgent",

  recallAct: "Undo the opening",
  recallBody: (until: string) =>
    `As if it had not been opened: the text goes back where it was. It can be done until ${until}, while nobody has voted. It stays in the record.`,
  recalled: "Opened by mistake and undone",
  toText: "Back to the text",
  toTextPassed:
    "This round no longer counts as passed and the text goes back to the amendments. If the text changes, every step has to be repeated. The votes stay in the record but do not count. It cannot be undone.",
  extendAct: "Extend the period",
  extendBody: "A silence procedure can be extended once only. The votes there are stay.",
  extendTo: "Closes",
  extended: "Extended",
  extendedFrom: "Was to close",

  keptTitle: "Routes of approval",
  keptBody:
    "Which rounds a paper goes through, and in which order. Changes hold for papers that choose it from now on.",
  add: "New route",
  edit: "Change",
  retire: "Offer it no longer",
  retireBody: "It can no longer be chosen. Papers that follow it go on as before.",
  offer: "Offer it again",
  retired: "not on offer",
  saved: "The route was saved.",
  saveAct: "Save the route",
  nameOf: (language: string) => `Name in ${language}`,
  languages: { ca: "Catalan", es: "Spanish", en: "English" },
  steps: "Rounds, in order",
  stepTitle: (number: number, name: string) => (name ? `${number}. ${name}` : `${number}. New round`),
  addStep: "Add a round",
  removeStep: (name: string) => `Remove the round ${name}`,
  up: (name: string) => `Move ${name} up`,
  down: (name: string) => `Move ${name} down`,
  days: "Usual period, in working days",
  isSealed: "Nobody sees how others vote before it closes",
  ownRule: "A rule of its own, as before",
  ended: "The last round has to be a decision.",

  absencesTitle: "Municipalities that are not called",
  absencesBody:
    "A municipality that is suspended or has merged does not vote in rounds opened from then on. Rounds that are open do not change.",
  everyoneCalled: "Every municipality is called.",
  suspendAct: "Suspend a municipality",
  mergeAct: "Record a merger",
  reinstateAct: "Call it again",
  reinstateBody: (name: string) => `${name} votes in rounds opened from today on.`,
  undoMerge: "Undo the merger",
  undoMergeBody: (name: string) => `${name} votes again in rounds opened from now on.`,
  town: "Municipality",
  pick: "Choose a municipality",
  since: "First day",
  until: "Last day",
  untilHint: "Leave empty while it is not known.",
  why: "Reason",
  whyHint: "Only administrators read it.",
  lastDay: "The municipality's last day",
  successor: "The municipality that follows",
  suspended: (from: string, until: string | null) =>
    until === null ? `suspended from ${from}` : `suspended from ${from} to ${until}`,
  merged: (on: string, into: string) => `merges into ${into}; last day, ${on}`,
  changed: "The change was saved.",
};
