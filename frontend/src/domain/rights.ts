/** What follows from the rights that a paper grants. */

/** The right to write in a document's draft. */
export function writingRight({ isOriginal }: { readonly isOriginal: boolean }) {
  return isOriginal ? "EDIT_ORIGINAL" : "EDIT_TRANSLATION";
}

/** Who else may table an amendment with one's own organization. */
export function cosponsors<Participant extends { readonly code: string }>(
  participants: readonly Participant[],
  mine: { readonly code: string } | undefined,
): Participant[] {
  return participants.filter(({ code }) => code !== mine?.code);
}
