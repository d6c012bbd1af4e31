/** Writing a route: its steps in order, and the rule of each as the API takes it. */

import type { Preset } from "./openings";

type Measure = "ORGANIZATIONS" | "POPULATION" | "SEATS";

interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

interface Part {
  readonly of: Measure;
  readonly basis: "CAST" | "EXPRESSED" | "ELIGIBLE";
  readonly strict: boolean;
  readonly opponents: number;
}

interface ReadRule<Maintained> {
  readonly preset: Preset | null;
  readonly thresholds: readonly (Part & { readonly required: Share })[];
  readonly quorum: { readonly of: Measure; readonly required: Share; readonly minimum: number } | null;
  readonly castingCode: string | null;
  readonly secondVote: boolean;
  readonly maintained: Maintained;
}

/** A rule as the API takes it. */
export interface RuleInput {
  readonly preset?: Preset;
  readonly thresholds?: readonly (Part & Share)[];
  readonly quorum?: (Share & { readonly of: Measure; readonly minimum: number }) | null;
  readonly castingCode?: string | null;
  readonly secondVote?: boolean;
  readonly maintained?: MaintainedReservation;
}

type MaintainedReservation = "NOTHING" | "BLOCKS" | "ABSTAINS" | "OBJECTS";

interface Text {
  readonly language: string;
  readonly text: string;
}

interface Terms {
  readonly key: string;
  readonly names: readonly Text[];
  readonly kind: "CLEARANCE" | "DECISION";
  readonly electorate: "MUNICIPALITIES" | "PARTICIPANTS" | "AUTHORITY";
  readonly silence: "NONE" | "CONSENT";
  readonly workingDays: number;
  readonly isSealed: boolean;
}

type KeptStep = Terms & { readonly rule: ReadRule<MaintainedReservation> };
type StepInput = Terms & { readonly rule: RuleInput };

interface KeptRoute {
  readonly key: string;
  readonly names: readonly Text[];
  readonly updatedAt: string | null;
  readonly steps: readonly KeptStep[];
}

interface RouteInput {
  readonly key: string;
  readonly names: readonly Text[];
  readonly steps: readonly StepInput[];
  readonly expectedUpdatedAt: string | null;
}

export const LANGUAGES = ["ca", "es", "en"] as const;
export type Names = Record<(typeof LANGUAGES)[number], string>;

export interface StepForm {
  key: string;
  names: Names;
  kind: StepInput["kind"];
  electorate: StepInput["electorate"];
  preset: Preset;
  /** A rule of its own, kept as it is until a preset is chosen. */
  own: StepInput["rule"] | null;
  isBySilence: boolean;
  workingDays: number;
  isSealed: boolean;
}

export interface RouteForm {
  key: string;
  names: Names;
  steps: StepForm[];
  expectedUpdatedAt: string | null;
}

const noNames = (): Names => ({ ca: "", es: "", en: "" });

export function emptyStep(): StepForm {
  return {
    key: "",
    names: noNames(),
    kind: "DECISION",
    electorate: "MUNICIPALITIES",
    preset: "DOUBLE_MAJORITY",
    own: null,
    isBySilence: false,
    workingDays: 10,
    isSealed: false,
  };
}

export function emptyRoute(): RouteForm {
  return { key: "", names: noNames(), steps: [emptyStep()], expectedUpdatedAt: null };
}

export function routeForm(route: KeptRoute): RouteForm {
  return {
    key: route.key,
    names: named(route.names),
    steps: route.steps.map(stepForm),
    expectedUpdatedAt: route.updatedAt,
  };
}

/** The steps with one moved by a place, up or down; the same when it is at the end already. */
export function moved<Step>(steps: readonly Step[], index: number, by: -1 | 1): Step[] {
  const other = index + by;
  const [one, two] = [steps[index], steps[other]];
  if (one === undefined || two === undefined) return [...steps];
  return steps.map((step, place) => (place === index ? two : place === other ? one : step));
}

/** A key made of a name: lower case, no accents, a letter first, unlike those there are. */
export function keyOf(name: string, taken: readonly string[], fallback: string): string {
  const plain = name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[\u0300-\u036f·]/g, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, 36)
    .replace(/_+$/, "");
  const base = plain || fallback;
  let key = base;
  for (let number = 2; taken.includes(key); number++) key = `${base}_${number}`;
  return key;
}

export function toRoute(form: RouteForm, taken: readonly string[]): RouteInput {
  const keys: string[] = form.steps.map(({ key }) => key).filter(Boolean);
  const steps = form.steps.map((step): StepInput => {
    const key = step.key || keyOf(step.names.ca, keys, "round");
    keys.push(key);
    return {
      key,
      names: texts(step.names),
      kind: step.isBySilence ? "CLEARANCE" : step.kind,
      electorate: step.electorate,
      rule: step.own ?? { preset: step.isBySilence ? "CONSENSUS" : step.preset },
      silence: step.isBySilence ? "CONSENT" : "NONE",
      workingDays: step.workingDays,
      isSealed: step.isSealed,
    };
  });
  return {
    key: form.key || keyOf(form.names.ca, taken, "route"),
    names: texts(form.names),
    steps,
    expectedUpdatedAt: form.expectedUpdatedAt,
  };
}

function stepForm(step: KeptStep): StepForm {
  const { rule } = step;
  return {
    ...emptyStep(),
    key: step.key,
    names: named(step.names),
    kind: step.kind,
    electorate: step.electorate,
    preset: rule.preset ?? "DOUBLE_MAJORITY",
    own: rule.preset && rule.castingCode === null && !rule.secondVote ? null : ruleInput(rule),
    isBySilence: step.silence === "CONSENT",
    workingDays: step.workingDays,
    isSealed: step.isSealed,
  };
}

function ruleInput(rule: KeptStep["rule"]): StepInput["rule"] {
  return {
    thresholds: rule.thresholds.map(({ required, ...part }) => ({ ...part, ...required })),
    quorum: rule.quorum && {
      of: rule.quorum.of,
      ...rule.quorum.required,
      minimum: rule.quorum.minimum,
    },
    castingCode: rule.castingCode,
    secondVote: rule.secondVote,
    maintained: rule.maintained,
  };
}

function named(given: readonly Text[]): Names {
  const found = noNames();
  for (const language of LANGUAGES)
    found[language] = given.find((one) => one.language === language)?.text ?? "";
  return found;
}

function texts(names: Names): Text[] {
  return LANGUAGES.map((language) => ({ language, text: names[language].trim() }));
}
