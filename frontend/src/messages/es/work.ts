import { plural } from "../../domain/language";
import type { Messages } from "../ca";

export const work: Messages["work"] = {
  title: "Mi trabajo",
  greeting: (organization) => `${organization}: qué se pide ahora`,
  none: "Nada pendiente",
  noneBody: "Todo está al día. Cuando haga falta un voto, una respuesta o una lectura, saldrá aquí.",
  allPositions: "Todas las posiciones",
  pending: (count) => plural("es", count, { one: "# cosa pendiente", other: "# cosas pendientes" }),
  deadlines: "Próximos plazos",
  noDeadlines: "Ningún plazo a la vista.",
  recent: "Cambios recientes",
  due: (when) => `Hasta ${when}`,
  tasks: {
    VOTE: { title: "Falta el voto", act: "Votar" },
    LIFT_RESERVATION: { title: "El texto ya recoge la redacción pedida", act: "Mira la reserva" },
    DECIDE_AMENDMENTS: { title: "Enmiendas por decidir", act: "Decidir las enmiendas" },
    ACCEPT_INVITATION: { title: "Invitación a participar", act: "Responder a la invitación" },
    READ_CHANGES: { title: "El texto ha cambiado", act: "Ver los cambios" },
    WRITE: { title: "El texto se redacta ahora", act: "Escribir" },
    OPEN_ROUND: { title: "Se puede abrir una ronda", act: "Preparar la ronda" },
    REMIND: { title: "Municipios pendientes de votar", act: "Ver qué falta" },
    CLOSE_ROUND: { title: "La ronda se puede cerrar", act: "Ver el recuento" },
    APPROVE_TRANSLATION: { title: "Traducciones por aprobar", act: "Abrir el texto" },
    PUBLISH: { title: "Adoptada y todavía no publicada", act: "Publicar" },
  },
  amendments: (count) => plural("es", count, { one: "# enmienda", other: "# enmiendas" }),
  missing: (count) => plural("es", count, { one: "falta # municipio", other: "faltan # municipios" }),
  round: (number, name) => `Ronda ${number}, ${name}`,
  signIn: {
    title: "Entrar",
    live: {
      title: "Votación abierta ahora",
      voted: (voted, called) => `Han votado ${voted} de ${called} municipios.`,
      as: (organization) => `Entrar por ${organization} y votar`,
      lead: "Ver si se aprobaría",
      pending: "voto pendiente",
    },
    demoLead:
      "Demostración: hay que elegir una persona. No hace falta contraseña y todos los datos son ficticios.",
    search: "Buscar por municipio o nombre",
    members: (count) => plural("es", count, { one: "# persona", other: "# personas" }),
    none: "Nadie con este nombre.",
    failed: "No se ha podido entrar. Hay que volver a intentarlo.",
    roles: {
      COORDINATOR: "Coordinación",
      DELEGATE: "Delegación municipal",
      OBSERVER: "Observación",
      ADMINISTRATOR: "Administración",
    },
  },
};
