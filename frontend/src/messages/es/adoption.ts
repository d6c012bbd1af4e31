import { plural } from "../../domain/language";
import type { adoption as catalan } from "../ca/adoption";

export const adoption: typeof catalan = {
  statements: "Declaraciones",
  statementsBody: "Se anexan al texto y se publican con él. No lo cambian.",
  noStatements: "Todavía no se ha anexado ninguna declaración en esta ronda.",
  kinds: { MINUTES: "Declaración en acta", DISSENT: "Voto particular" },
  kindHints: {
    MINUTES: "Explica la posición del municipio, vote a favor o no: un matiz, un compromiso, una petición.",
    DISSENT: "Expone por qué el municipio no apoya el texto. Solo para quien no ha votado a favor.",
  },
  pending: (names: string) => `Constan en ella y aún no la han firmado: ${names}`,
  nobody: "Todavía no la sostiene nadie: quien la firmó ha votado a favor.",
  fromMinutes: (body: string, when: string, reference: string) => `${body}, ${when} (${reference})`,
  annex: "Anexar una declaración",
  annexBody:
    "Quedará anexada al texto que se vota y, si se adopta, se publicará con él. No se puede cambiar ni quitar.",
  annexKind: "Qué es",
  annexText: "Texto",
  annexTextHint: (count: number) =>
    plural("es", count, {
      one: "Queda # carácter. Párrafos sin formato.",
      other: "Quedan # caracteres. Párrafos sin formato.",
    }),
  annexTooLong: (count: number) =>
    plural("es", count, { one: "Sobra # carácter.", other: "Sobran # caracteres." }),
  textNeeded: "Hay que escribir el texto de la declaración.",
  joint: "Es conjunta con otros municipios",
  jointHint: "Cada uno tendrá que firmarla desde su cuenta. Hasta entonces constará como pendiente.",
  towns: "Municipios",
  recordTowns: "De quién es",
  recordTownsHint: "Los municipios que dice el acta. Constarán todos como firmantes.",
  townsNeeded: "Hay que elegir al menos un municipio.",
  preview: "Qué ocurrirá",
  previewOwn: (town: string) => `${town} la firma ahora mismo.`,
  previewJoint: (towns: string) => `También deberán firmarla: ${towns}.`,
  previewRecorded: (towns: string) => `Constará firmada por: ${towns}.`,
  previewPublic: "Cuando la posición se publique, todo el mundo podrá leerla.",
  fromAct: "Viene de un acta",
  annexAct: (kind: string) => `Anexar: ${kind}`,
  sign: "Firmar la declaración",
  signBody: (town: string) =>
    `${town} constará como firmante de esta declaración. Es público cuando la posición se publica y no se puede deshacer.`,
  signatories: "Firmantes",
  signatoriesBody: (count: number) =>
    plural("es", count, {
      one: "# ente apoya el texto adoptado.",
      other: "# entes apoyan el texto adoptado.",
    }),
  except: (keys: string) => `todos los puntos menos ${keys}`,
  withdrawn: (when: string) => `Firma retirada desde el ${when}`,
  withdraw: "Retirar la firma",
  withdrawTitle: (town: string) => `Retirar la firma de ${town}`,
  withdrawBody:
    "El texto adoptado, los votos y el resultado no cambian: junto al nombre se dirá desde cuándo se ha retirado y por qué acto. Es público y no se puede deshacer.",
  withdrawnOn: "Retirada desde el día",
  withdrawReason: "Motivo (opcional)",
  withdrawReasonHint: "Se publica con la retirada.",
  actBody: "Órgano que lo acuerda",
  actBodyHint: "Por ejemplo: Pleno municipal.",
  actDate: "Fecha del acto",
  actReference: "Referencia del acto",
  errata: "Corrección de errores",
  erratum: (number: number, when: string) => `Versión ${number}, ${when}`,
  erratumShow: (number: number) => `Mostrar qué cambia respecto de la versión ${number}`,
  correct: "Corregir un error",
  correctBody:
    "Para errores de escritura del texto adoptado. Se guarda una versión nueva con el motivo, se muestra como corrección y ambas se pueden leer. No puede añadir, quitar ni cambiar de orden ninguna demanda; las traducciones deberán volver a aprobarse.",
  correctText: "Texto adoptado",
  correctReason: "Motivo de la corrección",
  correctReasonHint: "Se publica con el texto. Por ejemplo: «Decía 2026 y debía decir 2027».",
  correctPreview: "Qué cambiará",
  correctSame: "Aún no ha cambiado nada.",
  correctAct: "Publicar la corrección",
  correctActPrivate: "Guardar la corrección",
  reasonNeeded: "Hay que decir por qué se corrige.",
  changeNeeded: "Hay que cambiar el texto para poder corregirlo.",
};
