import { joined } from "../../domain/catalan";
import { plural } from "../../domain/language";

const inWord = (author: string, day: string): string =>
  [author ? `Escrit al Word per ${author}` : "Escrit al Word, sense nom", day && `el ${day}`]
    .filter(Boolean)
    .join(" ");

export const imports = {
  title: "Canvis i comentaris del fitxer",
  reading: "S'està llegint el fitxer…",
  inWord,
  nobody: "sense nom",
  summary: (changes: number, people: number, comments: number): string => {
    const said = [
      changes > 0 &&
        plural("ca", changes, { one: "# canvi", other: "# canvis" }) +
          plural("ca", people, { one: " de # persona", other: " de # persones" }),
      comments > 0 && plural("ca", comments, { one: "# comentari", other: "# comentaris" }),
    ].filter(Boolean);
    return said.length > 0
      ? `El fitxer porta ${said.join(" i ")}.`
      : "El fitxer no porta cap canvi que es pugui portar al text.";
  },
  base: (version: number | null, share: string, isDraft: boolean): string =>
    version === null
      ? `Sense els canvis, el fitxer conserva el ${share} del text ${isDraft ? "de l'esborrany" : "de l'última versió"}.`
      : `Els canvis es van fer sobre la versió ${version}.`,
  asAmendments: (organization: string) =>
    `Els canvis triats es presenten com a esmenes ${joined("de", organization)}; cada esmena diu qui la va escriure al Word i quin dia.`,
  asText: (organization: string) =>
    `Els canvis triats s'escriuen a l'esborrany en nom ${joined("de", organization)}. El text d'abans queda a la història.`,
  cannotChange: "En aquest moment no es poden portar canvis a aquest text; els comentaris sí.",
  changes: "Canvis",
  comments: "Comentaris",
  all: "Tria'ls tots",
  none: "No en triïs cap",
  kinds: { INSERTION: "Afegit", DELETION: "Esborrat", MOVE: "Mogut", FORMAT: "Estil" },
  states: {
    APPLIES: "",
    MOVED: "El passatge ha canviat de lloc: el canvi s'hi posa.",
    REBASED: "El passatge ha canviat des d'aleshores; el canvi hi encaixa igualment.",
    ALREADY: "El text ja ho diu així.",
    COLLIDES: "Algú ha tocat les mateixes paraules des d'aleshores.",
    ORPHANED: "El passatge ja no és al text.",
  },
  clashes: "Toca les mateixes paraules que un altre canvi triat: només se'n pot triar un.",
  under: (heading: string) => `A «${heading}»`,
  atStart: "Al començament",
  resolved: "Tancat al Word",
  wholePaper: "El passatge no és al text: el debat s'obre sobre tot el document, amb la cita.",
  noPassage: "El comentari no és de cap passatge: el debat s'obre sobre tot el document.",
  unplaced: "Sense lloc en el text d'ara",
  unplacedHint: "Aquests canvis no es poden portar. Aquí en queda el text, per copiar-lo si cal.",
  left: "Dins d'un canvi d'una altra persona",
  leftHint: "Aquests canvis depenen d'un altre que encara no és al text i no es poden portar sols.",
  formats: (count: number) =>
    plural("ca", count, {
      one: "# canvi només d'aspecte, que no toca les paraules, no es porta.",
      other: "# canvis només d'aspecte, que no toquen les paraules, no es porten.",
    }),
  outside: (count: number) =>
    plural("ca", count, {
      one: "# canvi a la capçalera o al peu de pàgina no es porta.",
      other: "# canvis a la capçalera o al peu de pàgina no es porten.",
    }),
  bring: (changes: number, threads: number, isDraft: boolean): string => {
    const acts = [
      changes > 0 &&
        (isDraft
          ? plural("ca", changes, { one: "Escriu # canvi", other: "Escriu # canvis" })
          : plural("ca", changes, { one: "Presenta # esmena", other: "Presenta # esmenes" })),
      threads > 0 && plural("ca", threads, { one: "obre # debat", other: "obre # debats" }),
    ].filter((one) => one !== false);
    const said = acts.join(" i ");
    return said ? said.charAt(0).toUpperCase() + said.slice(1) : "Cal triar alguna cosa";
  },
  whole: "Porta el text sencer",
  wholeHint: "O bé el text sencer del fitxer, amb tots els canvis acceptats, al lloc del text d'ara.",
  done: (amendments: number, threads: number, written: number): string =>
    [
      amendments > 0 &&
        plural("ca", amendments, { one: "# esmena presentada.", other: "# esmenes presentades." }),
      written > 0 && plural("ca", written, { one: "# canvi escrit.", other: "# canvis escrits." }),
      threads > 0 && plural("ca", threads, { one: "# debat obert.", other: "# debats oberts." }),
    ]
      .filter(Boolean)
      .join(" "),
  nothing: "El fitxer no porta canvis ni comentaris.",
};
