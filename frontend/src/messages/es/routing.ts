import { plural } from "../../domain/language";

const towns = (count: number): string => plural("es", count, { one: "# municipio", other: "# municipios" });

/** Itinerarios, lo que hará una ronda antes de abrirla, y los municipios que no se convocan. */
export const routing = {
  line: "Itinerario de aprobación",
  none: "Sin itinerario: una sola ronda, con la regla que se elija al abrirla.",
  choose: "Cambiar el itinerario",
  chooseTitle: "Itinerario de aprobación",
  chooseBody:
    "El documento guarda una copia: si después la administración cambia el itinerario, este documento sigue igual.",
  chooseNone: "Sin itinerario",
  chooseAct: "Guardar el itinerario",
  passedIn: (round: number) => `Aprobado en la ronda ${round}`,
  runningIn: (round: number) => `En curso, ronda ${round}`,
  next: "Es lo que toca ahora",
  later: "Todavía no toca",

  previewTitle: "Esto es lo que pasará",
  previewBody: "Todavía no se ha abierto nada.",
  back: "Volver al formulario",
  open: "Abrir la ronda",
  schedule: "Programar la ronda",
  refused: "Así no se puede abrir:",
  freezes: (version: string) =>
    `Se congela la versión ${version}: mientras dure la ronda nadie puede cambiar el texto.`,
  period: "Plazo",
  workingDays: (days: number, usual: number) =>
    days < usual
      ? `${plural("es", days, { one: "# día hábil", other: "# días hábiles" })}; lo habitual son ${usual}.`
      : plural("es", days, { one: "# día hábil", other: "# días hábiles" }),
  calls: "A quién se convoca",
  called: (count: number, population: string, seats: number) =>
    `${towns(count)}, ${population} habitantes, ${plural("es", seats, { one: "# representante", other: "# representantes" })} en el Consejo Metropolitano`,
  authority: "El Área Metropolitana de Barcelona",
  showCalled: "Mostrar quién vota",
  nobody: "Nadie podría votar todavía.",
  people: (count: number) =>
    plural("es", count, {
      one: "Recibe el aviso # persona.",
      other: "Reciben el aviso # personas.",
    }),
  confirmable: (count: number) =>
    plural("es", count, {
      one: "# municipio podrá confirmar con un clic el voto favorable que ya dio.",
      other: "# municipios podrán confirmar con un clic el voto favorable que ya dieron.",
    }),
  leftOut: "A quién no",
  absences: {
    SUSPENDED: "suspendido",
    ENDED: "se ha fusionado con otro",
    NO_PART: "no participa",
  },
  others: (count: number) =>
    plural("es", count, { one: "# municipio que no participa", other: "# municipios que no participan" }),
  outcomeTitle: "Si se aprueba",
  outcomes: {
    ADOPTED: "El texto queda aprobado como posición conjunta.",
    NEXT_STEP: "El texto sigue congelado y toca la ronda siguiente.",
    CLEARED: "El texto queda validado, pero no aprobado: hará falta otra ronda.",
  },
  nextStep: (name: string) => `Después: ${name}.`,
  failure: "Si no se aprueba, el texto vuelve al período de enmiendas.",
  recall: (minutes: number) =>
    `Si es un error, se puede deshacer durante ${minutes} minutos, mientras nadie haya votado.`,
  cautionsTitle: "Antes de abrirla",
  cautions: {
    SHORT_PERIOD: (count: number) =>
      `El plazo es corto: ${plural("es", count, { one: "# día hábil", other: "# días hábiles" })}.`,
    CLOSES_ON_DAY_OFF: () => "El día del cierre no es hábil.",
    CLOSES_AFTER_DEADLINE: () => "Se cierra después del plazo de la institución.",
    DAYS_OFF_UNKNOWN: () =>
      "Faltan los festivos de alguno de los años del plazo: los días hábiles pueden ser menos.",
    LOCAL_HOLIDAYS: (count: number) => `${towns(count)} con festivos locales dentro del plazo`,
    STALE_TRANSLATION: (count: number) =>
      plural("es", count, {
        one: "# traducción no sigue este texto",
        other: "# traducciones no siguen este texto",
      }),
    TABLED_AMENDMENTS: (count: number) =>
      plural("es", count, { one: "Hay # enmienda sin decidir.", other: "Hay # enmiendas sin decidir." }),
    OPEN_DISCUSSIONS: (count: number) =>
      plural("es", count, { one: "Hay # conversación abierta.", other: "Hay # conversaciones abiertas." }),
    WITHOUT_DELEGATE: (count: number) => `${towns(count)} sin nadie que pueda votar`,
    ONE_CAN_PREVENT: (count: number) =>
      plural("es", count, {
        one: "Un solo voto en contra lo impide si es de",
        other: "Un solo voto en contra lo impide si es de cualquiera de estos",
      }),
    RULE_NEEDS_EVERYBODY: () => "Un solo voto en contra, de quien sea, impide que se apruebe.",
  },
  urgency: "Por qué el plazo es más corto que el habitual",
  urgencyHint: (days: number) => `Lo habitual son ${days} días hábiles. Lo leerán todos los convocados.`,
  urgent: "Por urgencia",

  recallAct: "Deshacer la apertura",
  recallBody: (until: string) =>
    `Como si no se hubiera abierto: el texto vuelve adonde estaba. Se puede hacer hasta las ${until}, mientras nadie haya votado. Queda en el registro.`,
  recalled: "Abierta por error y deshecha",
  toText: "Volver al texto",
  toTextPassed:
    "Esta ronda deja de estar aprobada y el texto vuelve al período de enmiendas. Si el texto cambia, hay que repetir todos los pasos. Los votos se conservan en el registro pero no cuentan. No se puede deshacer.",
  extendAct: "Prorrogar el plazo",
  extendBody:
    "Un procedimiento por silencio se puede prorrogar una sola vez. Los votos que ya hay se mantienen.",
  extendTo: "Se cierra",
  extended: "Prorrogada",
  extendedFrom: "Debía cerrarse",

  keptTitle: "Itinerarios de aprobación",
  keptBody:
    "Qué rondas hace un documento y en qué orden. Los cambios valen para los documentos que lo elijan a partir de ahora.",
  add: "Itinerario nuevo",
  edit: "Cambiar",
  retire: "Dejar de ofrecerlo",
  retireBody: "Ya no se podrá elegir. Los documentos que lo siguen continúan igual.",
  offer: "Volver a ofrecerlo",
  retired: "no se ofrece",
  saved: "El itinerario se ha guardado.",
  saveAct: "Guardar el itinerario",
  nameOf: (language: string) => `Nombre en ${language}`,
  languages: { ca: "catalán", es: "castellano", en: "inglés" },
  steps: "Rondas, por orden",
  stepTitle: (number: number, name: string) => (name ? `${number}. ${name}` : `${number}. Ronda nueva`),
  addStep: "Añadir una ronda",
  removeStep: (name: string) => `Quitar la ronda ${name}`,
  up: (name: string) => `Subir ${name}`,
  down: (name: string) => `Bajar ${name}`,
  days: "Plazo habitual, en días hábiles",
  isSealed: "Nadie ve qué votan los demás hasta que se cierra",
  ownRule: "Regla propia, como hasta ahora",
  ended: "La última ronda debe ser una decisión.",

  absencesTitle: "Municipios que no se convocan",
  absencesBody:
    "Un municipio suspendido o que se ha fusionado no vota en las rondas que se abran. Las que ya están abiertas no cambian.",
  everyoneCalled: "Se convoca a todos los municipios.",
  suspendAct: "Suspender un municipio",
  mergeAct: "Registrar una fusión",
  reinstateAct: "Volver a convocarlo",
  reinstateBody: (name: string) => `${name} vota en las rondas que se abran a partir de hoy.`,
  undoMerge: "Deshacer la fusión",
  undoMergeBody: (name: string) => `${name} vuelve a votar en las rondas que se abran.`,
  town: "Municipio",
  pick: "Elegir un municipio",
  since: "Primer día",
  until: "Último día",
  untilHint: "En blanco si todavía no se sabe.",
  why: "Motivo",
  whyHint: "Solo lo lee la administración.",
  lastDay: "Último día del municipio",
  successor: "Municipio que le sucede",
  suspended: (from: string, until: string | null) =>
    until === null ? `suspendido desde el ${from}` : `suspendido del ${from} al ${until}`,
  merged: (on: string, into: string) => `se fusiona con ${into}; último día, ${on}`,
  changed: "El cambio se ha guardado.",
};
