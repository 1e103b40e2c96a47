"""On what the day of an act rests: named by the text, or taken from the page that tells it; and what a page leads with."""

from typing import Final

NARRATIVE: Final = "narrative"  # the day the page tells of around it
PUBLICATION: Final = "publication"  # the day the page was written
OF_PAGE: Final = frozenset((NARRATIVE, PUBLICATION))
LEAD_PARAGRAPHS: Final = 3  # headline and paragraphs that tell the news of a page; ours


def by_text(basis: str | None) -> bool:
    """Tell whether words of the text give a day."""
    return basis is not None and basis not in OF_PAGE
