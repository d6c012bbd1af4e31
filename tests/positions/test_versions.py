import hashlib

import pytest
from hypothesis import given

from positions.versions import chain_sha256, is_keyframe, keyframe_of, pack, sha256_of, unpack
from tests.strategies import any_text, text_pairs


@given(text_pairs())
def test_a_packed_text_comes_back(pair: tuple[str, str]) -> None:
    keyframe, text = pair
    assert unpack(pack(text, None), None) == text
    assert unpack(pack(text, keyframe), keyframe) == text


@given(any_text)
def test_the_hash_is_that_of_the_file(text: str) -> None:
    assert sha256_of(text) == hashlib.sha256(text.encode("utf-8")).hexdigest()


def test_the_chain_covers_everything_before() -> None:
    one, two = sha256_of("u"), sha256_of("dos")
    chained = chain_sha256(two, chain_sha256(one, None))
    assert chained == hashlib.sha256(f"{chain_sha256(one, None)}\n{two}".encode()).hexdigest()
    assert chain_sha256(two, chain_sha256(sha256_of("v"), None)) != chained


def test_one_in_a_hundred_is_a_keyframe() -> None:
    assert [number for number in range(1, 302) if is_keyframe(number)] == [1, 101, 201, 301]
    assert [keyframe_of(number) for number in (1, 2, 100, 101, 200)] == [1, 1, 1, 101, 101]


def test_a_version_beside_its_keyframe_is_small() -> None:
    keyframe = " ".join(str(number * number) for number in range(20_000))
    assert len(pack(keyframe.replace("144", "145"), keyframe)) < len(pack(keyframe, None)) / 20


def test_a_flipped_byte_is_found() -> None:
    blob = bytearray(pack("Els municipis demanen recursos.", None))
    for place in range(len(blob)):
        flipped = bytes([*blob[:place], blob[place] ^ 1, *blob[place + 1 :]])
        try:
            text = unpack(flipped, None)
        except ValueError:
            continue
        assert text == "Els municipis demanen recursos."


def test_another_keyframe_gives_no_text() -> None:
    blob = pack("Els municipis demanen recursos. " * 9, "Els municipis demanen recursos. " * 8)
    with pytest.raises(ValueError, match="damaged version"):
        unpack(blob, "Tot un altre text, llarg i ben diferent del primer. " * 8)
