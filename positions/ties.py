"""Ties: as many yes as no are voted again where the rule says so (Llei 7/1985 art. 46.2.d), then the casting vote decides.

A vote that a tie alone stands against would pass under the same rule if a tie were enough. That rule is monotone too, so
whether a second vote can still come of a round is answered as passing is.
"""

from dataclasses import dataclass, replace

from positions.errors import Conflict
from positions.rules import Count, Rule, Silence, passes


@dataclass(frozen=True, slots=True)
class Terms:
    """What a vote is held on and under; `electorate` are the codes of those called, None where a route's step says who."""

    sha256: str
    step: str | None
    rule: Rule
    silence: Silence
    electorate: frozenset[str] | None


def as_held(rule: Rule, *, is_repeat: bool) -> Rule:
    """The rule as one vote is held under it: in the first of two no casting vote decides, the second leads to no third."""
    if not rule.second_vote:
        return rule
    return replace(rule, second_vote=False) if is_repeat else replace(rule, casting=None)


def forgiving(rule: Rule) -> Rule:
    """The same rule if a tie were enough."""
    parts = tuple(replace(part, strict=False) if part.is_majority else part for part in rule.thresholds)
    return replace(rule, thresholds=parts)


def would_repeat(rule: Rule, count: Count) -> bool:
    """Whether a round closed on this count would be voted again: nothing but a tie stands against it."""
    return rule.second_vote and not passes(rule, count) and passes(forgiving(rule), count)


_PATHS = {
    "sha256": "versionNumber",
    "step": "stepKey",
    "rule": "rule",
    "silence": "silence",
    "electorate": "electorateCodes",
}


def check_repeat(tied: Terms, again: Terms) -> None:
    """Conflict unless a second vote is held on the same text, under the same terms, by the same organizations."""
    for term, field in _PATHS.items():
        if getattr(tied, term) != getattr(again, term):
            raise Conflict("second_vote_differs", [field])
