import { plural } from "../../domain/language";
import type { Messages } from "../ca";

export const work: Messages["work"] = {
  title: "My work",
  greeting: (organization) => `What is asked of ${organization} now`,
  none: "Nothing pending",
  noneBody: "Everything is up to date. When a vote, an answer or a reading is needed, it will show here.",
  allPositions: "All positions",
  pending: (count) => plural("en", count, { one: "# thing pending", other: "# things pending" }),
  deadlines: "Next deadlines",
  noDeadlines: "No deadline in sight.",
  recent: "Recent changes",
  due: (when) => `Until ${when}`,
  tasks: {
    VOTE: { title: "The vote is missing", act: "Vote" },
    LIFT_RESERVATION: { title: "The text now says what was asked for", act: "Look at the reservation" },
    DECIDE_AMENDMENTS: { title: "Amendments to decide", act: "Decide the amendments" },
    ACCEPT_INVITATION: { title: "Invitation to take part", act: "Answer the invitation" },
    READ_CHANGES: { title: "The text has changed", act: "See the changes" },
    WRITE: { title: "The text is being drafted", act: "Write" },
    OPEN_ROUND: { title: "A round can be opened", act: "Prepare the round" },
    CLOSE_ROUND: { title: "The round can be closed", act: "See the tally" },
    APPROVE_TRANSLATION: { title: "Translations to approve", act: "Open the text" },
    PUBLISH: { title: "Adopted and not published yet", act: "Publish" },
  },
  amendments: (count) => plural("en", count, { one: "# amendment", other: "# amendments" }),
  round: (number, name) => `Round ${number}, ${name}`,
  signIn: {
    title: "Sign in",
    demoLead: "Demonstration: choose a person. No password is needed and all data are fictional.",
    search: "Search by town or name",
    members: (count) => plural("en", count, { one: "# person", other: "# people" }),
    none: "Nobody of that name.",
    failed: "Signing in did not work. Try again.",
    roles: {
      COORDINATOR: "Coordination",
      DELEGATE: "Town delegation",
      OBSERVER: "Observation",
      ADMINISTRATOR: "Administration",
    },
  },
};
