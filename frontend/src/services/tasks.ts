/** What is asked of the member's town. */

import { ask } from "../graphql/client";
import { Tasks, type TasksAnswer } from "../graphql/generated";
import type { Language } from "../domain/language";

export type Task = NonNullable<TasksAnswer["viewer"]>["tasks"]["nodes"][number];

export interface Work {
  readonly tasks: readonly Task[];
  readonly mayPropose: boolean;
}

/** All of it, most urgent first: what is least urgent is not left out. */
export async function loadWork(language: Language): Promise<Work> {
  const tasks: Task[] = [];
  let after: string | null = null;
  for (;;) {
    const { viewer }: TasksAnswer = await ask(Tasks, { first: 100, after, language });
    tasks.push(...(viewer?.tasks.nodes ?? []));
    after = viewer?.tasks.pageInfo.endCursor ?? null;
    if (!viewer?.tasks.pageInfo.hasNextPage)
      return { tasks, mayPropose: viewer?.viewerCan.includes("CREATE_POSITION") ?? false };
  }
}
