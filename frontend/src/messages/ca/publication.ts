import { plural } from "../../domain/language";

export const publication = {
  adoptedOn: (when: string) => `Adoptada el ${when}`,
  publishedOn: (when: string) => `Publicada el ${when}`,
  support: (towns: string, called: string) => `${towns} de ${called} municipis a favor`,
  supportShare: (share: string) => `${share} de la població`,
  contents: "Índex",
  text: "Text adoptat",
  textIn: (language: string) => `El text és en ${language}.`,
  vote: "Qui hi dona suport",
  voteOf: (name: string, when: string) => `${name}, ${when}`,
  rule: "Com s'havia d'aprovar",
  byTown: "Vot de cada municipi",
  towns: (count: number) => plural("ca", count, { one: "# municipi", other: "# municipis" }),
  lead: "Ponent",
  participants: (count: number) =>
    plural("ca", count, { one: "# participant en la redacció", other: "# participants en la redacció" }),
  addressees: "A qui s'adreça",
  relations: "Expedients europeus",
  subjects: "Àmbits",
  wrote: "Qui ho ha escrit",
  wroteBody: "Part del text que va escriure cada ens.",
  wroteOthers: (count: number) => plural("ca", count, { one: "i # ens més", other: "i # ens més" }),
  languages: "Llengües",
  files: "Fitxers",
<<<<<<< HEAD
=======
  forms: {
    pdf: "PDF",
    docx: "Word (DOCX)",
    odt: "OpenDocument (ODT)",
    md: "Text pla (Markdown)",
    html: "Pàgina web (HTML)",
  },
>>>>>>> 2391bd6 (The portal, a page per town, open data, accessibility and legal notice; signed-out readers start in their browser's language)
  authenticity: "Com comprovar que és aquest text",
  fingerprint: "Empremta SHA-256",
  fingerprintBody: "Ha de coincidir amb la que dona sha256sum del fitxer Markdown.",
  version: (label: string, when: string) => `Versió ${label}, ${when}`,
  words: (count: number) => plural("ca", count, { one: "# paraula", other: "# paraules" }),
  unknown: "Aquesta posició no és pública",
  unknownBody:
    "Potser encara no s'ha publicat, o l'adreça té una errada. Qui hi participa la pot veure si entra.",
  noText: "El text encara no està disponible.",
  original: "original",
  workspace: "Obre l'espai de treball",
  print: "Imprimeix",
  back: "Totes les posicions publicades",
};
