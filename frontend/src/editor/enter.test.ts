import { describe, expect, it } from "vitest";
import { enter } from "./enter";
import { indentEntry, outdentEntry } from "./lists";
import { run } from "./marked";
import { readingOfMarkdown } from "./readable";

describe("Enter on an empty entry", () => {
  it.each([
    ["at the very beginning", "- |", "|"],
    ["first of a list at the beginning", "- |\n- dos", "|\n\n- dos"],
    [
      "in the middle of a numbered list, which goes on",
      "1. un\n2. |\n3. tres\n4. quatre",
      "1. un\n\n|\n\n2. tres\n3. quatre",
    ],
    ["nested under a number", "1. un\n   1. dos\n   2. |\n2. tres", "1. un\n   1. dos\n2. |\n3. tres"],
    ["two levels down, one at a time", "- un\n  - dos\n    - |", "- un\n  - dos\n  - |"],
    ["nested under a task", "- [x] un\n  - |", "- [x] un\n- [ ] |"],
    ["of tasks", "- [x] un\n- [ ] |\n- [ ] tres", "- [x] un\n\n|\n\n- [ ] tres"],
    ["in a quote stays in the quote", "> - un\n> - |", "> - un\n>\n> |"],
    ["in a quote in the middle", "> 1. un\n> 2. |\n> 3. tres", "> 1. un\n>\n> |\n>\n> 2. tres"],
    ["of a loose list", "- un\n\n- |", "- un\n\n|"],
    ["before a paragraph", "- un\n- |\n\ntext", "- un\n\n|\n\ntext"],
  ])("%s", (_, before, after) => expect(run(enter, before)).toBe(after));
});

describe("Enter in an entry", () => {
  it.each([
    ["at its beginning, an empty one above", "- |un", "- \n- |un"],
    ["in its middle", "1. un | dos\n2. tres", "1. un\n2. |dos\n3. tres"],
    ["in its second line", "- un\n  do|s", "- un\n  do\n- |s"],
    ["with entries below it", "1. un|\n   - a\n2. dos", "1. un\n2. |\n   - a\n3. dos"],
    ["in a list that begins with four", "4. un|\n5. dos", "4. un\n5. |\n6. dos"],
    ["in a quoted list", "> 1. un|\n> 2. dos", "> 1. un\n> 2. |\n> 3. dos"],
    ["in bold words", "- **un d|os**", "- **un d**\n- **|os**"],
    ["over the end of bold words", "1. **un d⟦os** t⟧res\n2. quatre", "1. **un d**\n2. |res\n3. quatre"],
    ["over the beginning of bold words", "1. un ⟦dos **tr⟧es**\n2. quatre", "1. un\n2. |**es**\n3. quatre"],
  ])("%s", (_, before, after) => expect(run(enter, before)).toBe(after));
});

describe("Enter in headings, quotes and beside tables", () => {
  it.each([
    ["at a heading's beginning moves it down", "a\n\n# |Tí", "a\n\n\n\n# |Tí"],
    ["at the beginning of a heading that opens the text", "# |Tí", "\n\n# |Tí"],
    ["in a heading's middle makes two", "## Un | dos", "## Un\n\n## |dos"],
    ["after a heading", "## Un|", "## Un\n\n|"],
    ["after a heading with text below", "## Un|\n\ntext", "## Un\n\n|\n\ntext"],
    ["in a quote's middle", "> un | dos", "> un\n>\n> |dos"],
    ["over a heading's first words", "# ⟦Un ⟧dos", "\n\n# |dos"],
    ["out of the middle of a quote", "> un\n>\n> |\n>\n> dos", "> un\n\n|\n\n> dos"],
    ["in a note goes back to the text", "un[^1] dos\n\n[^1]: no|ta", "un[^1]| dos\n\n[^1]: nota"],
    ["before a table", "un¦\n\n| a |\n| - |", "un\n\n¦\n\n| a |\n| - |"],
    ["at a table's front", "¦| a |\n| - |", "¦\n\n| a |\n| - |"],
    ["at a table's end", "| a |\n| - |\n| b |¦", "| a |\n| - |\n| b |\n\n¦"],
  ])("%s", (_, before, after) => expect(run(enter, before)).toBe(after));
});

