import { plural } from "../../domain/language";
import type { Effect, EffectKind, SpokenChoice } from "../../domain/swings";
import type { Messages } from "../ca";

const CHOICES: Record<SpokenChoice, string> = {
  APPROVE: "its yes",
  OBJECT: "its no",
  ABSTAIN: "its abstention",
};
const EFFECTS: Record<EffectKind, string> = {
  settlesYes: "would carry it, and it would be decided",
  passes: "would carry it",
  ties: "would make it a tie",
  settlesNo: "would decide that it does not pass",
  fails: "would mean that it does not pass now",
};

function told({ kind, choices }: Effect): string {
  if (choices.length === 3) return `any vote of its ${EFFECTS[kind]}`;
  const list = new Intl.ListFormat("en", { type: "disjunction" });
  return `${list.format(choices.map((choice) => CHOICES[choice]))} ${EFFECTS[kind]}`;
}

/** The first letter large, for what begins a sentence. */
function begun(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

export const counting: Messages["counting"] = {
  title: "Will it pass?",
  swing: (effects) =>
    effects.length > 0 ? `${begun(effects.map(told).join("; "))}.` : "Its vote alone would not change it.",
  reserved: (count, isObjection) =>
    plural("en", count, {
      one: `# vote in favour with a reservation counts as ${isObjection ? "an objection" : "an abstention"}.`,
      other: `# votes in favour with a reservation count as ${isObjection ? "objections" : "abstentions"}.`,
    }),
  repeats: (number) => `This is the second vote of round ${number}, which ended in a tie.`,
  tiedNote: (hasCasting) =>
    hasCasting
      ? "The text stays frozen. If it is a tie again, the casting vote decides."
      : "The text stays frozen. If it is a tie again, it does not pass.",
  tieRule: (casting) =>
    casting
      ? `A tie is voted again; if it is a tie once more, the casting vote of ${casting} decides.`
      : "A tie is voted again; if it is a tie once more, it does not pass.",
  castingRule: (casting) => `In a tie the casting vote of ${casting} decides.`,
  maintained: {
    NOTHING: "",
    BLOCKS: "While a reservation stands, it does not pass.",
    ABSTAINS: "A vote in favour on which a reservation stands counts as an abstention.",
    OBJECTS: "A vote in favour on which a reservation stands counts as an objection.",
  },
  start: "What if…",
  startHint: "Try combinations of pending votes. It changes nothing, and nobody else sees it.",
  banner: "This is a supposition: no vote changes",
  supposed: (count) =>
    plural("en", count, { one: "# pending vote is supposed", other: "# pending votes are supposed" }),
  nothingSupposed: "Choose what the pending towns would say, on the map or in the list.",
  leave: "Leave the supposition",
  clear: "Start again",
  all: { APPROVE: "All in favour", OBJECT: "All against", ABSTAIN: "All abstain" },
  choices: { APPROVE: "In favour", OBJECT: "Against", ABSTAIN: "Abstention" },
  pendingTowns: "Pending towns",
  choiceOf: (town) => `What ${town} would say`,
  supposedMark: (choice) => `supposed: ${choice.toLocaleLowerCase("en")}`,
  mapHint: "Touch a pending town to suppose it in favour, against, abstaining, and pending again.",
  verdicts: {
    wouldPass: "It would pass",
    decidedYes: "It would pass, and the others could no longer change it",
    wouldTie: "It would be a tie: a second vote would be needed",
    decidedNo: "It would not pass, and the others could no longer change it",
    objected: "It would not pass: an objection breaks the silence",
    lacking: "It would not pass yet",
  },
  before: (amount) => `now, ${amount}`,
  secondVote: "Second vote",
  secondVoteBody:
    "The round ended in a tie. The same text is voted again, under the same terms, by the same towns.",
  secondVoteDays: "Choose until when votes are taken.",
  openSecondVote: "Open the second vote",
  openSecondVoteConfirm:
    "It opens now and everyone has to vote again: the votes of the first stay in the record and count no more. It cannot be undone, except by voiding the round with a reason.",
  giveUp: "Go back to the text",
  giveUpBody: "The round is voided and the text goes back to amendments. The reason stays in the record.",
};
