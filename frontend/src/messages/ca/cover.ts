import { plural } from "../../domain/language";

export const cover = {
  editTitle: "Edita la fitxa",
  edit: "Edita la fitxa",
  save: "Desa la fitxa",
  stale: "Algú ha canviat la posició mentre s'editava la fitxa",
  staleBody: "El que s'ha escrit es conserva aquí. Es pot comparar amb la fitxa d'ara i tornar a desar.",
  saveAnyway: "Desa-ho igualment",
  languageSection: (name: string) => `En ${name}`,
  originalMark: "llengua original",
  route: "Itinerari d'aprovació",
  routeNone: "Sense itinerari: cada ronda es decideix quan s'obre",
  routeHint:
    "Diu per quines rondes ha de passar la posició. Es pot canviar fins que s'aprovi la primera ronda.",
  routeSteps: (names: string) => `Rondes: ${names}`,
  searchTowns: "Cerca un municipi o una entitat",
  noInstitution: "Cap institució amb aquestes paraules.",
  addInstitution: (name: string) => `Afegeix ${name}`,
  chosenInstitutions: "Destinataris triats",
  relationWrong: (example: string) => `No té la forma d'aquest tipus. Per exemple: ${example}`,
  removeRelation: (number: number) => `Treu l'expedient ${number}`,
  relationNumber: (number: number) => `Expedient ${number}`,
  kept: "Es conserva en aquest navegador fins que es creï la posició.",
  discard: "Buida el formulari",
  discardBody: "S'esborra tot el que s'ha escrit en aquest formulari. No es pot recuperar.",
  wrong: (count: number) =>
    plural("ca", count, {
      one: "Cal corregir # camp abans de crear la posició",
      other: "Cal corregir # camps abans de crear la posició",
    }),
  calendar: "Calendari",
  milestoneEmpty: "En blanc si no té data.",
  tablingHint: "Hora de Brussel·les.",
  notAllowed: "Proposar posicions correspon a la coordinació",
  notAllowedBody: "Un municipi que vulgui promoure'n una ho pot demanar a l'Àrea Metropolitana.",
  participants: "Participants",
  participantsManage: "Gestiona els participants",
  participantsBody:
    "Qui hi participa escriu, comenta i presenta esmenes. Els convidats ja hi poden treballar abans de respondre.",
  inviteOne: (name: string) => `Convida ${name}`,
  inviteAll: (count: number) =>
    plural("ca", count, {
      one: "Convida el municipi que falta",
      other: "Convida els # municipis que falten",
    }),
  removeOne: (name: string) => `Treu ${name}`,
  remove: "Treu",
  removeBody: (name: string) =>
    `${name} deixarà de veure l'esborrany i de poder-hi escriure. El que hagi fet es conserva. Es pot tornar a convidar.`,
  since: (day: string) => `des del ${day}`,
  leads: "Ponent",
  inviting: (done: number, count: number) => `${done} de ${count} convidats`,
  everyoneIn: "Tots els municipis ja hi són.",
  showOthers: "Municipis i entitats que no hi participen",
};
