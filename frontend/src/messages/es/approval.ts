import { lacking, type LackingWords } from "../../domain/lacking";
import { plural } from "../../domain/language";
import type { Messages } from "../ca";

const LACKING: LackingWords = {
  amounts: {
    ORGANIZATIONS: { one: "# municipio", other: "# municipios" },
    POPULATION: { one: "# habitante", other: "# habitantes" },
    SEATS: { one: "# escaño", other: "# escaños" },
    QUORUM: { one: "# voto para el quórum", other: "# votos para el quórum" },
  },
  lacking: (amounts, isOne) => `${isOne ? "Falta" : "Faltan"} ${amounts}`,
  objections: { one: "Tendría que retirarse # objeción", other: "Tendrían que retirarse # objeciones" },
  reservations: { one: "Tendría que retirarse # reserva", other: "Tendrían que retirarse # reservas" },
  never: "Ahora mismo no se aprobaría",
};

const FELL_SHORT: LackingWords = {
  ...LACKING,
  lacking: (amounts, isOne) => `No se ha aprobado: ${isOne ? "faltó" : "faltaron"} ${amounts}`,
};

export const approval: Messages["approval"] = {
  title: "Aprobación",
  none: "Todavía no se ha abierto ninguna ronda",
  noneBody:
    "Cuando el texto esté listo, la coordinación lo congela y pide el voto a los municipios. Aquí se verá el recuento, municipio por municipio.",
  rounds: "Rondas",
  round: (number, name) => `Ronda ${number}: ${name}`,
  roundShort: (number) => `Ronda ${number}`,
  statuses: {
    SCHEDULED: "Programada",
    OPEN: "Abierta",
    PASSED: "Aprobada",
    FAILED: "No aprobada",
    BROKEN: "Con objeciones",
    VOID: "Anulada",
  },
  verdicts: {
    scheduled: "La ronda todavía no se ha abierto",
    sealed: "Los votos no se verán hasta el cierre",
    counting: "El plazo ha terminado y se hace el recuento",
    objected: "Hay objeciones: el silencio ya no vale como acuerdo",
    wouldPass: "Ahora se aprobaría",
    wouldTie: "Ahora sería un empate: haría falta una segunda votación",
    tied: "Empate: hace falta una segunda votación",
    wasTied: "Terminó en empate y se volvió a votar",
    decidedYes: "Decidido: se aprueba",
    decidedNo: "Decidido: no se aprueba",
    passed: "Se ha aprobado",
    failed: "No se ha aprobado",
    broken: "No se ha aprobado: hubo objeciones",
    void: "La ronda se anuló",
  },
  lacking: (missing) => lacking("es", missing, LACKING),
  fellShort: (missing) => lacking("es", missing, FELL_SHORT),
  turnout: (voted, called) =>
    plural("es", voted, { one: `Ha votado # de ${called}.`, other: `Han votado # de ${called}.` }),
  decidedNote:
    "Los votos pendientes ya no pueden cambiarlo; los emitidos aún pueden cambiarse hasta el cierre.",
  toRatifyNote: (count) =>
    plural("es", count, {
      one: "# voto está pendiente de ratificación.",
      other: "# votos están pendientes de ratificación.",
    }),
  settling: (count) =>
    plural("es", count, {
      one: "Podría quedar decidido con # voto favorable más.",
      other: "Podría quedar decidido con # votos favorables más.",
    }),
  silenceNote:
    "Quien no dice nada consiente. Una sola objeción cierra la ronda de inmediato y el texto vuelve a enmiendas.",
  leadsOn: "La aprobación de esta ronda adopta la posición.",
  leadsNext: "Si se aprueba, se pasa a la ronda siguiente.",
  adopted: "Con esta ronda la posición queda adoptada.",
  nextRound: "Todavía debe pasar la ronda siguiente.",
  backToText: "La posición volvió al periodo de enmiendas.",
  opens: "Se abre",
  closes: "Se cierra",
  closed: "Cerrada",
  reason: "Motivo",
  version: (label) => `Se vota la versión ${label}`,
  versionVoted: (label) => `Se votó la versión ${label}`,
  rule: "Regla",
  presets: {
    SIMPLE_MAJORITY: "Mayoría simple",
    ABSOLUTE_MAJORITY: "Mayoría absoluta",
    TWO_THIRDS_POPULATION: "Dos tercios de la población",
    DOUBLE_MAJORITY: "Doble mayoría",
    DOUBLE_MAJORITY_BLOCKING: "Doble mayoría con minoría de bloqueo",
    REINFORCED: "Doble mayoría reforzada",
    WEIGHTED_SEATS: "Voto ponderado por escaños",
    UNANIMITY: "Unanimidad",
    CONSENSUS: "Consenso",
  },
  presetSentences: {
    SIMPLE_MAJORITY: "Más municipios a favor que en contra. Abstenerse no cuenta.",
    ABSOLUTE_MAJORITY: "Más de la mitad de los municipios convocados, a favor.",
    TWO_THIRDS_POPULATION: "Los municipios a favor suman dos tercios de la población.",
    DOUBLE_MAJORITY:
      "El 55 % de los municipios, que sumen el 65 % de la población, a favor. Abstenerse equivale a no apoyar.",
    DOUBLE_MAJORITY_BLOCKING:
      "Como la doble mayoría, pero menos de cuatro municipios no pueden bloquear solo por población.",
    REINFORCED: "El 72 % de los municipios, que sumen el 65 % de la población, a favor.",
    WEIGHTED_SEATS: "Más escaños del Consejo Metropolitano a favor que en contra.",
    UNANIMITY: "Ningún voto en contra. Abstenerse no lo impide.",
    CONSENSUS: "Ninguna objeción y ninguna reserva vigente.",
  },
  ownRule: "Regla propia",
  ownRuleSentence: "Deben cumplirse todas las condiciones siguientes.",
  measures: { ORGANIZATIONS: "Municipios", POPULATION: "Población", SEATS: "Escaños" },
  bases: {
    CAST: "de los votos emitidos",
    EXPRESSED: "de los votos a favor y en contra",
    ELIGIBLE: "de los convocados",
  },
  asked: (share, basis, isStrict) => `Hace falta ${isStrict ? "más del" : "el"} ${share} ${basis}`,
  reached: (reached, base) => `${reached} de ${base} a favor`,
  needed: (amount) => `hacen falta ${amount}`,
  met: "Se alcanza",
  unmet: "No se alcanza",
  marks: {
    APPROVE: "A favor",
    TACIT: "Silencio",
    OBJECT: "En contra",
    ABSTAIN: "Abstención",
    RECUSE: "Recusado",
    PENDING: "Pendiente",
    SEALED: "Ha votado",
  },
  letters: { APPROVE: "F", TACIT: "S", OBJECT: "C", ABSTAIN: "A", RECUSE: "–", PENDING: "P", SEALED: "V" },
  map: "Mapa de votos",
  legend: "Votos por sentido",
  mapHint:
    "Cada cuadro es un municipio; cuanto mayor, más población. Al tocar uno se ve su voto; las flechas pasan de uno a otro.",
  offMap: "Fuera del mapa",
  inhabitants: (count) => plural("es", count, { one: "# habitante", other: "# habitantes" }),
  seats: (count) => plural("es", count, { one: "# escaño", other: "# escaños" }),
  table: "Tabla de votos",
  tableShow: "Mostrar la tabla con todos los votos",
  columns: {
    organization: "Municipio",
    vote: "Voto",
    when: "Fecha",
    basis: "Mandato o acta",
    notes: "Notas",
  },
  pending: (count) => plural("es", count, { one: "Falta # voto", other: "Faltan # votos" }),
  copyPending: "Copiar la lista",
  copied: "Lista copiada",
  statements: "Explicaciones de voto",
  reservations: "Reservas",
  reservationKinds: {
    SCRUTINY: "De examen",
    SUBSTANTIVE: "De fondo",
    LINGUISTIC: "Lingüística",
    MANDATE: "De mandato",
  },
  reservationStates: { OPEN: "Vigente", LIFTED: "Retirada", MAINTAINED: "Mantenida" },
  wholeText: "Todo el texto",
  wish: "Propuesta",
  lift: "Retirar la reserva",
  liftBody:
    "Constará que el municipio ha retirado la reserva. No se puede volver a poner si no es con un voto nuevo.",
  except: (keys) => `Excepto ${keys}`,
  ratification: {
    PENDING: (day) => `Sujeto a ratificación hasta el ${day}`,
    CONFIRMED: () => "Ratificado",
    WITHDRAWN: () => "La ratificación se denegó",
  },
  mandates: {
    MAYOR_DECREE: "Decreto de alcaldía",
    GOVERNMENT_BOARD: "Acuerdo de la junta de gobierno local",
    PLENARY: "Acuerdo del pleno",
    DELEGATION: "Delegación",
  },
  mandate: (kind, day) => `${kind}, ${day}`,
  act: (body, day, reference) => `Acta: ${body}, ${day} (${reference})`,
  castOn: (day) => `Voto del ${day}`,
  hash: "Huella SHA-256 del texto",
  hashWhy:
    "Es la misma que aparece en el registro y en los recibos: quien tenga el archivo puede comprobar que es este texto.",
};
