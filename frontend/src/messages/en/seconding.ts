import { plural } from "../../domain/language";
import type { Messages } from "../ca";

export const seconding: Messages["seconding"] = {
  prepared: "Prepared, waiting for a second person",
  preparedBy: (name, day) => `Prepared by ${name}, ${day}.`,
  preparedWhy: "It does not count yet: in this municipality another delegate confirms every vote.",
  preparedByYou:
    "It does not count yet. Another delegate of the municipality has to confirm it before the round closes.",
  lapsed: "Nobody confirmed it, and it does not count: the round closed before.",
  countsNow: (choice) => `Meanwhile the earlier vote counts: ${choice}.`,
  confirm: "Confirm the vote",
  confirmTitle: (organization) => `Confirm the vote of ${organization}`,
  confirmBody: (choice, version) =>
    `The vote “${choice}” on version ${version} will count from now on. The record will say that two persons made it.`,
  confirmedBy: (name, day) => `Confirmed by ${name}, ${day}.`,
  asked: "The coordination asks to confirm this vote",
  askedWhy: (reason) => `Why: ${reason}`,
  askedCounts: "The vote goes on counting until it is confirmed or another is cast.",
  confirmAskedBody: (choice) =>
    `The record will say that the municipality's present government confirms the vote “${choice}”. To say something else, cast a new vote.`,
  notes: {
    asked: "Waiting for the new government to confirm it",
    confirmed: "Confirmed by the new government",
    substitute: "Cast by the substitute",
  },
  waiting: "Prepared, waiting for a second person",
  waitingLead: "They do not count until somebody else of the same municipality confirms them.",
  lapsedTitle: "Prepared and never confirmed",
  lapsedLead: "They do not count: the round closed before.",
  ask: "Ask a new government to confirm",
  askBody:
    "The vote goes on counting. The municipality will see it marked, and may confirm or replace it while the round is open.",
  askTown: "Municipality",
  askChoose: "Choose a municipality",
  askReason: "Why",
  askReasonHint: "For example, that there is a new local government. The municipality will read it.",
  askSend: "Ask to confirm",
  toRatify: "Votes subject to ratification",
  toRatifyLead: "They count since they were cast. Each municipality says what its body decided.",
  due: (day) => `By ${day}`,
  overdue: "Overdue",
  settled: {
    CONFIRMED: (body, day, reference) => `Ratified: ${body}, ${day} (${reference})`,
    WITHDRAWN: (body, day, reference) => `Not ratified: ${body}, ${day} (${reference})`,
  },
  standsNoMore: "It no longer counts: the municipality is pending again and may vote anew.",
  stillCounted: "What was counted stays counted, but the municipality does not sign the position.",
  stillPasses: "Without the votes that were not ratified the round would have passed as well.",
  wouldFail:
    "Without the votes that were not ratified the round would not have passed. The outcome does not change by itself.",
  settle: "Enter the ratification",
  settleOf: (organization) => `Enter the ratification of ${organization}`,
  outcome: "What the body decided",
  outcomes: { CONFIRMED: "It ratifies the vote", WITHDRAWN: "It does not ratify the vote" },
  outcomeHints: {
    CONFIRMED: "The vote stays as it is, no longer conditional.",
    WITHDRAWN_OPEN: "The vote stops counting, and the municipality may vote anew while the round is open.",
    WITHDRAWN_CLOSED: "The closed tally does not change, but the municipality no longer signs the position.",
  },
  certificate: "Certificate of the decision",
  certificateHint:
    "Optional. A PDF, an image or a document, up to 20 MB. Participants see it, the public never.",
  chooseFile: "Choose a file",
  changeFile: "Change the file",
  removeFile: "Remove the file",
  uploading: (share) => `Uploading: ${share}`,
  uploaded: (name) => `Kept: ${name}`,
  settleBinding: "It will stand in the record and cannot be undone.",
  settleSend: "Enter it",
  covers: "The mandate is for",
  coversOf: {
    VERSION: "Only the version being voted on",
    POSITION: "The whole paper, even if the text changes",
  },
  receiptPrepared: "Vote prepared",
  receiptPreparedBody: (organization) =>
    `The vote of ${organization} does not count yet: another delegate has to confirm it, and will find it among their tasks.`,
  receiptConfirmed: "Vote confirmed",
  receiptConfirmedBody: (organization) =>
    `The vote of ${organization} counts from now on. This is the receipt.`,
  receiptFields: { confirmed: "Confirmed by", certificate: "Certificate" },
  substitute: "Is a substitute",
  substituteHint: "Acts when the delegate is away. Their votes are marked.",
  substituteTag: "substitute",
  two: "Votes by two persons",
  twoLead:
    "In the municipalities marked here, what one delegate prepares counts only when another confirms it.",
  twoFound: (count) =>
    plural("en", count, { one: "# municipality wants it", other: "# municipalities want it" }),
  twoSaved: (name, confirms) =>
    confirms ? `${name} now wants two persons.` : `${name} no longer wants two persons.`,
};
