import type { Messages } from "../ca";

export const report: Messages["report"] = {
  title: "Closing report",
  titleOpen: "Follow-up and report",
  none: "The report of this paper cannot be read yet. It appears once the paper is submitted; for everybody, once it is public and its follow-up is closed.",
  document: "The report",
  forms: { pdf: "PDF", docx: "Word", odt: "OpenDocument" },
  conclusions: "Conclusions",
  conclusionsHint:
    "What came of it and what to do now. They stand at the end of the report, in the reader's language or, failing that, in the original's.",
  conclusionsIn: (language) => `Conclusions (${language})`,
  write: "Save the conclusions",
  written: "Saved.",
  writtenAt: (when) => `Saved on ${when}.`,
  open: "Follow-up and report",
};
