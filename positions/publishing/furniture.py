"""The words that stand around a text in every printed form, in Catalan, Spanish and English; other languages get English.

Also how days and shares are written there. A `{name}` is filled in by the caller.
"""

from collections.abc import Iterable
from datetime import date

LANGUAGES = ("ca", "es", "en")
_FALLBACK = "en"

_WORDS: dict[str, tuple[str, str, str]] = {
    "kind": ("Document de posicionament conjunt", "Documento de posicionamiento conjunto", "Joint position paper"),
    "reference": ("Referència", "Referencia", "Reference"),
    "version": ("Versió", "Versión", "Version"),
    "date": ("Data", "Fecha", "Date"),
    "status": ("Estat", "Estado", "Status"),
    "language": ("Llengua", "Lengua", "Language"),
    "lead": ("Encapçala", "Encabeza", "Led by"),
    "participants": ("Hi participen", "Participan", "Taking part"),
    "signed-by": ("Subscrit per", "Suscrito por", "Signed by"),
    "addressees": ("S'adreça a", "Se dirige a", "Addressed to"),
    "relations": ("Expedients i normes", "Expedientes y normas", "Files and acts"),
    "erratum": ("Correcció d'errades", "Corrección de errores", "Corrigendum"),
    "contents": ("Contingut", "Contenido", "Contents"),
    "summary": ("Resum", "Resumen", "Summary"),
    "page-of": ("{page} de {pages}", "{page} de {pages}", "{page} of {pages}"),
    "fiction": (
        "Dades fictícies: cap municipi no ha aprovat aquest text",
        "Datos ficticios: ningún municipio ha aprobado este texto",
        "Fictional data: no municipality has approved this text",
    ),
    "logo-of": ("Logotip: {name}", "Logotipo: {name}", "Logo: {name}"),
    "signatories": ("Municipis signataris", "Municipios firmantes", "Signatories"),
    "number": ("Núm.", "N.º", "No."),
    "organization": ("Organització", "Organización", "Organization"),
    "support": ("Suport", "Apoyo", "Support"),
    "signed-whole": ("Tot el text", "Todo el texto", "The whole text"),
    "signed-except": ("Tot llevat de {asks}", "Todo salvo {asks}", "All but {asks}"),
    "pending-ratification": (
        "pendent de ratificació fins al {date}",
        "pendiente de ratificación hasta el {date}",
        "subject to ratification by {date}",
    ),
    "withdrawn": (
        "Signatura retirada el {date} ({act})",
        "Firma retirada el {date} ({act})",
        "Signature withdrawn on {date} ({act})",
    ),
    "signatories-one": (
        "Una organització ha aprovat aquest text.",
        "Una organización ha aprobado este texto.",
        "One organization has approved this text.",
    ),
    "signatories-many": (
        "{count} organitzacions han aprovat aquest text.",
        "{count} organizaciones han aprobado este texto.",
        "{count} organizations have approved this text.",
    ),
    "organizations-one": ("1 organització", "1 organización", "1 organization"),
    "organizations-many": ("{count} organitzacions", "{count} organizaciones", "{count} organizations"),
    "statement-MINUTES": ("Declaració per a l'acta", "Declaración para el acta", "Statement for the minutes"),
    "statement-DISSENT": ("Vot particular", "Voto particular", "Dissenting opinion"),
    "annexed": ("Annex", "Anexo", "Annex"),
    "stated-by": ("Presentada per {names}.", "Presentada por {names}.", "Presented by {names}."),
    "verification": ("Comprovació", "Comprobación", "Verification"),
    "verification-note": (
        "Aquest document reprodueix exactament la versió indicada. L'empremta SHA-256 és la del text en format Markdown, tal com es "
        "descarrega del registre: si algú en canvia una sola lletra, l'empremta és una altra. La cadena enllaça aquesta versió amb "
        "totes les anteriors.",
        "Este documento reproduce exactamente la versión indicada. La huella SHA-256 es la del texto en formato Markdown, tal como se "
        "descarga del registro: si alguien cambia una sola letra, la huella es otra. La cadena enlaza esta versión con todas las "
        "anteriores.",
        "This document reproduces the version named exactly. The SHA-256 hash is that of the text in Markdown as it is downloaded from "
        "the record: if anybody changes a single letter, the hash is another. The chain links this version with all before it.",
    ),
    "sha256": ("Empremta SHA-256", "Huella SHA-256", "SHA-256 hash"),
    "chain-sha256": ("Cadena", "Cadena", "Chain"),
    "DRAFT": ("Esborrany", "Borrador", "Draft"),
    "FROZEN": ("Text sotmès a aprovació", "Texto sometido a aprobación", "Text put to approval"),
    "ADOPTED": ("Text aprovat", "Texto aprobado", "Adopted text"),
    "CORRECTED": ("Text aprovat, amb correcció d'errades", "Texto aprobado, con corrección de errores", "Adopted text, corrected"),
    "TRANSLATION": (
        "Traducció validada del text aprovat",
        "Traducción validada del texto aprobado",
        "Approved translation of the adopted text",
    ),
    "original": ("text original", "texto original", "original text"),
    "translated": ("traducció", "traducción", "translation"),
}  # fmt: skip

