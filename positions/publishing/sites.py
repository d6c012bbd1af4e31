"""The public site as machine-readable forms name it: its addresses, its licence, its words in three languages."""

from dataclasses import dataclass
from types import MappingProxyType

from positions.publications import said_in

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
PUBLISHER_CODE = "AMB"
PUBLISHER = "Àrea Metropolitana de Barcelona"

_AUTHORITY = "http://publications.europa.eu/resource/authority"


@dataclass(frozen=True)
class Site:
    """Where the server is reached, and whether what it tells is invented."""

    base_url: str
    is_fiction: bool = False
    contact: str = ""

    def address(self, path: str) -> str:
        """A path of this site as an address."""
        return f"{self.base_url}{path}"

    def position(self, reference: str) -> str:
        """The stable address of a position."""
        return self.address(f"/positions/{reference}")

    def organization(self, code: str) -> str:
        """The stable address of an organization."""
        return self.address(f"/organizations/{code}")

    def file(self, reference: str, language: str, number: int, form: str) -> str:
        """The address of one version as a file."""
        return self.address(f"/positions/{reference}/{language}/versions/{number}.{form}")

    def marked(self, text: str, language: str) -> str:
        """A text that says of itself when what it tells is fiction."""
        return f"{text} ({phrase('fiction', language)})" if self.is_fiction else text


def authority(table: str, code: str) -> str:
    """The address of a value in a table of the Publications Office."""
    return f"{_AUTHORITY}/{table}/{code}"


def phrase(key: str, language: str) -> str:
    """A phrase in a language, else in Catalan."""
    return said_in(_PHRASES[key], language) or key


def phrases(key: str) -> dict[str, str]:
    """A phrase in every language."""
    return dict(_PHRASES[key])


_PHRASES = MappingProxyType(
    {
        "fiction": {"ca": "dades fictícies", "es": "datos ficticios", "en": "fictional data"},
        "site": {
            "ca": "Posicions dels municipis metropolitans davant d'Europa",
            "es": "Posiciones de los municipios metropolitanos ante Europa",
            "en": "Positions of the metropolitan municipalities in Europe",
        },
        "site_lead": {
            "ca": "Les posicions que els trenta-sis municipis i l'Àrea Metropolitana de Barcelona han adoptat i fet "
            "públiques, amb el text, els vots i el seguiment.",
            "es": "Las posiciones que los treinta y seis municipios y el Área Metropolitana de Barcelona han adoptado y "
            "hecho públicas, con el texto, los votos y el seguimiento.",
            "en": "The positions that the thirty-six municipalities and the Barcelona Metropolitan Area have adopted and "
            "made public, with their text, the votes and the follow-up.",
        },
        "deadlines": {
            "ca": "Terminis de les institucions",
            "es": "Plazos de las instituciones",
            "en": "Deadlines of the institutions",
        },
        "deadline": {"ca": "Termini: {title}", "es": "Plazo: {title}", "en": "Deadline: {title}"},
        "deadline_at": {
            "ca": "Acaba el {day} a les {hour}, hora de Brussel·les. Posició {reference}.",
            "es": "Termina el {day} a las {hour}, hora de Bruselas. Posición {reference}.",
            "en": "It ends on {day} at {hour}, Brussels time. Position {reference}.",
        },
        "organization_lead": {
            "ca": "El que {name} ha signat, ha liderat o no ha compartit de les posicions conjuntes de la metròpoli "
            "davant d'Europa.",
            "es": "Lo que {name} ha firmado, ha liderado o no ha compartido de las posiciones conjuntas de la metrópoli "
            "ante Europa.",
            "en": "What {name} has signed, led or dissented from among the joint positions of the metropolis in Europe.",
        },
        "open_data": {"ca": "Dades obertes", "es": "Datos abiertos", "en": "Open data"},
        "open_data_lead": {
            "ca": "Totes les posicions publicades, amb vots, signataris, trameses i respostes, per reutilitzar-les sota "
            "llicència CC BY 4.0.",
            "es": "Todas las posiciones publicadas, con votos, firmantes, envíos y respuestas, para reutilizarlas bajo "
            "licencia CC BY 4.0.",
            "en": "All published positions, with votes, signatories, submissions and answers, for reuse under CC BY 4.0.",
        },
        "accessibility": {
            "ca": "Declaració d'accessibilitat",
            "es": "Declaración de accesibilidad",
            "en": "Accessibility statement",
        },
        "accessibility_lead": {
            "ca": "Com es pot fer servir aquest lloc web i què se n'ha comprovat.",
            "es": "Cómo se puede usar este sitio web y qué se ha comprobado.",
            "en": "How this website can be used and what has been checked.",
        },
        "privacy": {
            "ca": "Avís legal i privacitat",
            "es": "Aviso legal y privacidad",
            "en": "Legal notice and privacy",
        },
        "privacy_lead": {
            "ca": "Quines dades es guarden, per a què i durant quant de temps.",
            "es": "Qué datos se guardan, para qué y durante cuánto tiempo.",
            "en": "Which data are kept, for what and for how long.",
        },
        "unread": {
            "ca": "Cal JavaScript per veure la pàgina sencera.",
            "es": "Hace falta JavaScript para ver la página entera.",
            "en": "The whole page needs JavaScript.",
        },
        "read_text": {"ca": "Llegeix el text", "es": "Leer el texto", "en": "Read the text"},
        "signed_by": {"ca": "Signada per", "es": "Firmada por", "en": "Signed by"},
    }
)
