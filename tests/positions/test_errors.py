"""The tree of refusals: one class for each public code, in the order in which they are checked."""

import re

import pytest

from positions import errors
from positions.errors import Code, Refusal

CLASSES = Refusal.__subclasses__()


def test_every_code_has_one_class() -> None:
    assert [refusal.code for refusal in CLASSES] == list(Code)


@pytest.mark.parametrize("refusal", CLASSES)
def test_a_class_and_its_code_bear_one_name(refusal: type[Refusal]) -> None:
    assert re.sub(r"(?<=[a-z])(?=[A-Z])", "_", refusal.__name__).upper() == refusal.code.value


@pytest.mark.parametrize("refusal", CLASSES)
def test_a_refusal_carries_reason_path_and_fields(refusal: type[Refusal]) -> None:
    raised = refusal("some_reason", ["titles", "0"], limit=3)
    assert (str(raised), raised.reason, raised.path) == ("some_reason", "some_reason", ("titles", "0"))
    assert raised.fields == {"limit": 3}


def test_the_drawn_tree_is_the_tree() -> None:
    drawn = re.findall(r"[├└]── (\w+)", errors.__doc__ or "")
    assert drawn == [refusal.__name__ for refusal in CLASSES]
