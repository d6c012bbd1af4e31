import { plural } from "../../domain/language";
import type { Messages } from "../ca";

export const around: Messages["around"] = {
  find: "Find in the text",
  findOpen: "Find",
  findNext: "Next",
  findPrevious: "Previous",
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
};
