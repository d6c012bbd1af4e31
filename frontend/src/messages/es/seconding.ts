import { plural } from "../../domain/language";
import type { Messages } from "../ca";

export const seconding: Messages["seconding"] = {
  prepared: "Preparado, pendiente de una segunda persona",
  preparedBy: (name, day) => `Lo ha preparado ${name}, ${day}.`,
  preparedWhy: "Todavía no cuenta: en este municipio cada voto lo confirma otra persona delegada.",
  preparedByYou: "Todavía no cuenta. Debe confirmarlo otra persona delegada del municipio antes del cierre.",
  lapsed: "Quedó sin confirmar y no cuenta: la ronda se cerró antes.",
  countsNow: (choice) => `Mientras tanto cuenta el voto anterior: ${choice}.`,
  confirm: "Confirmar el voto",
  confirmTitle: (organization) => `Confirmar el voto de ${organization}`,
  confirmBody: (choice, version) =>
    `El voto «${choice}» sobre la versión ${version} contará desde ahora. Quedará en el registro que lo han hecho dos personas.`,
  confirmedBy: (name, day) => `Lo ha confirmado ${name}, ${day}.`,
  asked: "La coordinación pide confirmar este voto",
  askedWhy: (reason) => `Motivo: ${reason}`,
  askedCounts: "El voto sigue contando mientras no se confirme o se haga otro.",
  confirmAskedBody: (choice) =>
    `Constará que el gobierno actual del municipio confirma el voto «${choice}». Para decir otra cosa hace falta un voto nuevo.`,
  notes: {
    asked: "Pendiente de que lo confirme el nuevo gobierno",
    confirmed: "Confirmado por el nuevo gobierno",
    substitute: "Voto de la persona suplente",
  },
  waiting: "Preparados, pendientes de una segunda persona",
  waitingLead: "No cuentan hasta que otra persona del mismo municipio los confirme.",
  lapsedTitle: "Preparados que nadie confirmó",
  lapsedLead: "No cuentan: la ronda se cerró antes.",
  ask: "Pedir confirmación a un nuevo gobierno",
  askBody:
    "El voto sigue contando. El municipio lo verá marcado y podrá confirmarlo o sustituirlo mientras la ronda esté abierta.",
  askTown: "Municipio",
  askChoose: "Hay que elegir un municipio",
  askReason: "Motivo",
  askReasonHint: "Por ejemplo, que hay un nuevo gobierno municipal. Lo leerá el municipio.",
  askSend: "Pedir la confirmación",
  toRatify: "Votos sujetos a ratificación",
  toRatifyLead: "Cuentan desde que se emitieron. Cada municipio dice qué ha decidido su órgano.",
  due: (day) => `Hasta el ${day}`,
  overdue: "Fuera de plazo",
  settled: {
    CONFIRMED: (body, day, reference) => `Ratificado: ${body}, ${day} (${reference})`,
    WITHDRAWN: (body, day, reference) => `No ratificado: ${body}, ${day} (${reference})`,
  },
  standsNoMore: "Ya no cuenta: el municipio vuelve a estar pendiente y puede votar de nuevo.",
  stillCounted: "Lo que se contó queda contado, pero el municipio no firma la posición.",
  stillPasses: "Sin los votos que no se han ratificado, la ronda también se habría aprobado.",
  wouldFail:
    "Sin los votos que no se han ratificado, la ronda no se habría aprobado. El resultado no cambia solo.",
  settle: "Anotar la ratificación",
  settleOf: (organization) => `Anotar la ratificación de ${organization}`,
  outcome: "Qué ha decidido el órgano",
  outcomes: { CONFIRMED: "Ratifica el voto", WITHDRAWN: "No ratifica el voto" },
  outcomeHints: {
    CONFIRMED: "El voto queda como está, ya sin condición.",
    WITHDRAWN_OPEN:
      "El voto deja de contar, y el municipio puede votar de nuevo mientras la ronda esté abierta.",
    WITHDRAWN_CLOSED: "El recuento cerrado no cambia, pero el municipio deja de firmar la posición.",
  },
  certificate: "Certificado del acuerdo",
  certificateHint:
    "Optativo. PDF, imagen o documento, hasta 20 MB. Lo ven los participantes, nunca el público.",
  chooseFile: "Elegir un archivo",
  changeFile: "Cambiar el archivo",
  removeFile: "Quitar el archivo",
  uploading: (share) => `Subiendo: ${share}`,
  uploaded: (name) => `Guardado: ${name}`,
  settleBinding: "Quedará en el registro y no se puede deshacer.",
  settleSend: "Anotar",
  covers: "El mandato sirve para",
  coversOf: {
    VERSION: "Solo la versión que se vota",
    POSITION: "Todo el documento, aunque cambie el texto",
  },
  receiptPrepared: "Voto preparado",
  receiptPreparedBody: (organization) =>
    `El voto de ${organization} todavía no cuenta: debe confirmarlo otra persona delegada. Lo encontrará en su trabajo pendiente.`,
  receiptConfirmed: "Voto confirmado",
  receiptConfirmedBody: (organization) => `El voto de ${organization} cuenta desde ahora. Este es el recibo.`,
  receiptFields: { confirmed: "Confirmado por", certificate: "Certificado" },
  substitute: "Es suplente",
  substituteHint: "Actúa cuando no está la persona titular. Sus votos quedan marcados.",
  substituteTag: "suplente",
  two: "Votos con dos personas",
  twoLead:
    "En los municipios marcados, el voto que prepara una persona delegada solo cuenta cuando otra lo confirma.",
  twoFound: (count) => plural("es", count, { one: "# municipio lo pide", other: "# municipios lo piden" }),
  twoSaved: (name, confirms) =>
    confirms ? `${name} pide ahora dos personas.` : `${name} ya no pide dos personas.`,
};
