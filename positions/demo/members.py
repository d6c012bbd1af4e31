"""The members of the demo, named by office and never by person: a coordinator, an administrator, two observers, a delegate for each town."""

from positions.actors import Role
from positions.data.municipalities import read_municipalities
from positions.services.members import AddMember

_ARTICLES = (("El ", "del "), ("Els ", "dels "), ("La ", "de la "), ("Les ", "de les "), ("L'", "de l'"))
_BESIDE_THE_TOWNS = {
    "AMB": "coordinator@amb.demo",
    "GENERALITAT": "observer@generalitat.demo",
    "DIBA": "observer@diba.demo",
}
_ELIDED = "AEIOUÀÈÉÍÒÓÚHaeiouh"


def of(name: str) -> str:
    """A town's name behind the Catalan preposition: `d'Esplugues`, `del Prat`, `de l'Hospitalet`."""
    for article, joined in _ARTICLES:
        if name.startswith(article):
            return joined + name[len(article) :]
    return f"d'{name}" if name[0] in _ELIDED else f"de {name}"


def members() -> tuple[AddMember, ...]:
    """Every demo member."""
    return (
        AddMember("coordinator@amb.demo", "Coordinació de l'AMB", "AMB", Role.COORDINATOR),
        AddMember("admin@amb.demo", "Administració de l'AMB", "AMB", Role.ADMINISTRATOR),
        AddMember("observer@generalitat.demo", "Observació de la Generalitat", "GENERALITAT", Role.OBSERVER),
        AddMember("observer@diba.demo", "Observació de la Diputació", "DIBA", Role.OBSERVER),
        *(
            AddMember(f"delegate@{town.code}.demo", f"Delegació {of(town.name)}", town.code, Role.DELEGATE)
            for town in read_municipalities()
        ),
    )


def email_of(code: str) -> str:
    """The address of whoever acts for an organization in the demo."""
    return _BESIDE_THE_TOWNS.get(code, f"delegate@{code}.demo")
