import { plural } from "../../domain/language";
import type { Messages } from "../ca";

export const text: Messages["text"] = {
  outline: "Índice",
  outlineEmpty: "Los títulos del texto aparecerán aquí.",
  margin: "Margen",
  marginOpen: (count) => plural("es", count, { one: "# nota al margen", other: "# notas al margen" }),
  marginEmpty: "Ningún comentario ni enmienda sobre el texto.",
  marginHow: "Para hacer uno, hay que seleccionar un pasaje.",
  insteadAmend:
    "Para proponer un cambio, hay que seleccionar un pasaje y hacer una enmienda o un comentario.",
  insteadComment: "Para decir algo, hay que seleccionar un pasaje y comentarlo.",
  selection: "Pasaje seleccionado",
  comment: "Comentar",
  amend: "Enmendar",
  copyLink: "Copiar el enlace",
  linkCopied: "Enlace copiado",
  commentTitle: "Comentario nuevo",
  commentBody: "Comentario",
  commentSend: "Publicar el comentario",
  visibility: "Quién lo ve",
  visibilities: { PARTICIPANTS: "Todos los participantes", ORGANIZATION: (name) => `Solo ${name}` },
  internal: "Interno",
  thread: "Hilo",
  replies: (count) => plural("es", count, { one: "# respuesta", other: "# respuestas" }),
  reply: "Responder",
  replyBody: "Respuesta",
  replySend: "Enviar la respuesta",
  resolve: "Marcar como resuelto",
  reopen: "Reabrir",
  resolved: "Resuelto",
  amendment: (number) => `Enmienda ${number}`,
  amendmentOpen: "Abrir la enmienda",
  amendmentStatus: {
    TABLED: "Presentada",
    INCORPORATED: "Incorporada",
    INCORPORATED_PARTLY: "Incorporada en parte",
    REJECTED: "Rechazada",
    INADMISSIBLE: "Inadmitida",
    WITHDRAWN: "Retirada",
    FALLEN: "Decaída",
  },
  orphaned: "Notas sobre pasajes que ya no están",
  passageGone:
    "Este pasaje ha cambiado mientras se escribía. Hay que volver a seleccionarlo; lo escrito se conserva.",
  passageUnsaved:
    "Este pasaje es posterior a la última versión. Hay que guardar una versión antes de enmendarlo.",
  saveVersion: "Guardar una versión",
  saveVersionBody:
    "El texto de ahora queda guardado con un número y no cambiará. Todos pueden seguir escribiendo.",
  versionLabel: "Nombre",
  versionLabelHint: "Por ejemplo: v0.9, consolidada.",
  versionNote: "Nota",
  versionSaved: (number) => `Versión ${number} guardada`,
  versionNow: (label) => `Última versión: ${label}`,
  noVersion: "Ninguna versión guardada",
  importFile: "Importar un archivo",
  importHint:
    "Word (.docx), OpenDocument (.odt) o Markdown (.md). Sustituye el texto de ahora; el anterior queda en la historia.",
  importing: "Importando el archivo…",
  imported: "Texto importado del archivo.",
  importedOverlaps: (count) =>
    plural("es", count, {
      one: "Texto importado del archivo. # pasaje lo había tocado también otra persona: hay que revisarlo.",
      other:
        "Texto importado del archivo. # pasajes los había tocado también otra persona: hay que revisarlos.",
    }),
  importConfirm: (name) =>
    `El contenido de ${name} sustituirá el texto de ahora; el anterior queda en la historia.`,
};
