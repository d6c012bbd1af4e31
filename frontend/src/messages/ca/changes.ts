import { plural } from "../../domain/language";

export const changes = {
  history: "Història",
  version: (number: number) => `Versió ${number}`,
  named: (number: number, label: string) => `${label} · versió ${number}`,
  theVersion: (number: number, label: string | null) =>
    label ? `la versió ${number} (${label})` : `la versió ${number}`,
  automatic: (count: number) =>
    plural("ca", count, { one: "# còpia automàtica", other: "# còpies automàtiques" }),
  automaticOne: "Còpia automàtica",
  now: "El text d'ara",
  nowShort: "Fins ara",
  words: (count: string) => `${count} paraules`,
  inserted: (count: number) =>
    plural("ca", count, { one: "# paraula afegida", other: "# paraules afegides" }),
  deleted: (count: number) =>
    plural("ca", count, { one: "# paraula suprimida", other: "# paraules suprimides" }),
  older: "Mostra les versions anteriors",
  first: "Primera versió",
  adopted: "Adoptada",
  round: (number: number) => `Ronda ${number}`,
  roundStatuses: {
    SCHEDULED: "convocada",
    OPEN: "oberta",
    PASSED: "aprovada",
    FAILED: "no aprovada",
    BROKEN: "amb objeccions",
    VOID: "anul·lada",
  },
  comparison: "Comparació",
  from: "Des de",
  to: "Fins a",
  compare: "Mira què va canviar",
  compareFirst: "Llegeix-la",
  read: "Llegeix el text",
  authors: "Qui ha escrit què",
  more: (version: string) => `Què es pot fer amb ${version}`,
  restore: "Recupera aquesta versió",
  restoreTitle: (version: string) => `Recupera ${version}`,
  restoreBody: (version: string) =>
    `El text d'ara torna a ser el de ${version}. El que s'ha escrit després surt del text però no es perd: queda a la història. Els comentaris i les esmenes es tornen a situar. Qui tingui el text obert ho veurà de seguida.`,
  restored: (version: string) => `El text torna a ser el de ${version}.`,
  next: "Canvi següent",
  previous: "Canvi anterior",
  stop: (at: number, count: number) => `Canvi ${at} de ${count}`,
  stops: (count: number) =>
    plural("ca", count, { one: "# passatge amb canvis", other: "# passatges amb canvis" }),
  same: "Els dos textos són iguals.",
  sameBody: "Per veure què va canviar abans, es pot triar una altra versió a «Des de».",
  unchanged: (count: number) =>
    plural("ca", count, { one: "# paràgraf sense canvis", other: "# paràgrafs sense canvis" }),
  marks: {
    inserted: "afegit:",
    deleted: "suprimit:",
    end: "fi del canvi",
    moved: "Mogut de lloc",
    markup: "Només el format",
    table: "Taula",
  },
  legend: "Com es llegeix",
  legendInserted: "afegit",
  legendDeleted: "suprimit",
  backToComparison: "Torna a la comparació",
  textOf: (version: string) => `Text de ${version}`,
  authorsOf: (version: string) => `Qui ha escrit què a ${version}`,
  authorsLead:
    "La part de cada entitat en el text, lletra per lletra. En triar-ne una, se'n ressalta el que ha escrit.",
  share: (percent: string) => `${percent} %`,
  hash: "Empremta SHA-256",
  empty: "Encara no hi ha cap versió desada",
  emptyBody:
    "En desar-ne una, el text queda fixat amb un número i es pot comparar amb els que vinguin després.",
  noText: "Encara no hi ha text",
  noTextBody: "La història comença amb la redacció.",
  onlyOne: "Només hi ha una versió desada. Quan n'hi hagi dues es podran comparar.",
};
