import { plural } from "../../domain/language";
import type { Messages } from "../ca";

export const publication: Messages["publication"] = {
  adoptedBy: (count) =>
    plural("en", count, { one: "Adopted by # town or body", other: "Adopted by # towns and bodies" }),
  adoptedOn: (when) => `Adopted on ${when}`,
  inFavour: "In favour",
  against: "Against",
  abstaining: "Abstentions",
  recused: "Recused",
  residents: (count) => `${count} residents`,
  vote: "The vote",
  voteOf: (name, when) => `${name}, ${when}`,
  byTown: "Vote of each town",
  signatories: "Signatories",
  addressees: "Addressed to",
  relations: "European files",
  languages: "Languages",
  files: "Files",
  markdown: "Text (Markdown)",
  html: "Web page (HTML)",
  fingerprint: "SHA-256 fingerprint of the text",
  noText: "The text is not available yet.",
  original: "original",
  workspace: "Open the workspace",
  print: "Print",
};
