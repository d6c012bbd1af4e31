import { describe, expect, it } from "vitest";
import { correctionsOf } from "./corrections";

const OLD = "# Aigües\n\nUn paràgraf sobre el riu.\n\n- **D1.** Un pla.\n\nLa fi.\n";

function told(before: string, after: string): string[] {
  return correctionsOf(before, after).map(({ changes }) =>
    changes
      .map(({ kind, text }) => ({ EQUAL: text, DELETE: `[-${text}-]`, INSERT: `[+${text}+]` })[kind])
      .join(""),
  );
}

describe("what a correction changes", () => {
  it("is nothing between equal texts, or where only empty lines differ", () => {
    expect(told(OLD, OLD)).toEqual([]);
    expect(told(OLD, OLD.replace("\n\n", "\n\n\n"))).toEqual([]);
  });

  it("shows each changed paragraph by itself, with its words", () => {
    const now = OLD.replace("riu", "mar").replace("La fi", "El final");
    expect(told(OLD, now)).toEqual(["Un paràgraf sobre el [-riu-][+mar+].", "[-La fi-][+El final+]."]);
  });

  it("shows paragraphs that came or went whole", () => {
    expect(told(OLD, `${OLD}\nUna nota.\n`)).toEqual(["[+Una nota.+]"]);
    expect(told(`${OLD}\nUna nota.\n`, OLD)).toEqual(["[-Una nota.-]"]);
  });

  it("stays quick and sparse in a long text", () => {
    const long = Array.from({ length: 900 }, (_, number) => `Paràgraf ${number} del text.`).join("\n\n");
    const now = long.replace("Paràgraf 3 ", "Paragraf 3 ").replace("Paràgraf 890 ", "Paragraf 890 ");
    expect(correctionsOf(long, now)).toHaveLength(2);
  });
});
