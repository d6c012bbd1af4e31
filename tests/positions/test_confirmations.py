import pytest

from positions.confirmations import ConfirmationKind, check_confirmer
from positions.errors import Forbidden


def test_a_second_person_is_never_the_first() -> None:
    with pytest.raises(Forbidden) as refusal:
        check_confirmer(ConfirmationKind.SECOND_PERSON, "mem_1", "mem_1")
    assert refusal.value.reason == "confirmation_by_same_person"
    check_confirmer(ConfirmationKind.SECOND_PERSON, "mem_1", "mem_2")


def test_whoever_is_delegate_speaks_for_a_new_government() -> None:
    check_confirmer(ConfirmationKind.NEW_GOVERNMENT, "mem_1", "mem_1")
