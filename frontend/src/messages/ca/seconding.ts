import { joined } from "../../domain/catalan";
import { plural } from "../../domain/language";

export const seconding = {
  prepared: "Preparat, pendent d'una segona persona",
  preparedBy: (name: string, day: string) => `L'ha preparat ${name}, ${day}.`,
  preparedWhy: "Encara no compta: en aquest municipi cada vot el confirma una altra persona delegada.",
  preparedByYou:
    "Encara no compta. L'ha de confirmar una altra persona delegada del municipi abans del tancament.",
  lapsed: "Va quedar sense confirmar i no compta: la ronda es va tancar abans.",
  countsNow: (choice: string) => `Mentrestant compta el vot anterior: ${choice}.`,
  confirm: "Confirma el vot",
  confirmTitle: (organization: string) => `Confirma el vot ${joined("de", organization)}`,
  confirmBody: (choice: string, version: string) =>
    `El vot «${choice}» sobre la versió ${version} comptarà des d'ara. Quedarà al registre que l'han fet dues persones.`,
  confirmedBy: (name: string, day: string) => `L'ha confirmat ${name}, ${day}.`,
  asked: "La coordinació demana confirmar aquest vot",
  askedWhy: (reason: string) => `Motiu: ${reason}`,
  askedCounts: "El vot continua comptant mentre no es confirmi o se'n faci un altre.",
  confirmAskedBody: (choice: string) =>
    `Constarà que el govern actual del municipi confirma el vot «${choice}». Per dir una altra cosa cal un vot nou.`,
  notes: {
    asked: "Pendent que el govern nou el confirmi",
    confirmed: "Confirmat pel govern nou",
    substitute: "Vot de la persona suplent",
  },
  waiting: "Preparats, pendents d'una segona persona",
  waitingLead: "No compten fins que algú altre del mateix municipi els confirmi.",
  lapsedTitle: "Preparats que ningú no va confirmar",
  lapsedLead: "No compten: la ronda es va tancar abans.",
  ask: "Demana confirmació a un govern nou",
  askBody:
    "El vot continua comptant. El municipi el veurà marcat i el podrà confirmar o substituir mentre la ronda sigui oberta.",
  askTown: "Municipi",
  askChoose: "Cal triar un municipi",
  askReason: "Motiu",
  askReasonHint: "Per exemple, que hi ha un govern municipal nou. El llegirà el municipi.",
  askSend: "Demana la confirmació",
  toRatify: "Vots subjectes a ratificació",
  toRatifyLead: "Compten des que es van emetre. Cada municipi diu què n'ha decidit el seu òrgan.",
  due: (day: string) => `Fins al ${day}`,
  overdue: "Fora de termini",
  settled: {
    CONFIRMED: (body: string, day: string, reference: string) => `Ratificat: ${body}, ${day} (${reference})`,
    WITHDRAWN: (body: string, day: string, reference: string) =>
      `No ratificat: ${body}, ${day} (${reference})`,
  },
  standsNoMore: "Ja no compta: el municipi torna a estar pendent i pot votar de nou.",
  stillCounted: "El que es va comptar queda comptat, però el municipi no signa la posició.",
  stillPasses: "Sense els vots que no s'han ratificat, la ronda també s'hauria aprovat.",
  wouldFail:
    "Sense els vots que no s'han ratificat, la ronda no s'hauria aprovat. El resultat no canvia tot sol.",
  settle: "Anota la ratificació",
  settleOf: (organization: string) => `Anota la ratificació ${joined("de", organization)}`,
  outcome: "Què ha decidit l'òrgan",
  outcomes: { CONFIRMED: "Ratifica el vot", WITHDRAWN: "No ratifica el vot" },
  outcomeHints: {
    CONFIRMED: "El vot queda com és, ja sense condició.",
    WITHDRAWN_OPEN: "El vot deixa de comptar, i el municipi pot votar de nou mentre la ronda sigui oberta.",
    WITHDRAWN_CLOSED: "El recompte tancat no canvia, però el municipi deixa de signar la posició.",
  },
  certificate: "Certificat de l'acord",
  certificateHint: "Optatiu. PDF, imatge o document, fins a 20 MB. El veuen els participants, mai el públic.",
  chooseFile: "Tria un fitxer",
  changeFile: "Canvia el fitxer",
  removeFile: "Treu el fitxer",
  uploading: (share: string) => `S'està pujant: ${share}`,
  uploaded: (name: string) => `Desat: ${name}`,
  settleBinding: "Quedarà al registre i no es pot desfer.",
  settleSend: "Anota-ho",
  covers: "El mandat serveix per a",
  coversOf: {
    VERSION: "Només la versió que es vota",
    POSITION: "Tot el document, encara que el text canviï",
  },
  receiptPrepared: "Vot preparat",
  receiptPreparedBody: (organization: string) =>
    `El vot ${joined("de", organization)} encara no compta: l'ha de confirmar una altra persona delegada. El trobarà a la seva feina pendent.`,
  receiptConfirmed: "Vot confirmat",
  receiptConfirmedBody: (organization: string) =>
    `El vot ${joined("de", organization)} compta des d'ara. Aquest és el rebut.`,
  receiptFields: { confirmed: "Confirmat per", certificate: "Certificat" },
  substitute: "És suplent",
  substituteHint: "Actua quan no hi és la persona titular. Els seus vots queden marcats.",
  substituteTag: "suplent",
  two: "Vots amb dues persones",
  twoLead:
    "En els municipis marcats, el vot que prepara una persona delegada només compta quan una altra el confirma.",
  twoFound: (count: number) =>
    plural("ca", count, { one: "# municipi ho demana", other: "# municipis ho demanen" }),
  twoSaved: (name: string, confirms: boolean) =>
    confirms ? `${name} demana ara dues persones.` : `${name} ja no demana dues persones.`,
};
