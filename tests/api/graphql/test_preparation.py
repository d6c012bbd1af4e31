from api.graphql import preparation
from api.graphql.preparation import LONG, REMEMBERED_LONG, prepare
from api.graphql.schema import schema


def test_a_document_is_made_ready_once() -> None:
    assert prepare(schema.core, "{ __typename }") is prepare(schema.core, "{ __typename }")


def test_documents_that_carry_whole_texts_do_not_pile_up() -> None:
    whole = [f"{{ __typename }} # {number} {'x' * LONG}" for number in range(REMEMBERED_LONG + 3)]
    short = len(preparation._short)
    for text in whole:
        assert prepare(schema.core, text) is prepare(schema.core, text)
    assert len(preparation._long) == REMEMBERED_LONG
    assert len(preparation._short) == short
