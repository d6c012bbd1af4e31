import { plural } from "../../domain/language";

const workingDays = (count: number): string =>
  plural("ca", count, { one: "# dia hàbil", other: "# dies hàbils" });

export const calendar = {
  title: "Calendari",
  propose: "Proposa el calendari",
  proposeLead:
    "Les dates es compten enrere des del termini de la institució, en dies hàbils de Barcelona. No es desa res fins que s'adopta el calendari.",
  deadline: "Últim dia del termini de la institució",
  deadlineHint: "Acaba a mitjanit, hora de Brussel·les.",
  deadlineMissing: "Per proposar dates cal saber el termini de la institució.",
  window: "De quant temps es disposa",
  windows: { FOUR_WEEKS: "Quatre setmanes", EIGHT_WEEKS: "Vuit setmanes", TWELVE_WEEKS: "Dotze setmanes" },
  windowBodies: {
    FOUR_WEEKS: "Només les demandes i una carta: validació per silenci de 3 dies, i ratificació després.",
    EIGHT_WEEKS: "Esmenes, validació per silenci de 5 dies i Consell d'Alcaldes.",
    TWELVE_WEEKS: "L'itinerari sencer: validació per silenci de 10 dies i dos acords polítics.",
  },
  left: (count: number) =>
    plural("ca", count, {
      one: "Queda # dia hàbil fins al termini.",
      other: "Queden # dies hàbils fins al termini.",
    }),
  longest: (name: string) => `El calendari més llarg que hi cap sencer és el de ${name.toLowerCase()}.`,
  noneFits: "Ja no hi cap sencer ni el calendari més curt.",
  gone: (count: number) =>
    plural("ca", count, {
      one: "Hi ha # data que ja ha passat: queda desmarcada.",
      other: "Hi ha # dates que ja han passat: queden desmarcades.",
    }),
  closed: (days: string) => `La institució té festa entre la tramesa i el termini: ${days}.`,
  closedUnverified: "Són festes previstes, encara sense confirmar.",
  opens: (day: string) => `La ronda s'obre el ${day}`,
  before: (count: number) => `${workingDays(count)} abans`,
  hasPassed: "Ja ha passat",
  unproposed: "És la data que ja hi havia: aquest calendari no la preveu",
  isDone: "Ja s'ha fet",
  include: (name: string) => `Inclou al calendari: ${name}`,
  dateOf: (name: string) => `Data: ${name}`,
  take: "Adopta aquest calendari",
  takeFor: "Fes servir aquestes dates",
  unchanged: "Aquest calendari ja és el que hi ha.",
  taken: (count: number) => plural("ca", count, { one: "# data proposada", other: "# dates proposades" }),
  forget: "Treu les dates",
  none: "Encara no té dates.",
  today: "Avui",
  line: "Línia de temps del calendari",
  states: {
    done: "Fet",
    late: "Endarrerit",
    pushed: "No s'hi arriba",
    future: "Per venir",
    passed: "Superat",
  },
  lateBy: (count: number) => `${workingDays(count)} de retard`,
  doneLate: (count: number) => `Fet amb ${workingDays(count)} de retard`,
  doneAhead: (count: number) => `Fet ${workingDays(count)} abans`,
  doneInTime: "Fet a temps",
  expected: (day: string) => `No pot ser abans del ${day}`,
  next: (name: string) => `Següent: ${name}`,
  lateCount: (count: number) =>
    plural("ca", count, { one: "# data endarrerida", other: "# dates endarrerides" }),
  pushedCount: (count: number) =>
    plural("ca", count, {
      one: "# data a la qual no s'arriba",
      other: "# dates a les quals no s'arriba",
    }),
  missed: "Amb aquest retard no s'arriba al termini de la institució.",
  missedBody: "Cal escurçar el que queda: un calendari més curt o una carta amb les demandes.",
  link: {
    title: "Terminis al calendari personal",
    lead: "Una adreça privada perquè el calendari de l'ordinador o del mòbil mostri els tancaments de les votacions, les dates de les posicions i les ratificacions pendents.",
    warning:
      "Qui tingui l'adreça veu aquests terminis sense identificar-se. Si s'ha compartit per error, cal fer-ne una de nova: l'anterior deixa de funcionar.",
    make: "Crea l'adreça",
    renew: "Crea una adreça nova",
    renewBody:
      "L'adreça d'ara deixa de funcionar i s'ha de canviar en tots els calendaris que la fan servir.",
    end: "Desactiva l'adreça",
    endBody: "Els calendaris que la fan servir deixen d'actualitzar-se. Se'n pot crear una de nova.",
    isActive: "Hi ha una adreça activa. Per seguretat no es torna a mostrar.",
    isNone: "No hi ha cap adreça activa.",
    label: "Adreça privada, es mostra només ara",
    made: "Adreça creada.",
    ended: "L'adreça ja no funciona.",
    how: "Com s'afegeix",
    steps: [
      "Outlook: Afegeix un calendari, Subscriu-t'hi des del web, i enganxa-hi l'adreça.",
      "Google Calendar: Altres calendaris, Des d'un URL, i enganxa-hi l'adreça.",
      "iPhone i Mac: Afegeix un calendari, Calendari subscrit, i enganxa-hi l'adreça.",
    ],
  },
  holidays: {
    title: "Dies festius",
    lead: "Aturen el rellotge de les rondes els de l'Estat, els de Catalunya i els de Barcelona. Els dels altres municipis s'avisen abans d'obrir una ronda.",
    year: "Any",
    calendar: "Calendari",
    names: { ES: "Estat", CT: "Catalunya", EU: "Institucions europees" } as Record<string, string>,
    unverified: "Previst, sense confirmar",
    none: "No se n'ha entrat cap.",
    missing: (towns: number) =>
      plural("ca", towns, {
        one: "Falten els festius locals de # municipi.",
        other: "Falten els festius locals de # municipis.",
      }),
    add: "Afegeix un dia",
    day: "Dia",
    name: "Nom",
    remove: (day: string) => `Treu el dia ${day}`,
    save: "Desa els festius",
    saved: "Festius desats.",
    import: "Importa una taula",
    importHint:
      "Fitxer CSV amb les columnes calendar, day i name_ca. Cada any de cada calendari que hi surt substitueix el que hi havia.",
    imported: (count: number) =>
      plural("ca", count, { one: "S'ha importat # dia.", other: "S'han importat # dies." }),
  },
};
