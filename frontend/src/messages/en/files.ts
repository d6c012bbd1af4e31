import type { files as Catalan } from "../ca/files";

export const files: typeof Catalan = {
  download: "Download",
  downloadOf: (what) => `Download ${what}`,
  choose: "The same text in different forms. Each carries the reference, the version and the hash.",
  preparing: "The file is being made…",
  saved: (name, size) => `Downloaded: ${name} (${size}).`,
  failed: "It could not be downloaded. Please try again in a while.",
  amendmentsTitle: "the amendments",
  comparisonTitle: "the comparison",
  certificateTitle: (number) => `the certificate of round ${number}`,
  versionTitle: (version) => `version ${version}`,
  forms: {
    pdf: { name: "PDF", what: "To read, print and sign: cover, signatories and numbered pages." },
    docx: { name: "Word", what: "To work on in Word or LibreOffice. It can be imported again." },
    odt: { name: "OpenDocument", what: "The same as Word, in the open format of LibreOffice." },
    html: { name: "Web page", what: "One file that opens in a browser, offline too." },
    md: { name: "Markdown", what: "The exact text, without a cover. Use it to check the hash." },
    xml: { name: "Akoma Ntoso", what: "Standard legal XML, for archives and other programs." },
    tracked: {
      name: "Word with changes",
      what: "Changes show in Word as revisions that can be accepted or rejected.",
    },
    amendmentsPdf: { name: "PDF", what: "To print: two columns, as the European Parliament's." },
    amendmentsDocx: { name: "Word", what: "The same table of two columns, to work on." },
    certificate: {
      name: "Certificate (PDF)",
      what: "The outcome, the rule, every municipality's vote and the record's hash, ready to sign.",
    },
  },
};
