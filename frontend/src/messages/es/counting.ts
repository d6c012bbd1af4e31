import { plural } from "../../domain/language";
import type { Effect, EffectKind, SpokenChoice } from "../../domain/swings";
import type { Messages } from "../ca";

const CHOICES: Record<SpokenChoice, string> = {
  APPROVE: "su sí",
  OBJECT: "su no",
  ABSTAIN: "su abstención",
};
const EFFECTS: Record<EffectKind, string> = {
  settlesYes: "la haría pasar y quedaría decidido",
  passes: "la haría pasar",
  ties: "llevaría a un empate",
  settlesNo: "decidiría que no pasa",
  fails: "haría que ahora no pasara",
};

function told({ kind, choices }: Effect): string {
  if (choices.length === 3) return `votar, en cualquier sentido, ${EFFECTS[kind]}`;
  const list = new Intl.ListFormat("es", { type: "disjunction" });
  return `${list.format(choices.map((choice) => CHOICES[choice]))} ${EFFECTS[kind]}`;
}

/** The first letter large, for what begins a sentence. */
function begun(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

export const counting: Messages["counting"] = {
  title: "¿Pasará?",
  swing: (effects) =>
    effects.length > 0 ? `${begun(effects.map(told).join("; "))}.` : "Por sí solo, su voto no lo cambiaría.",
  reserved: (count, isObjection) =>
    plural("es", count, {
      one: `# voto a favor con reserva cuenta como ${isObjection ? "objeción" : "abstención"}.`,
      other: `# votos a favor con reserva cuentan como ${isObjection ? "objeción" : "abstención"}.`,
    }),
  repeats: (number) => `Es la segunda votación de la ronda ${number}, que terminó en empate.`,
  tiedNote: (hasCasting) =>
    hasCasting
      ? "El texto sigue congelado. Si vuelve a haber empate, decide el voto de calidad."
      : "El texto sigue congelado. Si vuelve a haber empate, no se aprueba.",
  tieRule: (casting) =>
    casting
      ? `Si hay empate, se vuelve a votar; si lo hay otra vez, decide el voto de calidad (${casting}).`
      : "Si hay empate, se vuelve a votar; si lo hay otra vez, no se aprueba.",
  castingRule: (casting) => `Si hay empate, decide el voto de calidad (${casting}).`,
  maintained: {
    NOTHING: "",
    BLOCKS: "Mientras haya una reserva vigente, no se aprueba.",
    ABSTAINS: "Un voto a favor con una reserva vigente cuenta como abstención.",
    OBJECTS: "Un voto a favor con una reserva vigente cuenta como objeción.",
  },
  start: "Qué pasaría si…",
  startHint: "Prueba combinaciones de votos pendientes. No cambia nada ni lo ve nadie más.",
  banner: "Es una suposición: ningún voto cambia",
  supposed: (count) =>
    plural("es", count, { one: "Se supone # voto pendiente", other: "Se suponen # votos pendientes" }),
  nothingSupposed: "Elige qué votarían los municipios pendientes, en el mapa o en la lista.",
  leave: "Sal de la suposición",
  clear: "Vuelve a empezar",
  all: { APPROVE: "Todos a favor", OBJECT: "Todos en contra", ABSTAIN: "Todos se abstienen" },
  choices: { APPROVE: "A favor", OBJECT: "En contra", ABSTAIN: "Abstención" },
  pendingTowns: "Municipios pendientes",
  choiceOf: (town) => `Qué votaría ${town}`,
  supposedMark: (choice) => `supuesto: ${choice.toLocaleLowerCase("es")}`,
  mapHint:
    "Al tocar un municipio pendiente, se le supone a favor, en contra, abstenido y otra vez pendiente.",
  verdicts: {
    wouldPass: "Pasaría",
    decidedYes: "Pasaría, y los demás ya no podrían cambiarlo",
    wouldTie: "Sería un empate: haría falta una segunda votación",
    decidedNo: "No pasaría, y los demás ya no podrían cambiarlo",
    objected: "No pasaría: una objeción rompe el silencio",
    lacking: "Todavía no pasaría",
  },
  before: (amount) => `ahora, ${amount}`,
  secondVote: "Segunda votación",
  secondVoteBody:
    "La ronda terminó en empate. Se vuelve a votar el mismo texto, con las mismas condiciones y los mismos municipios.",
  secondVoteDays: "Hay que elegir hasta cuándo se puede votar.",
  openSecondVote: "Abre la segunda votación",
  openSecondVoteConfirm:
    "Se abre ahora y todos deben volver a votar: los votos de la primera quedan en el registro y ya no cuentan. No se puede deshacer, salvo anulando la ronda con un motivo.",
  giveUp: "Vuelve al texto",
  giveUpBody: "La ronda se anula y el texto vuelve al período de enmiendas. El motivo queda en el registro.",
};
