import { plural } from "../../domain/language";
import type { adoption as catalan } from "../ca/adoption";

export const adoption: typeof catalan = {
  statements: "Statements",
  statementsBody: "They are annexed to the text and published with it. They do not change it.",
  noStatements: "No statement has been annexed in this round yet.",
  kinds: { MINUTES: "Statement for the minutes", DISSENT: "Dissenting opinion" },
  kindHints: {
    MINUTES:
      "Explains where the town stands, whether it votes in favour or not: a nuance, a commitment, a request.",
    DISSENT: "Says why the town does not support the text. Only for those that did not vote in favour.",
  },
  pending: (names: string) => `Named, and not signed yet: ${names}`,
  nobody: "Nobody stands behind it: whoever signed it has voted in favour.",
  fromMinutes: (body: string, when: string, reference: string) => `${body}, ${when} (${reference})`,
  annex: "Annex a statement",
  annexBody:
    "It will be annexed to the text being voted on and, if that passes, published with it. It cannot be changed or removed.",
  annexKind: "What it is",
  annexText: "Text",
  annexTextHint: (count: number) =>
    plural("en", count, {
      one: "# character left. Plain paragraphs.",
      other: "# characters left. Plain paragraphs.",
    }),
  annexTooLong: (count: number) =>
    plural("en", count, { one: "# character too many.", other: "# characters too many." }),
  textNeeded: "Write the text of the statement.",
  joint: "It is joint with other towns",
  jointHint: "Each has to sign it from its own account. Until then it is shown as pending.",
  towns: "Towns",
  recordTowns: "Whose it is",
  recordTownsHint: "The towns that the minutes name. All are recorded as signatories.",
  townsNeeded: "Choose at least one town.",
  preview: "What will happen",
  previewOwn: (town: string) => `${town} signs it at once.`,
  previewJoint: (towns: string) => `To sign as well: ${towns}.`,
  previewRecorded: (towns: string) => `It is recorded as signed by ${towns}.`,
  previewPublic: "Once the paper is published, everyone can read it.",
  fromAct: "It comes from minutes",
  annexAct: (kind: string) => `Annex: ${kind}`,
  sign: "Sign the statement",
  signBody: (town: string) =>
    `${town} will stand as a signatory of this statement. It is public once the paper is published and cannot be undone.`,
  signatories: "Signatories",
  signatoriesBody: (count: number) =>
    plural("en", count, {
      one: "# organization stands behind the adopted text.",
      other: "# organizations stand behind the adopted text.",
    }),
  except: (keys: string) => `all but ${keys}`,
  withdrawn: (when: string) => `Signature withdrawn as of ${when}`,
  withdraw: "Withdraw the signature",
  withdrawAny: "Withdraw a signature",
  withdrawWho: "Who withdraws it",
  withdrawTitle: (town: string) => `Withdraw the signature of ${town}`,
  withdrawBody:
    "The adopted text, the votes and the outcome stay as they are: beside the name it will say since when it is withdrawn, and by which act. It is public and cannot be undone.",
  withdrawnOn: "Withdrawn as of",
  withdrawReason: "Reason (optional)",
  withdrawReasonHint: "Published with the withdrawal.",
  actBody: "Body that decides it",
  actBodyHint: "For example: town council plenary.",
  actDate: "Date of the act",
  actReference: "Reference of the act",
  errata: "Errata",
  erratum: (number: number, when: string) => `Version ${number}, ${when}`,
  erratumShow: (number: number) => `Show what changes from version ${number}`,
  correct: "Correct an error",
  correctBody:
    "For slips in the adopted text. A new version is saved with the reason and shown as a correction; both can be read. It may not add, drop or reorder asks; translations have to be approved again.",
  correctText: "Adopted text",
  correctReason: "Reason for the correction",
  correctReasonHint: "Published with the text. For example: “It said 2026 and should have said 2027”.",
  correctPreview: "What will change",
  correctSame: "Nothing has been changed yet.",
  correctAct: "Publish the correction",
  correctActPrivate: "Save the correction",
  reasonNeeded: "Say why it is corrected.",
  changeNeeded: "Change the text to correct it.",
};
