from dataclasses import replace

import pytest

from api.settings import OAuthService, Settings, SettingsInvalid, read_settings


def test_defaults_need_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_URL", "BASE_URL", "DEMO", "SECRET", "OIDC_ISSUER"):
        monkeypatch.delenv(f"POSITIONS_{name}", raising=False)
    settings = read_settings()
    assert settings.database_url.startswith("sqlite+aiosqlite:///")
    assert not settings.is_demo
    assert len(settings.secret) >= 32


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POSITIONS_BASE_URL", "https://positions.example/")
    monkeypatch.setenv("POSITIONS_DEMO", "1")
    settings = read_settings()
    assert (settings.base_url, settings.is_secure, settings.is_demo) == (
        "https://positions.example",
        True,
        True,
    )


def test_nonsense_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POSITIONS_DEMO", "perhaps")
    with pytest.raises(SettingsInvalid, match="DEMO"):
        read_settings()


def test_secrets_are_not_shown() -> None:
    shown = repr(Settings(secret="s3cret", oidc_client_secret="s3cret", smtp_url="smtp://u:s3cret@h"))
    assert "s3cret" not in shown


PROVIDER = {
    "secret": "x" * 32,
    "oidc_issuer": "https://login.example",
    "oidc_client_id": "c",
    "oidc_client_secret": "s",
}
SERVICE = OAuthService("https://v.example/auth", "https://v.example/token", "https://v.example/me", "c", "s")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"database_url": "postgres://localhost/positions"}, "POSITIONS_DATABASE_URL"),
        ({"database_url": "nonsense"}, "POSITIONS_DATABASE_URL"),
        ({"secret": "x" * 31}, "POSITIONS_SECRET"),
        ({"is_demo": True}, "POSITIONS_DEMO"),
        ({"oidc_client_id": ""}, "POSITIONS_OIDC_CLIENT_ID"),
        ({"oidc_client_secret": ""}, "POSITIONS_OIDC_CLIENT_SECRET"),
        ({"oidc_issuer": "http://login.example"}, "https"),
        ({"oidc_issuer": "login.example"}, "https"),
        ({"oidc_issuer": "", "oauth": SERVICE, "secret": ""}, "POSITIONS_SECRET"),
        ({"oidc_issuer": "", "oauth": SERVICE, "is_demo": True}, "POSITIONS_DEMO"),
        ({"oauth": replace(SERVICE, token_url="")}, "POSITIONS_OAUTH_TOKEN_URL"),
        ({"oauth": replace(SERVICE, userinfo_url="http://v.example/me")}, "POSITIONS_OAUTH_USERINFO_URL"),
    ],
    ids=str,
)
def test_what_cannot_be_is_told_in_a_sentence(changes: dict[str, object], told: str) -> None:
    Settings(**PROVIDER)  # type: ignore[arg-type]  # fields by name
    with pytest.raises(SettingsInvalid, match=told):
        Settings(**{**PROVIDER, **changes})  # type: ignore[arg-type]  # fields by name


def test_with_a_provider_no_secret_is_made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ISSUER", "CLIENT_ID", "CLIENT_SECRET"):
        monkeypatch.setenv(f"POSITIONS_OIDC_{name}", "https://login.example/")
    monkeypatch.delenv("POSITIONS_SECRET", raising=False)
    with pytest.raises(SettingsInvalid, match="32"):
        read_settings()
    monkeypatch.setenv("POSITIONS_SECRET", "x" * 32)
    assert read_settings().oidc_issuer == "https://login.example"


def test_a_service_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POSITIONS_SECRET", "x" * 32)
    monkeypatch.setenv("POSITIONS_OAUTH_AUTHORIZE_URL", SERVICE.authorize_url)
    with pytest.raises(SettingsInvalid, match="POSITIONS_OAUTH_TOKEN_URL"):
        read_settings()
    for name in ("token_url", "userinfo_url", "client_id", "client_secret"):
        monkeypatch.setenv(f"POSITIONS_OAUTH_{name.upper()}", getattr(SERVICE, name))
    assert read_settings().oauth == SERVICE
    monkeypatch.setenv("POSITIONS_OAUTH_SUBJECT_FIELD", "id")
    monkeypatch.setenv("POSITIONS_OAUTH_NAME_FIELDS", "given,family")
    monkeypatch.setenv("POSITIONS_OAUTH_TRUSTS_EMAIL", "1")
    read = read_settings().oauth
    assert read is not None
    assert (read.subject_field, read.name_fields, read.trusts_email) == ("id", ("given", "family"), True)
