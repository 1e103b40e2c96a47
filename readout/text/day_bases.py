"""On what the day of an act rests: named by the text, or taken from the page that tells it."""

from typing import Final

NARRATIVE: Final = "narrative"  # the day the page tells of around it
PUBLICATION: Final = "publication"  # the day the page was written
OF_PAGE: Final = frozenset((NARRATIVE, PUBLICATION))


def by_text(basis: str | None) -> bool:
    """Tell whether words of the text give a day."""
    return basis is not None and basis not in OF_PAGE
