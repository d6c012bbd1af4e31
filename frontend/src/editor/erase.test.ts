import { describe, expect, it } from "vitest";
import { eraseBackward, eraseForward } from "./erase";
import { run } from "./marked";

describe("Backspace at a beginning", () => {
  it.each([
    ["of a heading whose mark is before the cursor", "un\n\n|## Tí", "un\n\n|Tí"],
    ["of the heading that opens the text", "# |Tí", "|Tí"],
    ["of a quoted heading", "> ## |Tí", "> |Tí"],
    ["of a quote's second paragraph", "> un\n>\n> |dos", "> un\n\n|dos"],
    ["of a quote's second line, which must not fall back into it", "> un\n> |dos", "> un\n\n|dos"],
    ["of a quote's first paragraph", "> |un\n>\n> dos", "|un\n\n> dos"],
    ["of the first of a list", "1. |un\n2. dos", "|un\n\n1. dos"],
    ["of an entry in the middle", "- un\n- |dos\n- tres", "- un\n\n|dos\n\n- tres"],
    ["of an entry in a quoted list", "> - un\n> - |dos", "> - un\n>\n> |dos"],
    ["of an empty entry", "- un\n- |", "- un\n\n|"],
    ["of a nested number", "1. un\n   1. |dos\n2. tres", "1. un\n2. |dos\n3. tres"],
    ["of a task", "- [x] un\n- [ ] |dos", "- [x] un\n\n|dos"],
    [
      "of a paragraph behind a note, which stays apart",
      "a[^1]\n\n[^1]: nota\n\n|text",
      "a[^1]\n\n[^1]: nota\n\n|text",
    ],
    ["of a note with words", "a[^1]\n\n[^1]: |nota", "a[^1]\n\n[^1]: |nota"],
    ["of an empty note takes it away at both ends", "a[^1] b\n\n[^1]: |", "a| b"],
    ["of a line after a line break", "un\\\n|dos", "un|dos"],
    ["of a paragraph behind a table", "| a |\n| - |\n\n¦dos", "| a |\n| - |\n\n¦dos"],
    ["behind a table itself", "| a |\n| - |¦", "| a |\n| - |¦"],
    ["of the text", "|un", "|un"],
    ["of bold words at a paragraph's beginning", "un\n\n**|dos**", "un|**dos**"],
    ["of bold words in an entry", "- **|dos**", "|**dos**"],
  ])("%s", (_, before, after) => expect(run(eraseBackward, before)).toBe(after));
});

describe("Backspace beside hidden marks", () => {
  it.each([
    ["takes the bold letter", "**dos**|", "**do|**"],
    ["takes the letter before bold words", "un **|dos**", "un|**dos**"],
    ["takes the letter through two marks", "***dos***|", "***do|***"],
    ["takes the last letter of a link", "[dos](https://x.eu)|", "[do|](https://x.eu)"],
    ["takes an escape whole", "1\\.|", "1|"],
    ["takes a footnote at both ends", "un[^1]| dos[^2]\n\n[^1]: a\n[^2]: b", "un| dos[^2]\n\n[^2]: b"],
    ["takes the only footnote and its gap", "un[^1]|\n\n[^1]: a", "un|"],
    ["keeps a note that is called elsewhere", "un[^1]| dos[^1]\n\n[^1]: a", "un| dos[^1]\n\n[^1]: a"],
    ["takes an emoji whole", "**a👩‍👩‍👧**|", "**a|**"],
    ["into bold words, in a list all of whose numbers are one", "1. **b**|\n1. c", "1. |\n2. c"],
  ])("%s", (_, before, after) => expect(run(eraseBackward, before)).toBe(after));
});

describe("Delete", () => {
  it.each([
    ["before a bold word", "un |**dos**", "un |**os**"],
    ["at the end of a bold word", "**dos|** tres", "**dos|**tres"],
    ["at the end of a paragraph in bold", "**dos|**\n\ntres", "**dos**|tres"],
    ["before a footnote's mark", "un|[^1]\n\n[^1]: a", "un|"],
    ["does not run into a note", "un[^1]|\n\n[^1]: a", "un[^1]|\n\n[^1]: a"],
    ["does not run into a table", "un¦\n\n| a |\n| - |", "un¦\n\n| a |\n| - |"],
    ["leaves a table at its front", "¦| a |\n| - |", "¦| a |\n| - |"],
    ["draws an entry up, and the rest counts on", "1. un|\n2. dos\n3. tres", "1. un|dos\n2. tres"],
    ["takes a line break", "un|\\\ndos", "un|dos"],
  ])("%s", (_, before, after) => expect(run(eraseForward, before)).toBe(after));
});
