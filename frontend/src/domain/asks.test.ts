import { describe, expect, it } from "vitest";
import { askOf, asksIn } from "./asks";

const TEXT =
  "# Demandes\n\n**D1.** Que hi hagi un *pla*.\n\n- **D2.** Que no s'ajorni.\n\nEl **D3.** no.\n\n**D1.** Repetida.\n";

describe("the asks of a text", () => {
  it("are the paragraphs and entries that begin with their key, each once", () => {
    expect(asksIn(TEXT)).toEqual([
      { key: "D1", words: "Que hi hagi un pla.", from: TEXT.indexOf("**D1.**") },
      { key: "D2", words: "Que no s'ajorni.", from: TEXT.indexOf("- **D2.**") },
    ]);
  });

  it("are named by an address", () => {
    expect(askOf("#D2", asksIn(TEXT))?.key).toBe("D2");
    expect(askOf("#D9", asksIn(TEXT))).toBeUndefined();
    expect(askOf("", asksIn(TEXT))).toBeUndefined();
  });
});
