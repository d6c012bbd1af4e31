import pytest

from api.settings import Settings, SettingsInvalid, read_settings


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
