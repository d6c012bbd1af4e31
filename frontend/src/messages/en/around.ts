import { plural } from "../../domain/language";
import type { Messages } from "../ca";

export const around: Messages["around"] = {
  find: "Find in the text",
  findOpen: "Find",
  findNext: "Next",
  findPrevious: "Previous",
  findPreviousKeys: "Previous (Shift + Enter)",
  findClose: "Close the search",
  findExact: "Capitals and accents",
  findWhole: "Whole words",
  foundNone: "Not found",
  foundOf: (one: string, all: string) => `${one} of ${all}`,
  replaceOpen: "Replace…",
  replaceBy: "Replace with",
  replace: "Replace",
  replaceAll: "Replace all",
  replacedTimes: (count: number) =>
    plural("en", count, {
      one: "# change made. One undo takes it back.",
      other: "# changes made. One undo takes them back.",
    }),
  andOthers: (name, more) => plural("en", more, { one: `${name} and one more`, other: `${name} and # more` }),
  selected: (words, characters) => `Selected: ${words}, ${characters} characters`,
  here: "Who is here",
  hasCome: (name) => `${name} has come in`,
  hasLeft: (name) => `${name} has left`,
  isReading: "Reading",
  atTheTop: "At the beginning",
  goTo: (name) => `Go to ${name}:`,
  settled: (count) =>
    plural("en", count, { one: "Show the closed note too", other: "Show the # closed notes too" }),
  noteOf: (name) => `Note in the margin: ${name}`,
  limits: {
    within: (count, limit) =>
      plural("en", count, { one: `# of ${limit} characters`, other: `# of ${limit} characters` }),
    near: (left, limit) =>
      plural("en", left, { one: `# of ${limit} characters left`, other: `# of ${limit} characters left` }),
    over: (over, limit) =>
      plural("en", over, {
        one: `# character over the limit of ${limit}`,
        other: `# characters over the limit of ${limit}`,
      }),
  },
};
