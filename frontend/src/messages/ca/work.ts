import { joined } from "../../domain/catalan";
import { plural } from "../../domain/language";

export const work = {
  title: "La meva feina",
  greeting: (organization: string) => `Què es demana ara ${joined("a", organization)}`,
  none: "Res pendent",
  noneBody: "Tot és al dia. Quan calgui un vot, una resposta o una lectura, sortirà aquí.",
  allPositions: "Totes les posicions",
  pending: (count: number) => plural("ca", count, { one: "# cosa pendent", other: "# coses pendents" }),
  deadlines: "Pròxims terminis",
  noDeadlines: "Cap termini a la vista.",
  recent: "Canvis recents",
  due: (when: string) => `Fins ${when}`,
  tasks: {
    VOTE: { title: "Falta el vot", act: "Vota" },
    LIFT_RESERVATION: { title: "El text ja recull el redactat demanat", act: "Mira la reserva" },
    DECIDE_AMENDMENTS: { title: "Esmenes per decidir", act: "Decideix les esmenes" },
    ACCEPT_INVITATION: { title: "Invitació a participar", act: "Respon la invitació" },
    READ_CHANGES: { title: "El text ha canviat", act: "Mira els canvis" },
    WRITE: { title: "El text es redacta ara", act: "Escriu" },
    OPEN_ROUND: { title: "Es pot obrir una ronda", act: "Prepara la ronda" },
    CLOSE_ROUND: { title: "La ronda es pot tancar", act: "Mira el recompte" },
    APPROVE_TRANSLATION: { title: "Traduccions per aprovar", act: "Obre el text" },
    PUBLISH: { title: "Adoptada i encara no publicada", act: "Publica" },
  },
  amendments: (count: number) => plural("ca", count, { one: "# esmena", other: "# esmenes" }),
  round: (number: number, name: string) => `Ronda ${number}, ${name}`,
  signIn: {
    title: "Entra",
    demoLead: "Demostració: cal triar una persona. No fa falta contrasenya i totes les dades són fictícies.",
    search: "Cerca per municipi o nom",
    members: (count: number) => plural("ca", count, { one: "# persona", other: "# persones" }),
    none: "Ningú amb aquest nom.",
    failed: "No s'ha pogut entrar. Cal tornar-ho a provar.",
    roles: {
      COORDINATOR: "Coordinació",
      DELEGATE: "Delegació municipal",
      OBSERVER: "Observació",
      ADMINISTRATOR: "Administració",
    },
  },
};
