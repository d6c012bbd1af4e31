"""An identity provider that answers what a test wants, on a real port: an OpenID provider that lies, or a plain OAuth service."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

OWN_KEY, FOREIGN_KEY = (RSAKey.generate_key(2048, {"kid": "one"}) for _ in range(2))


@dataclass
class Pretender:
    """What the provider says; a test changes it before it asks."""

    address: str
    claims: dict[str, object] = field(default_factory=dict)
    key: RSAKey = field(default_factory=lambda: OWN_KEY)
    discovery: dict[str, object] = field(default_factory=dict)
    answers: dict[str, tuple[int, object]] = field(default_factory=dict)
    silent_at: str = ""
    asked: list[tuple[str, dict[str, str], str]] = field(default_factory=list)
    nonce: str = ""
    is_over: threading.Event = field(default_factory=threading.Event)

    def arrival(self, departure: str) -> str:
        """The query of the callback for an address that a browser was sent to; the nonce is remembered."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(departure).query).items()}
        self.nonce = asked.get("nonce", "")
        return f"code=any&state={asked['state']}"

    def answer(self, path: str) -> tuple[int, object]:
        """Status and body of a request."""
        if path in self.answers:
            return self.answers[path]
        match path:
            case "/.well-known/openid-configuration":
                return 200, {**self._discovery(), **self.discovery}
            case "/jwks":
                return 200, {"keys": [OWN_KEY.as_dict(private=False)]}
            case "/token":
                return 200, {
                    "access_token": "an access token",
                    "token_type": "Bearer",
                    "id_token": self._id_token(),
                }
            case _:
                return 404, {}

    def _discovery(self) -> dict[str, object]:
        paths = {"authorization_endpoint": "/auth", "token_endpoint": "/token", "jwks_uri": "/jwks"}
        return {"issuer": self.address, **{name: self.address + path for name, path in paths.items()}}

    def _id_token(self) -> str:
        now = int(time.time())
        honest = {
            "iss": self.address,
            "aud": "positions",
            "sub": "42",
            "nonce": self.nonce,
            "iat": now,
            "exp": now + 300,
            "email": "delegate@08019.demo",
            "email_verified": True,
        }
        claims = {name: value for name, value in {**honest, **self.claims}.items() if value is not None}
        return jwt.encode({"alg": "RS256", "kid": "one"}, claims, self.key)


@contextmanager
def running_pretender() -> Iterator[Pretender]:
    """The provider on a port of its own; it stops when the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._serve("")

        def do_POST(self) -> None:
            self._serve(self.rfile.read(int(self.headers["content-length"])).decode())

        def _serve(self, body: str) -> None:
            parts = urlsplit(self.path)
            given = dict(parse_qsl(parts.query)) | dict(parse_qsl(body))
            pretender.asked.append((parts.path, given, self.headers.get("authorization", "")))
            if parts.path == pretender.silent_at:
                pretender.is_over.wait()
                return
            status, content = pretender.answer(parts.path)
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.end_headers()
            self.wfile.write(content.encode() if isinstance(content, str) else json.dumps(content).encode())

        def log_message(self, *_: Any) -> None:
            """Nothing is told."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    pretender = Pretender(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)  # it stops soon
    thread.start()
    try:
        yield pretender
    finally:
        pretender.is_over.set()
        server.shutdown()
        server.server_close()
        thread.join(10)
