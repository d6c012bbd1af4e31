import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.errors import Invalid
from positions.institutions import ChannelKind, RelationKind, validate

INSTITUTIONS = Path(__file__).parents[2] / "positions" / "data" / "institutions.csv"

GOOD = [
    (RelationKind.PROCEDURE, "2021/0420(COD)"),
    (RelationKind.PROCEDURE, "2025/0240(COD)"),
    (RelationKind.PROCEDURE, "2011/0901B(COD)"),
    (RelationKind.COM, "COM(2021) 812 final"),
    (RelationKind.COM, "COM(2025) 565"),
    (RelationKind.COM, "SWD(2022)541"),
    (RelationKind.CELEX, "32024L3019"),
    (RelationKind.CELEX, "52021PC0812"),
    (RelationKind.CELEX, "52025XR3109"),
    (RelationKind.CELEX, "32023Q0721(01)"),
    (RelationKind.CELEX, "02009D0937-20141101"),
    (RelationKind.ELI, "http://data.europa.eu/eli/dir/2024/3019/oj"),
    (RelationKind.ELI, "http://data.europa.eu/eli/C/2025/6318/oj"),
    (RelationKind.ELI, "https://www.boe.es/eli/es-ct/l/2010/08/03/31/con"),
    (RelationKind.CONSULTATION, "Crida de dades 14265"),
    (RelationKind.OTHER, "Directive (EU) 2024/3019"),
    (RelationKind.OTHER, "à"),
]

BAD = [
    (RelationKind.PROCEDURE, "2021/420(COD)"),
    (RelationKind.PROCEDURE, "2021/0420"),
    (RelationKind.PROCEDURE, "2021/0420(cod)"),
    (RelationKind.PROCEDURE, "٢٠٢١/0420(COD)"),
    (RelationKind.COM, "COM 2021 812"),
    (RelationKind.COM, "COM(2021) 812 final, annex"),
    (RelationKind.CELEX, "32024L301"),
    (RelationKind.CELEX, "CELEX:32024L3019"),
    (RelationKind.CELEX, "32024L3019\n32024L3019"),
    (RelationKind.ELI, "https://data.europa.eu/eli/dir/2024/3019/oj"),
    (RelationKind.ELI, "http://data.europa.eu/eli/"),
    (RelationKind.ELI, "http://data.europa.eu/eli/a b"),
    (RelationKind.CONSULTATION, " "),
    (RelationKind.OTHER, "one\ntwo"),
    (RelationKind.OTHER, "x" * 301),
]


@pytest.mark.parametrize(("kind", "value"), GOOD)
def test_verified_examples_are_taken(kind: RelationKind, value: str) -> None:
    assert validate(kind, f"  {value}\n") == value


@pytest.mark.parametrize(("kind", "value"), BAD)
def test_what_does_not_look_like_its_kind_is_refused(kind: RelationKind, value: str) -> None:
    with pytest.raises(Invalid) as refusal:
        validate(kind, value)
    assert refusal.value.reason == "relation_malformed"


@given(st.sampled_from(RelationKind), st.text())
def test_any_text_is_taken_as_one_trimmed_line_or_refused(kind: RelationKind, value: str) -> None:
    try:
        taken = validate(kind, value)
    except Invalid:
        return
    assert taken == taken.strip() != ""
    assert "\n" not in taken


def test_the_channels_are_those_of_the_table() -> None:
    with INSTITUTIONS.open(encoding="utf-8") as lines:
        words = {
            word for row in csv.DictReader(lines) for word in row["submission_channel"].split("|") if word
        }
    assert {kind.value for kind in ChannelKind} == {word.upper() for word in words}
