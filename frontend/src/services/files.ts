/** Files the server makes: fetched, so that a refusal is told in words, then handed to the browser to keep. */

import { nameOf } from "../domain/files";
import { Refused, requestHeaders, Unreachable, type UserError } from "../graphql/client";

export interface Downloaded {
  readonly name: string;
  readonly bytes: number;
  /** What the file lacks, in the words of the server. */
  readonly remark: string | undefined;
}

/** Fetches a file and keeps it as a download; Refused with the server's words where it cannot be made. */
export async function download(address: string): Promise<Downloaded> {
  const response = await fetch(address, { credentials: "same-origin", headers: requestHeaders() }).catch(
    (fault: unknown) => {
      throw new Unreachable(String(fault));
    },
  );
  if (!response.ok) {
    const answer = (await response.json().catch(() => null)) as { userErrors?: UserError[] } | null;
    if (answer?.userErrors) throw new Refused(answer.userErrors);
    throw new Unreachable(`${address}: ${response.status}`);
  }
  const content = await response.blob();
  const name = nameOf(response.headers.get("content-disposition"), address);
  const remark = response.headers.get("x-positions-remark");
  keep(content, name);
  return { name, bytes: content.size, remark: remark ? decodeURIComponent(remark) : undefined };
}

function keep(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has taken the content over once it has begun; a moment later the address may go.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
