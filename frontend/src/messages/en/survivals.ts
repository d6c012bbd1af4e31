import { plural } from "../../domain/language";
import type { Messages } from "../ca";

const came = (count: number): string => plural("en", count, { one: "# word added", other: "# words added" });
const went = (count: number): string =>
  plural("en", count, { one: "# word removed", other: "# words removed" });

export const survivals: Messages["survivals"] = {
  since: {
    VOTE: (round, day) => `Since the municipality voted in round ${round} (${day})`,
    LOOK: (day) => `Since the text was last looked at (${day})`,
  },
  same: (since) => `${since}, the text is the same.`,
  changed: (since, inserted, deleted) =>
    inserted + deleted === 0
      ? `${since}, only the text's format has changed.`
      : `${since}: ${[...(inserted ? [came(inserted)] : []), ...(deleted ? [went(deleted)] : [])].join(", ")}.`,
  compare: "See what changed",
  title: (round) => `The municipality approved in round ${round}`,
  body: "If the new text can be approved too, confirming the vote is enough. Until it is confirmed, that vote does not count in this round.",
  difference: "What changed since then",
  kept: "Kept with the vote",
  keptReservation: (kind, scope) => `${kind} reservation · ${scope}`,
  keptExcept: (keys) => `The vote still does not approve ${keys}`,
  statement:
    "The statement of that vote does not go along, since it spoke about another text. To make one, prepare a new vote.",
  carries: (mandate) => `The mandate of that vote is used, which covers the whole paper: ${mandate}.`,
  ratification: (day) => `Still subject to ratification by ${day}.`,
  unratified: "That vote was subject to ratification; this one is not. If it has to be, prepare a new vote.",
  mandate: "Mandate for this text",
  mandateWhy: "The mandate of that vote was given for that version and cannot be used again.",
  confirm: (organization) => `Confirm the approval of ${organization}`,
  binding:
    "The vote goes into the record. Until the round closes another vote can replace it; afterwards it cannot be changed or taken back.",
  anew: (round) => `The vote of round ${round} cannot be confirmed`,
  reasons: {
    NOT_APPROVED: () => "It was no approval: a new vote is needed.",
    TACIT: () => "The municipality said nothing then, and silence is not confirmed: it has to vote.",
    RATIFICATION_WITHDRAWN: () => "That vote was not ratified: a new vote is needed.",
    RESERVATION_CHANGED: (ask) =>
      ask
        ? `Ask ${ask}, which the municipality holds a reservation on, has changed: a new vote is needed.`
        : "The passage that the municipality holds a reservation on has changed: a new vote is needed.",
    EXCEPTED_ASK_CHANGED: (ask) =>
      `Ask ${ask ?? ""}, which the municipality did not approve, has changed or is gone: a new vote is needed.`,
  },
  reached: "The text now says what was asked for.",
  passage: (quote) => `“${quote}”`,
  standing: "Standing reservations",
  standingBody:
    "Each municipality holds those of its last vote. The next version may meet them; only their holder lifts them.",
  fromRound: (round) => `From round ${round}`,
};
