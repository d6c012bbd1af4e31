import { plural } from "../../domain/language";
import type { Messages } from "../ca";

const workingDays = (count: number): string =>
  plural("es", count, { one: "# día hábil", other: "# días hábiles" });

export const calendar: Messages["calendar"] = {
  title: "Calendario",
  propose: "Proponer el calendario",
  proposeLead:
    "Las fechas se cuentan hacia atrás desde el plazo de la institución, en días hábiles de Barcelona. No se guarda nada hasta que se adopta el calendario.",
  deadline: "Último día del plazo de la institución",
  deadlineHint: "Termina a medianoche, hora de Bruselas.",
  deadlineMissing: "Para proponer fechas hay que saber el plazo de la institución.",
  window: "De cuánto tiempo se dispone",
  windows: { FOUR_WEEKS: "Cuatro semanas", EIGHT_WEEKS: "Ocho semanas", TWELVE_WEEKS: "Doce semanas" },
  windowBodies: {
    FOUR_WEEKS: "Solo las demandas y una carta: validación por silencio de 3 días, y ratificación después.",
    EIGHT_WEEKS: "Enmiendas, validación por silencio de 5 días y Consejo de Alcaldes.",
    TWELVE_WEEKS: "El itinerario entero: validación por silencio de 10 días y dos acuerdos políticos.",
  },
  left: (count) =>
    plural("es", count, {
      one: "Queda # día hábil hasta el plazo.",
      other: "Quedan # días hábiles hasta el plazo.",
    }),
  longest: (name) => `El calendario más largo que cabe entero es el de ${name.toLowerCase()}.`,
  noneFits: "Ya no cabe entero ni el calendario más corto.",
  gone: (count) =>
    plural("es", count, {
      one: "Hay # fecha que ya ha pasado: queda desmarcada.",
      other: "Hay # fechas que ya han pasado: quedan desmarcadas.",
    }),
  closed: (days) => `La institución tiene festivo entre el envío y el plazo: ${days}.`,
  closedUnverified: "Son festivos previstos, aún sin confirmar.",
  opens: (day) => `La ronda se abre el ${day}`,
  before: (count) => `${workingDays(count)} antes`,
  hasPassed: "Ya ha pasado",
  unproposed: "Es la fecha que ya había: este calendario no la prevé",
  isDone: "Ya se ha hecho",
  include: (name) => `Incluir en el calendario: ${name}`,
  dateOf: (name) => `Fecha: ${name}`,
  take: "Adoptar este calendario",
  takeFor: "Usar estas fechas",
  unchanged: "Este calendario ya es el que hay.",
  taken: (count) => plural("es", count, { one: "# fecha propuesta", other: "# fechas propuestas" }),
  forget: "Quitar las fechas",
  none: "Aún no tiene fechas.",
  today: "Hoy",
  line: "Línea de tiempo del calendario",
  states: {
    done: "Hecho",
    late: "Retrasado",
    pushed: "No se llega",
    future: "Por venir",
    passed: "Superado",
  },
  lateBy: (count) => `${workingDays(count)} de retraso`,
  doneLate: (count) => `Hecho con ${workingDays(count)} de retraso`,
  doneAhead: (count) => `Hecho ${workingDays(count)} antes`,
  doneInTime: "Hecho a tiempo",
  expected: (day) => `No puede ser antes del ${day}`,
  next: (name) => `Siguiente: ${name}`,
  lateCount: (count) => plural("es", count, { one: "# fecha retrasada", other: "# fechas retrasadas" }),
  pushedCount: (count) =>
    plural("es", count, { one: "# fecha a la que no se llega", other: "# fechas a las que no se llega" }),
  missed: "Con este retraso no se llega al plazo de la institución.",
  missedBody: "Hay que acortar lo que queda: un calendario más corto o una carta con las demandas.",
  link: {
    title: "Plazos en el calendario personal",
    lead: "Una dirección privada para que el calendario del ordenador o del móvil muestre los cierres de las votaciones, las fechas de las posiciones y las ratificaciones pendientes.",
    warning:
      "Quien tenga la dirección ve estos plazos sin identificarse. Si se ha compartido por error, hay que crear otra: la anterior deja de funcionar.",
    make: "Crear la dirección",
    renew: "Crear una dirección nueva",
    renewBody:
      "La dirección de ahora deja de funcionar y hay que cambiarla en todos los calendarios que la usan.",
    end: "Desactivar la dirección",
    endBody: "Los calendarios que la usan dejan de actualizarse. Se puede crear otra.",
    isActive: "Hay una dirección activa. Por seguridad no se vuelve a mostrar.",
    isNone: "No hay ninguna dirección activa.",
    label: "Dirección privada, se muestra solo ahora",
    made: "Dirección creada.",
    ended: "La dirección ya no funciona.",
    how: "Cómo se añade",
    steps: [
      "Outlook: Agregar calendario, Suscribirse desde la web, y pegar la dirección.",
      "Google Calendar: Otros calendarios, Desde URL, y pegar la dirección.",
      "iPhone y Mac: Añadir calendario, Calendario suscrito, y pegar la dirección.",
    ],
  },
  holidays: {
    title: "Días festivos",
    lead: "Detienen el reloj de las rondas los del Estado, los de Cataluña y los de Barcelona. Los de los demás municipios se avisan antes de abrir una ronda.",
    year: "Año",
    calendar: "Calendario",
    names: { ES: "Estado", CT: "Cataluña", EU: "Instituciones europeas" },
    unverified: "Previsto, sin confirmar",
    none: "No se ha introducido ninguno.",
    missing: (towns) =>
      plural("es", towns, {
        one: "Faltan los festivos locales de # municipio.",
        other: "Faltan los festivos locales de # municipios.",
      }),
    add: "Añadir un día",
    day: "Día",
    name: "Nombre",
    remove: (day) => `Quitar el día ${day}`,
    save: "Guardar los festivos",
    saved: "Festivos guardados.",
    import: "Importar una tabla",
    importHint:
      "Archivo CSV con las columnas calendar, day y name_ca. Cada año de cada calendario que aparece sustituye lo que había.",
    imported: (count) =>
      plural("es", count, { one: "Se ha importado # día.", other: "Se han importado # días." }),
  },
};
