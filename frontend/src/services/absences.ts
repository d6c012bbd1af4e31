/** Which municipalities are not called to vote: suspended for a while, or merged into another. */

import { ask, tell } from "../graphql/client";
import {
  Absences,
  MergeOrganization,
  ReinstateOrganization,
  SuspendOrganization,
  type AbsencesAnswer,
  type MergeOrganizationInput,
  type SuspendOrganizationInput,
} from "../graphql/generated";

export type Town = AbsencesAnswer["organizations"]["nodes"][number];

export async function loadTowns(): Promise<readonly Town[]> {
  const { nodes } = (await ask(Absences, {})).organizations;
  return [...nodes].sort((one, other) => one.name.localeCompare(other.name, "ca"));
}

export async function suspend(input: SuspendOrganizationInput): Promise<void> {
  await tell(SuspendOrganization, { input });
}

export async function reinstate(code: string): Promise<void> {
  await tell(ReinstateOrganization, { input: { code } });
}

export async function merge(input: MergeOrganizationInput): Promise<void> {
  await tell(MergeOrganization, { input });
}
