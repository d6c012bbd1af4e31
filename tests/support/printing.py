"""A paper to print, with everything that a paper may have."""

import hashlib
from dataclasses import replace
from datetime import date

from positions.mandates import RatificationStatus
from positions.numbering import first_numbers
from positions.papers import (
    Imprint,
    Letterhead,
    Paper,
    PaperRelation,
    PaperSignatory,
    PaperStatement,
    PaperStatus,
)
from positions.signatories import Signatory, Withdrawal
from positions.versions import sha256_of
from positions.votes import Act

TEXT = """# Aigües residuals a escala metropolitana

El riu és *un* i les decisions són **trenta-sis**: l·l, [directiva](https://example.eu/oj), `codi`.[^1]

## Què demanem

**D1.** Una autoritat metropolitana per al pla.

1. un inventari comú;
2. una xarxa de mesura.

### Dades

- [x] fet
- pendent

> Qui contamina, paga.

| Depuradora | Cabal |
|---|---:|
| Besòs | 341.000 |

---

Vegeu [què demanem](#s-què-demanem).

[^1]: Article 5 de la Directiva.
"""

ACT = Act("Ple municipal", date(2026, 12, 1), "2026/112")
SIGNATORIES = (
    PaperSignatory("Badalona", Signatory("08015")),
    PaperSignatory("Barcelona", Signatory("08019", except_asks=("D1", "D3"))),
    PaperSignatory(
        "Begues",
        Signatory("08020", ratification=RatificationStatus.PENDING, ratification_due_on=date(2027, 1, 31)),
    ),
    PaperSignatory("Gavà", Signatory("08089", withdrawal=Withdrawal(date(2026, 12, 1), ACT))),
)


def paper(text: str = TEXT, **changes: object) -> Paper:
    """An adopted paper in Catalan; `changes` replace its fields."""
    digest = sha256_of(text)
    numbers = changes.pop("numbers", first_numbers(text))
    made = Paper(
        reference="AMB-PP-2026-001",
        language="ca",
        original_language="ca",
        title="Aigües residuals a escala metropolitana",
        summary="Què demanen els municipis.",
        text=text,
        imprint=Imprint(7, "v1.0", digest, hashlib.sha256(digest.encode()).hexdigest(), date(2026, 11, 1)),
        status=PaperStatus.ADOPTED,
        stage="ADOPTED",
        letterhead=Letterhead(
            "Àrea Metropolitana de Barcelona", ("Carrer 62, núm. 16-18", "08040 Barcelona")
        ),
        lead="Àrea Metropolitana de Barcelona",
        adopted_on=date(2026, 11, 20),
        participants=("Badalona", "Barcelona"),
        signatories=SIGNATORIES,
        statements=(
            PaperStatement(1, "MINUTES", "es", "El fondo *respeta* la autonomía.", ("Gavà", "Begues")),
        ),
        addressees=("Comissió Europea",),
        subjects=("medi ambient",),
        relations=(PaperRelation("CELEX", "32024L3019"), PaperRelation("COM", "COM(2022) 541 final")),
    )
    return replace(made, numbers=numbers, **changes)  # type: ignore[arg-type]  # the fields are named by the tests
