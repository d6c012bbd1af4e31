import { EditorState } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { begun, finished } from "./composing";
import { toggleInline } from "./inline";
import { markdownLanguage } from "./markdown";
import { shown, stateFrom } from "./marked";
import { typing } from "./typing";

const stateOf = (marked: string): EditorState => {
  const { doc, selection } = stateFrom(marked);
  return EditorState.create({ doc, selection, extensions: [markdownLanguage.extension, typing] });
};
const typedInto = (state: EditorState, text: string): EditorState =>
  [...text].reduce(
    (now, letter) => now.update({ ...now.replaceSelection(letter), userEvent: "input.type" }).state,
    state,
  );
const toggled = (state: EditorState, format: "bold" | "italic"): EditorState => {
  let now = state;
  toggleInline(format)({ state, dispatch: (transaction) => (now = transaction.state) });
  return now;
};
const withoutSelection = (marked: string, userEvent = "delete.selection"): string => {
  const state = stateOf(marked);
  return shown(state.update({ ...state.replaceSelection(""), userEvent }).state);
};

describe("typing in bold", () => {
  it("several words are one phrase, and never show a bare mark", () => {
    let state = toggled(stateOf("Cal |"), "bold");
    state = typedInto(state, "molta");
    expect(shown(state)).toBe("Cal **molta|**");
    state = typedInto(state, " ");
    expect(shown(state)).toBe("Cal **molta** |");
    state = typedInto(state, "aigua neta");
    expect(shown(state)).toBe("Cal **molta aigua neta|**");
    expect(shown(typedInto(toggled(state, "bold"), " ja"))).toBe("Cal **molta aigua neta** ja|");
  });
  it("goes off after a blank, too", () => {
    const state = typedInto(stateOf("**molta|**"), " ");
    expect(shown(typedInto(toggled(state, "bold"), "aigua"))).toBe("**molta** aigua|");
  });
  it("with italics in it", () => {
    const state = toggled(toggled(stateOf("|"), "bold"), "italic");
    expect(shown(typedInto(state, "un dos"))).toBe("***un dos|***");
  });
  it("a blank before the first bold letter stays outside", () =>
    expect(shown(typedInto(stateOf("un**|dos**"), " "))).toBe("un |**dos**"));
  it("a blank at the end of a link goes behind it", () =>
    expect(shown(typedInto(stateOf("[un|](https://x.eu)"), " i"))).toBe("[un](https://x.eu) i|"));
});

describe("typing before a mark", () => {
  it.each([
    ["of a heading", "|# Tí", "# x|Tí"],
    ["of an entry", "- u\n|- dos", "- u\n- x|dos"],
    ["of a note", "a[^1]\n\n|[^1]: nota", "a[^1]\n\n[^1]: x|nota"],
    ["at a table's front", "|⟦⟧", "x|"],
  ])("%s", (_, before, after) =>
    expect(shown(typedInto(stateOf(before.replace("|⟦⟧", "|")), "x"))).toBe(after),
  );
  it("a table stays a table", () => {
    expect(shown(typedInto(stateOf("¦| a |\n| - |"), "x"), "¦")).toBe("x¦\n\n| a |\n| - |");
    expect(shown(typedInto(stateOf("| a |\n| - |¦"), "x"), "¦")).toBe("| a |\n| - |\n\nx¦");
  });
});

describe("composed words", () => {
  const composed = (
    marked: string,
    words: string,
    prepare = (state: EditorState): EditorState => state,
  ): string => {
    const state = prepare(stateOf(marked));
    const start = begun(state);
    const done = state.update({ ...state.replaceSelection(words), userEvent: "input.type.compose" }).state;
    return shown(done.update({ changes: finished(done, start) }).state);
  };
  it.each([
    ["on a blank line become a paragraph", "un\n|\ndos", "un\n\nà|\n\ndos"],
    ["at the end of a text with a line end", "un\n|", "un\n\nà|"],
    ["in a word only the letter", "un| dos", "unà| dos"],
  ])("%s", (_, before, after) => expect(composed(before, "à")).toBe(after));
  it("carry the held format, and go on in it", () => {
    const bold = (state: EditorState): EditorState => toggled(state, "bold");
    expect(composed("un |", "àgil", bold)).toBe("un **àgil|**");
    const spaced = (state: EditorState): EditorState => typedInto(state, " ");
    expect(composed("un **àgil|**", "riu", spaced)).toBe("un **àgil riu|**");
  });
  it("leave no marks where they were taken away again", () => {
    const state = stateOf("un **|** dos");
    expect(shown(state.update({ changes: finished(state, begun(state)) }).state)).toBe("un | dos");
  });
});

describe("what is deleted", () => {
  it.each([
    ["all words of a phrase go with its marks", "un **⟦dos⟧** tres", "un | tres"],
    ["and with those around them", "un ***⟦dos⟧*** tres", "un | tres"],
    ["all words of a link", "un [⟦dos⟧](https://x.eu) tres", "un | tres"],
    ["half a phrase and what follows", "**un d⟦os** tres⟧ quatre", "**un d|** quatre"],
    ["half a phrase and what stands before", "u⟦n **d⟧os**", "u|**os**"],
    ["from one phrase into another", "**u⟦n** i *d⟧os*", "**u|***os*"],
    ["across paragraphs", "**u⟦n**\n\n**d⟧os**", "**u|****os**"],
    ["the last word of a phrase, whose blank goes out", "**un ⟦dos⟧** tres", "**un** | tres"],
    ["a whole phrase and more", "⟦un **dos**⟧ tres", "| tres"],
    ["half a link", "[u⟦n](https://x.eu) d⟧os", "[u|](https://x.eu)os"],
    ["a paragraph with a note takes the note along", "un\n\n⟦dos[^1]⟧\n\n[^1]: a", "un\n\n|"],
  ])("%s", (_, before, after) => expect(withoutSelection(before)).toBe(after));

  it("the note of what is cut out stays, to be pasted again", () =>
    expect(withoutSelection("un ⟦dos[^1]⟧\n\n[^1]: a", "delete.cut")).toBe("un |\n\n[^1]: a"));
  it("typing over a bold word keeps it bold", () =>
    expect(shown(typedInto(stateOf("un **⟦dos⟧** tres"), "x"))).toBe("un **x|** tres"));
  it("typing over half of it writes inside", () =>
    expect(shown(typedInto(stateOf("**un d⟦os** tres⟧"), "x"))).toBe("**un dx|**"));
});
