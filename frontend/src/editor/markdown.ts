/**
 * The one text form as the editor reads it: CommonMark with tables, task lists, strike-through and footnotes.
 * Built on @lezer/markdown directly: the ready-made package would bring the grammars of HTML, CSS and JavaScript.
 */

import { defineLanguageFacet, Language, languageDataProp } from "@codemirror/language";
import {
  GFM,
  parser as commonmark,
  type BlockContext,
  type InlineContext,
  type LeafBlock,
  type LeafBlockParser,
  type MarkdownConfig,
} from "@lezer/markdown";

const REFERENCE = /^\[\^[^\s\]]+\]/;
const DEFINITION = /^\[\^[^\s\]]+\]:[ \t]*/;
const OPENING_BRACKET = 91;

class FootnoteParser implements LeafBlockParser {
  nextLine(): boolean {
    return false;
  }

  finish(context: BlockContext, leaf: LeafBlock): boolean {
    const label = DEFINITION.exec(leaf.content)?.[0] ?? "";
    const from = leaf.start + label.length;
    const parts = [
      context.elt("FootnoteLabel", leaf.start, from),
      ...context.parser.parseInline(leaf.content.slice(label.length), from),
    ];
    const end = leaf.start + leaf.content.length;
    context.addLeafElement(leaf, context.elt("FootnoteDefinition", leaf.start, end, parts));
    return true;
  }
}

const footnotes: MarkdownConfig = {
  defineNodes: ["FootnoteReference", { name: "FootnoteDefinition", block: true }, "FootnoteLabel"],
  parseBlock: [
    {
      name: "FootnoteDefinition",
      before: "LinkReference",
      leaf: (_, leaf) => (DEFINITION.test(leaf.content) ? new FootnoteParser() : null),
      endLeaf: (_, line, leaf) => DEFINITION.test(leaf.content) && DEFINITION.test(line.text),
    },
  ],
  parseInline: [
    {
      name: "FootnoteReference",
      before: "Link",
      parse(context: InlineContext, next: number, at: number): number {
        if (next !== OPENING_BRACKET) return -1;
        const found = REFERENCE.exec(context.slice(at, context.end))?.[0];
        return found ? context.addElement(context.elt("FootnoteReference", at, at + found.length)) : -1;
      },
    },
  ],
};

const languageFacet = defineLanguageFacet();

/** The grammar; raw HTML stays plain text, as on the server. */
export const parser = commonmark.configure([
  GFM,
  footnotes,
  { remove: ["HTMLBlock", "HTMLTag", "IndentedCode"] },
  { props: [languageDataProp.add((type) => (type.isTop ? languageFacet : undefined))] },
]);

export const markdownLanguage = new Language(languageFacet, parser, [], "markdown");
