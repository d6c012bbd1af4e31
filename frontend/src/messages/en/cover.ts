import { plural } from "../../domain/language";
import type { Messages } from "../ca";

export const cover: Messages["cover"] = {
  editTitle: "Edit the cover",
  edit: "Edit the cover",
  save: "Save the cover",
  stale: "Somebody changed the position while the cover was being edited",
  staleBody: "What was written is kept here. It can be compared with the present cover and saved again.",
  saveAnyway: "Save it all the same",
  languageSection: (name) => `In ${name}`,
  originalMark: "original language",
  route: "Approval route",
  routeNone: "No route: each round is settled when it opens",
  routeHint:
    "It says which rounds the position must pass. It can be changed until the first round has passed.",
  routeSteps: (names) => `Rounds: ${names}`,
  searchTowns: "Search for a municipality or a partner",
  noInstitution: "No institution with these words.",
  addInstitution: (name) => `Add ${name}`,
  chosenInstitutions: "Addressees chosen",
  relationWrong: (example) => `This is not the form of this kind. For example: ${example}`,
  removeRelation: (number) => `Remove file ${number}`,
  relationNumber: (number) => `File ${number}`,
  kept: "It is kept in this browser until the position is created.",
  discard: "Empty the form",
  discardBody: "Everything written in this form is deleted. It cannot be brought back.",
  wrong: (count) =>
    plural("en", count, {
      one: "# field must be corrected before the position is created",
      other: "# fields must be corrected before the position is created",
    }),
  calendar: "Calendar",
  milestoneEmpty: "Empty if it has no date.",
  tablingHint: "Brussels time.",
  notAllowed: "Positions are proposed by the coordination",
  notAllowedBody: "A municipality that wishes to promote one may ask the Metropolitan Area.",
  participants: "Participants",
  participantsManage: "Manage the participants",
  participantsBody:
    "Whoever takes part writes, comments and tables amendments. Those invited may work before they answer.",
  inviteOne: (name) => `Invite ${name}`,
  inviteAll: (count) =>
    plural("en", count, {
      one: "Invite the municipality still missing",
      other: "Invite the # municipalities still missing",
    }),
  removeOne: (name) => `Remove ${name}`,
  remove: "Remove",
  removeBody: (name) =>
    `${name} will no longer see the draft or write in it. What it has done is kept. It can be invited again.`,
  since: (day) => `since ${day}`,
  leads: "Lead",
  inviting: (done, count) => `${done} of ${count} invited`,
  everyoneIn: "All municipalities take part.",
  showOthers: "Municipalities and partners that do not take part",
};
