"""What the environment says, read once into a frozen value."""

import secrets
from dataclasses import dataclass, field
from pathlib import Path

from environs import Env, EnvError

FRONTEND = Path(__file__).parent.parent / "frontend" / "dist"


class SettingsInvalid(Exception):
    """The environment asks for something that cannot be; the message says what, in one sentence."""


@dataclass(frozen=True)
class Settings:
    """How this server is to run; the variables are named in the contract."""

    database_url: str = "sqlite+aiosqlite:///positions.db"
    secret: str = field(default="", repr=False)
    base_url: str = "http://127.0.0.1:8000"
    is_demo: bool = False
    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret: str = field(default="", repr=False)
    smtp_url: str = field(default="", repr=False)
    frontend: Path = FRONTEND

    def __post_init__(self) -> None:
        if self.is_demo and self.oidc_issuer:
            raise SettingsInvalid(
                "POSITIONS_DEMO lets anybody sign in as anybody: it cannot be set together with POSITIONS_OIDC_ISSUER."
            )

    @property
    def is_secure(self) -> bool:
        """Whether browsers reach this server by https only."""
        return self.base_url.startswith("https://")


def read_settings() -> Settings:
    """The settings of this process, or SettingsInvalid."""
    env = Env()
    try:
        with env.prefixed("POSITIONS_"):
            return Settings(
                database_url=env.str("DATABASE_URL", Settings.database_url),
                secret=env.str("SECRET", "") or secrets.token_urlsafe(32),
                base_url=env.str("BASE_URL", Settings.base_url).rstrip("/"),
                is_demo=env.bool("DEMO", default=False),
                oidc_issuer=env.str("OIDC_ISSUER", ""),
                oidc_client_id=env.str("OIDC_CLIENT_ID", ""),
                oidc_client_secret=env.str("OIDC_CLIENT_SECRET", ""),
                smtp_url=env.str("SMTP_URL", ""),
            )
    except EnvError as error:
        raise SettingsInvalid(str(error)) from error
