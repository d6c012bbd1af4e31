import { describe, expect, it } from "vitest";
import { EXAMPLES, kindOf, looksRight, RELATION_KINDS } from "./relations";

describe("relations", () => {
  it.each(RELATION_KINDS)("the example of %s looks right", (kind) =>
    expect(looksRight(kind, EXAMPLES[kind])).toBe(true),
  );

  it.each(["32024L3019", "52021PC0812", "52025XR3109", "32023Q0721(01)", "02009D0937-20141101"])(
    "%s is a CELEX number",
    (value) => expect(kindOf(value)).toBe("CELEX"),
  );

  it("knows a pasted value by its form", () => {
    expect(kindOf(" 2021/0420(COD) ")).toBe("PROCEDURE");
    expect(kindOf("https://www.boe.es/eli/es-ct/l/2010/08/03/31/con")).toBe("ELI");
    expect(kindOf("Carta de la ministra")).toBeUndefined();
  });

  it("sees a slip, and says nothing of an empty field", () => {
    expect(looksRight("PROCEDURE", "2021/420(COD)")).toBe(false);
    expect(looksRight("PROCEDURE", "")).toBe(true);
  });
});
