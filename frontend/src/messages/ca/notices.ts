import { plural } from "../../domain/language";

export const notices = {
  title: "Avisos",
  bell: (count: number) =>
    plural("ca", count, { one: "Avisos: # sense veure", other: "Avisos: # sense veure" }),
  markAll: "Marca-ho tot com a vist",
  mark: "Vist",
  markOne: (sentence: string) => `Marca com a vist: ${sentence}`,
  preferences: "Cada quan arriba correu",
  none: "Encara no hi ha cap avís.",
  asked: "S'espera resposta",
  new: "Nou",
  more: "Mostra'n més",
  cadence: "Correu electrònic",
  cadenceKept: "La preferència s'ha desat.",
  noMail: "Aquest servidor no envia correu: els avisos només es veuen aquí.",
  section: "Avisos per correu",
  cadences: {
    IMMEDIATE: { name: "De seguida", what: "Tot el que passa, quan passa." },
    DAILY: {
      name: "Resum diari",
      what: "El que s'espera de mi, de seguida; les novetats, a les 7.30 dels dies feiners.",
    },
    WEEKLY: {
      name: "Resum setmanal",
      what: "El que s'espera de mi, de seguida; les novetats, el dilluns a les 7.30.",
    },
    NONE: {
      name: "Cap correu",
      what: "Tot es pot veure a la pàgina d'avisos. Els vots pendents no es recorden per correu.",
    },
  },
  remind: "Recorda-ho",
  remindOf: (town: string) => `Recorda-ho a: ${town}`,
  remindAll: (count: number) =>
    plural("ca", count, { one: "Recorda-ho a # municipi", other: "Recorda-ho a # municipis" }),
  reminded: (town: string) => `Recordatori enviat: ${town}`,
  remindedAll: (count: number) =>
    plural("ca", count, {
      one: "Recordatori enviat a # municipi",
      other: "Recordatori enviat a # municipis",
    }),
  lastActivity: "Última activitat",
  noActivity: "Sense activitat en aquest document",
  lastReminded: "recordat",
  unreachable: "Ningú a qui avisar",
  proof: "Mostra com s'ha avisat cada municipi",
  nobodyAt: (towns: string) => `Sense ningú al registre a qui avisar: ${towns}.`,
  columns: {
    town: "Municipi",
    told: "Avís a l'aplicació",
    mail: "Correu",
    seen: "Vist",
  },
  members: (count: number) => plural("ca", count, { one: "# persona", other: "# persones" }),
  notSeen: "Encara no",
  courses: {
    SENT: "Enviat",
    WAITING: "A punt de sortir",
    DOUBTFUL: "No se sap si ha arribat",
    FAILED: "No s'ha pogut enviar",
    UNNEEDED: "No calia: ja s'havia votat",
    UNWANTED: "No volen correu",
    NO_SERVER: "El servidor no enviava correu",
  },
  outboxTitle: "Correu",
  outboxOff:
    "Aquest servidor no envia correu. Els avisos es veuen a l'aplicació i els enllaços d'invitació s'han de copiar a mà.",
  outbox: (sent: string, waiting: string) =>
    `Enviats els últims set dies: ${sent}. A punt de sortir: ${waiting}.`,
  waitingSince: "El més antic espera des de",
  reviewHint:
    "Els dubtosos es van lliurar i el servidor de correu no ho va confirmar: poden haver arribat, i si es tornen a enviar poden arribar dues vegades.",
  mailStates: {
    WAITING: "A punt de sortir",
    TAKEN: "Sortint",
    SENT: "Enviat",
    DOUBTFUL: "Dubtós",
    FAILED: "No enviat",
    DROPPED: "Ja no calia",
  },
  mailKinds: {
    ASKED: "Resposta esperada",
    DIGEST: "Resum de novetats",
    INVITATION: "Invitació",
  },
  sendAgain: "Torna a enviar",
  sendAgainTo: (name: string) => `Torna a enviar a ${name}`,
  invitedByMail: "L'enllaç també s'ha posat al correu de sortida.",
  invitedByHand: "Aquest servidor no envia correu: cal fer arribar l'enllaç a la persona.",
};
