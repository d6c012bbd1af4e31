"""What the environment says, read once into a frozen value."""

import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from environs import Env, EnvError

FRONTEND = Path(__file__).parent.parent / "frontend" / "dist"

SHORTEST_SECRET = 32
DATABASES = ("sqlite+aiosqlite:///", "postgresql+psycopg://")
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class SettingsInvalid(Exception):
    """The environment asks for something that cannot be; the message says what, in one sentence."""


@dataclass(frozen=True)
class OAuthService:
    """A plain OAuth 2.0 service with a user-info address, such as VÀLid: no ID token, fields under names of its own."""

    authorize_url: str
    token_url: str
    userinfo_url: str
    client_id: str
    client_secret: str = field(repr=False)
    name: str = "VÀLid"
    scope: str = "autenticacio_usuari"
    userinfo_parameter: str = ""
    subject_field: str = "identifier"
    name_fields: tuple[str, ...] = ("name", "surnames")
    email_field: str = "email"
    trusts_email: bool = False


@dataclass(frozen=True)
class SmtpServer:
    """A mail server as POSITIONS_SMTP_URL names it; `start_tls` None: where the server offers it."""

    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)
    is_tls: bool = False
    start_tls: bool | None = None


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
    oidc_name: str = ""
    oauth: OAuthService | None = None
    smtp_url: str = field(default="", repr=False)
    smtp_from: str = ""
    contact_email: str = ""
    frontend: Path = FRONTEND
    provider_seconds: float = 8.0

    def __post_init__(self) -> None:
        problem = next(_problems(self), None)
        if problem is not None:
            raise SettingsInvalid(problem)

    @property
    def is_secure(self) -> bool:
        """Whether browsers reach this server by https only."""
        return self.base_url.startswith("https://")

    @property
    def smtp(self) -> SmtpServer | None:
        """The mail server; None where no mail is sent."""
        return _smtp(self.smtp_url) if self.smtp_url else None

    @property
    def mail_sender(self) -> str:
        """Whom mails come from."""
        return self.smtp_from or self.contact_email or f"positions@{urlsplit(self.base_url).hostname}"

    @property
    def has_provider(self) -> bool:
        """Whether people sign in through an identity provider."""
        return bool(self.oidc_issuer or self.oauth)


def read_settings() -> Settings:
    """The settings of this process, or SettingsInvalid."""
    env = Env()
    try:
        with env.prefixed("POSITIONS_"):
            oauth = _oauth(env)
            issuer = env.str("OIDC_ISSUER", "").rstrip("/")
            # With a provider the secret has to outlive the process: the links to people depend on it.
            fallback = "" if issuer or oauth else secrets.token_urlsafe(SHORTEST_SECRET)
            return Settings(
                database_url=env.str("DATABASE_URL", Settings.database_url),
                secret=env.str("SECRET", "") or fallback,
                base_url=env.str("BASE_URL", Settings.base_url).rstrip("/"),
                is_demo=env.bool("DEMO", default=False),
                oidc_issuer=issuer,
                oidc_client_id=env.str("OIDC_CLIENT_ID", ""),
                oidc_client_secret=env.str("OIDC_CLIENT_SECRET", ""),
                oidc_name=env.str("OIDC_NAME", ""),
                oauth=oauth,
                smtp_url=env.str("SMTP_URL", ""),
                smtp_from=env.str("SMTP_FROM", ""),
                contact_email=env.str("CONTACT_EMAIL", ""),
            )
    except EnvError as error:
        raise SettingsInvalid(str(error)) from error


def _oauth(env: Env) -> OAuthService | None:
    """The OAuth service, if its first address is set."""
    if not env.str("OAUTH_AUTHORIZE_URL", ""):
        return None
    fields = OAuthService.__dataclass_fields__
    named = {name: env.str(f"OAUTH_{name.upper()}", str(fields[name].default)) for name in _OPTIONAL}
    return OAuthService(
        **{name: env.str(f"OAUTH_{name.upper()}", "") for name in _NEEDED},
        **named,
        name_fields=tuple(env.list("OAUTH_NAME_FIELDS", list(OAuthService.name_fields))),
        trusts_email=env.bool("OAUTH_TRUSTS_EMAIL", default=False),
    )


def _mail_problems(settings: Settings) -> Iterator[str]:
    if settings.smtp_url and settings.smtp is None:
        yield "POSITIONS_SMTP_URL must be smtp://[user:password@]host[:port] or smtps://…, without a path."
    if settings.smtp_from and not re.fullmatch(r"[^\s@<>]+@[^\s@<>]+", settings.smtp_from):
        yield "POSITIONS_SMTP_FROM must be one plain address."


def _smtp(url: str) -> SmtpServer | None:
    """The server that an address names; None for what is none."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    is_whole = parts.scheme in _SMTP_PORTS and parts.hostname and parts.path in ("", "/")
    if not is_whole or parts.query or parts.fragment or bool(parts.username) != bool(parts.password):
        return None
    host = parts.hostname or ""
    is_tls = parts.scheme == "smtps"
    return SmtpServer(
        host=host,
        port=port or (_SUBMISSION_PORT if parts.username and not is_tls else _SMTP_PORTS[parts.scheme]),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        is_tls=is_tls,
        start_tls=_start_tls(parts.username or "", host, is_tls=is_tls),
    )


def _start_tls(user: str, host: str, *, is_tls: bool) -> bool | None:
    """A password never travels in the clear, except inside one machine."""
    if is_tls or host in LOOPBACK:
        return False
    return True if user else None


_SMTP_PORTS = {"smtp": 25, "smtps": 465}
_SUBMISSION_PORT = 587

_NEEDED = ("authorize_url", "token_url", "userinfo_url", "client_id", "client_secret")
_OPTIONAL = ("name", "scope", "userinfo_parameter", "subject_field", "email_field")


def _problems(settings: Settings) -> Iterator[str]:
    """What cannot be, a sentence each."""
    if not settings.database_url.startswith(DATABASES):
        yield f"POSITIONS_DATABASE_URL must begin with {' or '.join(DATABASES)}."
    if settings.is_demo and settings.has_provider:
        yield (
            "POSITIONS_DEMO lets anybody sign in as anybody: it cannot be set together with POSITIONS_OIDC_ISSUER "
            "or POSITIONS_OAUTH_AUTHORIZE_URL."
        )
    yield from _mail_problems(settings)
    if settings.has_provider and len(settings.secret) < SHORTEST_SECRET:
        yield (
            f"POSITIONS_SECRET must have at least {SHORTEST_SECRET} characters where people sign in: it guards their "
            "identities, and has to stay the same."
        )
    if settings.oidc_issuer and not (settings.oidc_client_id and settings.oidc_client_secret):
        yield "POSITIONS_OIDC_ISSUER needs POSITIONS_OIDC_CLIENT_ID and POSITIONS_OIDC_CLIENT_SECRET."
    if settings.oidc_issuer and not _is_private(settings.oidc_issuer):
        yield "POSITIONS_OIDC_ISSUER must be an https address."
    for name in _NEEDED if settings.oauth else ():
        value = getattr(settings.oauth, name)
        if not value:
            yield f"POSITIONS_OAUTH_AUTHORIZE_URL needs POSITIONS_OAUTH_{name.upper()} too."
        elif name.endswith("_url") and not _is_private(value):
            yield f"POSITIONS_OAUTH_{name.upper()} must be an https address."


def _is_private(url: str) -> bool:
    """Whether nobody on the way can read along: https, or no way at all."""
    parts = urlsplit(url)
    return bool(parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    )
