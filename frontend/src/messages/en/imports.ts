import { plural } from "../../domain/language";
import type { Messages } from "../ca";

export const imports: Messages["imports"] = {
  title: "Changes and comments of the file",
  reading: "Reading the file…",
  inWord: (author, day) =>
    [author ? `Written in Word by ${author}` : "Written in Word, without a name", day && `on ${day}`]
      .filter(Boolean)
      .join(" "),
  nobody: "no name",
  summary: (changes, people, comments) => {
    const said = [
      changes > 0 &&
        plural("en", changes, { one: "# change", other: "# changes" }) +
          plural("en", people, { one: " by # person", other: " by # people" }),
      comments > 0 && plural("en", comments, { one: "# comment", other: "# comments" }),
    ].filter(Boolean);
    return said.length > 0
      ? `The file brings ${said.join(" and ")}.`
      : "The file brings no change that can be taken into the text.";
  },
  base: (version, share, isDraft) =>
    version === null
      ? `Without the changes, the file keeps ${share} of the text of the ${isDraft ? "draft" : "newest version"}.`
      : `The changes were made on version ${version}.`,
  asAmendments: (organization) =>
    `The chosen changes are tabled as amendments of ${organization}; each says who wrote it in Word, and when.`,
  asText: (organization) =>
    `The chosen changes are written into the draft for ${organization}. The earlier text stays in the history.`,
  cannotChange: "Changes cannot be taken into this text now; comments can.",
  changes: "Changes",
  comments: "Comments",
  all: "Choose all",
  none: "Choose none",
  kinds: { INSERTION: "Added", DELETION: "Deleted", MOVE: "Moved", FORMAT: "Style" },
  states: {
    APPLIES: "",
    MOVED: "The passage stands elsewhere now: the change goes there.",
    REBASED: "The passage has changed since; the change fits all the same.",
    ALREADY: "The text says so already.",
    COLLIDES: "Somebody has touched the same words since.",
    ORPHANED: "The passage is no longer in the text.",
  },
  clashes: "It touches the same words as another chosen change: only one of them can be chosen.",
  under: (heading) => `In “${heading}”`,
  atStart: "At the beginning",
  resolved: "Settled in Word",
  wholePaper: "The passage is not in the text: the thread is opened on the whole paper, with the quote.",
  noPassage: "The comment is about no passage: the thread is opened on the whole paper.",
  unplaced: "Without a place in the text as it is",
  unplacedHint: "These changes cannot be taken in. Their text stays here, to be copied if need be.",
  left: "Inside somebody else's change",
  leftHint: "These changes hang on another one that is not in the text yet, and cannot be taken alone.",
  formats: (count) =>
    plural("en", count, {
      one: "# change of looks only, which leaves the words alone, is not taken in.",
      other: "# changes of looks only, which leave the words alone, are not taken in.",
    }),
  outside: (count) =>
    plural("en", count, {
      one: "# change in a header or footer is not taken in.",
      other: "# changes in headers or footers are not taken in.",
    }),
  bring: (changes, threads, isDraft) => {
    const acts = [
      changes > 0 &&
        (isDraft
          ? plural("en", changes, { one: "Write # change", other: "Write # changes" })
          : plural("en", changes, { one: "Table # amendment", other: "Table # amendments" })),
      threads > 0 && plural("en", threads, { one: "open # thread", other: "open # threads" }),
    ].filter((one) => one !== false);
    const said = acts.join(" and ");
    return said ? said.charAt(0).toUpperCase() + said.slice(1) : "Choose something first";
  },
  whole: "Import the whole text",
  wholeHint: "Or the whole text of the file, with every change accepted, in place of the text as it is.",
  done: (amendments, threads, written) =>
    [
      amendments > 0 &&
        plural("en", amendments, { one: "# amendment tabled.", other: "# amendments tabled." }),
      written > 0 && plural("en", written, { one: "# change written.", other: "# changes written." }),
      threads > 0 && plural("en", threads, { one: "# thread opened.", other: "# threads opened." }),
    ]
      .filter(Boolean)
      .join(" "),
  nothing: "The file brings neither changes nor comments.",
};
