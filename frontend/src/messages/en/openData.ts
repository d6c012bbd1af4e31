export const openData = {
  title: "Open data",
  lead: "Everything public on this site may be downloaded, analysed and published again.",
  licenceTitle: "Licence",
  licence:
    "The published data and texts may be reused under the Creative Commons Attribution 4.0 licence (CC BY 4.0): naming the source is enough.",
  licenceLink: "Text of the licence",
  fiction:
    "This server is a demonstration: texts, votes and answers are invented, and every table says so in its column is_fictional.",
  tablesTitle: "Tables",
  tables:
    "CSV files in UTF-8, separated by commas. Columns keep their name and order; new ones are added at the end. A cell that a spreadsheet would take for a formula has an apostrophe before it.",
  columns: "Columns",
  column: "Column",
  holds: "What it holds",
  type: "Type",
  download: (name: string) => `Download ${name}`,
  recordsTitle: "All in one file",
  records: "Every position with its votes, signatories, statements, submissions and follow-up, as JSON.",
  programsTitle: "For programs",
  programs: {
    api: "GraphQL API: all that is public, without registration",
    schema: "Schema of the API",
    catalogue: "DCAT-AP catalogue (JSON-LD)",
    tables: "Description of the columns (CSV on the Web)",
  },
  addressTitle: "Addresses that do not change",
  address:
    "Every position and every body has a permanent address. The same address gives the page, the data (JSON-LD or JSON) or the adopted text (Markdown, PDF, Word, OpenDocument), as the Accept header asks.",
  feedsTitle: "Feeds and calendar",
  feeds:
    "The Atom feed can be narrowed with subject, institution, organization and year, and asked for in ca, es or en with language.",
  feed: "Published positions (Atom)",
  calendar: "Deadlines of the institutions (iCalendar)",
};
