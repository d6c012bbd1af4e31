import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.errors import Invalid
from positions.identities import Claim, Fields, own_path, read_claim, subject_hash

VALID = Fields("identifier", ("name", "surnames"), "email")


def test_a_claim_is_read_by_the_providers_own_names() -> None:
    told = {
        "identifier": " 12345678Z ",
        "name": "Berta",
        "surnames": "  Badalona  i Mar ",
        "email": "B@x.cat",
    }
    claim = read_claim("https://valid.test", told, VALID, trusts_email=True)
    assert claim == Claim("https://valid.test", "12345678Z", "Berta Badalona i Mar", "B@x.cat", True)
    assert claim.trusted_email == "b@x.cat"


def test_a_number_is_a_subject_too() -> None:
    assert read_claim("i", {"sub": 42}, Fields(), trusts_email=False).subject == "42"


@pytest.mark.parametrize("subject", [None, "", "  ", True, ["x"], "x" * 256])
def test_without_a_subject_nobody_is_vouched_for(subject: object) -> None:
    with pytest.raises(Invalid):
        read_claim("i", {"sub": subject}, Fields(), trusts_email=True)


@pytest.mark.parametrize("verified", [None, False, "true", 1])
def test_an_address_is_trusted_only_when_verified(verified: object) -> None:
    told = {"sub": "x", "email": "a@b.cat", "email_verified": verified}
    assert read_claim("i", told, Fields(), trusts_email=False).trusted_email is None
    assert read_claim("i", {**told, "email_verified": True}, Fields(), trusts_email=False).trusted_email


def test_no_address_is_nobodys_address() -> None:
    assert Claim("i", "s", email=" ", is_email_verified=True).trusted_email is None


@given(st.text(), st.text(), st.text(min_size=1), st.text(min_size=1))
def test_a_subjects_hash_depends_on_all_three_and_shows_none(
    one: str, other: str, issuer: str, pepper: str
) -> None:
    hashed = subject_hash(pepper, Claim(issuer, one))
    assert (hashed == subject_hash(pepper, Claim(issuer, other))) is (one == other)
    assert hashed != subject_hash(pepper + "x", Claim(issuer, one))
    assert hashed != subject_hash(pepper, Claim(issuer + "x", one))
    assert len(hashed) == 64


def test_issuer_and_subject_do_not_run_together() -> None:
    assert subject_hash("p", Claim("ab", "c")) != subject_hash("p", Claim("a", "bc"))


@pytest.mark.parametrize(
    "path", ["/", "/posicions?stage=DRAFTING", "/positions/AMB-PP-2026-001/canvis#v1", "/à"]
)
def test_paths_of_ours_are_kept(path: str) -> None:
    assert own_path(path) == path


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "https://evil.test/",
        "//evil.test",
        "/\\evil.test",
        "/a\\..\\evil.test",
        "/\t/evil.test",
        "/\n",
        "javascript:x",
        "evil.test",
        "/auth/logout",
        "/" + "a" * 2_000,
    ],
)
def test_nobody_is_sent_elsewhere(address: str | None) -> None:
    assert own_path(address) == "/"


@given(st.text())
def test_whatever_is_asked_the_way_leads_here(address: str) -> None:
    found = own_path(address)
    assert found.startswith("/")
    assert found[1:2] not in {"/", "\\"}
    assert found.isprintable()
