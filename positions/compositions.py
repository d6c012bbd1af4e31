"""A rule as it is stored beside its round, and read back the same."""

from collections.abc import Mapping

from positions.electors import Measure
from positions.errors import Invalid
from positions.rules import PRESETS, Basis, Maintained, Quorum, Rule, RulePreset, Threshold


def compose(rule: Rule) -> dict[str, object]:
    """The rule written out as JSON, also when it is a preset: what it meant on the day can always be read."""
    return {
        "preset": rule.preset.value if rule.preset else None,
        "thresholds": [
            {
                "of": part.of.value,
                "basis": part.basis.value,
                "numerator": part.numerator,
                "denominator": part.denominator,
                "strict": part.strict,
                "opponents": part.opponents,
            }
            for part in rule.thresholds
        ],
        "quorum": rule.quorum
        and {
            "of": rule.quorum.of.value,
            "numerator": rule.quorum.numerator,
            "denominator": rule.quorum.denominator,
            "minimum": rule.quorum.minimum,
        },
        "casting": rule.casting,
        "maintained": rule.maintained.value,
        "secondVote": rule.second_vote,
    }


def rule_of(stored: Mapping[str, object]) -> Rule:
    """The rule behind its JSON, or behind `{"preset": NAME}` alone; Invalid when it is none."""
    try:
        preset = RulePreset(str(stored["preset"])) if stored.get("preset") is not None else None
        if preset and "thresholds" not in stored:
            return PRESETS[preset]
        quorum, casting = stored.get("quorum"), stored.get("casting")
        return Rule(
            thresholds=tuple(_threshold(part) for part in _list(stored["thresholds"])),
            quorum=None if quorum is None else _quorum(quorum),
            casting=None if casting is None else _text(casting),
            maintained=_maintained(stored),
            second_vote=_flag(stored.get("secondVote", False)),
            preset=preset,
        )
    except (KeyError, TypeError, ValueError):
        raise Invalid("rule_malformed", ["rule"]) from None


def _maintained(stored: Mapping[str, object]) -> Maintained:
    """What reservations count as; rounds of the first months only said whether they block."""
    if "maintained" in stored:
        return Maintained(_text(stored["maintained"]))
    return Maintained.BLOCKS if _flag(stored.get("reservationsBlock", False)) else Maintained.NOTHING


def _threshold(stored: object) -> Threshold:
    part = _mapping(stored)
    return Threshold(
        of=Measure(_text(part["of"])),
        basis=Basis(_text(part["basis"])),
        numerator=_number(part["numerator"]),
        denominator=_number(part["denominator"]),
        strict=_flag(part.get("strict", False)),
        opponents=_number(part.get("opponents", 0)),
    )


def _quorum(stored: object) -> Quorum:
    part = _mapping(stored)
    return Quorum(
        of=Measure(_text(part["of"])),
        numerator=_number(part["numerator"]),
        denominator=_number(part["denominator"]),
        minimum=_number(part.get("minimum", 0)),
    )


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise TypeError
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value
