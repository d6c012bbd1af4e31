import { plural } from "../../domain/language";
import type { Messages } from "../ca";

export const around: Messages["around"] = {
  find: "Buscar en el texto",
  findOpen: "Buscar",
  findNext: "Siguiente",
  findPrevious: "Anterior",
  findPreviousKeys: "Anterior (Mayús + Intro)",
  findClose: "Cerrar la búsqueda",
  findExact: "Mayúsculas y tildes",
  findWhole: "Palabras enteras",
  foundNone: "No está",
  foundOf: (one: string, all: string) => `${one} de ${all}`,
  replaceOpen: "Reemplazar…",
  replaceBy: "Reemplazar por",
  replace: "Reemplazar",
  replaceAll: "Reemplazar todo",
  replacedTimes: (count: number) =>
    plural("es", count, {
      one: "# cambio hecho. Se puede deshacer de una vez.",
      other: "# cambios hechos. Se pueden deshacer de una vez.",
    }),
  andOthers: (name, more) => plural("es", more, { one: `${name} y otra`, other: `${name} y # más` }),
  selected: (words, characters) => `Selección: ${words}, ${characters} caracteres`,
  here: "Quién está aquí",
  hasCome: (name) => `Ha entrado ${name}`,
  hasLeft: (name) => `Ha salido ${name}`,
  isReading: "Leyendo",
  atTheTop: "Al principio",
  goTo: (name) => `Ir a donde está ${name}:`,
  settled: (count) =>
    plural("es", count, {
      one: "Mostrar también la nota ya cerrada",
      other: "Mostrar también las # notas ya cerradas",
    }),
  noteOf: (name) => `Nota al margen: ${name}`,
  limits: {
    within: (count, limit) =>
      plural("es", count, { one: `# de ${limit} caracteres`, other: `# de ${limit} caracteres` }),
    near: (left, limit) =>
      plural("es", left, { one: `Queda # carácter de ${limit}`, other: `Quedan # caracteres de ${limit}` }),
    over: (over, limit) =>
      plural("es", over, {
        one: `# carácter más que el límite de ${limit}`,
        other: `# caracteres más que el límite de ${limit}`,
      }),
  },
};
