/** Positions: found, opened, proposed, moved, joined, followed. */

import { ask, tell } from "../graphql/client";
import { Early } from "../graphql/early";
import { follow } from "../graphql/events";
import {
  CreatePosition,
  MoveStage,
  PositionEvents,
  PositionHeader,
  PositionList,
  SetParticipation,
  type CreatePositionInput,
  type PositionHeaderAnswer,
  type PositionListAnswer,
  type StageAction,
} from "../graphql/generated";
import type { Filters } from "../domain/filters";
import type { Language } from "../domain/language";
import { Refused } from "./failures";

export type PositionPage = PositionListAnswer["positions"];
export type PositionCard = PositionPage["nodes"][number];
export type Paper = NonNullable<PositionHeaderAnswer["position"]>;
export type { CreatePositionInput, StageAction };

/** One page of the list. */
export async function listPositions(
  filters: Filters,
  language: Language,
  after?: string,
): Promise<PositionPage> {
  const filter = {
    ...(filters.search ? { search: filters.search } : {}),
    ...(filters.stages.length > 0 ? { stages: filters.stages } : {}),
    ...(filters.subjects.length > 0 ? { subjectCodes: filters.subjects } : {}),
  };
  const answer = await ask(PositionList, {
    first: 30,
    after: after ?? null,
    filter,
    language,
    search: filters.search,
    isSearching: filters.search !== "",
  });
  return answer.positions;
}

const early = new Early<Paper>();

/** Asks for a paper before the page that shows it is there. */
export function expectPaper(reference: string, language: Language): void {
  early.expect(`${reference} ${language}`, () => askPaper(reference, language));
}

/** Everything about a paper but its text; Refused with NOT_FOUND where it may not be seen. */
export function openPaper(reference: string, language: Language): Promise<Paper> {
  return early.take(`${reference} ${language}`, () => askPaper(reference, language));
}

async function askPaper(reference: string, language: Language): Promise<Paper> {
  const { position } = await ask(PositionHeader, { reference, language });
  if (!position) throw new Refused([{ path: ["reference"], code: "NOT_FOUND", message: reference }]);
  return position;
}

/** Proposes a position and gives its reference; the key is the form's, so that a repeat proposes no second one. */
export async function proposePosition(
  input: Omit<CreatePositionInput, "idempotencyKey">,
  key: string,
): Promise<string> {
  const answer = await tell(CreatePosition, { input: { ...input, idempotencyKey: key } });
  return answer.createPosition.position?.reference ?? "";
}

export async function moveStage(reference: string, action: StageAction, reason?: string): Promise<void> {
  await tell(MoveStage, { input: { reference, action, reason: reason ?? null } });
}

export async function participate(
  reference: string,
  organizationCode: string,
  participates: boolean,
): Promise<void> {
  await tell(SetParticipation, { input: { reference, organizationCode, participates } });
}

/** Calls back whenever something happens to the paper; after a break with what was missed. */
export function followPaper(reference: string, happened: (tag: string) => void): () => void {
  let after: number | null = null;
  return follow(
    PositionEvents,
    () => ({ reference, after }),
    ({ positionEvents }) => {
      after = positionEvents.sequence;
      happened(positionEvents.tag);
    },
  );
}
