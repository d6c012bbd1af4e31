/** Second words on votes, their ratifications, and the files that prove mandates. */

import { ask, requestHeaders, tell, type UserError } from "../graphql/client";
import {
  AskConfirmation,
  ConfirmVote,
  SettleRatification,
  SetVoteConfirmation,
  VoteConfirmations,
  type CertificateFieldsFragment,
  type SettleRatificationInput,
  type VoteConfirmationsAnswer,
} from "../graphql/generated";
import { Refused, Unreachable } from "./failures";
import type { Vote } from "./rounds";

export type { SettleRatificationInput };
export type Certificate = Pick<CertificateFieldsFragment, "id" | "name" | "bytes">;
export type Town = VoteConfirmationsAnswer["organizations"]["nodes"][number];

/** Confirms a vote and gives it back as it stands now. */
export async function confirmVote(voteId: string, organizationCode: string): Promise<Vote> {
  const { vote } = (await tell(ConfirmVote, { input: { voteId, organizationCode } })).confirmVote;
  if (!vote) throw new Refused([{ path: [], code: "INVALID", message: "" }]);
  return vote;
}

export async function askConfirmation(
  roundId: string,
  forOrganizationCode: string,
  reason: string,
): Promise<void> {
  await tell(AskConfirmation, { input: { roundId, forOrganizationCode, reason } });
}

export async function settleRatification(input: SettleRatificationInput): Promise<void> {
  await tell(SettleRatification, { input });
}

/** The towns, each with whether its votes take two persons. */
export async function loadVoteConfirmations(): Promise<readonly Town[]> {
  const { nodes } = (await ask(VoteConfirmations, { first: 100, after: null })).organizations;
  return [...nodes].sort((one, other) => one.name.localeCompare(other.name, "ca"));
}

export async function setVoteConfirmation(code: string, confirmsVotes: boolean): Promise<void> {
  await tell(SetVoteConfirmation, { input: { forOrganizationCode: code, confirmsVotes } });
}

interface Kept {
  readonly certificate: Certificate | null;
  readonly userErrors: readonly UserError[];
}

/** Keeps a file that proves a mandate; tells how much of it is there, from 0 to 1. Only the old request tells progress. */
export function uploadCertificate(
  reference: string,
  file: File,
  organizationCode: string,
  onProgress: (share: number) => void,
): Promise<Certificate> {
  const path = `/positions/${encodeURIComponent(reference)}/certificates?organizationCode=${encodeURIComponent(organizationCode)}`;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    const headers = { ...requestHeaders(), "Content-Type": "application/octet-stream" };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.setRequestHeader("X-Filename", encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new Unreachable(path));
    request.onload = () => {
      const answer = read(request.responseText);
      if (answer?.certificate) resolve(answer.certificate);
      else if (answer?.userErrors.length) reject(new Refused(answer.userErrors));
      else reject(new Unreachable(`${path}: ${request.status}`));
    };
    request.send(file);
  });
}

function read(text: string): Kept | undefined {
  try {
    return JSON.parse(text) as Kept;
  } catch {
    return undefined;
  }
}
