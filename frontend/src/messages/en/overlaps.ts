import { plural } from "../../domain/language";
import type { Messages } from "../ca";

export const overlaps: Messages["overlaps"] = {
  title: (count) =>
    plural("en", count, {
      one: "Somebody else has touched # passage as well",
      other: "Somebody else has touched # passages as well",
    }),
  body: "The file is in the text now, and so is what others wrote. Choose what stands in these passages. The text as it is now stays in the history.",
  passage: (number) => `Passage ${number}`,
  choices: { both: "All of it, as it is now", yours: "What the file says", theirs: "What the others wrote" },
  nothing: "(nothing: it was deleted)",
  settle: "Leave it like this",
};