describe("Enter in a paragraph", () => {
  it.each([
    ["over the end of bold words", "**un d⟦os** t⟧res", "**un d**\n\n|res"],
    ["over the beginning of bold words", "un⟦ dos **tr⟧es**", "un\n\n|**es**"],
    ["over the middle of bold words", "**un ⟦dos ⟧tres**", "**un**\n\n**|tres**"],
    ["over the end of bold and struck words", "**un ~~d⟦os~~** t⟧res", "**un ~~d~~**\n\n|res"],
    ["in a link", "[un| dos](x)", "[un](x)\n\n[|dos](x)"],
    ["over the end of a link", "[un d⟦os](x) t⟧res", "[un d](x)\n\n|res"],
  ])("%s", (_, before, after) => expect(run(enter, before)).toBe(after));
});

describe("Enter over a selection", () => {
  const read = (markdown: string): string => readingOfMarkdown(markdown).letters.join("").replace(/\s/g, "");
  it.each([
    "un **dos tres** quatre",
    "**un *dos tres* quatre**",
    "*un **dos***",
    "un [dos](x) ~~tres~~",
    "- **un dos**\n- *tres*",
    "## un **dos** tres",
    "> un *dos*\n>\n> **tres**",
    "**un**\n\n*dos*",
  ])("leaves what was not selected as it read: %j", (markdown) => {
    const reading = readingOfMarkdown(markdown);
    for (let start = 0; start < reading.letters.length; start++)
      for (let end = start + 1; end <= reading.letters.length; end++) {
        const [from, to] = [reading.from[start] ?? 0, reading.to[end - 1] ?? 0];
        const marked = `${markdown.slice(0, from)}⟦${markdown.slice(from, to)}⟧${markdown.slice(to)}`;
        const left = [...reading.letters.slice(0, start), ...reading.letters.slice(end)].join("");
        const after = run(enter, marked);
        expect(read(after.replace("|", "")), `${marked} → ${after}`).toBe(left.replace(/\s/g, ""));
      }
  });
});

describe("Tab in a list", () => {
  it.each([
    ["numbers begin anew inside", "1. un\n2. d|os\n3. tres", "1. un\n   1. d|os\n2. tres"],
    ["numbers count on beside those inside", "1. un\n   1. dos\n2. t|res", "1. un\n   1. dos\n   2. t|res"],
    ["no deeper than one below the entry above", "- un\n  - d|os", "- un\n  - d|os"],
    ["not the first entry", "- u|n", "- u|n"],
    ["all selected entries", "- un\n- ⟦dos\n- tres⟧", "- un\n  - ⟦dos\n  - tres⟧"],
    ["tasks", "- [ ] un\n- [x] d|os", "- [ ] un\n  - [x] d|os"],
    ["in a quote", "> - un\n> - d|os", "> - un\n>   - d|os"],
    ["over ten", "10. un\n11. d|os", "10. un\n    1. d|os"],
  ])("%s", (_, before, after) => expect(run(indentEntry, before)).toBe(after));
});

describe("Shift+Tab in a list", () => {
  it.each([
    ["takes the outer list's number", "1. un\n   - d|os\n2. tres", "1. un\n2. d|os\n3. tres"],
    ["all selected entries", "- un\n  - ⟦dos\n  - tres⟧", "- un\n- ⟦dos\n- tres⟧"],
    ["one level at a time", "- un\n  - dos\n    - t|res", "- un\n  - dos\n  - t|res"],
    ["an outer entry stays", "- u|n", "- u|n"],
    ["a task stays a task", "- un\n  - [x] d|os", "- un\n- [x] d|os"],
  ])("%s", (_, before, after) => expect(run(outdentEntry, before)).toBe(after));
});
