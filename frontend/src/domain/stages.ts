/** The life of a position as the interface tells it, and the one thing this person can and should do now. */

export const PATH = [
  "PROPOSED",
  "DRAFTING",
  "AMENDING",
  "APPROVING",
  "ADOPTED",
  "SUBMITTED",
  "CLOSED",
] as const;
export const ALL_STAGES = [...PATH, "WITHDRAWN"] as const;
export type Stage = (typeof ALL_STAGES)[number];

export interface Step {
  readonly stage: Stage;
  readonly state: "past" | "present" | "future";
  readonly enteredAt: string | null;
}

/** The stepper: the path up to now with its dates, and what is to come; a withdrawn paper ends where it was withdrawn. */
export function steps(stage: Stage, entered: readonly { stage: Stage; enteredAt: string }[]): Step[] {
  const latest = new Map(entered.map((one) => [one.stage, one.enteredAt]));
  const reached = PATH.filter((one) => latest.has(one));
  const path: readonly Stage[] = stage === "WITHDRAWN" ? [...reached, "WITHDRAWN"] : PATH;
  const now = path.indexOf(stage);
  return path.map((one, index) => ({
    stage: one,
    state: index < now ? "past" : index === now ? "present" : "future",
    enteredAt: index <= now ? (latest.get(one) ?? null) : null,
  }));
}

export interface Standing {
  readonly stage: Stage;
  readonly viewerCan: readonly string[];
  readonly isInvited: boolean;
  readonly rounds: readonly {
    readonly number: number;
    readonly status: string;
    readonly viewerHasVoted: boolean;
  }[];
  readonly isPublished: boolean;
}

export type NextStep =
  | { readonly kind: "vote"; readonly round: number }
  | { readonly kind: "watchRound"; readonly round: number }
  | { readonly kind: "openRound"; readonly round: number }
  | {
      readonly kind:
        | "accept"
        | "startDrafting"
        | "openAmending"
        | "write"
        | "decide"
        | "propose"
        | "publish"
        | "followUp"
        | "discuss";
    };

interface Row {
  readonly right: string;
  readonly stages: readonly Stage[];
  readonly step: (standing: Standing) => NextStep | null | undefined;
}

const running = ({ rounds }: Standing): Standing["rounds"][number] | undefined =>
  rounds.find(({ status }) => status === "OPEN" || status === "SCHEDULED");
const openRound = (standing: Standing): number | undefined => running(standing)?.number;

/** First row that fits wins: what is asked of the town comes before what one merely may do. */
const ROWS: readonly Row[] = [
  {
    right: "VOTE",
    stages: ["APPROVING"],
    step: (standing) => {
      const round = running(standing);
      // A vote may be changed until the end, but it is no longer what is asked.
      return round && { kind: round.viewerHasVoted ? "watchRound" : "vote", round: round.number };
    },
  },
  {
    right: "PARTICIPATE",
    stages: ALL_STAGES,
    step: ({ isInvited }) => (isInvited ? { kind: "accept" } : null),
  },
  { right: "START_DRAFTING", stages: ["PROPOSED"], step: () => ({ kind: "startDrafting" }) },
  { right: "OPEN_AMENDING", stages: ["DRAFTING"], step: () => ({ kind: "openAmending" }) },
  { right: "EDIT_ORIGINAL", stages: ["DRAFTING"], step: () => ({ kind: "write" }) },
  {
    right: "OPEN_ROUND",
    stages: ["AMENDING", "APPROVING"],
    step: (standing) =>
      openRound(standing) === undefined ? { kind: "openRound", round: standing.rounds.length + 1 } : null,
  },
  { right: "DECIDE_AMENDMENT", stages: ["AMENDING"], step: () => ({ kind: "decide" }) },
  { right: "PROPOSE_AMENDMENT", stages: ["AMENDING"], step: () => ({ kind: "propose" }) },
  {
    right: "CLOSE_ROUND",
    stages: ["APPROVING"],
    step: (standing) => {
      const round = openRound(standing);
      return round === undefined ? null : { kind: "watchRound", round };
    },
  },
  {
    right: "PUBLISH",
    stages: ["ADOPTED", "SUBMITTED", "CLOSED"],
    step: ({ isPublished }) => (isPublished ? null : { kind: "publish" }),
  },
  { right: "RECORD_UPTAKE", stages: ["SUBMITTED"], step: () => ({ kind: "followUp" }) },
  { right: "COMMENT", stages: ["PROPOSED"], step: () => ({ kind: "discuss" }) },
];

/** The primary action of the header; null where there is nothing to do but read. */
export function nextStep(standing: Standing): NextStep | null {
  for (const { right, stages, step } of ROWS) {
    if (!standing.viewerCan.includes(right) || !stages.includes(standing.stage)) continue;
    const found = step(standing);
    if (found) return found;
  }
  return null;
}
