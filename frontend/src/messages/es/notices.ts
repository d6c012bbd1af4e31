import { plural } from "../../domain/language";

export const notices = {
  title: "Avisos",
  bell: (count: number) => plural("es", count, { one: "Avisos: # sin ver", other: "Avisos: # sin ver" }),
  markAll: "Marcar todo como visto",
  mark: "Visto",
  markOne: (sentence: string) => `Marcar como visto: ${sentence}`,
  preferences: "Cada cuánto llega correo",
  none: "Todavía no hay ningún aviso.",
  asked: "Se espera respuesta",
  new: "Nuevo",
  more: "Mostrar más",
  cadence: "Correo electrónico",
  cadenceKept: "La preferencia se ha guardado.",
  noMail: "Este servidor no envía correo: los avisos solo se ven aquí.",
  section: "Avisos por correo",
  cadences: {
    IMMEDIATE: { name: "Enseguida", what: "Todo lo que pasa, cuando pasa." },
    DAILY: {
      name: "Resumen diario",
      what: "Lo que se espera de mí, enseguida; las novedades, a las 7:30 de los días laborables.",
    },
    WEEKLY: {
      name: "Resumen semanal",
      what: "Lo que se espera de mí, enseguida; las novedades, el lunes a las 7:30.",
    },
    NONE: {
      name: "Ningún correo",
      what: "Todo se puede ver en la página de avisos. Los votos pendientes no se recuerdan por correo.",
    },
  },
  remind: "Recordar",
  remindOf: (town: string) => `Recordar a: ${town}`,
  remindAll: (count: number) =>
    plural("es", count, { one: "Recordar a # municipio", other: "Recordar a # municipios" }),
  reminded: (town: string) => `Recordatorio enviado: ${town}`,
  remindedAll: (count: number) =>
    plural("es", count, {
      one: "Recordatorio enviado a # municipio",
      other: "Recordatorio enviado a # municipios",
    }),
  lastActivity: "Última actividad",
  noActivity: "Sin actividad en este documento",
  lastReminded: "recordado",
  unreachable: "Nadie a quien avisar",
  proof: "Mostrar cómo se ha avisado a cada municipio",
  nobodyAt: (towns: string) => `Sin nadie en el registro a quien avisar: ${towns}.`,
  columns: {
    town: "Municipio",
    told: "Aviso en la aplicación",
    mail: "Correo",
    seen: "Visto",
  },
  members: (count: number) => plural("es", count, { one: "# persona", other: "# personas" }),
  notSeen: "Todavía no",
  courses: {
    SENT: "Enviado",
    WAITING: "A punto de salir",
    DOUBTFUL: "No se sabe si ha llegado",
    FAILED: "No se ha podido enviar",
    UNNEEDED: "No hacía falta: ya se había votado",
    UNWANTED: "No quieren correo",
    NO_SERVER: "El servidor no enviaba correo",
  },
  outboxTitle: "Correo",
  outboxOff:
    "Este servidor no envía correo. Los avisos se ven en la aplicación y los enlaces de invitación deben copiarse a mano.",
  outbox: (sent: string, waiting: string) =>
    `Enviados en los últimos siete días: ${sent}. A punto de salir: ${waiting}.`,
  waitingSince: "El más antiguo espera desde",
  reviewHint:
    "Los dudosos se entregaron y el servidor de correo no lo confirmó: pueden haber llegado, y si se vuelven a enviar pueden llegar dos veces.",
  mailStates: {
    WAITING: "A punto de salir",
    TAKEN: "Saliendo",
    SENT: "Enviado",
    DOUBTFUL: "Dudoso",
    FAILED: "No enviado",
    DROPPED: "Ya no hacía falta",
  },
  mailKinds: {
    ASKED: "Respuesta esperada",
    DIGEST: "Resumen de novedades",
    INVITATION: "Invitación",
  },
  sendAgain: "Volver a enviar",
  sendAgainTo: (name: string) => `Volver a enviar a ${name}`,
  invitedByMail: "El enlace también se ha puesto en el correo de salida.",
  invitedByHand: "Este servidor no envía correo: hay que hacer llegar el enlace a la persona.",
};
