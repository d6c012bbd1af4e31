"""Minutes that an act is recorded from: in normal form, as rows keep them, and as the record tells of them."""

from dataclasses import replace
from datetime import date

from positions.headings import plain_text
from positions.versions import sha256_of
from positions.votes import Act, check_act

MAX_ACT = 300
"""In code points."""


def sound_act(given: Act, *, today: date) -> Act:
    """The minutes in normal form; Invalid for incomplete ones, or of a meeting still to come."""
    check_act(given, today=today)
    return replace(
        given,
        body=plain_text(given.body, ["act", "body"], limit=MAX_ACT),
        reference=plain_text(given.reference, ["act", "reference"], limit=MAX_ACT),
    )


def kept(act: Act) -> dict[str, str]:
    """The minutes as a row keeps them."""
    return {"body": act.body, "date": act.held_on.isoformat(), "reference": act.reference}


def told(act: Act) -> dict[str, object]:
    """The minutes as the record tells of them: their day, and the hash of what identifies them."""
    return {"date": act.held_on, "sha256": sha256_of(f"{act.body}\n{act.reference}")}
