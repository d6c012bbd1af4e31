import type { StateCommand } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { setHeading, toggleList, toggleQuote } from "./blocks";
import { enter } from "./enter";
import { eraseBackward, eraseForward } from "./erase";
import { toggleInline } from "./inline";
import { indentEntry, outdentEntry } from "./lists";
import { run } from "./marked";

describe("Enter", () => {
  it.each([
    ["a new paragraph", "un|", "un\n\n|"],
    ["in the middle, without stray blanks", "un | dos", "un\n\n|dos"],
    ["on an empty paragraph", "un\n\n|", "un\n\n\n|"],
    ["before another paragraph", "un|\n\ndos", "un\n\n|\n\ndos"],
    ["inside a paragraph of two lines", "un|\ndos", "un\n\n|dos"],
    ["after a heading that crowds its text", "# T|\ntext", "# T\n\n|\n\ntext"],
    ["the next entry", "- un|", "- un\n- |"],
    ["the next number, and the rest counts on", "1. un|\n2. dos\n3. tres", "1. un\n2. |\n3. dos\n4. tres"],
    ["an empty box after a ticked one", "- [x] fet|", "- [x] fet\n- [ ] |"],
    ["out of the list with a blank line", "- un\n- |", "- un\n\n|"],
    ["out of the middle of a list", "- un\n- |\n- dos", "- un\n\n|\n\n- dos"],
    ["one level out of a nested list", "1. un\n   - |", "1. un\n2. |"],
    ["another paragraph of a quote", "> un|", "> un\n>\n> |"],
    ["out of the quote", "> un\n>\n> |", "> un\n\n|"],
    ["through bold words", "**un d|os**", "**un d**\n\n**|os**"],
    ["at the end of bold words", "**un|**", "**un**\n\n|"],
    ["over a selection", "un ⟦dos⟧ tres", "un\n\n|tres"],
  ])("%s", (_, before, after) => expect(run(enter, before)).toBe(after));
});

describe("Backspace", () => {
  it.each([
    ["takes the heading first", "## |Títol", "|Títol"],
    ["takes the quote first", "> |text", "|text"],
    ["takes the bullet and sets the paragraph off", "- un\n- |dos", "- un\n\n|dos"],
    ["takes the box with the bullet", "- [ ] |un", "|un"],
    ["moves a nested entry out first", "- un\n  - |dos", "- un\n- |dos"],
    ["joins paragraphs", "un\n\n|dos", "un|dos"],
    ["leaves an empty paragraph", "un\n\n|\n\ndos", "un|\n\ndos"],
    ["takes the rule above", "un\n\n---\n\n|dos", "un\n\n|dos"],
    ["leaves a table alone", "| a | b |\n| - | - |\n\n¦dos", "| a | b |\n| - | - |\n\n¦dos"],
  ])("%s", (_, before, after) => expect(run(eraseBackward, before)).toBe(after));
});

describe("Delete", () => {
  it.each([
    ["draws the next paragraph up", "un|\n\ndos", "un|dos"],
    ["without its heading mark", "un|\n\n## dos", "un|dos"],
    ["takes an empty paragraph away and keeps what follows", "un\n\n|\n\n- dos", "un\n\n|- dos"],
  ])("%s", (_, before, after) => expect(run(eraseForward, before)).toBe(after));
});

describe("Bold", () => {
  const bold = toggleInline("bold");
  it.each([
    ["wraps the selection without its blanks", "un⟦ dos ⟧tres", "un **⟦dos⟧** tres"],
    ["unwraps", "un **⟦dos⟧** tres", "un ⟦dos⟧ tres"],
    ["takes the word under the cursor", "un do|s tres", "un **do|s** tres"],
    ["unwraps around the cursor", "un **d|os** tres", "un d|os tres"],
    ["steps over the closing mark", "un **dos|** tres", "un **dos**| tres"],
    ["takes a blank out on the way", "un **dos |**", "un **dos** |"],
    ["wraps every entry of a list by itself", "⟦- un\n- dos⟧", "- **⟦un**\n- **dos⟧**"],
    ["swallows bold words inside the selection", "⟦un **dos** tres⟧", "**⟦un dos tres⟧**"],
  ])("%s", (_, before, after) => expect(run(bold, before)).toBe(after));

  it("writes no bare asterisks", () => expect(run(bold, "un |")).toBe("un |"));
});

describe("blocks", () => {
  it.each<[string, StateCommand, string, string]>([
    ["a heading", setHeading(2), "Tí|tol", "## Tí|tol"],
    ["another level", setHeading(3), "# Tí|tol", "### Tí|tol"],
    ["no heading", setHeading(0), "# Tí|tol", "Tí|tol"],
    ["a heading from an entry", setHeading(2), "- a\n- Tí|tol", "- a\n\n## Tí|tol"],
    ["a list of paragraphs", toggleList("bullet"), "⟦un\n\ndos⟧", "- ⟦un\n- dos⟧"],
    ["paragraphs from a list", toggleList("bullet"), "⟦- un\n- dos⟧", "⟦un\n\ndos⟧"],
    ["a numbered list", toggleList("ordered"), "⟦- un\n- dos⟧", "⟦1. un\n2. dos⟧"],
    ["a list after a paragraph", toggleList("bullet"), "text\nu|n", "text\n\n- u|n"],
    ["an empty entry", toggleList("bullet"), "|", "- |"],
    ["a quote", toggleQuote, "u|n", "> u|n"],
    ["no quote", toggleQuote, "> u|n", "u|n"],
    ["a deeper entry", indentEntry, "- un\n- d|os", "- un\n  - d|os"],
    ["an outer entry", outdentEntry, "1. un\n   - d|os", "1. un\n2. d|os"],
  ])("%s", (_, command, before, after) => expect(run(command, before)).toBe(after));
});
