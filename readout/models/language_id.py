"""language_id: the port LanguageIdentifier, answered by py3langid (BSD), whose model ships with it."""

from __future__ import annotations

from functools import cache
from typing import Any

LONGEST = 2_000  # characters: the answer of a longer text does not change, the time it takes does
FEWEST_LETTERS = 20


def identify(text: str) -> tuple[str, float] | None:
    """Name the language of a text with the probability among the 97 languages of the model; null under 20 letters."""
    if sum(map(str.isalpha, text[:LONGEST])) < FEWEST_LETTERS:
        return None
    language, probability = identifier().classify(text[:LONGEST])
    return str(language), float(probability)


@cache
def identifier() -> Any:
    """Load the model once; it is constant, so holding it changes no result."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
