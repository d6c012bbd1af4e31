import { plural } from "../../domain/language";
import { citedApart, spanned } from "../../domain/readings";

const list = new Intl.ListFormat("es", { type: "conjunction" });
const named = (numbers: readonly number[]): string => list.format(numbers.map((number) => `la ${number}`));

export const consolidation = {
  views: "Cómo se miran las enmiendas",
  view: { llista: "Lista", votacio: "Orden de votación", lectura: "Lecturas del texto" },
  progress: (soFar: number, total: number) => `Cargadas ${soFar} enmiendas de ${total}.`,
  failed: (number: number) =>
    `La enmienda ${number} no se ha podido mostrar del todo. Su texto está en el registro y en la descarga.`,
  place: (numbers: readonly string[], after: string | null) => {
    const { paragraphs, asks } = citedApart(numbers);
    const told = [
      paragraphs.length > 0
        ? `${paragraphs.length === 1 ? "Párrafo" : "Párrafos"} ${list.format(spanned(paragraphs))}`
        : [],
      asks.length > 0 ? `${asks.length === 1 ? "Demanda" : "Demandas"} ${list.format(spanned(asks))}` : [],
    ].flat();
    return told.join(" · ") || (after === null ? "" : `Después del párrafo ${after}`);
  },
  standing: (name: string) => `Las enmiendas de ${name}:`,
  fellWith: (numbers: readonly number[]) =>
    numbers.length === 1 ? "Decayó porque se incorporó" : "Decayó porque se incorporaron",
  comment: "Comenta el pasaje",
  commented: "Comentario guardado en el debate.",
  sideBySide: "Compara las redacciones lado a lado",
  now: "El texto actual",
  tick: (number: number) => `Elige la enmienda ${number}`,
  tickAll: (count: number) => `Elige las que no chocan (${count})`,
  untick: "No elijas ninguna",
  ticked: (count: number) =>
    plural("es", count, { one: "# enmienda elegida", other: "# enmiendas elegidas" }),
  decideTicked: "Decídelas juntas",
  agendaLead:
    "Pasaje por pasaje, en el orden en que se votan: primero las que tocan todo el pasaje, y antes la que más se aleja del texto.",
  agendaEmpty: "No queda ninguna enmienda por decidir.",
  agendaMissing: (count: number) =>
    plural("es", count, {
      one: "# enmienda por decidir no tiene sitio en el texto actual y sale al final de la lista:",
      other: "# enmiendas por decidir no tienen sitio en el texto actual y salen al final de la lista:",
    }),
  beginning: "Principio del documento",
  whole: "Todo el pasaje",
  part: "Una parte",
  distance: (share: number) => `cambia ${share} de cada 100 palabras`,
  falls: (number: number, falls: readonly number[]) =>
    `Si se aprueba la ${number}, ${falls.length === 1 ? "decae" : "decaen"} ${named(falls)}.`,
  blocks: (number: number, blocks: readonly number[]) =>
    `Si se aprueba la ${number}, ${named(blocks)} ya no ${blocks.length === 1 ? "podría" : "podrían"} entrar tal como ${blocks.length === 1 ? "está" : "están"}.`,
  compromise: (numbers: readonly number[]) =>
    `Propón una transacción que sustituya ${list.format(numbers.map(String))}`,
  compromiseGone:
    "No se ha encontrado el pasaje de todas ellas en la última versión: la transacción se tiene que proponer eligiendo el pasaje.",
  wordings: "Redacciones que sustituye",
  startFrom: (number: number) => `Parte de la ${number}`,
  reading: {
    original: "Original",
    esmenat: "Con todas las enmiendas",
    diferencies: "Diferencias",
    adoptat: "Adoptado hasta ahora",
    final: "Texto final",
  },
  readingHint: {
    original: "La versión que se abrió a enmiendas. De aquí vienen los números de los párrafos.",
    esmenat: "Cómo quedaría con todo lo incorporado y todo lo propuesto que no choca.",
    diferencies: "Qué cambia entre el original y el texto con todas las enmiendas.",
    adoptat: "Lo que las decisiones tomadas han hecho del texto hasta ahora; lo suprimido consta tachado.",
    final: "El texto actual, limpio.",
  },
  readings: "Qué lectura",
  based: (version: number) =>
    `Los números son los de la versión ${version} y no cambian: lo que se añade recibe una letra (12a) y lo que se suprime guarda el suyo.`,
  left: "Quedan fuera, porque chocan o ya no tienen sitio:",
  paragraphLink: (number: string) => `Párrafo ${number}: enlace`,
  cite: (reference: string, number: string) => `${reference}, § ${number}`,
  cited: (number: string) => `Párrafo ${number}`,
  copyLink: "Copia el enlace",
  copied: "Copiado.",
  gone: "Suprimido.",
  print: "Imprime",
  noText: "Todavía no hay ninguna versión que leer.",
  batchTitle: "Decisión conjunta",
  batchLead:
    "Se elige una decisión para cada enmienda, se mira cómo queda el texto y se confirma todo a la vez.",
  back: "Vuelve a las enmiendas",
  forAll: "Para todas",
  forAllLabel: "La misma decisión para todas",
  choose: "Elige",
  decisionOf: (number: number) => `Decisión sobre la enmienda ${number}`,
  reasonOf: (number: number) => `Motivo de la decisión sobre la enmienda ${number}`,
  wordingOf: (number: number) => `Redacción que se incorpora de la enmienda ${number}`,
  remove: (number: number) => `Quita la enmienda ${number} de la selección`,
  lacks: {
    decision: (number: number) => `Falta elegir la decisión de la enmienda ${number}.`,
    reason: (number: number) =>
      `Falta el motivo de la enmienda ${number}: hace falta para rechazarla o no admitirla.`,
    wording: (number: number) => `Falta la redacción que se incorpora de la enmienda ${number}.`,
  },
  preview: "Mira cómo queda el texto",
  previewAgain: "Vuelve a mirar cómo queda",
  previewing: "Se calcula cómo queda el texto.",
  result: "Cómo queda el texto",
  goesIn: "Entran en el texto",
  falling: "Decaen, porque se sustituyen:",
  nothingChanges: "El texto no cambia.",
  collide: (numbers: readonly number[]) =>
    `${list.format(numbers.map((number) => `La ${number}`))} cambian las mismas palabras: solo puede entrar una.`,
  leaveOut: (number: number) => `Deja fuera la ${number}`,
  refused: (number: number | null) => (number === null ? "Una de las decisiones" : `Enmienda ${number}`),
  hindered: "Mientras quede esto por resolver, no se puede decidir.",
  credit: "A nombre de",
  credits: (name: string, numbers: readonly number[]) => `${name} (${list.format(numbers.map(String))})`,
  summary: {
    INCORPORATE: (count: number) => plural("es", count, { one: "# incorporada", other: "# incorporadas" }),
    INCORPORATE_PARTLY: (count: number) =>
      plural("es", count, { one: "# incorporada en parte", other: "# incorporadas en parte" }),
    REJECT: (count: number) => plural("es", count, { one: "# rechazada", other: "# rechazadas" }),
    INADMISSIBLE: (count: number) => plural("es", count, { one: "# no admitida", other: "# no admitidas" }),
  },
  binding:
    "Las decisiones constan en el registro y no se pueden deshacer. Si después hay que rectificar, se puede seguir editando el texto, presentar una enmienda nueva o volver a una versión anterior; las decisiones tomadas seguirán constando.",
  confirm: (count: number) => plural("es", count, { one: "Decide # enmienda", other: "Decide # enmiendas" }),
  stale:
    "El texto ha cambiado mientras se decidía. Lo elegido se conserva y la previsualización ya es la del texto actual: hay que revisarla y volver a confirmar.",
  gonePart:
    "Algunas ya no están por decidir y se han quitado de la selección. Hay que volver a mirar cómo queda el texto.",
  decided: (count: number) =>
    plural("es", count, { one: "# enmienda decidida.", other: "# enmiendas decididas." }),
};
