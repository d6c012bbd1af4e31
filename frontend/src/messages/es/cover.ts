import { plural } from "../../domain/language";
import type { Messages } from "../ca";

export const cover: Messages["cover"] = {
  editTitle: "Editar la ficha",
  edit: "Editar la ficha",
  save: "Guardar la ficha",
  stale: "Alguien ha cambiado la posición mientras se editaba la ficha",
  staleBody: "Lo escrito se conserva aquí. Se puede comparar con la ficha de ahora y volver a guardar.",
  saveAnyway: "Guardarla igualmente",
  languageSection: (name) => `En ${name}`,
  originalMark: "lengua original",
  route: "Itinerario de aprobación",
  routeNone: "Sin itinerario: cada ronda se decide al abrirla",
  routeHint:
    "Dice por qué rondas debe pasar la posición. Se puede cambiar hasta que se apruebe la primera ronda.",
  routeSteps: (names) => `Rondas: ${names}`,
  searchTowns: "Buscar un municipio o una entidad",
  noInstitution: "Ninguna institución con estas palabras.",
  addInstitution: (name) => `Añadir ${name}`,
  chosenInstitutions: "Destinatarios elegidos",
  relationWrong: (example) => `No tiene la forma de este tipo. Por ejemplo: ${example}`,
  removeRelation: (number) => `Quitar el expediente ${number}`,
  relationNumber: (number) => `Expediente ${number}`,
  kept: "Se conserva en este navegador hasta que se cree la posición.",
  discard: "Vaciar el formulario",
  discardBody: "Se borra todo lo escrito en este formulario. No se puede recuperar.",
  wrong: (count) =>
    plural("es", count, {
      one: "Hay que corregir # campo antes de crear la posición",
      other: "Hay que corregir # campos antes de crear la posición",
    }),
  calendar: "Calendario",
  milestoneEmpty: "En blanco si no tiene fecha.",
  tablingHint: "Hora de Bruselas.",
  notAllowed: "Proponer posiciones corresponde a la coordinación",
  notAllowedBody: "Un municipio que quiera promover una puede pedirlo al Área Metropolitana.",
  participants: "Participantes",
  participantsManage: "Gestionar los participantes",
  participantsBody:
    "Quien participa escribe, comenta y presenta enmiendas. Los invitados ya pueden trabajar antes de responder.",
  inviteOne: (name) => `Invitar a ${name}`,
  inviteAll: (count) =>
    plural("es", count, {
      one: "Invitar al municipio que falta",
      other: "Invitar a los # municipios que faltan",
    }),
  removeOne: (name) => `Quitar ${name}`,
  remove: "Quitar",
  removeBody: (name) =>
    `${name} dejará de ver el borrador y de poder escribir en él. Lo que haya hecho se conserva. Se puede volver a invitar.`,
  since: (day) => `desde el ${day}`,
  leads: "Ponente",
  inviting: (done, count) => `${done} de ${count} invitados`,
  everyoneIn: "Ya están todos los municipios.",
  showOthers: "Municipios y entidades que no participan",
};