_MONTHS = {
    "ca": "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "en": "January February March April May June July August September October November December",
}
_VOWELS = "aoeiuh"
_LANGUAGE_NAMES: dict[str, tuple[str, str, str]] = {
    "ca": ("català", "catalán", "Catalan"),
    "es": ("castellà", "castellano", "Spanish"),
    "en": ("anglès", "inglés", "English"),
    "fr": ("francès", "francés", "French"),
    "it": ("italià", "italiano", "Italian"),
    "de": ("alemany", "alemán", "German"),
    "pt": ("portuguès", "portugués", "Portuguese"),
    "oc": ("occità", "occitano", "Occitan"),
    "eu": ("basc", "euskera", "Basque"),
    "gl": ("gallec", "gallego", "Galician"),
    "ar": ("àrab", "árabe", "Arabic"),
}
_AND = {"ca": " i ", "es": " y ", "en": " and "}


def spoken(language: str) -> str:
    """The language in which the furniture of a text in `language` is written."""
    primary = language.partition("-")[0].lower()
    return primary if primary in LANGUAGES else _FALLBACK


def word(key: str, language: str, /, **fields: object) -> str:
    """One piece of furniture, its fields filled in."""
    wording = _WORDS[key][LANGUAGES.index(spoken(language))]
    return wording.format(**fields) if fields else wording


def words(language: str) -> dict[str, str]:
    """All furniture in one language, unfilled."""
    return {key: word(key, language) for key in _WORDS}


def counted(key: str, count: int, language: str) -> str:
    """Furniture that has a form for one and a form for many."""
    return word(f"{key}-one", language) if count == 1 else word(f"{key}-many", language, count=count)


def day(moment: date, language: str) -> str:
    """A day written out: `27 de novembre de 2026`, `27 November 2026`."""
    told = spoken(language)
    month = _MONTHS[told].split()[moment.month - 1]
    match told:
        case "ca":
            of = "d'" if month[0] in _VOWELS else "de "
            return f"{moment.day} {of}{month} de {moment.year}"
        case "es":
            return f"{moment.day} de {month} de {moment.year}"
        case _:
            return f"{moment.day} {month} {moment.year}"


def language_name(tag: str, language: str) -> str:
    """What a language is called in another; its tag where we have no word for it."""
    names = _LANGUAGE_NAMES.get(tag.partition("-")[0])
    return names[LANGUAGES.index(spoken(language))] if names else tag


def listed(names: Iterable[str], language: str) -> str:
    """Names in a sentence: `Tiana, Gavà i Begues`."""
    *first, last = list(names) or [""]
    return f"{', '.join(first)}{_AND[spoken(language)]}{last}" if first else last
