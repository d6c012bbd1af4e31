import { plural } from "../../domain/language";
import type { Effect, EffectKind, SpokenChoice } from "../../domain/swings";

const CHOICES: Record<SpokenChoice, string> = {
  APPROVE: "el seu sí",
  OBJECT: "el seu no",
  ABSTAIN: "la seva abstenció",
};
const EFFECTS: Record<EffectKind, string> = {
  settlesYes: "la faria passar i quedaria decidit",
  passes: "la faria passar",
  ties: "portaria a un empat",
  settlesNo: "decidiria que no passa",
  fails: "faria que ara no passés",
};

function told({ kind, choices }: Effect): string {
  if (choices.length === 3) return `votar, en qualsevol sentit, ${EFFECTS[kind]}`;
  const list = new Intl.ListFormat("ca", { type: "disjunction" });
  return `${list.format(choices.map((choice) => CHOICES[choice]))} ${EFFECTS[kind]}`;
}

/** The first letter large, for what begins a sentence. */
function begun(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

export const counting = {
  title: "Passarà?",
  swing: (effects: readonly Effect[]) =>
    effects.length > 0
      ? `${begun(effects.map(told).join("; "))}.`
      : "Per si sol, el seu vot no ho canviaria.",
  reserved: (count: number, isObjection: boolean) =>
    plural("ca", count, {
      one: `# vot a favor amb reserva compta com a ${isObjection ? "objecció" : "abstenció"}.`,
      other: `# vots a favor amb reserva compten com a ${isObjection ? "objecció" : "abstenció"}.`,
    }),
  repeats: (number: number) => `És la segona votació de la ronda ${number}, que va acabar en empat.`,
  tiedNote: (hasCasting: boolean): string =>
    hasCasting
      ? "El text continua congelat. Si hi torna a haver empat, decideix el vot de qualitat."
      : "El text continua congelat. Si hi torna a haver empat, no s'aprova.",
  tieRule: (casting: string | null) =>
    casting
      ? `Si hi ha empat, es torna a votar; si n'hi torna a haver, decideix el vot de qualitat (${casting}).`
      : "Si hi ha empat, es torna a votar; si n'hi torna a haver, no s'aprova.",
  castingRule: (casting: string) => `Si hi ha empat, decideix el vot de qualitat (${casting}).`,
  maintained: {
    NOTHING: "",
    BLOCKS: "Mentre hi hagi una reserva vigent, no s'aprova.",
    ABSTAINS: "Un vot a favor amb una reserva vigent compta com a abstenció.",
    OBJECTS: "Un vot a favor amb una reserva vigent compta com a objecció.",
  },
  start: "Què passaria si…",
  startHint: "Prova combinacions de vots pendents. No canvia res ni ho veu ningú més.",
  banner: "És una suposició: cap vot no canvia",
  supposed: (count: number) =>
    plural("ca", count, { one: "Se suposa # vot pendent", other: "Se suposen # vots pendents" }),
  nothingSupposed: "Tria què votarien els municipis pendents, al mapa o a la llista.",
  leave: "Surt de la suposició",
  clear: "Torna a començar",
  all: { APPROVE: "Tots a favor", OBJECT: "Tots en contra", ABSTAIN: "Tots s'abstenen" },
  choices: { APPROVE: "A favor", OBJECT: "En contra", ABSTAIN: "Abstenció" },
  pendingTowns: "Municipis pendents",
  choiceOf: (town: string) => `Què votaria ${town}`,
  supposedMark: (choice: string) => `suposat: ${choice.toLocaleLowerCase("ca")}`,
  mapHint: "En tocar un municipi pendent, se'l suposa a favor, en contra, abstingut i altre cop pendent.",
  verdicts: {
    wouldPass: "Passaria",
    decidedYes: "Passaria, i els altres ja no ho podrien canviar",
    wouldTie: "Seria un empat: caldria una segona votació",
    decidedNo: "No passaria, i els altres ja no ho podrien canviar",
    objected: "No passaria: una objecció trenca el silenci",
    lacking: "Encara no passaria",
  },
  before: (amount: string) => `ara, ${amount}`,
  secondVote: "Segona votació",
  secondVoteBody:
    "La ronda va acabar en empat. Es torna a votar el mateix text, amb les mateixes condicions i els mateixos municipis.",
  secondVoteDays: "Cal triar fins quan es pot votar.",
  openSecondVote: "Obre la segona votació",
  openSecondVoteConfirm:
    "S'obre ara i tothom ha de tornar a votar: els vots de la primera queden al registre i ja no compten. No es pot desfer, tret d'anul·lar la ronda amb un motiu.",
  giveUp: "Torna al text",
  giveUpBody: "La ronda s'anul·la i el text torna al període d'esmenes. El motiu queda al registre.",
};
