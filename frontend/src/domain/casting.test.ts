import { describe, expect, it } from "vitest";
import {
  emptyReservation,
  emptyVote,
  fromVote,
  gaps,
  hasExtras,
  PASSAGE,
  toVote,
  type VoteForm,
} from "./casting";

const filled: VoteForm = {
  ...emptyVote(),
  choice: "APPROVE",
  mandateDate: "2026-11-20",
  exceptAskKeys: ["D2"],
  reservations: [{ ...emptyReservation(), reason: " Cost " }],
};

describe("gaps", () => {
  it("asks for a choice and the act's day", () => expect(gaps(emptyVote())).toEqual(["choice", "date"]));
  it("asks a recused town for nothing", () =>
    expect(gaps({ ...emptyVote(), choice: "RECUSE", isToRatify: true })).toEqual([]));
  it("asks for the day of ratification and the reason of a reservation", () =>
    expect(
      gaps({
        ...filled,
        isToRatify: true,
        reservations: [{ ...emptyReservation(), askKey: "D1", reason: " " }],
      }),
    ).toEqual(["ratificationDueOn", "reason"]));
  it("asks where a passage is", () => {
    const held = { ...emptyReservation(), askKey: PASSAGE, reason: "Mal dit" };
    expect(gaps({ ...filled, reservations: [held] })).toEqual(["passage"]);
    expect(gaps({ ...filled, reservations: [{ ...held, place: { start: 3, end: 9 } }] })).toEqual([]);
  });
  it("asks why a silence is broken, and why only then", () => {
    const objection = { ...filled, choice: "OBJECT" as const, statement: "", reservations: [] };
    expect(gaps(objection, true)).toEqual(["statement"]);
    expect(gaps(objection)).toEqual([]);
    expect(gaps({ ...objection, statement: "Encara no s'ha examinat." }, true)).toEqual([]);
  });
  it("is content with a full form", () => expect(gaps(filled)).toEqual([]));
});

describe("toVote", () => {
  it("sends what was filled in, without blanks", () =>
    expect(toVote({ ...filled, choice: "APPROVE" })).toEqual({
      choice: "APPROVE",
      statement: null,
      mandate: {
        kind: "MAYOR_DECREE",
        date: "2026-11-20",
        scope: null,
        validUntil: null,
        covers: "VERSION",
        certificateId: null,
      },
      ratificationDueOn: null,
      exceptAskKeys: ["D2"],
      reservations: [{ kind: "SUBSTANTIVE", askKey: null, reason: "Cost", wish: null }],
    }));
  it("leaves exceptions out of an objection", () =>
    expect(toVote({ ...filled, choice: "OBJECT" }).exceptAskKeys).toEqual([]));
  it("sends a recusal alone", () => {
    const vote = toVote({ ...filled, choice: "RECUSE", isToRatify: true, ratificationDueOn: "2027-01-01" });
    expect([vote.mandate, vote.ratificationDueOn, vote.reservations]).toEqual([null, null, []]);
  });
});

describe("fromVote", () => {
  const vote = {
    choice: "APPROVE",
    statement: "Sí",
    mandate: {
      kind: "PLENARY",
      date: "2026-11-20",
      scope: "",
      validUntil: null,
      covers: "POSITION",
      certificate: { id: "cer_1", name: "acord.pdf" },
    },
    ratification: { dueOn: "2027-01-15" },
    exceptAskKeys: ["D2"],
    reservations: [
      { kind: "SCRUTINY", state: "OPEN", askKey: "D1", reason: "Cost", wish: null },
      { kind: "SCRUTINY", state: "LIFTED", askKey: null, reason: "Ja no", wish: null },
    ],
  } as const;

  it("gives back what was sent, without what was lifted", () =>
    expect(toVote({ ...fromVote(vote), choice: "APPROVE" })).toEqual({
      choice: "APPROVE",
      statement: "Sí",
      mandate: {
        kind: "PLENARY",
        date: "2026-11-20",
        scope: null,
        validUntil: null,
        covers: "POSITION",
        certificateId: "cer_1",
      },
      ratificationDueOn: "2027-01-15",
      exceptAskKeys: ["D2"],
      reservations: [{ kind: "SCRUTINY", askKey: "D1", reason: "Cost", wish: null }],
    }));

  it("leaves a reservation on its passage", () => {
    const held = {
      kind: "LINGUISTIC",
      state: "OPEN",
      askKey: null,
      start: 3,
      end: 9,
      quote: "el riu",
      reason: "Mal dit",
      wish: null,
    } as const;
    const form = fromVote({ ...vote, reservations: [held] });
    expect(form.reservations[0]).toMatchObject({ askKey: PASSAGE, quote: "el riu" });
    expect(toVote({ ...form, choice: "APPROVE" }).reservations).toEqual([
      { kind: "LINGUISTIC", askKey: null, start: 3, end: 9, reason: "Mal dit", wish: null },
    ]);
  });

  it("has extras when something goes with it", () => {
    expect(hasExtras(fromVote(vote))).toBe(true);
    expect(hasExtras(emptyVote())).toBe(false);
  });
});
