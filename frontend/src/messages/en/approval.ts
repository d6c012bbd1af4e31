import { lacking, type LackingWords } from "../../domain/lacking";
import { plural } from "../../domain/language";
import type { Messages } from "../ca";

const LACKING: LackingWords = {
  amounts: {
    ORGANIZATIONS: { one: "# municipality", other: "# municipalities" },
    POPULATION: { one: "# inhabitant", other: "# inhabitants" },
    SEATS: { one: "# seat", other: "# seats" },
    QUORUM: { one: "# vote for the quorum", other: "# votes for the quorum" },
  },
  lacking: (amounts) => `Still missing: ${amounts}`,
  objections: { one: "# objection would have to go", other: "# objections would have to go" },
  reservations: { one: "# reservation would have to go", other: "# reservations would have to go" },
  never: "It would not pass now",
};

const FELL_SHORT: LackingWords = {
  ...LACKING,
  lacking: (amounts) => `It did not pass: ${amounts} short`,
};

export const approval: Messages["approval"] = {
  title: "Approval",
  none: "No round has been opened yet",
  noneBody:
    "When the text is ready, the coordination freezes it and asks the municipalities for their votes. The count will be here, town by town.",
  rounds: "Rounds",
  round: (number, name) => `Round ${number}: ${name}`,
  roundShort: (number) => `Round ${number}`,
  statuses: {
    SCHEDULED: "Scheduled",
    OPEN: "Open",
    PASSED: "Passed",
    FAILED: "Not passed",
    BROKEN: "Objected to",
    VOID: "Void",
  },
  verdicts: {
    scheduled: "The round has not opened yet",
    sealed: "Votes stay sealed until the round closes",
    counting: "Time is over, the votes are being counted",
    objected: "There are objections: silence no longer stands for consent",
    wouldPass: "It would pass now",
    wouldTie: "It would be a tie now: a second vote would be needed",
    tied: "A tie: a second vote is needed",
    wasTied: "It ended in a tie and was voted again",
    decidedYes: "Decided: it passes",
    decidedNo: "Decided: it does not pass",
    passed: "It passed",
    failed: "It did not pass",
    broken: "It did not pass: there were objections",
    void: "The round was declared void",
  },
  lacking: (missing) => lacking("en", missing, LACKING),
  fellShort: (missing) => lacking("en", missing, FELL_SHORT),
  turnout: (voted, called) =>
    plural("en", voted, { one: `# of ${called} has voted.`, other: `# of ${called} have voted.` }),
  decidedNote:
    "The pending votes can no longer change it; those cast may still be changed until the closing.",
  toRatifyNote: (count) =>
    plural("en", count, {
      one: "# vote is still to be ratified.",
      other: "# votes are still to be ratified.",
    }),
  settling: (count) =>
    plural("en", count, {
      one: "It could be decided with # more vote in favour.",
      other: "It could be decided with # more votes in favour.",
    }),
  silenceNote:
    "Whoever says nothing consents. One objection closes the round at once and the text goes back to amendments.",
  leadsOn: "Passing this round adopts the position.",
  leadsNext: "If it passes, the next round follows.",
  adopted: "With this round the position is adopted.",
  nextRound: "The next round is still to come.",
  backToText: "The position went back to the amending period.",
  opens: "Opens",
  closes: "Closes",
  closed: "Closed",
  reason: "Reason",
  version: (label) => `Version ${label} is voted on`,
  versionVoted: (label) => `Version ${label} was voted on`,
  rule: "Rule",
  presets: {
    SIMPLE_MAJORITY: "Simple majority",
    ABSOLUTE_MAJORITY: "Absolute majority",
    TWO_THIRDS_POPULATION: "Two thirds of the population",
    DOUBLE_MAJORITY: "Double majority",
    DOUBLE_MAJORITY_BLOCKING: "Double majority with blocking minority",
    REINFORCED: "Reinforced double majority",
    WEIGHTED_SEATS: "Vote weighted by seats",
    UNANIMITY: "Unanimity",
    CONSENSUS: "Consensus",
  },
  presetSentences: {
    SIMPLE_MAJORITY: "More municipalities in favour than against. Abstaining does not count.",
    ABSOLUTE_MAJORITY: "More than half of the municipalities called are in favour.",
    TWO_THIRDS_POPULATION: "The municipalities in favour hold two thirds of the population.",
    DOUBLE_MAJORITY:
      "55% of the municipalities, holding 65% of the population, are in favour. Abstaining is not supporting.",
    DOUBLE_MAJORITY_BLOCKING:
      "Like the double majority, but fewer than four municipalities cannot block by population alone.",
    REINFORCED: "72% of the municipalities, holding 65% of the population, are in favour.",
    WEIGHTED_SEATS: "More seats of the Metropolitan Council in favour than against.",
    UNANIMITY: "Nobody votes against. Abstaining does not prevent it.",
    CONSENSUS: "No objection and no standing reservation.",
  },
  ownRule: "Own rule",
  ownRuleSentence: "All of the following conditions must hold.",
  measures: { ORGANIZATIONS: "Municipalities", POPULATION: "Population", SEATS: "Seats" },
  bases: {
    CAST: "of the votes cast",
    EXPRESSED: "of the votes for and against",
    ELIGIBLE: "of those called",
  },
  asked: (share, basis, isStrict) => `${isStrict ? "More than " : ""}${share} ${basis} needed`,
  reached: (reached, base) => `${reached} of ${base} in favour`,
  needed: (amount) => `${amount} needed`,
  met: "Reached",
  unmet: "Not reached",
  marks: {
    APPROVE: "In favour",
    TACIT: "Silent",
    OBJECT: "Against",
    ABSTAIN: "Abstains",
    RECUSE: "Recused",
    PENDING: "Pending",
    SEALED: "Has voted",
  },
  letters: { APPROVE: "Y", TACIT: "S", OBJECT: "N", ABSTAIN: "A", RECUSE: "–", PENDING: "P", SEALED: "V" },
  map: "Map of votes",
  legend: "Votes by kind",
  mapHint:
    "Each square is a municipality; the larger, the more people. Press one to see its vote; the arrow keys go from one to the next.",
  offMap: "Not on the map",
  inhabitants: (count) => plural("en", count, { one: "# inhabitant", other: "# inhabitants" }),
  seats: (count) => plural("en", count, { one: "# seat", other: "# seats" }),
  table: "Table of votes",
  tableShow: "Show the table of all votes",
  columns: {
    organization: "Municipality",
    vote: "Vote",
    when: "Date",
    basis: "Mandate or minutes",
    notes: "Notes",
  },
  pending: (count) => plural("en", count, { one: "# vote pending", other: "# votes pending" }),
  copyPending: "Copy the list",
  copied: "List copied",
  statements: "Explanations of vote",
  reservations: "Reservations",
  reservationKinds: {
    SCRUTINY: "Scrutiny",
    SUBSTANTIVE: "Substantive",
    LINGUISTIC: "Linguistic",
    MANDATE: "Mandate",
  },
  reservationStates: { OPEN: "Standing", LIFTED: "Lifted", MAINTAINED: "Maintained" },
  wholeText: "The whole text",
  wish: "Proposal",
  lift: "Lift the reservation",
  liftBody:
    "The record will say that the municipality has lifted the reservation. Only a new vote can bring it back.",
  except: (keys) => `Except ${keys}`,
  ratification: {
    PENDING: (day) => `Subject to ratification by ${day}`,
    CONFIRMED: () => "Ratified",
    WITHDRAWN: () => "Ratification was refused",
  },
  mandates: {
    MAYOR_DECREE: "Mayor's decree",
    GOVERNMENT_BOARD: "Decision of the local government board",
    PLENARY: "Decision of the plenary",
    DELEGATION: "Delegation",
  },
  mandate: (kind, day) => `${kind}, ${day}`,
  act: (body, day, reference) => `Minutes: ${body}, ${day} (${reference})`,
  castOn: (day) => `Vote of ${day}`,
  hash: "SHA-256 fingerprint of the text",
  hashWhy:
    "The same one stands in the record and on the receipts: whoever has the file can check that it is this text.",
};
