/** How Catalan joins a preposition to the name of a place: del Prat, a l'Hospitalet, pel Papiol, d'Esplugues. */

type Preposition = "de" | "a" | "per";

const JOINED: Record<Preposition, readonly [string, string]> = {
  de: ["del", "dels"],
  a: ["al", "als"],
  per: ["pel", "pels"],
};
const VOWEL = /^h?[aeiouàèéíòóú]/i;

/** The preposition and the name; an article inside a sentence is written small. */
export function joined(preposition: Preposition, name: string): string {
  const [one, many] = JOINED[preposition];
  const [, article, rest] = /^(El |Els |La |Les |L['’])(.+)$/.exec(name) ?? [];
  if (article === "El ") return `${one} ${rest}`;
  if (article === "Els ") return `${many} ${rest}`;
  if (article) return `${preposition} ${article.toLowerCase()}${rest}`;
  return preposition === "de" && VOWEL.test(name) ? `d'${name}` : `${preposition} ${name}`;
}
