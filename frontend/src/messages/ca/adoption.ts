import { joined } from "../../domain/catalan";
import { plural } from "../../domain/language";

export const adoption = {
  statements: "Declaracions",
  statementsBody: "S'annexen al text i s'hi publiquen. No el canvien.",
  noStatements: "Encara no s'ha annexat cap declaració en aquesta ronda.",
  kinds: { MINUTES: "Declaració en acta", DISSENT: "Vot particular" },
  kindHints: {
    MINUTES:
      "Explica la posició del municipi, tant si hi vota a favor com si no: un matís, un compromís, una petició.",
    DISSENT: "Exposa per què el municipi no hi dona suport. Només per a qui no ha votat a favor.",
  },
  pending: (names: string) => `Hi consten i encara no l'han signada: ${names}`,
  nobody: "Encara no la sosté ningú: qui la va signar ha votat a favor.",
  fromMinutes: (body: string, when: string, reference: string) => `${body}, ${when} (${reference})`,
  annex: "Annexa una declaració",
  annexBody:
    "Quedarà annexada al text que es vota i, si s'adopta, s'hi publicarà. No es pot canviar ni treure.",
  annexKind: "Què és",
  annexText: "Text",
  annexTextHint: (count: number) =>
    plural("ca", count, {
      one: "Queda # caràcter. Paràgrafs sense format.",
      other: "Queden # caràcters. Paràgrafs sense format.",
    }),
  annexTooLong: (count: number) =>
    plural("ca", count, { one: "Sobra # caràcter.", other: "Sobren # caràcters." }),
  textNeeded: "Cal escriure el text de la declaració.",
  joint: "És conjunta amb altres municipis",
  jointHint: "Cadascun l'haurà de signar des del seu compte. Fins llavors constarà com a pendent.",
  towns: "Municipis",
  recordTowns: "De qui és",
  recordTownsHint: "Els municipis que diu l'acta. Constaran tots com a signataris.",
  townsNeeded: "Cal triar almenys un municipi.",
  preview: "Què passarà",
  previewOwn: (town: string) => `${town} la signa ara mateix.`,
  previewJoint: (towns: string) => `També l'hauran de signar: ${towns}.`,
  previewRecorded: (towns: string) => `Constarà signada per: ${towns}.`,
  previewPublic: "Quan la posició es publiqui, tothom la podrà llegir.",
  fromAct: "Ve d'una acta",
  annexAct: (kind: string) => `Annexa: ${kind}`,
  sign: "Signa la declaració",
  signBody: (town: string) =>
    `${town} constarà com a signatari d'aquesta declaració. És públic quan la posició es publica i no es pot desfer.`,
  signatories: "Signataris",
  signatoriesBody: (when: number) =>
    plural("ca", when, {
      one: "# ens dona suport al text adoptat.",
      other: "# ens donen suport al text adoptat.",
    }),
  except: (keys: string) => `tots els punts menys ${keys}`,
  withdrawn: (when: string) => `Signatura retirada des del ${when}`,
  withdraw: "Retira la signatura",
  withdrawAny: "Retira una signatura",
  withdrawWho: "Qui la retira",
  withdrawTitle: (town: string) => `Retira la signatura ${joined("de", town)}`,
  withdrawBody:
    "El text adoptat, els vots i el resultat no canvien: al costat del nom es dirà des de quan s'ha retirat i per quin acte. És públic i no es pot desfer.",
  withdrawnOn: "Retirada des del dia",
  withdrawReason: "Motiu (opcional)",
  withdrawReasonHint: "Es publica amb la retirada.",
  actBody: "Òrgan que ho acorda",
  actBodyHint: "Per exemple: Ple municipal.",
  actDate: "Data de l'acte",
  actReference: "Referència de l'acte",
  errata: "Correcció d'errades",
  erratum: (number: number, when: string) => `Versió ${number}, ${when}`,
  erratumShow: (number: number) => `Mostra què canvia respecte de la versió ${number}`,
  correct: "Corregeix una errada",
  correctBody:
    "Per a errades d'escriptura del text adoptat. Es desa una versió nova amb el motiu, es mostra com a correcció i les dues es poden llegir. No pot afegir, treure ni canviar d'ordre cap demanda; les traduccions s'hauran de tornar a aprovar.",
  correctText: "Text adoptat",
  correctReason: "Motiu de la correcció",
  correctReasonHint: "Es publica amb el text. Per exemple: «Deia 2026 i havia de dir 2027».",
  correctPreview: "Què canviarà",
  correctSame: "Encara no has canviat res.",
  correctAct: "Publica la correcció",
  correctActPrivate: "Desa la correcció",
  reasonNeeded: "Cal dir per què es corregeix.",
  changeNeeded: "Cal canviar el text per poder-lo corregir.",
};
