/** The discussions of a position as a place of its own. What one writes in them goes through margin.ts. */

import { ask } from "../graphql/client";
import {
  Discussion,
  ThreadComments,
  type DiscussionAnswer,
  type DiscussionCommentFragment,
  type ThreadCommentsAnswer,
} from "../graphql/generated";

export { reopenThread, reply, resolveThread, startThread, type Visibility } from "./margin";

type Shown = NonNullable<DiscussionAnswer["position"]>["threads"]["nodes"][number];
export type Remark = DiscussionCommentFragment;
export type FullThread = Shown;

/** All threads that the reader may see, each with all its remarks. */
export async function loadDiscussion(reference: string): Promise<readonly FullThread[]> {
  const threads: FullThread[] = [];
  let after: string | null = null;
  for (;;) {
    const answer: DiscussionAnswer = await ask(Discussion, { reference, after });
    const page = answer.position?.threads;
    if (!page) break;
    for (const thread of page.nodes) threads.push(await whole(thread));
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  return threads;
}

/** A thread with the remarks beyond its first page. */
async function whole(thread: FullThread): Promise<FullThread> {
  let { pageInfo } = thread.comments;
  const nodes = [...thread.comments.nodes];
  while (pageInfo.hasNextPage) {
    const { node }: ThreadCommentsAnswer = await ask(ThreadComments, {
      id: thread.id,
      after: pageInfo.endCursor,
    });
    if (node?.__typename !== "Thread") break;
    nodes.push(...node.comments.nodes);
    pageInfo = node.comments.pageInfo;
  }
  return { ...thread, comments: { ...thread.comments, nodes, pageInfo } };
}
