import { plural } from "../../domain/language";
import type { Messages } from "../ca";

export const opening: Messages["opening"] = {
  title: (number) => `Abrir la ronda ${number}`,
  body: "La versión elegida se congela: mientras dure la ronda nadie puede cambiar el texto. Los municipios convocados reciben el aviso.",
  start: (number) => `Preparar la ronda ${number}`,
  notReady: "Antes de abrir una ronda hay que guardar una versión del texto.",
  toText: "Ir al texto",
  route: "Itinerario",
  step: (number, count, name) => `Paso ${number} de ${count}: ${name}`,
  routeDone: "Todos los pasos del itinerario ya se han aprobado sobre este texto.",
  version: "Versión",
  versionHint: "La última guardada. Debe coincidir con el texto de ahora; si no, hay que guardar una nueva.",
  name: "Nombre de la ronda",
  nameHint: "Por ejemplo: Consejo de Alcaldes.",
  rule: "Cómo se aprueba",
  moreRules: "Otras reglas",
  silence: "Validación técnica por silencio",
  silenceHint: "Quien no dice nada consiente y una sola objeción lo detiene. No adopta la posición.",
  electorate: "Quién vota",
  everyTown: "Todos los municipios metropolitanos",
  participants: "Solo los municipios que participan",
  electorates: {
    MUNICIPALITIES: "Todos los municipios metropolitanos",
    PARTICIPANTS: "Los municipios que participan",
    AUTHORITY: "El Área Metropolitana de Barcelona",
  },
  opens: "Se abre",
  opensNow: "Ahora mismo",
  opensLater: "Otro día",
  closes: "Se cierra",
  closesHint: (days) =>
    plural("es", days, {
      one: "Hora de Bruselas, que es la de aquí. Se propone # día hábil.",
      other: "Hora de Bruselas, que es la de aquí. Se proponen # días hábiles.",
    }),
  act: "Mostrar qué pasará",
  close: "Cerrar la ronda",
  closeBody: "Se fija el resultado con los votos que hay ahora. No se puede deshacer.",
  closeWaits:
    "Se podrá cerrar cuando hayan votado todos o termine el plazo. Al terminar el plazo se cierra sola.",
  void: "Anular la ronda",
  voidBody:
    "Los votos se conservan pero no cuentan, y el texto vuelve al periodo de enmiendas. No se puede deshacer.",
  record: "Introducir los votos de un acta",
  recordTitle: "Votos de un acta",
  recordBody:
    "Se registran los votos que dice el acta de una reunión. Los municipios que no se marquen quedan como están.",
  recordMeeting: "Órgano",
  recordMeetingHint: "Por ejemplo: Consejo de Alcaldes.",
  recordDate: "Fecha de la reunión",
  recordReference: "Referencia del acta",
  recordVotes: "Votos",
  untouched: "Como está",
  fillPending: "Rellenar los pendientes con",
  clear: "Desmarcarlo todo",
  recordNow: (word) => `Ahora: ${word}`,
  recordCount: (count) => plural("es", count, { one: "# voto marcado", other: "# votos marcados" }),
  recordSend: (count) => plural("es", count, { one: "Registrar # voto", other: "Registrar # votos" }),
  recordBinding:
    "Constará a nombre de la coordinación y con la referencia del acta. Hasta el cierre se puede corregir.",
  recordNone: "Hay que marcar el voto de al menos un municipio.",
};
