import { plural } from "../../domain/language";
import { citedApart, spanned } from "../../domain/readings";

const list = new Intl.ListFormat("en", { type: "conjunction" });
const named = (numbers: readonly number[]): string => list.format(numbers.map(String));

export const consolidation = {
  views: "How to look at the amendments",
  view: { llista: "List", votacio: "Voting order", lectura: "Readings of the text" },
  progress: (soFar: number, total: number) => `Loaded ${soFar} of ${total} amendments.`,
  failed: (number: number) =>
    `Amendment ${number} could not be shown in full. Its text is in the record and in the download.`,
  place: (numbers: readonly string[], after: string | null) => {
    const { paragraphs, asks } = citedApart(numbers);
    const told = [
      paragraphs.length > 0
        ? `${paragraphs.length === 1 ? "Paragraph" : "Paragraphs"} ${list.format(spanned(paragraphs))}`
        : [],
      asks.length > 0 ? `${asks.length === 1 ? "Ask" : "Asks"} ${list.format(spanned(asks))}` : [],
    ].flat();
    return told.join(" · ") || (after === null ? "" : `After paragraph ${after}`);
  },
  standing: (name: string) => `The amendments of ${name}:`,
  fellWith: () => "Fell because of",
  comment: "Comment on the passage",
  commented: "Comment kept in the discussion.",
  sideBySide: "Compare the wordings side by side",
  now: "The text as it is",
  tick: (number: number) => `Tick amendment ${number}`,
  tickAll: (count: number) => `Tick those that do not collide (${count})`,
  untick: "Tick none",
  ticked: (count: number) => plural("en", count, { one: "# amendment ticked", other: "# amendments ticked" }),
  decideTicked: "Decide them together",
  agendaLead:
    "Passage by passage, in the order of the vote: those on the whole passage first, and of those the one farthest from the text.",
  agendaEmpty: "No amendment is left to decide.",
  agendaMissing: (count: number) =>
    plural("en", count, {
      one: "# undecided amendment has no place in the text as it is, and comes at the end of the list:",
      other: "# undecided amendments have no place in the text as it is, and come at the end of the list:",
    }),
  beginning: "Beginning of the document",
  whole: "Whole passage",
  part: "Part",
  distance: (share: number) => `changes ${share} of 100 words`,
  falls: (number: number, falls: readonly number[]) =>
    `If ${number} is carried, ${named(falls)} ${falls.length === 1 ? "falls" : "fall"}.`,
  blocks: (number: number, blocks: readonly number[]) =>
    `If ${number} is carried, ${named(blocks)} could no longer go in as written.`,
  compromise: (numbers: readonly number[]) => `Propose a compromise in place of ${named(numbers)}`,
  compromiseGone:
    "The passage of all of them was not found in the newest version: propose the compromise by choosing the passage.",
  wordings: "Wordings it replaces",
  startFrom: (number: number) => `Start from ${number}`,
  reading: {
    original: "Original",
    esmenat: "With all amendments",
    diferencies: "Differences",
    adoptat: "Adopted so far",
    final: "Final text",
  },
  readingHint: {
    original: "The version that was opened to amendments. The paragraph numbers come from it.",
    esmenat: "How it would read with all that is incorporated and all that is proposed without colliding.",
    diferencies: "What changes between the original and the text with all amendments.",
    adoptat: "What the decisions taken made of the text so far; what was deleted stands struck through.",
    final: "The text as it is now, clean.",
  },
  readings: "Which reading",
  based: (version: number) =>
    `The numbers are those of version ${version} and do not change: what is added gets a letter (12a), what is deleted keeps its own.`,
  left: "Left out, as they collide or no longer have a place:",
  paragraphLink: (number: string) => `Paragraph ${number}: link`,
  cite: (reference: string, number: string) => `${reference}, § ${number}`,
  cited: (number: string) => `Paragraph ${number}`,
  copyLink: "Copy the link",
  copied: "Copied.",
  gone: "Deleted.",
  print: "Print",
  noText: "There is no version to read yet.",
  batchTitle: "Decision on several",
  batchLead: "Choose a decision for each amendment, look at the text that results, and confirm all at once.",
  back: "Back to the amendments",
  forAll: "For all",
  forAllLabel: "The same decision for all",
  choose: "Choose",
  decisionOf: (number: number) => `Decision on amendment ${number}`,
  reasonOf: (number: number) => `Reason for the decision on amendment ${number}`,
  wordingOf: (number: number) => `Wording that goes in for amendment ${number}`,
  remove: (number: number) => `Take amendment ${number} out`,
  lacks: {
    decision: (number: number) => `The decision on amendment ${number} is missing.`,
    reason: (number: number) =>
      `The reason for amendment ${number} is missing: rejecting or not admitting it needs one.`,
    wording: (number: number) => `The wording that goes in for amendment ${number} is missing.`,
  },
  preview: "See the text that results",
  previewAgain: "See the result again",
  previewing: "The resulting text is being made.",
  result: "The text that results",
  goesIn: "Go into the text",
  falling: "Fall, as they are replaced:",
  nothingChanges: "The text does not change.",
  collide: (numbers: readonly number[]) =>
    `${named(numbers)} change the same words: only one of them can go in.`,
  leaveOut: (number: number) => `Leave ${number} out`,
  refused: (number: number | null) => (number === null ? "One of the decisions" : `Amendment ${number}`),
  hindered: "Nothing can be decided while this is unresolved.",
  credit: "In the name of",
  credits: (name: string, numbers: readonly number[]) => `${name} (${named(numbers)})`,
  summary: {
    INCORPORATE: (count: number) => plural("en", count, { one: "# incorporated", other: "# incorporated" }),
    INCORPORATE_PARTLY: (count: number) =>
      plural("en", count, { one: "# incorporated in part", other: "# incorporated in part" }),
    REJECT: (count: number) => plural("en", count, { one: "# rejected", other: "# rejected" }),
    INADMISSIBLE: (count: number) => plural("en", count, { one: "# not admitted", other: "# not admitted" }),
  },
  binding:
    "The decisions stand in the record and cannot be undone. To correct one later, go on editing the text, table a new amendment or go back to an earlier version; the decisions taken will still stand there.",
  confirm: (count: number) =>
    plural("en", count, { one: "Decide # amendment", other: "Decide # amendments" }),
  stale:
    "The text has changed meanwhile. What was chosen is kept and the preview is now that of the present text: look at it and confirm again.",
  gonePart: "Some are no longer undecided and were taken out. Look at the resulting text again.",
  decided: (count: number) =>
    plural("en", count, { one: "# amendment decided.", other: "# amendments decided." }),
};
