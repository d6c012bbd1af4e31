/** The act of an organization as a form holds it: the body that took it, its day, its reference. */

export interface ActForm {
  body: string;
  date: string;
  reference: string;
}

export const NO_ACT: Readonly<ActForm> = { body: "", date: "", reference: "" };

const FIELDS = ["body", "date", "reference"] as const;

/** The fields that nothing was written in. */
export function missingOf(act: Readonly<ActForm>): (keyof ActForm)[] {
  return FIELDS.filter((field) => act[field].trim() === "");
}

/** The act without the spaces around its words. */
export function trimmed({ body, date, reference }: Readonly<ActForm>): ActForm {
  return { body: body.trim(), date, reference: reference.trim() };
}
