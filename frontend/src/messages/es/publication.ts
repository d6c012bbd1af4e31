import { plural } from "../../domain/language";
import type { Messages } from "../ca";

export const publication: Messages["publication"] = {
  adoptedOn: (when) => `Adoptada el ${when}`,
  publishedOn: (when) => `Publicada el ${when}`,
  support: (towns, called) => `${towns} de ${called} municipios a favor`,
  supportShare: (share) => `${share} de la población`,
  contents: "Índice",
  text: "Texto adoptado",
  textIn: (language) => `El texto está en ${language}.`,
  vote: "Quién la apoya",
  voteOf: (name, when) => `${name}, ${when}`,
  rule: "Cómo debía aprobarse",
  byTown: "Voto de cada municipio",
  towns: (count) => plural("es", count, { one: "# municipio", other: "# municipios" }),
  lead: "Ponente",
  participants: (count) =>
    plural("es", count, { one: "# participante en la redacción", other: "# participantes en la redacción" }),
  addressees: "A quién se dirige",
  relations: "Expedientes europeos",
  subjects: "Ámbitos",
  wrote: "Quién lo ha escrito",
  wroteBody: "Parte del texto que escribió cada ente.",
  wroteOthers: (count) => plural("es", count, { one: "y # ente más", other: "y # entes más" }),
  languages: "Lenguas",
  files: "Archivos",
<<<<<<< HEAD
=======
  forms: {
    pdf: "PDF",
    docx: "Word (DOCX)",
    odt: "OpenDocument (ODT)",
    md: "Texto plano (Markdown)",
    html: "Página web (HTML)",
  },
>>>>>>> 2391bd6 (The portal, a page per town, open data, accessibility and legal notice; signed-out readers start in their browser's language)
  authenticity: "Cómo comprobar que es este texto",
  fingerprint: "Huella SHA-256",
  fingerprintBody: "Debe coincidir con la que da sha256sum del archivo Markdown.",
  version: (label, when) => `Versión ${label}, ${when}`,
  words: (count) => plural("es", count, { one: "# palabra", other: "# palabras" }),
  unknown: "Esta posición no es pública",
  unknownBody:
    "Quizá todavía no se ha publicado, o la dirección tiene un error. Quien participa puede verla si entra.",
  noText: "El texto todavía no está disponible.",
  original: "original",
  workspace: "Abrir el espacio de trabajo",
  print: "Imprimir",
  back: "Todas las posiciones publicadas",
};
