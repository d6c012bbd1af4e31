/** The five ways to read a paper while it is amended, and the numbers by which its paragraphs are cited. */

/** The words of the address. */
export const READINGS = {
  original: "ORIGINAL",
  esmenat: "AMENDED",
  diferencies: "DIFFERENCES",
  adoptat: "ADOPTED",
  final: "FINAL",
} as const;
export type ReadingName = keyof typeof READINGS;
export const READING_NAMES = Object.keys(READINGS) as ReadingName[];

export const VIEWS = ["llista", "votacio", "lectura"] as const;
export type View = (typeof VIEWS)[number];

export function readView(query: URLSearchParams): View {
  const word = query.get("vista");
  return VIEWS.find((view) => view === word) ?? "llista";
}

export function readReading(query: URLSearchParams): ReadingName {
  const word = query.get("lectura");
  return READING_NAMES.find((name) => name === word) ?? "original";
}

/** The part of an address that leads to a paragraph: `p12a`. */
export function paragraphId(number: string): string {
  return `p${number}`;
}

/** The numbers of paragraphs and the keys of asks, which are cited by another word. */
export function citedApart(numbers: readonly string[]): { paragraphs: string[]; asks: string[] } {
  const isAsk = (number: string): boolean => /^[A-Z]/.test(number);
  return { paragraphs: numbers.filter((one) => !isAsk(one)), asks: numbers.filter(isAsk) };
}

/** Numbers that follow one another in a text, as they are told: many of them by the first and the last. */
export function spanned(numbers: readonly string[]): readonly string[] {
  return numbers.length > 3 ? [`${numbers[0]}–${numbers.at(-1)}`] : numbers;
}

interface Numbered {
  readonly number: string;
  readonly text: string;
  readonly isGone: boolean;
}

/** Numbers by the words of their paragraph, where only one paragraph says that: for a text that has no numbers of its own. */
export function numbersByText(paragraphs: readonly Numbered[]): Map<string, string> {
  const found = new Map<string, string | null>();
  for (const { number, text, isGone } of paragraphs) {
    const key = text.trim();
    if (!isGone && number !== "") found.set(key, found.has(key) ? null : number);
  }
  return new Map([...found].filter((entry): entry is [string, string] => entry[1] !== null));
}

interface Passage {
  readonly paragraphs: readonly string[];
  readonly amendments: readonly { readonly amendment: { readonly number: number } }[];
}

/** By the number of a paragraph: the amendments on it. */
export function amendmentsByParagraph(passages: readonly Passage[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const { paragraphs, amendments } of passages)
    for (const paragraph of paragraphs)
      found.set(paragraph, [
        ...(found.get(paragraph) ?? []),
        ...amendments.map(({ amendment }) => amendment.number),
      ]);
  for (const numbers of found.values()) numbers.sort((one, other) => one - other);
  return found;
}
