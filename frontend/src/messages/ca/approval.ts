import { lacking, type LackingWords } from "../../domain/lacking";
import { plural } from "../../domain/language";
import type { Missing } from "../../domain/tally";

const LACKING: LackingWords = {
  amounts: {
    ORGANIZATIONS: { one: "# municipi", other: "# municipis" },
    POPULATION: { one: "# habitant", other: "# habitants" },
    SEATS: { one: "# escó", other: "# escons" },
    QUORUM: { one: "# vot per al quòrum", other: "# vots per al quòrum" },
  },
  lacking: (amounts, isOne) => `${isOne ? "Falta" : "Falten"} ${amounts}`,
  objections: { one: "Caldria que es retirés # objecció", other: "Caldria que es retiressin # objeccions" },
  reservations: { one: "Caldria que es retirés # reserva", other: "Caldria que es retiressin # reserves" },
  never: "Ara mateix no passaria",
};

const FELL_SHORT: LackingWords = {
  ...LACKING,
  lacking: (amounts, isOne) => `No s'ha aprovat: ${isOne ? "va faltar" : "van faltar"} ${amounts}`,
};

export const approval = {
  title: "Aprovació",
  none: "Encara no s'ha obert cap ronda",
  noneBody:
    "Quan el text estigui a punt, la coordinació el congela i demana el vot als municipis. Aquí se'n veurà el recompte, municipi per municipi.",
  rounds: "Rondes",
  round: (number: number, name: string) => `Ronda ${number}: ${name}`,
  roundShort: (number: number) => `Ronda ${number}`,
  statuses: {
    SCHEDULED: "Programada",
    OPEN: "Oberta",
    PASSED: "Aprovada",
    FAILED: "No aprovada",
    BROKEN: "Amb objeccions",
    VOID: "Anul·lada",
  },
  verdicts: {
    scheduled: "La ronda encara no s'ha obert",
    sealed: "Els vots no es veuran fins al tancament",
    counting: "El termini s'ha acabat i es recompta",
    objected: "Hi ha objeccions: el silenci ja no val com a acord",
    wouldPass: "Passaria ara",
    wouldTie: "Ara seria un empat: caldria una segona votació",
    tied: "Empat: cal una segona votació",
    wasTied: "Va acabar en empat i es va tornar a votar",
    decidedYes: "Decidit: s'aprova",
    decidedNo: "Decidit: no s'aprova",
    passed: "S'ha aprovat",
    failed: "No s'ha aprovat",
    broken: "No s'ha aprovat: hi va haver objeccions",
    void: "La ronda es va anul·lar",
  },
  lacking: (missing: readonly Missing[]) => lacking("ca", missing, LACKING),
  fellShort: (missing: readonly Missing[]) => lacking("ca", missing, FELL_SHORT),
  turnout: (voted: number, called: number) =>
    plural("ca", voted, { one: `Ha votat # de ${called}.`, other: `Han votat # de ${called}.` }),
  decidedNote:
    "Els vots pendents ja no ho poden canviar; els emesos encara es poden canviar fins al tancament.",
  toRatifyNote: (count: number) =>
    plural("ca", count, {
      one: "# vot encara s'ha de ratificar.",
      other: "# vots encara s'han de ratificar.",
    }),
  settling: (count: number) =>
    plural("ca", count, {
      one: "Podria quedar decidit amb # vot favorable més.",
      other: "Podria quedar decidit amb # vots favorables més.",
    }),
  silenceNote:
    "Qui no diu res hi consent. Una sola objecció tanca la ronda de seguida i el text torna a esmenes.",
  leadsOn: "L'aprovació d'aquesta ronda adopta la posició.",
  leadsNext: "Si s'aprova, es passa a la ronda següent.",
  adopted: "Amb aquesta ronda la posició queda adoptada.",
  nextRound: "Encara ha de passar la ronda següent.",
  backToText: "La posició va tornar al període d'esmenes.",
  opens: "S'obre",
  closes: "Es tanca",
  closed: "Tancada",
  reason: "Motiu",
  version: (label: string) => `Es vota la versió ${label}`,
  versionVoted: (label: string) => `Es va votar la versió ${label}`,
  rule: "Regla",
  presets: {
    SIMPLE_MAJORITY: "Majoria simple",
    ABSOLUTE_MAJORITY: "Majoria absoluta",
    TWO_THIRDS_POPULATION: "Dos terços de la població",
    DOUBLE_MAJORITY: "Doble majoria",
    DOUBLE_MAJORITY_BLOCKING: "Doble majoria amb minoria de bloqueig",
    REINFORCED: "Doble majoria reforçada",
    WEIGHTED_SEATS: "Vot ponderat per escons",
    UNANIMITY: "Unanimitat",
    CONSENSUS: "Consens",
  },
  presetSentences: {
    SIMPLE_MAJORITY: "Més municipis a favor que en contra. Abstenir-se no compta.",
    ABSOLUTE_MAJORITY: "Més de la meitat dels municipis convocats, a favor.",
    TWO_THIRDS_POPULATION: "Els municipis a favor sumen dos terços de la població.",
    DOUBLE_MAJORITY:
      "El 55 % dels municipis, que sumin el 65 % de la població, a favor. Abstenir-se equival a no donar-hi suport.",
    DOUBLE_MAJORITY_BLOCKING:
      "Com la doble majoria, però menys de quatre municipis no poden bloquejar només per població.",
    REINFORCED: "El 72 % dels municipis, que sumin el 65 % de la població, a favor.",
    WEIGHTED_SEATS: "Més escons del Consell Metropolità a favor que en contra.",
    UNANIMITY: "Cap vot en contra. Abstenir-se no ho impedeix.",
    CONSENSUS: "Cap objecció i cap reserva vigent.",
  },
  ownRule: "Regla pròpia",
  ownRuleSentence: "S'han de complir totes les condicions següents.",
  measures: { ORGANIZATIONS: "Municipis", POPULATION: "Població", SEATS: "Escons" },
  bases: {
    CAST: "dels vots emesos",
    EXPRESSED: "dels vots a favor i en contra",
    ELIGIBLE: "dels convocats",
  },
  asked: (share: string, basis: string, isStrict: boolean) =>
    `Cal ${isStrict ? "més del" : "el"} ${share} ${basis}`,
  reached: (reached: string, base: string) => `${reached} de ${base} a favor`,
  needed: (amount: string) => `en calen ${amount}`,
  met: "S'hi arriba",
  unmet: "No s'hi arriba",
  marks: {
    APPROVE: "A favor",
    TACIT: "Silenci",
    OBJECT: "En contra",
    ABSTAIN: "Abstenció",
    RECUSE: "Recusat",
    PENDING: "Pendent",
    SEALED: "Ha votat",
  },
  letters: { APPROVE: "F", TACIT: "S", OBJECT: "C", ABSTAIN: "A", RECUSE: "–", PENDING: "P", SEALED: "V" },
  map: "Mapa de vots",
  legend: "Vots per sentit",
  mapHint:
    "Cada quadre és un municipi; com més gran, més població. En tocar-ne un se'n veu el vot; les fletxes passen d'un a l'altre.",
  offMap: "Fora del mapa",
  inhabitants: (count: number) => plural("ca", count, { one: "# habitant", other: "# habitants" }),
  seats: (count: number) => plural("ca", count, { one: "# escó", other: "# escons" }),
  table: "Taula de vots",
  tableShow: "Mostra la taula amb tots els vots",
  columns: { organization: "Municipi", vote: "Vot", when: "Data", basis: "Mandat o acta", notes: "Notes" },
  pending: (count: number) => plural("ca", count, { one: "Falta # vot", other: "Falten # vots" }),
  copyPending: "Copia la llista",
  copied: "Llista copiada",
  statements: "Explicacions de vot",
  reservations: "Reserves",
  reservationKinds: {
    SCRUTINY: "D'examen",
    SUBSTANTIVE: "De fons",
    LINGUISTIC: "Lingüística",
    MANDATE: "De mandat",
  },
  reservationStates: { OPEN: "Vigent", LIFTED: "Retirada", MAINTAINED: "Mantinguda" },
  wholeText: "Tot el text",
  wish: "Proposta",
  lift: "Retira la reserva",
  liftBody:
    "Constarà que el municipi ha retirat la reserva. No es pot tornar a posar, si no és amb un vot nou.",
  except: (keys: string) => `Excepte ${keys}`,
  ratification: {
    PENDING: (day: string) => `Subjecte a ratificació fins al ${day}`,
    CONFIRMED: () => "Ratificat",
    WITHDRAWN: () => "La ratificació es va denegar",
  },
  mandates: {
    MAYOR_DECREE: "Decret d'alcaldia",
    GOVERNMENT_BOARD: "Acord de la junta de govern local",
    PLENARY: "Acord del ple",
    DELEGATION: "Delegació",
  },
  mandate: (kind: string, day: string) => `${kind}, ${day}`,
  act: (body: string, day: string, reference: string) => `Acta: ${body}, ${day} (${reference})`,
  castOn: (day: string) => `Vot del ${day}`,
  hash: "Empremta SHA-256 del text",
  hashWhy:
    "És la mateixa que surt al registre i als rebuts: qui tingui el fitxer pot comprovar que és aquest text.",
};
