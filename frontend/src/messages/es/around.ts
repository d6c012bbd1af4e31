import { plural } from "../../domain/language";
import type { Messages } from "../ca";

export const around: Messages["around"] = {
  find: "Buscar en el texto",
  findOpen: "Buscar",
  findNext: "Siguiente",
  findPrevious: "Anterior",
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
};
