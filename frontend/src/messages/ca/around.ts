import { plural } from "../../domain/language";

export const around = {
  find: "Cerca al text",
  findOpen: "Cerca",
  findNext: "Següent",
  findPrevious: "Anterior",
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
};
