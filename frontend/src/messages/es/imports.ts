import { plural } from "../../domain/language";
import type { Messages } from "../ca";

export const imports: Messages["imports"] = {
  title: "Cambios y comentarios del archivo",
  reading: "Leyendo el archivo…",
  inWord: (author, day) =>
    [author ? `Escrito en Word por ${author}` : "Escrito en Word, sin nombre", day && `el ${day}`]
      .filter(Boolean)
      .join(" "),
  nobody: "sin nombre",
  summary: (changes, people, comments) => {
    const said = [
      changes > 0 &&
        plural("es", changes, { one: "# cambio", other: "# cambios" }) +
          plural("es", people, { one: " de # persona", other: " de # personas" }),
      comments > 0 && plural("es", comments, { one: "# comentario", other: "# comentarios" }),
    ].filter(Boolean);
    return said.length > 0
      ? `El archivo trae ${said.join(" y ")}.`
      : "El archivo no trae ningún cambio que se pueda llevar al texto.";
  },
  base: (version, share, isDraft) =>
    version === null
      ? `Sin los cambios, el archivo conserva el ${share} del texto ${isDraft ? "del borrador" : "de la última versión"}.`
      : `Los cambios se hicieron sobre la versión ${version}.`,
  asAmendments: (organization) =>
    `Los cambios elegidos se presentan como enmiendas de ${organization}; cada enmienda dice quién la escribió en Word y qué día.`,
  asText: (organization) =>
    `Los cambios elegidos se escriben en el borrador en nombre de ${organization}. El texto anterior queda en la historia.`,
  cannotChange: "En este momento no se pueden llevar cambios a este texto; los comentarios sí.",
  changes: "Cambios",
  comments: "Comentarios",
  all: "Elegir todos",
  none: "No elegir ninguno",
  kinds: { INSERTION: "Añadido", DELETION: "Borrado", MOVE: "Movido", FORMAT: "Estilo" },
  states: {
    APPLIES: "",
    MOVED: "El pasaje ha cambiado de lugar: el cambio se pone allí.",
    REBASED: "El pasaje ha cambiado desde entonces; el cambio encaja igualmente.",
    ALREADY: "El texto ya lo dice así.",
    COLLIDES: "Alguien ha tocado las mismas palabras desde entonces.",
    ORPHANED: "El pasaje ya no está en el texto.",
  },
  clashes: "Toca las mismas palabras que otro cambio elegido: solo se puede elegir uno.",
  under: (heading) => `En «${heading}»`,
  atStart: "Al comienzo",
  resolved: "Cerrado en Word",
  wholePaper: "El pasaje no está en el texto: el debate se abre sobre todo el documento, con la cita.",
  noPassage: "El comentario no es de ningún pasaje: el debate se abre sobre todo el documento.",
  unplaced: "Sin lugar en el texto de ahora",
  unplacedHint: "Estos cambios no se pueden llevar. Aquí queda su texto, para copiarlo si hace falta.",
  left: "Dentro de un cambio de otra persona",
  leftHint: "Estos cambios dependen de otro que aún no está en el texto y no se pueden llevar solos.",
  formats: (count) =>
    plural("es", count, {
      one: "# cambio solo de aspecto, que no toca las palabras, no se lleva.",
      other: "# cambios solo de aspecto, que no tocan las palabras, no se llevan.",
    }),
  outside: (count) =>
    plural("es", count, {
      one: "# cambio en el encabezado o el pie de página no se lleva.",
      other: "# cambios en el encabezado o el pie de página no se llevan.",
    }),
  bring: (changes, threads, isDraft) => {
    const acts = [
      changes > 0 &&
        (isDraft
          ? plural("es", changes, { one: "Escribir # cambio", other: "Escribir # cambios" })
          : plural("es", changes, { one: "Presentar # enmienda", other: "Presentar # enmiendas" })),
      threads > 0 && plural("es", threads, { one: "abrir # debate", other: "abrir # debates" }),
    ].filter((one) => one !== false);
    const said = acts.join(" y ");
    return said ? said.charAt(0).toUpperCase() + said.slice(1) : "Hay que elegir algo";
  },
  whole: "Importar el texto entero",
  wholeHint:
    "O bien el texto entero del archivo, con todos los cambios aceptados, en lugar del texto de ahora.",
  done: (amendments, threads, written) =>
    [
      amendments > 0 &&
        plural("es", amendments, { one: "# enmienda presentada.", other: "# enmiendas presentadas." }),
      written > 0 && plural("es", written, { one: "# cambio escrito.", other: "# cambios escritos." }),
      threads > 0 && plural("es", threads, { one: "# debate abierto.", other: "# debates abiertos." }),
    ]
      .filter(Boolean)
      .join(" "),
  nothing: "El archivo no trae cambios ni comentarios.",
};
