import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { describe, expect, it } from "vitest";
import { cleanAddress } from "./addresses";
import { shown, stateFrom } from "./marked";
import { pasting, put } from "./paste";
import { fitted, isTooLong, paragraphs } from "./pasted";
import { surroundings, type Refused } from "./words";

it.each([
  ["lines of Word are paragraphs", "Primer.\r\nSegon.\r\n", "Primer.\n\nSegon."],
  [
    "lines of a mail's paragraph are one",
    "La riera baixa\nneta i freda\nfins al mar.",
    "La riera baixa neta i freda fins al mar.",
  ],
  ["blank lines say themselves", "La riera\nbaixa.\n\nNeta.", "La riera\nbaixa.\n\nNeta."],
  ["Markdown stays", "# Títol\nText", "# Títol\nText"],
  ["a list stays", "- un\n- dos", "- un\n- dos"],
  ["a word keeps its blanks before", " un", " un"],
  ["a whole line is its words", "un\r\n", "un"],
  ["hard blanks are blanks", "un\u00a0dos", "un dos"],
  ["what no server takes", "ai\0gua", "aigua"],
])("%s", (_, plain, expected) => expect(paragraphs(plain)).toBe(expected));

describe("lines between words", () => {
  const [PARAGRAPHS, LIST, TABLE] = ["x\n\ny", "- x\n- y", "| a | b |\n| --- | --- |\n| 1 | 2 |"];
  it.each([
    ["of a bold phrase", "un **dos| tres**", PARAGRAPHS, "un **dos**x\n\ny¦ **tres**"],
    ["of one with a full stop", "**un.|dos**", PARAGRAPHS, "**un**.x\n\ny¦**dos**"],
    ["of bold and italics", "***u|n***", PARAGRAPHS, "***u***x\n\ny¦***n***"],
    ["of a link", "[un| dos](x)", PARAGRAPHS, "[un](x)x\n\ny¦ [dos](x)"],
    ["of a half selected phrase", "un ⟦dos **tres⟧ quatre**", PARAGRAPHS, "un x\n\ny¦ **quatre**"],
    ["of a phrase, over some", "**un ⟦dos⟧ tres**", "## T", "**un**\n\n## T\n\n**¦tres**"],
    ["at its end", "**un|**", LIST, "**un**\n\n- x\n- y¦"],
    ["of a phrase, a list", "**un| dos**", LIST, "**un**\n\n- x\n- y\n\n**¦dos**"],
    ["of a phrase, a table", "**un| dos**", TABLE, `**un**\n\n${TABLE}\n\n**¦dos**`],
    ["of an entry", "1. u|n\n2. dos", PARAGRAPHS, "1. ux\n2. y¦n\n3. dos"],
    ["of an entry, a list", "- u|n\n- dos", LIST, "- u\n- x\n- y\n- ¦n\n- dos"],
    ["of an entry, a heading", "- un| dos\n- tres", "## T", "- un\n\n## T\n\n¦dos\n- tres"],
    ["of a quoted entry", "> - u|n", LIST, "> - u\n> - x\n> - y\n> - ¦n"],
    ["of a quotation", "> un| dos", TABLE, `> un\n>\n> ${TABLE.replaceAll("\n", "\n> ")}\n>\n> ¦dos`],
    ["of a note, words alone", "a[^1]\n\n[^1]: n| m", `## T\n\n${LIST}`, "a[^1]\n\n[^1]: nT x y¦ m"],
    ["of a note, a table", "a[^1]\n\n[^1]: n | m", TABLE, "a[^1]\n\n[^1]: n a, b 1, 2¦ m"],
    ["of code", "```\nu|n\n```", PARAGRAPHS, "```\nux\n\ny¦n\n```"],
  ])("%s", (_, marked, markdown, expected) => {
    expect(shown(put(stateFrom(marked), markdown, []).state, "¦")).toBe(expected);
  });
});

