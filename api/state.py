"""What one running server holds, and how a request or socket reaches it."""

from collections.abc import Mapping

from starlette.requests import HTTPConnection

from api.providers import Provider
from api.settings import Settings
from positions.services.unit_of_work import Database


def database_of(connection: HTTPConnection) -> Database:
    """The server's database."""
    database = connection.app.state.database
    assert isinstance(database, Database)
    return database


def settings_of(connection: HTTPConnection) -> Settings:
    """The server's settings."""
    settings = connection.app.state.settings
    assert isinstance(settings, Settings)
    return settings


def providers_of(connection: HTTPConnection) -> Mapping[str, Provider]:
    """The identity providers that are set, by key."""
    providers: Mapping[str, Provider] = connection.app.state.providers
    return providers
