import { plural } from "../../domain/language";
import type { Messages } from "../ca";

export const opening: Messages["opening"] = {
  title: (number) => `Open round ${number}`,
  body: "The chosen version is frozen: while the round lasts nobody can change the text. The municipalities called are told.",
  start: (number) => `Prepare round ${number}`,
  notReady: "Before a round opens a version of the text must be saved.",
  toText: "Go to the text",
  route: "Route",
  step: (number, count, name) => `Step ${number} of ${count}: ${name}`,
  routeDone: "Every step of the route has passed on this text.",
  version: "Version",
  versionHint: "The last one saved. It must be what the text says now; if not, save a new one.",
  name: "Name of the round",
  nameHint: "For example: Council of Mayors.",
  rule: "When it passes",
  moreRules: "Other rules",
  silence: "Technical clearance by silence",
  silenceHint: "Whoever says nothing consents and one objection stops it. It does not adopt the position.",
  electorate: "Who votes",
  everyTown: "All metropolitan municipalities",
  participants: "Only the municipalities taking part",
  electorates: {
    MUNICIPALITIES: "All metropolitan municipalities",
    PARTICIPANTS: "The municipalities taking part",
    AUTHORITY: "The Barcelona Metropolitan Area",
  },
  opens: "Opens",
  opensNow: "Right now",
  opensLater: "Another day",
  closes: "Closes",
  closesHint: (days) =>
    plural("en", days, {
      one: "Brussels time. # working day is suggested.",
      other: "Brussels time. # working days are suggested.",
    }),
  act: "Show what will happen",
  close: "Close the round",
  closeBody: "The outcome is fixed with the votes there are now. This cannot be undone.",
  closeWaits:
    "It can be closed once everybody has voted or time is over. When time is over it closes itself.",
  void: "Declare the round void",
  voidBody:
    "The votes are kept but do not count, and the text goes back to the amending period. This cannot be undone.",
  record: "Enter votes from minutes",
  recordTitle: "Votes from minutes",
  recordBody:
    "The votes that a meeting's minutes state are recorded. Municipalities that are not marked stay as they are.",
  recordMeeting: "Body",
  recordMeetingHint: "For example: Council of Mayors.",
  recordDate: "Date of the meeting",
  recordReference: "Reference of the minutes",
  recordVotes: "Votes",
  untouched: "As it is",
  fillPending: "Fill the pending ones with",
  clear: "Unmark all",
  recordNow: (word) => `Now: ${word}`,
  recordCount: (count) => plural("en", count, { one: "# vote marked", other: "# votes marked" }),
  recordSend: (count) => plural("en", count, { one: "Record # vote", other: "Record # votes" }),
  recordBinding:
    "It is recorded in the coordination's name with the reference of the minutes. Until the round closes it can be corrected.",
  recordNone: "Mark the vote of at least one municipality.",
};
