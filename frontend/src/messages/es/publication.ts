import { plural } from "../../domain/language";
import type { Messages } from "../ca";

export const publication: Messages["publication"] = {
  adoptedBy: (count) =>
    plural("es", count, {
      one: "Adoptada por # municipio o entidad",
      other: "Adoptada por # municipios y entidades",
    }),
  adoptedOn: (when) => `Adoptada el ${when}`,
  inFavour: "A favor",
  against: "En contra",
  abstaining: "Abstenciones",
  recused: "Se inhiben",
  residents: (count) => `${count} habitantes`,
  vote: "La votación",
  voteOf: (name, when) => `${name}, ${when}`,
  byTown: "Voto de cada municipio",
  signatories: "Signatarios",
  addressees: "A quién se dirige",
  relations: "Expedientes europeos",
  languages: "Lenguas",
  files: "Archivos",
  markdown: "Texto (Markdown)",
  html: "Página web (HTML)",
  fingerprint: "Huella SHA-256 del texto",
  noText: "El texto todavía no está disponible.",
  original: "original",
  workspace: "Abrir el espacio de trabajo",
  print: "Imprimir",
};
