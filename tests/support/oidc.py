"""The real OpenID provider of npm's `oidc-provider`, as a process on loopback, and how somebody signs in there without a browser."""

import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import httpx

from api.settings import Settings

FRONTEND = Path(__file__).parents[2] / "frontend"
SCRIPT = Path(__file__).with_suffix(".mjs")
CLIENT_ID, CLIENT_SECRET = "positions", "a secret that only tests know"
PEPPER = "a pepper that only tests know, long enough"

_ACTION = re.compile(r'<form[^>]* action="([^"]+)"')
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


@contextmanager
def running_provider(base_url: str) -> Iterator[str]:
    """The issuer of a provider that knows one client, at `base_url`; it stops when the block ends."""
    client = {
        "client_id": CLIENT_ID,
        "client_secret": CLIENT_SECRET,
        "redirect_uris": [f"{base_url}/auth/callback"],
        "post_logout_redirect_uris": [f"{base_url}/"],
    }
    command = ["node", "--no-warnings", str(SCRIPT), str(FRONTEND), json.dumps(client)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        try:
            yield str(json.loads(process.stdout.readline())["issuer"])
        finally:
            process.kill()


def oidc_settings(issuer: str, base_url: str = "http://test", **more: object) -> Settings:
    """The settings of a server that signs in through this provider."""
    return Settings(
        base_url=base_url,
        secret=PEPPER,
        oidc_issuer=issuer,
        oidc_client_id=CLIENT_ID,
        oidc_client_secret=CLIENT_SECRET,
        **more,  # type: ignore[arg-type]  # fields of Settings by name
    )


async def pass_forms(provider: httpx.AsyncClient, address: str, callback: str, login: str) -> str:
    """Follow the provider's redirects and fill in its forms, until it sends the browser back; that address."""
    while not address.startswith(callback):
        answer = await provider.get(address)
        if not answer.is_redirect:
            form = _ACTION.search(answer.text)
            assert form, answer.text
            fields = {name: unescape(value) for name, value in _HIDDEN.findall(answer.text)}
            action = urljoin(address, unescape(form[1]))
            answer = await provider.post(action, data={**fields, "login": login, "password": "any"})
        address = urljoin(address, answer.headers["location"])
    return address
