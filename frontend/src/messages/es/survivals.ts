import { plural } from "../../domain/language";
import type { Messages } from "../ca";

const came = (count: number): string =>
  plural("es", count, { one: "# palabra añadida", other: "# palabras añadidas" });
const went = (count: number): string =>
  plural("es", count, { one: "# palabra suprimida", other: "# palabras suprimidas" });

export const survivals: Messages["survivals"] = {
  since: {
    VOTE: (round, day) => `Desde que el municipio votó en la ronda ${round} (${day})`,
    LOOK: (day) => `Desde la última lectura (${day})`,
  },
  same: (since) => `${since}, el texto es el mismo.`,
  changed: (since, inserted, deleted) =>
    inserted + deleted === 0
      ? `${since}, del texto solo ha cambiado el formato.`
      : `${since}: ${[...(inserted ? [came(inserted)] : []), ...(deleted ? [went(deleted)] : [])].join(", ")}.`,
  compare: "Mira los cambios",
  title: (round) => `El municipio votó a favor en la ronda ${round}`,
  body: "Si el texto nuevo también se puede aprobar, basta con confirmar el voto. Si no se confirma, aquel voto no cuenta en esta ronda.",
  difference: "Qué ha cambiado desde entonces",
  kept: "Con el voto se mantienen",
  keptReservation: (kind, scope) => `Reserva ${kind.toLowerCase()} · ${scope}`,
  keptExcept: (keys) => `El voto sigue sin aprobar ${keys}`,
  statement:
    "La declaración de aquel voto no se traslada, porque hablaba de otro texto. Para hacer una, hay que preparar un voto nuevo.",
  carries: (mandate) => `Se usa el mandato de aquel voto, que vale para toda la posición: ${mandate}.`,
  ratification: (day) => `Sigue sujeto a ratificación hasta el ${day}.`,
  unratified:
    "Aquel voto quedaba sujeto a ratificación; este, no. Si también debe quedarlo, hay que preparar un voto nuevo.",
  mandate: "Mandato para este texto",
  mandateWhy: "El mandato de aquel voto era para aquella versión y no se puede volver a usar.",
  confirm: (organization) => `Confirma el voto a favor de ${organization}`,
  binding:
    "El voto quedará en el registro. Hasta el cierre se puede sustituir por otro; después no se puede cambiar ni retirar.",
  anew: (round) => `El voto de la ronda ${round} no se puede confirmar`,
  reasons: {
    NOT_APPROVED: () => "No era favorable: hay que votar de nuevo.",
    TACIT: () => "Entonces el municipio no dijo nada, y el silencio no se confirma: hay que votar.",
    RATIFICATION_WITHDRAWN: () => "Aquel voto no se ratificó: hay que votar de nuevo.",
    RESERVATION_CHANGED: (ask) =>
      ask
        ? `La demanda ${ask}, sobre la que el municipio tiene una reserva, ha cambiado: hay que votar de nuevo.`
        : "El pasaje sobre el que el municipio tiene una reserva ha cambiado: hay que votar de nuevo.",
    EXCEPTED_ASK_CHANGED: (ask) =>
      `La demanda ${ask ?? ""}, que el municipio no aprobaba, ha cambiado o ya no está: hay que votar de nuevo.`,
  },
  reached: "El texto ya recoge la redacción pedida.",
  passage: (quote) => `«${quote}»`,
  standing: "Reservas vigentes",
  standingBody:
    "Cada municipio mantiene las de su último voto. La versión nueva puede recoger lo que piden; retirarlas corresponde a quien las tiene.",
  fromRound: (round) => `De la ronda ${round}`,
};
