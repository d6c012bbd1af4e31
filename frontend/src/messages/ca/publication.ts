import { plural } from "../../domain/language";

export const publication = {
  adoptedBy: (count: number) =>
    plural("ca", count, {
      one: "Adoptada per # municipi o entitat",
      other: "Adoptada per # municipis i entitats",
    }),
  adoptedOn: (when: string) => `Adoptada el ${when}`,
  inFavour: "A favor",
  against: "En contra",
  abstaining: "Abstencions",
  recused: "S'inhibeixen",
  residents: (count: string) => `${count} habitants`,
  vote: "La votació",
  voteOf: (name: string, when: string) => `${name}, ${when}`,
  byTown: "Vot de cada municipi",
  signatories: "Signataris",
  addressees: "A qui s'adreça",
  relations: "Expedients europeus",
  languages: "Llengües",
  files: "Fitxers",
  markdown: "Text (Markdown)",
  html: "Pàgina web (HTML)",
  fingerprint: "Empremta SHA-256 del text",
  noText: "El text encara no està disponible.",
  original: "original",
  workspace: "Obre l'espai de treball",
  print: "Imprimeix",
};
