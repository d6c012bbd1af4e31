/** Opening a round: the route's next step, who is called, the usual time. */

import { momentInBrussels } from "./brussels";

export const PRESETS = [
  "DOUBLE_MAJORITY",
  "SIMPLE_MAJORITY",
  "UNANIMITY",
  "ABSOLUTE_MAJORITY",
  "TWO_THIRDS_POPULATION",
  "DOUBLE_MAJORITY_BLOCKING",
  "REINFORCED",
  "WEIGHTED_SEATS",
  "CONSENSUS",
] as const;
export type Preset = (typeof PRESETS)[number];

/** What is usual when no route says a number of working days. */
export const USUAL_DAYS = 10;

interface Held {
  readonly stepKey: string | null;
  readonly status: string;
  readonly version: { readonly sha256: string };
}

/** The first step of a route that has not passed on exactly this text; undefined when all have. */
export function nextStep<Step extends { readonly key: string }>(
  steps: readonly Step[],
  rounds: readonly Held[],
  sha256: string,
): Step | undefined {
  const passed = new Set(
    rounds
      .filter(({ status, version }) => status === "PASSED" && version.sha256 === sha256)
      .map(({ stepKey }) => stepKey),
  );
  return steps.find(({ key }) => !passed.has(key));
}

export interface OpeningForm {
  name: string;
  preset: Preset;
  isBySilence: boolean;
  isForAll: boolean;
  isLater: boolean;
  opensAt: string;
  closesAt: string;
  /** Why the period is shorter than usual. */
  urgency: string;
}

export function emptyOpening(): OpeningForm {
  return {
    name: "",
    preset: "DOUBLE_MAJORITY",
    isBySilence: false,
    isForAll: true,
    isLater: false,
    opensAt: "",
    closesAt: "",
    urgency: "",
  };
}

/** Whether the round would close on an earlier day than is usual. */
export function isShorter(form: OpeningForm, usual: string): boolean {
  return momentInBrussels(form.closesAt) !== null && form.closesAt.slice(0, 10) < usual.slice(0, 10);
}

/** The terms as the API takes them: with a route its step says everything but the time. */
export function toOpening(
  form: OpeningForm,
  {
    reference,
    versionNumber,
    stepKey,
    towns,
  }: {
    reference: string;
    versionNumber: number;
    stepKey: string | undefined;
    /** The codes of all municipalities. */
    towns: readonly string[];
  },
): {
  reference: string;
  versionNumber: number;
  opensAt: string | null;
  closesAt: string;
  stepKey: string | null;
  name: string | null;
  rule: { preset: Preset } | null;
  silence: "NONE" | "CONSENT" | null;
  electorateCodes: readonly string[] | null;
} {
  const isOwn = stepKey === undefined;
  return {
    reference,
    versionNumber,
    opensAt: form.isLater ? momentInBrussels(form.opensAt) : null,
    closesAt: momentInBrussels(form.closesAt) ?? form.closesAt,
    stepKey: stepKey ?? null,
    name: isOwn ? form.name.trim() : null,
    rule: isOwn ? { preset: form.isBySilence ? "CONSENSUS" : form.preset } : null,
    silence: isOwn ? (form.isBySilence ? "CONSENT" : "NONE") : null,
    electorateCodes: isOwn && form.isForAll ? towns : null,
  };
}

/** The fields still to be filled in, by the name the API has for them. */
export function openingGaps(form: OpeningForm, stepKey: string | undefined): string[] {
  const found: string[] = [];
  if (stepKey === undefined && form.name.trim() === "") found.push("name");
  if (form.isLater && momentInBrussels(form.opensAt) === null) found.push("opensAt");
  if (momentInBrussels(form.closesAt) === null) found.push("closesAt");
  return found;
}
