import { plural } from "../../domain/language";
import { citedApart, spanned } from "../../domain/readings";

const list = new Intl.ListFormat("ca", { type: "conjunction" });
const named = (numbers: readonly number[]): string => list.format(numbers.map((number) => `la ${number}`));

export const consolidation = {
  views: "Com es miren les esmenes",
  view: { llista: "Llista", votacio: "Ordre de votació", lectura: "Lectures del text" },
  progress: (soFar: number, total: number) => `Carregades ${soFar} esmenes de ${total}.`,
  failed: (number: number) =>
    `L'esmena ${number} no s'ha pogut mostrar del tot. El seu text és al registre i a la descàrrega.`,
  place: (numbers: readonly string[], after: string | null) => {
    const { paragraphs, asks } = citedApart(numbers);
    const told = [
      paragraphs.length > 0
        ? `${paragraphs.length === 1 ? "Paràgraf" : "Paràgrafs"} ${list.format(spanned(paragraphs))}`
        : [],
      asks.length > 0 ? `${asks.length === 1 ? "Demanda" : "Demandes"} ${list.format(spanned(asks))}` : [],
    ].flat();
    return told.join(" · ") || (after === null ? "" : `Després del paràgraf ${after}`);
  },
  standing: (name: string) => `Les esmenes de ${name}:`,
  fellWith: (numbers: readonly number[]): string =>
    numbers.length === 1 ? "Ha decaigut perquè es va incorporar" : "Ha decaigut perquè es van incorporar",
  comment: "Comenta el passatge",
  commented: "Comentari desat al debat.",
  sideBySide: "Compara les redaccions de costat",
  now: "El text d'ara",
  tick: (number: number) => `Tria l'esmena ${number}`,
  tickAll: (count: number) => `Tria les que no topen (${count})`,
  untick: "No en triïs cap",
  ticked: (count: number) => plural("ca", count, { one: "# esmena triada", other: "# esmenes triades" }),
  decideTicked: "Decideix-les juntes",
  agendaLead:
    "Passatge per passatge, en l'ordre en què es voten: primer les que toquen tot el passatge, i abans la que més s'allunya del text.",
  agendaEmpty: "No queda cap esmena per decidir.",
  agendaMissing: (count: number) =>
    plural("ca", count, {
      one: "# esmena per decidir no té lloc en el text d'ara i surt al final de la llista:",
      other: "# esmenes per decidir no tenen lloc en el text d'ara i surten al final de la llista:",
    }),
  beginning: "Principi del document",
  whole: "Tot el passatge",
  part: "Una part",
  distance: (share: number) => `canvia ${share} de cada 100 paraules`,
  falls: (number: number, falls: readonly number[]) =>
    `Si s'aprova la ${number}, ${falls.length === 1 ? "cau" : "cauen"} ${named(falls)}.`,
  blocks: (number: number, blocks: readonly number[]) =>
    `Si s'aprova la ${number}, ${named(blocks)} ja no ${blocks.length === 1 ? "podria" : "podrien"} entrar tal com ${blocks.length === 1 ? "és" : "són"}.`,
  compromise: (numbers: readonly number[]) =>
    `Proposa una transacció que substitueixi ${list.format(numbers.map(String))}`,
  compromiseGone:
    "No s'ha trobat el passatge de totes elles en l'última versió: la transacció s'ha de proposar triant el passatge.",
  wordings: "Redaccions que substitueix",
  startFrom: (number: number) => `Parteix de la ${number}`,
  reading: {
    original: "Original",
    esmenat: "Amb totes les esmenes",
    diferencies: "Diferències",
    adoptat: "Adoptat fins ara",
    final: "Text final",
  },
  readingHint: {
    original: "La versió que es va posar a esmena. D'aquí vénen els números dels paràgrafs.",
    esmenat: "Com quedaria amb tot el que s'ha incorporat i tot el que es proposa sense topar.",
    diferencies: "Què canvia entre l'original i el text amb totes les esmenes.",
    adoptat: "El que les decisions preses han fet del text fins ara; el que s'ha suprimit hi consta ratllat.",
    final: "El text d'ara, net.",
  },
  readings: "Quina lectura",
  based: (version: number) =>
    `Els números són els de la versió ${version} i no canvien: el que s'afegeix rep una lletra (12a) i el que se suprimeix guarda el seu.`,
  left: "Queden fora, perquè topen o ja no tenen lloc:",
  paragraphLink: (number: string) => `Paràgraf ${number}: enllaç`,
  cite: (reference: string, number: string) => `${reference}, § ${number}`,
  cited: (number: string) => `Paràgraf ${number}`,
  copyLink: "Copia l'enllaç",
  copied: "Copiat.",
  gone: "Suprimit.",
  print: "Imprimeix",
  noText: "Encara no hi ha cap versió per llegir.",
  batchTitle: "Decisió conjunta",
  batchLead: "Es tria una decisió per a cada esmena, es mira com queda el text i es confirma tot alhora.",
  back: "Torna a les esmenes",
  forAll: "Per a totes",
  forAllLabel: "La mateixa decisió per a totes",
  choose: "Tria",
  decisionOf: (number: number) => `Decisió sobre l'esmena ${number}`,
  reasonOf: (number: number) => `Motiu de la decisió sobre l'esmena ${number}`,
  wordingOf: (number: number) => `Redacció que s'incorpora de l'esmena ${number}`,
  remove: (number: number) => `Treu l'esmena ${number} de la tria`,
  lacks: {
    decision: (number: number) => `Falta triar la decisió de l'esmena ${number}.`,
    reason: (number: number) => `Falta el motiu de l'esmena ${number}: cal per rebutjar-la o no admetre-la.`,
    wording: (number: number) => `Falta la redacció que s'incorpora de l'esmena ${number}.`,
  },
  preview: "Mira com queda el text",
  previewAgain: "Torna a mirar com queda",
  previewing: "Es calcula com queda el text.",
  result: "Com queda el text",
  goesIn: "Entren al text",
  falling: "Decauen, perquè en són substituïdes:",
  nothingChanges: "El text no canvia.",
  collide: (numbers: readonly number[]) =>
    `${list.format(numbers.map((number) => `La ${number}`))} canvien les mateixes paraules: només en pot entrar una.`,
  leaveOut: (number: number) => `Deixa fora la ${number}`,
  refused: (number: number | null) => (number === null ? "Una de les decisions" : `Esmena ${number}`),
  hindered: "Mentre quedi això per resoldre, no es pot decidir.",
  credit: "A nom de",
  credits: (name: string, numbers: readonly number[]) => `${name} (${list.format(numbers.map(String))})`,
  summary: {
    INCORPORATE: (count: number) => plural("ca", count, { one: "# incorporada", other: "# incorporades" }),
    INCORPORATE_PARTLY: (count: number) =>
      plural("ca", count, { one: "# incorporada en part", other: "# incorporades en part" }),
    REJECT: (count: number) => plural("ca", count, { one: "# rebutjada", other: "# rebutjades" }),
    INADMISSIBLE: (count: number) => plural("ca", count, { one: "# no admesa", other: "# no admeses" }),
  },
  binding:
    "Les decisions consten al registre i no es poden desfer. Si després cal rectificar, es pot continuar editant el text, presentar una esmena nova o tornar a una versió anterior; les decisions preses hi seguiran constant.",
  confirm: (count: number) => plural("ca", count, { one: "Decideix # esmena", other: "Decideix # esmenes" }),
  stale:
    "El text ha canviat mentre es decidia. El que s'ha triat es conserva i la previsualització ja és la del text d'ara: cal revisar-la i tornar a confirmar.",
  gonePart: "Algunes ja no estan per decidir i s'han tret de la tria. Cal tornar a mirar com queda el text.",
  decided: (count: number) =>
    plural("ca", count, { one: "# esmena decidida.", other: "# esmenes decidides." }),
};
