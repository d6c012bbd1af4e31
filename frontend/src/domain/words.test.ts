import { expect, test } from "vitest";
import { wordChanges } from "./words";

const WORDS = ["el", "pla", "riu", "de", "l'aigua", ",", ".", " ", "\n", "2039", "😀", "à"];

/** A small generator of texts, the same in every run. */
function texts(seed: number): string {
  let state = seed;
  const next = (): number => (state = (state * 1103515245 + 12345) % 2147483648);
  return Array.from({ length: next() % 14 }, () => WORDS[next() % WORDS.length]).join(" ");
}

test("both texts are rebuilt from the pieces", () => {
  for (let seed = 1; seed < 400; seed++) {
    const [old, now] = [texts(seed), texts(seed * 7919)];
    const pieces = wordChanges(old, now);
    const without = (kind: string): string =>
      pieces
        .filter((piece) => piece.kind !== kind)
        .map(({ text }) => text)
        .join("");
    expect(without("INSERT")).toBe(old);
    expect(without("DELETE")).toBe(now);
  }
});

test("equal texts have no change, empty ones no piece", () => {
  expect(wordChanges("", "")).toEqual([]);
  expect(wordChanges("el riu", "el riu")).toEqual([{ kind: "EQUAL", text: "el riu" }]);
});

test("an addition in a sentence leaves its words alone", () => {
  expect(wordChanges("segons la càrrega.", "segons la càrrega i la xarxa.")).toEqual([
    { kind: "EQUAL", text: "segons la càrrega" },
    { kind: "INSERT", text: " i la xarxa" },
    { kind: "EQUAL", text: "." },
  ]);
});

test("several changed words in a row are one change, what went first", () => {
  expect(wordChanges("els plans locals són bons", "els projectes comuns són bons")).toEqual([
    { kind: "EQUAL", text: "els " },
    { kind: "DELETE", text: "plans locals" },
    { kind: "INSERT", text: "projectes comuns" },
    { kind: "EQUAL", text: " són bons" },
  ]);
});

test("a very long middle is replaced whole", () => {
  const pieces = wordChanges("a ".repeat(3000) + "b", "c ".repeat(3000) + "d");
  expect(pieces.map(({ kind }) => kind)).toEqual(["DELETE", "INSERT"]);
});

test("words that stayed by chance in a new sentence are not kept", () => {
  const pieces = wordChanges(
    "La nova norma obliga els municipis a tractar millor l'aigua i a mesurar-la més sovint que ara.",
    "Els signants acorden ajornar els acords i a demanar temps.",
  );
  expect(pieces.filter(({ kind, text }) => kind === "EQUAL" && text !== ".")).toEqual([]);
});
