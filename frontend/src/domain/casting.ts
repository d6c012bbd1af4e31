/** A vote as somebody fills it in, and as the API takes it. */

import type { Found, Place } from "./quoting";
import type { Choice } from "./tally";

export const CHOICES = ["APPROVE", "OBJECT", "ABSTAIN", "RECUSE"] as const;
export const MANDATE_KINDS = ["MAYOR_DECREE", "GOVERNMENT_BOARD", "PLENARY", "DELEGATION"] as const;
export const RESERVATION_KINDS = ["SCRUTINY", "SUBSTANTIVE", "LINGUISTIC", "MANDATE"] as const;
export const COVERS = ["VERSION", "POSITION"] as const;
export type Covers = (typeof COVERS)[number];
export type MandateKind = (typeof MANDATE_KINDS)[number];
export type ReservationKind = (typeof RESERVATION_KINDS)[number];

/** Stands for a passage where an ask is chosen. */
export const PASSAGE = "§";

export interface ReservationForm {
  kind: ReservationKind;
  /** Empty: the whole text. */
  askKey: string;
  /** The words of the passage, and where they are; null before anybody looked. */
  quote: string;
  place: Found | null;
  reason: string;
  wish: string;
}

export interface VoteForm {
  choice: Choice | "";
  mandateKind: MandateKind;
  mandateDate: string;
  mandateScope: string;
  mandateUntil: string;
  mandateCovers: Covers;
  certificate: { readonly id: string; readonly name: string } | null;
  isToRatify: boolean;
  ratificationDueOn: string;
  statement: string;
  exceptAskKeys: string[];
  reservations: ReservationForm[];
}

export function emptyReservation(): ReservationForm {
  return { kind: "SUBSTANTIVE", askKey: "", quote: "", place: null, reason: "", wish: "" };
}

/** The range of a reservation on a passage, once it was found. */
function rangeOf({ askKey, place }: ReservationForm): Place | undefined {
  return askKey === PASSAGE && typeof place === "object" && place !== null ? place : undefined;
}

export function emptyVote(): VoteForm {
  return {
    choice: "",
    mandateKind: "MAYOR_DECREE",
    mandateDate: "",
    mandateScope: "",
    mandateUntil: "",
    mandateCovers: "VERSION",
    certificate: null,
    isToRatify: false,
    ratificationDueOn: "",
    statement: "",
    exceptAskKeys: [],
    reservations: [],
  };
}

/** What was said, ready to be changed: a new vote replaces the earlier one with all that goes with it. */
export function fromVote(vote: {
  readonly choice: Choice;
  readonly statement: string | null;
  readonly mandate: {
    readonly kind: MandateKind;
    readonly date: string;
    readonly scope: string;
    readonly validUntil: string | null;
    readonly covers: Covers;
    readonly certificate: { readonly id: string; readonly name: string } | null;
  } | null;
  readonly ratification: { readonly dueOn: string } | null;
  readonly exceptAskKeys: readonly string[];
  readonly reservations: readonly {
    readonly kind: ReservationKind;
    readonly state: string;
    readonly askKey: string | null;
    readonly start?: number | null;
    readonly end?: number | null;
    readonly quote?: string | null;
    readonly reason: string;
    readonly wish: string | null;
  }[];
}): VoteForm {
  const empty = emptyVote();
  return {
    choice: vote.choice,
    mandateKind: vote.mandate?.kind ?? empty.mandateKind,
    mandateDate: vote.mandate?.date ?? "",
    mandateScope: vote.mandate?.scope ?? "",
    mandateUntil: vote.mandate?.validUntil ?? "",
    mandateCovers: vote.mandate?.covers ?? empty.mandateCovers,
    certificate: vote.mandate?.certificate ?? null,
    isToRatify: vote.ratification !== null,
    ratificationDueOn: vote.ratification?.dueOn ?? "",
    statement: vote.statement ?? "",
    exceptAskKeys: [...vote.exceptAskKeys],
    reservations: vote.reservations
      .filter(({ state }) => state !== "LIFTED")
      .map(({ kind, askKey, start, end, quote, reason, wish }) => {
        const place = typeof start === "number" && typeof end === "number" ? { start, end } : null;
        const scope = askKey ?? (place ? PASSAGE : "");
        return { kind, askKey: scope, quote: quote ?? "", place, reason, wish: wish ?? "" };
      }),
  };
}

/** Whether there is more to a vote than choice and mandate. */
export function hasExtras({ statement, exceptAskKeys, reservations }: VoteForm): boolean {
  return statement !== "" || exceptAskKeys.length > 0 || reservations.length > 0;
}

/** To be recused needs no act of the town; everything else does. */
export function needsMandate(choice: VoteForm["choice"]): boolean {
  return choice !== "RECUSE";
}

/** The fields that are still to be filled in, by the name the API has for them; the server looks at the rest. An objection that
 * breaks a silence procedure needs a reason. */
export function gaps(form: VoteForm, breaksSilence = false): string[] {
  const found: string[] = [];
  if (form.choice === "") found.push("choice");
  if (needsMandate(form.choice) && form.mandateDate === "") found.push("date");
  const isExplained = form.statement.trim() !== "" || form.reservations.length > 0;
  if (breaksSilence && form.choice === "OBJECT" && !isExplained) found.push("statement");
  if (form.isToRatify && form.choice !== "RECUSE" && form.ratificationDueOn === "")
    found.push("ratificationDueOn");
  if (form.reservations.some(({ reason }) => reason.trim() === "")) found.push("reason");
  if (form.reservations.some((one) => one.askKey === PASSAGE && !rangeOf(one))) found.push("passage");
  return found;
}

const orNull = (text: string): string | null => text.trim() || null;

/** What goes with the choice only: a recusal carries nothing, exceptions belong to an approval. */
export function toVote(form: VoteForm & { choice: Choice }): {
  choice: Choice;
  statement: string | null;
  mandate: {
    kind: MandateKind;
    date: string;
    scope: string | null;
    validUntil: string | null;
    covers: Covers;
    certificateId: string | null;
  } | null;
  ratificationDueOn: string | null;
  exceptAskKeys: string[];
  reservations: (Partial<Place> & {
    kind: ReservationKind;
    askKey: string | null;
    reason: string;
    wish: string | null;
  })[];
} {
  const isRecused = form.choice === "RECUSE";
  return {
    choice: form.choice,
    statement: orNull(form.statement),
    mandate: isRecused
      ? null
      : {
          kind: form.mandateKind,
          date: form.mandateDate,
          scope: orNull(form.mandateScope),
          validUntil: form.mandateUntil || null,
          covers: form.mandateCovers,
          certificateId: form.certificate?.id ?? null,
        },
    ratificationDueOn: form.isToRatify && !isRecused ? form.ratificationDueOn : null,
    exceptAskKeys: form.choice === "APPROVE" ? [...form.exceptAskKeys] : [],
    reservations: isRecused
      ? []
      : form.reservations.map((one) => ({
          kind: one.kind,
          askKey: one.askKey === PASSAGE ? null : one.askKey || null,
          ...rangeOf(one),
          reason: one.reason.trim(),
          wish: orNull(one.wish),
        })),
  };
}
