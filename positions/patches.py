"""A comparison as a patch: for programs that carry a change of wording over to a text of their own.

The form is diff-match-patch's (like a unified diff, percent-encoded); its numbers are code points, as everywhere here.
"""

from collections.abc import Iterator

from diff_match_patch import diff_match_patch

from positions.hunks import hunks

_Piece = tuple[int, str]


def patch_between(base: str, head: str) -> str:
    """The patch that turns one text into the other, word by word; empty when nothing changed."""
    engine = diff_match_patch()
    return str(engine.patch_toText(engine.patch_make(base, list(_pieces(base, head)))))


def _pieces(base: str, head: str) -> Iterator[_Piece]:
    """The edits as the engine tells them: what stays, what goes and what comes, in the order of the text."""
    at = 0
    for hunk in hunks(base, head):
        yield diff_match_patch.DIFF_EQUAL, base[at : hunk.start]
        if hunk.end > hunk.start:
            yield diff_match_patch.DIFF_DELETE, base[hunk.start : hunk.end]
        if hunk.replacement:
            yield diff_match_patch.DIFF_INSERT, hunk.replacement
        at = hunk.end
    yield diff_match_patch.DIFF_EQUAL, base[at:]
