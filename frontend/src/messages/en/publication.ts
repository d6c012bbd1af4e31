import { plural } from "../../domain/language";
import type { Messages } from "../ca";

export const publication: Messages["publication"] = {
  adoptedOn: (when) => `Adopted on ${when}`,
  publishedOn: (when) => `Published on ${when}`,
  support: (towns, called) => `${towns} of ${called} municipalities in favour`,
  supportShare: (share) => `${share} of the population`,
  contents: "Contents",
  text: "Adopted text",
  textIn: (language) => `The text is in ${language}.`,
  vote: "Who supports it",
  voteOf: (name, when) => `${name}, ${when}`,
  rule: "How it had to be approved",
  byTown: "The vote of each municipality",
  towns: (count) => plural("en", count, { one: "# municipality", other: "# municipalities" }),
  lead: "Lead",
  participants: (count) =>
    plural("en", count, { one: "# took part in the drafting", other: "# took part in the drafting" }),
  addressees: "Addressed to",
  relations: "European files",
  subjects: "Subjects",
  wrote: "Who wrote it",
  wroteBody: "The part of the text that each body wrote.",
  wroteOthers: (count) => plural("en", count, { one: "and # more", other: "and # more" }),
  languages: "Languages",
  files: "Files",
<<<<<<< HEAD
=======
  forms: {
    pdf: "PDF",
    docx: "Word (DOCX)",
    odt: "OpenDocument (ODT)",
    md: "Plain text (Markdown)",
    html: "Web page (HTML)",
  },
>>>>>>> 2391bd6 (The portal, a page per town, open data, accessibility and legal notice; signed-out readers start in their browser's language)
  authenticity: "How to check that this is the text",
  fingerprint: "SHA-256 fingerprint",
  fingerprintBody: "It must be what sha256sum prints for the Markdown file.",
  version: (label, when) => `Version ${label}, ${when}`,
  words: (count) => plural("en", count, { one: "# word", other: "# words" }),
  unknown: "This position is not public",
  unknownBody:
    "It may not have been published yet, or the address may be wrong. Those taking part can see it when they sign in.",
  noText: "The text is not available yet.",
  original: "original",
  workspace: "Open the workspace",
  print: "Print",
  back: "All published positions",
};
