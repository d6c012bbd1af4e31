"""Identity providers behind one small interface: send a browser there, read who came back, say goodbye.

Two kinds: OpenID Connect by discovery, and plain OAuth 2.0 with a user-info address. Both use the authorization code with
PKCE (S256) and a state kept in a signed cookie that is used up by the first answer; OpenID Connect adds a nonce and an ID
token whose issuer, audience, signature and times are checked. Authlib does the protocol; here stands what may go wrong.
"""

import warnings
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, Protocol

import httpx
from joserfc.errors import JoseError
from starlette.requests import Request
from starlette.responses import Response

from api.settings import OAuthService, Settings
from positions.errors import Invalid
from positions.identities import Claim, Fields, read_claim

with warnings.catch_warnings(
    record=True
):  # Authlib prefers httpx2 and says so at each start; it works with httpx
    from authlib.integrations.starlette_client import OAuth, OAuthError

OIDC, OAUTH = "oidc", "oauth"
DENIALS = frozenset({"access_denied", "consent_required", "login_required", "interaction_required"})


class ProviderFailed(Exception):
    """Nobody was vouched for: a reason, the HTTP status that says whose fault it is, and details for the log alone."""

    def __init__(self, reason: str, status: int, detail: object = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status
        self.detail = detail


class Provider(Protocol):
    """Somebody who vouches for people."""

    key: str
    name: str
    issuer: str

    async def depart(self, request: Request, callback: str) -> Response:
        """The redirect to the provider; what must be remembered goes into the request's session."""

    async def arrive(self, request: Request) -> Claim:
        """Who came back, or ProviderFailed. Whatever came back, it cannot come back again."""

    async def farewell(self, home: str) -> str | None:
        """Where a browser ends the provider's own session, if the provider offers that."""


def make_providers(settings: Settings) -> dict[str, Provider]:
    """The providers that are set, by key, in the order in which they are offered."""
    found: list[Provider] = []
    if settings.oidc_issuer:
        found.append(OpenIdProvider(settings))
    if settings.oauth:
        found.append(OAuthProvider(settings.oauth, settings.provider_seconds))
    return {provider.key: provider for provider in found}


class _Client:
    """What both kinds have in common: an Authlib client and its state."""

    key: str

    def __init__(self, client_kwargs: Mapping[str, object], **registered: Any) -> None:
        # Authlib opens a client for every request, and each would read all certificate authorities again.
        with_authorities = {**client_kwargs, "verify": httpx.create_ssl_context()}
        self._client: Any = OAuth().register(self.key, client_kwargs=with_authorities, **registered)

    async def depart(self, request: Request, callback: str) -> Response:
        """Send the browser to the provider."""
        async with _understood():
            response: Response = await self._client.authorize_redirect(request, callback)
            return response

    async def _token(self, request: Request) -> Mapping[str, Any]:
        """The answer's token; an answer to no question of this browser's is refused before anything else."""
        kept = f"_state_{self.key}_{request.query_params.get('state', '')}"
        if kept not in request.session:
            raise ProviderFailed("sign_in_state", 400)
        error = request.query_params.get("error")
        if error:
            del request.session[kept]
            reason = "sign_in_denied" if error in DENIALS else "sign_in_code"
            raise ProviderFailed(reason, 400, error)
        token: Mapping[str, Any] = await self._client.authorize_access_token(request)
        return token


class OpenIdProvider(_Client):
    """A provider of OpenID Connect, known by its issuer."""

    key = OIDC

    def __init__(self, settings: Settings) -> None:
        self.name = settings.oidc_name
        self.issuer = settings.oidc_issuer
        self._client_id = settings.oidc_client_id
        super().__init__(
            client_id=settings.oidc_client_id,
            client_secret=settings.oidc_client_secret,
            server_metadata_url=f"{settings.oidc_issuer}/.well-known/openid-configuration",
            client_kwargs={
                "scope": "openid email profile",
                "code_challenge_method": "S256",
                "timeout": settings.provider_seconds,
            },
        )

    async def depart(self, request: Request, callback: str) -> Response:
        """Send the browser to the provider, if its discovery document is its own."""
        async with _understood():
            metadata = await self._client.load_server_metadata()
        if str(metadata.get("issuer")).rstrip("/") != self.issuer:
            self._forget()
            raise ProviderFailed("provider_broken", 502, "the discovery document names another issuer")
        return await super().depart(request, callback)

    async def arrive(self, request: Request) -> Claim:
        """Who came back, by the ID token; the address may stand in the user info instead."""
        if request.query_params.get("iss", self.issuer).rstrip("/") != self.issuer:
            raise ProviderFailed("sign_in_state", 400, "another issuer answers")
        try:
            return await self._claim(request)
        except ProviderFailed:
            self._forget()
            raise

    async def _claim(self, request: Request) -> Claim:
        async with _understood():
            token = await self._token(request)
            claims = token.get("userinfo")
            if not claims:
                raise ProviderFailed("sign_in_token", 400, "there was no ID token")
            told = dict(claims)
            if "email" not in told and "userinfo_endpoint" in self._client.server_metadata:
                more = await self._client.userinfo(token=token)
                if more.get("sub") != told.get("sub"):
                    raise ProviderFailed("sign_in_token", 400, "the user info is about somebody else")
                told = {**more, **told}
            return read_claim(self.issuer, told, Fields(), trusts_email=False)

    async def farewell(self, home: str) -> str | None:
        """The provider's end-session address, with the way back."""
        async with _understood():
            metadata = await self._client.load_server_metadata()
            if "end_session_endpoint" not in metadata:
                return None
            made = await self._client.create_logout_url(home, client_id=self._client_id)
            return str(made["url"])

    def _forget(self) -> None:
        """Ask for addresses and keys again next time: they may have changed, or have been answered wrongly."""
        self._client.server_metadata = {}


class OAuthProvider(_Client):
    """An OAuth 2.0 service that tells who somebody is at its user-info address."""

    key = OAUTH

    def __init__(self, service: OAuthService, seconds: float) -> None:
        self.name = service.name
        self.issuer = service.userinfo_url
        self._service = service
        super().__init__(
            client_id=service.client_id,
            client_secret=service.client_secret,
            authorize_url=service.authorize_url,
            access_token_url=service.token_url,
            client_kwargs={
                "scope": service.scope,
                "code_challenge_method": "S256",
                "token_endpoint_auth_method": "client_secret_post",
                "timeout": seconds,
            },
        )

    async def arrive(self, request: Request) -> Claim:
        """Who came back, by the user info."""
        service = self._service
        async with _understood():
            token = await self._token(request)
            if service.userinfo_parameter:
                query = {service.userinfo_parameter: token["access_token"]}
                answer = await self._client.get(service.userinfo_url, params=query, withhold_token=True)
            else:
                answer = await self._client.get(service.userinfo_url, token=token)
            answer.raise_for_status()
            told = answer.json()
            if not isinstance(told, dict):
                raise ProviderFailed("provider_broken", 502, "the user info is no object")
            fields = Fields(service.subject_field, service.name_fields, service.email_field)
            return read_claim(self.issuer, told, fields, trusts_email=service.trusts_email)

    async def farewell(self, home: str) -> str | None:
        """OAuth 2.0 knows no end of a session."""
        return None


@asynccontextmanager
async def _understood() -> AsyncIterator[None]:
    """Every way in which talking with a provider fails, as ProviderFailed."""
    try:
        yield
    except (httpx.TimeoutException, httpx.NetworkError, httpx.ProxyError) as error:
        raise ProviderFailed("provider_away", 503, repr(error)) from error
    except OAuthError as error:
        raise ProviderFailed("sign_in_code", 400, f"{error.error}: {error.description}") from error
    except (JoseError, Invalid) as error:
        raise ProviderFailed("sign_in_token", 400, repr(error)) from error
    except (httpx.HTTPError, httpx.InvalidURL, RuntimeError, ValueError, KeyError, TypeError) as error:
        raise ProviderFailed("provider_broken", 502, repr(error)) from error
