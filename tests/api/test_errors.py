import pytest

from api.errors import DOORS, close_code_of, status_of, user_error
from positions.errors import Code, NotFound, Refusal


def test_every_code_has_its_doors() -> None:
    assert set(DOORS) == set(Code)


@pytest.mark.parametrize("refusal", Refusal.__subclasses__())
def test_statuses_are_client_errors_and_close_codes_private(refusal: type[Refusal]) -> None:
    told = refusal("position_unknown")
    assert 400 <= status_of(told) < 500
    assert 4000 <= close_code_of(told) < 5000


@pytest.mark.parametrize("language", ["ca", "es", "en"])
def test_a_refusal_is_told_in_the_language(language: str) -> None:
    told = user_error(NotFound("position_unknown", ["reference"]), language)
    assert (told["path"], told["code"]) == (["reference"], "NOT_FOUND")
    assert told["message"] != "position_unknown"
