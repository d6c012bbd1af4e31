export const legal = {
  contactTitle: "Contact",
  contact: "For any question, complaint or request about this page:",
  noContact:
    "The body that runs this server has not given any contact address yet. It has to do so before opening it to the public.",
  accessibility: {
    title: "Accessibility statement",
    lead: "This site was made so that everybody can use it. Here is how, what has been checked and what has not.",
    sections: [
      {
        title: "What is met",
        body: [
          "The site is built to the Web Content Accessibility Guidelines WCAG 2.2, level AA, which include what Royal Decree 1112/2018 and the standard EN 301 549 ask for.",
          "Everything can be done with the keyboard. The focus is always visible. Each passage says in which language it is. Colour is never the only way to know something: votes also carry a letter and a pattern. The page can be enlarged to 200% and fits a screen of 320 pixels.",
        ],
      },
      {
        title: "What has been checked",
        body: [
          "Every change of the software passes automatic tests with the tool axe on the public and internal pages, on a wide and a telephone screen, in light and dark. Automatic tests do not find everything.",
          "There has been no independent audit yet, nor any test with people with disabilities, of this installation.",
        ],
      },
      {
        title: "What may fail",
        body: [
          "The texts that municipalities write may have very wide tables, which scroll sideways on a small screen. PDF files are made with tags and, where the text allows it, to PDF/UA; where it does not, the same text is there as a web page.",
          "The map of municipalities has beside it the list with the same information.",
        ],
      },
    ],
  },
  privacy: {
    title: "Legal notice and privacy",
    lead: "Which data are kept, for what, and what may be done with what is published.",
    sections: [
      {
        title: "Who only reads",
        body: [
          "Reading the public pages leaves no cookie. There is no analytics, no advertising, nothing loaded from other sites. The browser remembers the language and the appearance chosen, on this device only.",
          "The server may keep technical logs of requests; the body that runs it decides for how long.",
        ],
      },
      {
        title: "Who works here",
        body: [
          "Of the people who represent a body, the name, the mail address, the language and the roles with their dates are kept, to know who may act for whom. The session is held by one necessary cookie, which expires by itself and can be ended at any time. Texts one writes in are also kept in the browser, so that nothing is lost without a connection; signing out deletes them.",
          "What is done stays in a record that cannot be altered. Personal data stand in it as fingerprints: when a person is erased, the record stays whole and no longer says who it was.",
        ],
      },
      {
        title: "What is published",
        body: [
          "Of a published position, the adopted text and its approved translations, the votes and signatures of the bodies, the statements, the submissions, the answers and the follow-up are shown. The names of those who voted for each body, the drafts, the comments and the amendments are not published.",
        ],
      },
      {
        title: "Rights",
        body: [
          "Anybody may ask the responsible body for access to their data, for correction or for erasure, under Regulation (EU) 2016/679 and Organic Law 3/2018. A complaint may also be made to the Catalan Data Protection Authority.",
        ],
      },
      {
        title: "Reuse",
        body: [
          "What is published may be reused under CC BY 4.0: the source has to be named, and the text must not be made to say what it does not. The software is open, under the licence EUPL 1.2.",
        ],
      },
    ],
  },
};
