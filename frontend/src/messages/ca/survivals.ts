import { joined } from "../../domain/catalan";
import { plural } from "../../domain/language";

const came = (count: number): string =>
  plural("ca", count, { one: "# paraula afegida", other: "# paraules afegides" });
const went = (count: number): string =>
  plural("ca", count, { one: "# paraula suprimida", other: "# paraules suprimides" });

export const survivals = {
  since: {
    VOTE: (round: number, day: string) => `Des que el municipi va votar en la ronda ${round} (${day})`,
    LOOK: (day: string) => `Des de l'última lectura (${day})`,
  },
  same: (since: string) => `${since}, el text és el mateix.`,
  changed: (since: string, inserted: number, deleted: number) =>
    inserted + deleted === 0
      ? `${since}, del text només n'ha canviat el format.`
      : `${since}: ${[...(inserted ? [came(inserted)] : []), ...(deleted ? [went(deleted)] : [])].join(", ")}.`,
  compare: "Mira els canvis",
  title: (round: number) => `El municipi va votar a favor en la ronda ${round}`,
  body: "Si el text nou també es pot aprovar, n'hi ha prou de confirmar el vot. Si no es confirma, aquell vot no compta en aquesta ronda.",
  difference: "Què ha canviat des d'aleshores",
  kept: "Amb el vot es mantenen",
  keptReservation: (kind: string, scope: string) => `Reserva ${kind.toLowerCase()} · ${scope}`,
  keptExcept: (keys: string) => `El vot continua sense aprovar ${keys}`,
  statement:
    "La declaració d'aquell vot no s'hi trasllada, perquè parlava d'un altre text. Si cal fer-ne una, cal preparar un vot nou.",
  carries: (mandate: string) =>
    `Es fa servir el mandat d'aquell vot, que val per a tota la posició: ${mandate}.`,
  ratification: (day: string) => `Continua subjecte a ratificació fins al ${day}.`,
  unratified:
    "Aquell vot quedava subjecte a ratificació; aquest, no. Si també ho ha de quedar, cal preparar un vot nou.",
  mandate: "Mandat per a aquest text",
  mandateWhy: "El mandat d'aquell vot era per a aquella versió i no es pot tornar a fer servir.",
  confirm: (organization: string) => `Confirma el vot a favor ${joined("de", organization)}`,
  binding:
    "El vot quedarà al registre. Fins al tancament es pot substituir per un altre; després no es pot canviar ni retirar.",
  anew: (round: number) => `El vot de la ronda ${round} no es pot confirmar`,
  reasons: {
    NOT_APPROVED: () => "No era favorable: cal votar de nou.",
    TACIT: () => "Aleshores el municipi no va dir res, i el silenci no es confirma: cal votar.",
    RATIFICATION_WITHDRAWN: () => "Aquell vot no es va ratificar: cal votar de nou.",
    RESERVATION_CHANGED: (ask: string | null) =>
      ask
        ? `La demanda ${ask}, on el municipi té una reserva, ha canviat: cal votar de nou.`
        : "El passatge on el municipi té una reserva ha canviat: cal votar de nou.",
    EXCEPTED_ASK_CHANGED: (ask: string | null) =>
      `La demanda ${ask ?? ""}, que el municipi no aprovava, ha canviat o ja no hi és: cal votar de nou.`,
  },
  reached: "El text ja recull el redactat demanat.",
  passage: (quote: string) => `«${quote}»`,
  standing: "Reserves vigents",
  standingBody:
    "Cada municipi manté les de l'últim vot. La versió nova pot recollir el que demanen; retirar-les correspon a qui les té.",
  fromRound: (round: number) => `De la ronda ${round}`,
};