describe("pasted blocks", () => {
  it.each([
    ["a list into an empty entry", "- a\n- |", "- x\n- y", "- a\n- x\n- y"],
    ["a list behind an entry", "- a|", "- x\n- y", "- a\n- x\n- y"],
    ["a list behind a nested entry", "- a\n  - b|", "- x\n- y", "- a\n  - b\n  - x\n  - y"],
    ["a heading into an empty heading", "# |", "## T", "## T"],
    ["a heading behind words", "un|", "## T", "un\n\n## T"],
    ["a table before words", "|un", "| a |\n| - |", "| a |\n| - |\n\nun"],
    ["paragraphs into a quote", "> a |", "x\n\ny", "> a x\n>\n> y"],
    ["paragraphs into a note, on its line", "a[^1]\n\n[^1]: n |", "x\n\ny", "a[^1]\n\n[^1]: n x y"],
    ["paragraphs between words", "a|b", "x\n\ny", "ax\n\nyb"],
  ])("%s", (_, marked, markdown, expected) => {
    const state = stateFrom(marked);
    const { from, insert } = fitted(markdown, state);
    expect(state.update({ changes: { from, to: state.selection.main.to, insert } }).newDoc.toString()).toBe(
      expected,
    );
  });
});

it.each([
  ["https://amb.cat/aigua", "https://amb.cat/aigua"],
  ["https://amb.cat/?utm_source=x&id=3&fbclid=y", "https://amb.cat/?id=3"],
  [
    "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Famb.cat%2Fa&data=05",
    "https://amb.cat/a",
  ],
  ["https://www.google.com/url?q=https://amb.cat/&sa=D", "https://amb.cat/"],
  ["https://www.google.com/search?q=amb", "https://www.google.com/search?q=amb"],
  [
    "https://eur03.safelinks.protection.outlook.com/?url=javascript%3Aalert(1)",
    "https://eur03.safelinks.protection.outlook.com/?url=javascript%3Aalert(1)",
  ],
  ["mailto:bustia@amb.cat", "mailto:bustia@amb.cat"],
  ["javascript:alert(1)", null],
  ["file:///C:/Users/x/a.docx", null],
  ["#_Toc1", null],
  ["data:text/html,x", null],
  ["amb.cat", null],
])("the pasted address %s becomes %s", (raw, clean) => expect(cleanAddress(raw)).toBe(clean));

it.each([
  ["x", 2_000_000, false],
  ["x", 2_000_001, true],
  ["à", 1_000_001, true],
  ["€", 666_666, false],
])("%s pasted %i times is weighed in bytes, as the server does", (letter, times, isMore) => {
  expect(isTooLong(stateFrom("|"), letter.repeat(times))).toBe(isMore);
});

it("weighs the notes with the text that they belong to", () => {
  const half = "x".repeat(1_000_000);
  expect(isTooLong(stateFrom("|"), half)).toBe(false);
  expect(isTooLong(stateFrom("|"), half, [half])).toBe(true);
});

describe("what is dropped, words or the text of a file,", () => {
  /** CodeMirror asks these for both. */
  function dropped(text: string): { read: string; refused: Refused[] } {
    const refused: Refused[] = [];
    const told = surroundings.of({ words: WORDS, onRefused: (what) => refused.push(what) });
    const state = EditorState.create({ extensions: [pasting, told] });
    const read = state
      .facet(EditorView.clipboardInputFilter)
      .reduce((words, filter) => filter(words, state), text);
    return { read, refused };
  }
  const { words: WORDS } = EditorState.create().facet(surroundings);

  it.each([
    ["is taken as it is", "aigua\nneta", "aigua\nneta", []],
    ["loses what no server takes", "ai\0gua", "aigua", []],
    ["is refused whole where it would be too long", "x".repeat(2_000_001), "", ["tooLong"]],
  ])("%s", (_, text, read, refused) => expect(dropped(text)).toEqual({ read, refused }));
});
