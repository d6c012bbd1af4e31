import { plural } from "../../domain/language";

export const around = {
  find: "Cerca al text",
  findOpen: "Cerca",
  findNext: "Següent",
  findPrevious: "Anterior",
  findPreviousKeys: "Anterior (Maj + Retorn)",
  findClose: "Tanca la cerca",
  findExact: "Majúscules i accents",
  findWhole: "Paraules senceres",
  foundNone: "No hi és",
  foundOf: (one: string, all: string) => `${one} de ${all}`,
  replaceOpen: "Substitueix…",
  replaceBy: "Substitueix per",
  replace: "Substitueix",
  replaceAll: "Substitueix-ho tot",
  replacedTimes: (count: number) =>
    plural("ca", count, {
      one: "# canvi fet. Es pot desfer d'un cop.",
      other: "# canvis fets. Es poden desfer d'un cop.",
    }),
  andOthers: (name: string, more: number) =>
    plural("ca", more, { one: `${name} i una altra`, other: `${name} i # més` }),
  selected: (words: string, characters: string) => `Selecció: ${words}, ${characters} caràcters`,
  here: "Qui hi ha aquí",
  hasCome: (name: string) => `Ha entrat ${name}`,
  hasLeft: (name: string) => `Ha sortit ${name}`,
  isReading: "Llegint",
  atTheTop: "Al començament",
  goTo: (name: string) => `Ves on és ${name}:`,
  settled: (count: number) =>
    plural("ca", count, {
      one: "Mostra també la nota ja tancada",
      other: "Mostra també les # notes ja tancades",
    }),
  noteOf: (name: string) => `Nota al marge: ${name}`,
  limits: {
    within: (count: number, limit: string) =>
      plural("ca", count, { one: `# de ${limit} caràcters`, other: `# de ${limit} caràcters` }),
    near: (left: number, limit: string) =>
      plural("ca", left, { one: `Queda # caràcter de ${limit}`, other: `Queden # caràcters de ${limit}` }),
    over: (over: number, limit: string) =>
      plural("ca", over, {
        one: `# caràcter més que el límit de ${limit}`,
        other: `# caràcters més que el límit de ${limit}`,
      }),
  },
};
