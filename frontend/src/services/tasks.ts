/** What is asked of the member's town. */

import { ask } from "../graphql/client";
import { Tasks, type TasksAnswer } from "../graphql/generated";
import type { Language } from "../domain/language";

export type Task = NonNullable<TasksAnswer["viewer"]>["tasks"]["nodes"][number];

export interface Work {
  readonly tasks: readonly Task[];
  readonly mayPropose: boolean;
}

/** Most urgent first. */
export async function loadWork(language: Language): Promise<Work> {
  const { viewer } = await ask(Tasks, { first: 50, language });
  return {
    tasks: viewer?.tasks.nodes ?? [],
    mayPropose: viewer?.viewerCan.includes("CREATE_POSITION") ?? false,
  };
}
