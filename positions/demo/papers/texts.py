"""The long texts of the story, as files: `cohesion` is a paper's first text, `cohesion.en` the adopted one in English."""

from pathlib import Path

FOLDER = Path(__file__).parents[1] / "texts"


def text(name: str) -> str:
    """The text of this name."""
    return (FOLDER / f"{name}.md").read_text(encoding="utf-8")
