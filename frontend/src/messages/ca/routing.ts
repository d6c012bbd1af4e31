import { plural } from "../../domain/language";

const towns = (count: number): string => plural("ca", count, { one: "# municipi", other: "# municipis" });

/** Itineraris, el que farà una ronda abans d'obrir-la, i els municipis que no s'hi convoquen. */
export const routing = {
  line: "Itinerari d'aprovació",
  none: "Sense itinerari: una sola ronda, amb la regla que es triï en obrir-la.",
  choose: "Canvia l'itinerari",
  chooseTitle: "Itinerari d'aprovació",
  chooseBody:
    "El document en desa una còpia: si després l'administració canvia l'itinerari, aquest document continua igual.",
  chooseNone: "Sense itinerari",
  chooseAct: "Desa l'itinerari",
  passedIn: (round: number) => `Aprovat a la ronda ${round}`,
  runningIn: (round: number) => `En curs, ronda ${round}`,
  next: "És el que toca ara",
  later: "Encara no toca",

  previewTitle: "Això és el que passarà",
  previewBody: "Encara no s'ha obert res.",
  back: "Torna al formulari",
  open: "Obre la ronda",
  schedule: "Programa la ronda",
  refused: "Així no es pot obrir:",
  freezes: (version: string) =>
    `Es congela la versió ${version}: mentre duri la ronda ningú no pot canviar el text.`,
  period: "Termini",
  workingDays: (days: number, usual: number) =>
    days < usual
      ? `${plural("ca", days, { one: "# dia feiner", other: "# dies feiners" })}; l'habitual són ${usual}.`
      : plural("ca", days, { one: "# dia feiner", other: "# dies feiners" }),
  calls: "A qui es convoca",
  called: (count: number, population: string, seats: number) =>
    `${towns(count)}, ${population} habitants, ${plural("ca", seats, { one: "# representant", other: "# representants" })} al Consell Metropolità`,
  authority: "L'Àrea Metropolitana de Barcelona",
  showCalled: "Mostra qui vota",
  nobody: "Ningú no hi podria votar encara.",
  people: (count: number) =>
    plural("ca", count, {
      one: "Rep l'avís # persona.",
      other: "Reben l'avís # persones.",
    }),
  confirmable: (count: number) =>
    plural("ca", count, {
      one: "# municipi podrà confirmar amb un clic el vot favorable que ja va donar.",
      other: "# municipis podran confirmar amb un clic el vot favorable que ja van donar.",
    }),
  leftOut: "A qui no",
  absences: {
    SUSPENDED: "suspès",
    ENDED: "s'ha fusionat amb un altre",
    NO_PART: "no hi participa",
  },
  others: (count: number) =>
    plural("ca", count, { one: "# municipi que no hi participa", other: "# municipis que no hi participen" }),
  outcomeTitle: "Si s'aprova",
  outcomes: {
    ADOPTED: "El text queda aprovat com a posició conjunta.",
    NEXT_STEP: "El text continua congelat i toca la ronda següent.",
    CLEARED: "El text queda validat, però no aprovat: caldrà una altra ronda.",
  },
  nextStep: (name: string) => `Després: ${name}.`,
  failure: "Si no s'aprova, el text torna al període d'esmenes.",
  recall: (minutes: number) =>
    `Si és un error, es pot desfer durant ${minutes} minuts, mentre ningú no hagi votat.`,
  cautionsTitle: "Abans d'obrir-la",
  cautions: {
    SHORT_PERIOD: (count: number) =>
      `El termini és curt: ${plural("ca", count, { one: "# dia feiner", other: "# dies feiners" })}.`,
    CLOSES_ON_DAY_OFF: () => "El dia que es tanca no és feiner.",
    CLOSES_AFTER_DEADLINE: () => "Es tanca després del termini de la institució.",
    DAYS_OFF_UNKNOWN: () =>
      "No hi ha els festius d'algun dels anys del termini: els dies feiners poden ser menys.",
    LOCAL_HOLIDAYS: (count: number) => `${towns(count)} amb festius locals dins del termini`,
    STALE_TRANSLATION: (count: number) =>
      plural("ca", count, {
        one: "# traducció no segueix aquest text",
        other: "# traduccions no segueixen aquest text",
      }),
    TABLED_AMENDMENTS: (count: number) =>
      plural("ca", count, { one: "Hi ha # esmena sense decidir.", other: "Hi ha # esmenes sense decidir." }),
    OPEN_DISCUSSIONS: (count: number) =>
      plural("ca", count, { one: "Hi ha # conversa oberta.", other: "Hi ha # converses obertes." }),
    WITHOUT_DELEGATE: (count: number) => `${towns(count)} sense ningú que hi pugui votar`,
    ONE_CAN_PREVENT: (count: number) =>
      plural("ca", count, {
        one: "Un sol vot en contra ho impedeix si és de",
        other: "Un sol vot en contra ho impedeix si és de qualsevol d'aquests",
      }),
    RULE_NEEDS_EVERYBODY: () => "Un sol vot en contra, de qui sigui, impedeix que s'aprovi.",
  },
  urgency: "Per què el termini és més curt que l'habitual",
  urgencyHint: (days: number) => `L'habitual són ${days} dies feiners. Ho llegiran tots els convocats.`,
  urgent: "Per urgència",

  recallAct: "Desfés l'obertura",
  recallBody: (until: string) =>
    `Com si no s'hagués obert: el text torna on era. Es pot fer fins a les ${until}, mentre ningú no hagi votat. Queda al registre.`,
  recalled: "Oberta per error i desfeta",
  toText: "Torna al text",
  toTextPassed:
    "Aquesta ronda deixa d'estar aprovada i el text torna al període d'esmenes. Si el text canvia, s'han de repetir tots els passos. Els vots es conserven al registre però no compten. No es pot desfer.",
  extendAct: "Prorroga el termini",
  extendBody:
    "Un procediment per silenci es pot prorrogar una sola vegada. Els vots que ja hi ha es mantenen.",
  extendTo: "Es tanca",
  extended: "Prorrogada",
  extendedFrom: "S'havia de tancar",

  keptTitle: "Itineraris d'aprovació",
  keptBody:
    "Quines rondes fa un document i en quin ordre. Els canvis valen per als documents que el triïn a partir d'ara.",
  add: "Itinerari nou",
  edit: "Canvia",
  retire: "Deixa d'oferir-lo",
  retireBody: "Ja no es podrà triar. Els documents que el segueixen continuen igual.",
  offer: "Torna a oferir-lo",
  retired: "no s'ofereix",
  saved: "L'itinerari s'ha desat.",
  saveAct: "Desa l'itinerari",
  nameOf: (language: string) => `Nom en ${language}`,
  languages: { ca: "català", es: "castellà", en: "anglès" },
  steps: "Rondes, per ordre",
  stepTitle: (number: number, name: string) => (name ? `${number}. ${name}` : `${number}. Ronda nova`),
  addStep: "Afegeix una ronda",
  removeStep: (name: string) => `Treu la ronda ${name}`,
  up: (name: string) => `Puja ${name}`,
  down: (name: string) => `Baixa ${name}`,
  days: "Termini habitual, en dies feiners",
  isSealed: "Ningú no veu què voten els altres fins que es tanca",
  ownRule: "Regla pròpia, com fins ara",
  ended: "La darrera ronda ha de ser una decisió.",

  absencesTitle: "Municipis que no es convoquen",
  absencesBody:
    "Un municipi suspès o que s'ha fusionat no vota en les rondes que s'obrin. Les que ja són obertes no canvien.",
  everyoneCalled: "Es convoquen tots els municipis.",
  suspendAct: "Suspèn un municipi",
  mergeAct: "Registra una fusió",
  reinstateAct: "Torna a convocar-lo",
  reinstateBody: (name: string) => `${name} vota en les rondes que s'obrin a partir d'avui.`,
  undoMerge: "Desfés la fusió",
  undoMergeBody: (name: string) => `${name} torna a votar en les rondes que s'obrin.`,
  town: "Municipi",
  pick: "Tria un municipi",
  since: "Primer dia",
  until: "Últim dia",
  untilHint: "En blanc si encara no se sap.",
  why: "Motiu",
  whyHint: "Només el llegeix l'administració.",
  lastDay: "Últim dia del municipi",
  successor: "Municipi que el succeeix",
  suspended: (from: string, until: string | null) =>
    until === null ? `suspès des del ${from}` : `suspès del ${from} al ${until}`,
  merged: (on: string, into: string) => `es fusiona amb ${into}; últim dia, ${on}`,
  changed: "El canvi s'ha desat.",
};
