"""What a paper says of itself before it is printed."""

from datetime import date

from positions.papers import Imprint
from tests.support.printing import paper


def test_the_label_names_a_version_and_the_number_one_without() -> None:
    imprint = paper().imprint
    assert imprint.name == "v1.0"
    assert Imprint(3, None, "a" * 64, "b" * 64, date(2026, 1, 2)).name == "3"


def test_a_paper_is_dated_by_its_adoption_or_else_by_its_version() -> None:
    assert paper().date == date(2026, 11, 20)
    assert paper(adopted_on=None).date == date(2026, 11, 1)


def test_the_name_of_its_file_says_reference_language_and_version() -> None:
    assert paper().name == "AMB-PP-2026-001-ca-v7"


def test_who_took_the_signature_back_no_longer_stands() -> None:
    assert [one.is_standing for one in paper().signatories] == [True, True, True, False]
