import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.errors import Invalid, LimitExceeded
from positions.references import Reference, make_reference, parse_reference

references = st.builds(make_reference, st.integers(0, 9999), st.integers(1, 999))


@given(references)
def test_a_reference_reads_back(reference: Reference) -> None:
    assert parse_reference(str(reference)) == reference


@given(references, references)
def test_references_sort_as_their_texts(one: Reference, other: Reference) -> None:
    assert (one < other) is (str(one) < str(other))


def test_a_reference_looks_like_the_papers() -> None:
    assert str(make_reference(2026, 1)) == "AMB-PP-2026-001"


@pytest.mark.parametrize(
    "text", ["", "AMB-PP-2026-1", "AMB-PP-2026-000", "amb-pp-2026-001", "AMB-PP-2026-001 ", "AMB-PP-٢٠٢٦-001"]
)
def test_what_is_no_reference_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as refusal:
        parse_reference(text)
    assert refusal.value.reason == "reference_malformed"


def test_a_year_holds_999() -> None:
    assert make_reference(2026, 999).number == 999
    with pytest.raises(LimitExceeded):
        make_reference(2026, 1000)
