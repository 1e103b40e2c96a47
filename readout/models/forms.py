"""The shadow form of a word: what a network sees in place of the characters as written.

Typographic variants (curly quotes, long dashes, fullwidth letters) become their plain form here and nowhere
else; the text itself is never changed, and no offset depends on a shadow form.
"""

import unicodedata
from typing import Final

_PLAIN: Final = str.maketrans({
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'", "ʼ": "'", "′": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
    "–": "-", "‐": "-", "‑": "-", "‒": "-", "−": "-", "—": "—", "―": "—",
    "…": "...", "\u00a0": " ", "\u00ad": "", "\u200b": "", "\ufeff": "",
})  # fmt: skip

SHAPES: Final = 10
NO_SHAPE: Final = 0


def plain(form: str) -> str:
    """The word with typographic variants made plain; case is kept."""
    mapped = form.translate(_PLAIN)
    return mapped if mapped.isascii() else unicodedata.normalize("NFKC", mapped)


def lowered(form: str) -> str:
    """The plain word in lower case without accents, as the uncased vocabulary was built."""
    low = plain(form).lower()
    if low.isascii():
        return low
    parts = unicodedata.normalize("NFD", low)
    return "".join(c for c in parts if unicodedata.category(c) != "Mn")


def shape(form: str) -> int:
    """A class from 1 to 9 for case and kind; together with the uncased pieces it restores what case says."""
    if any(c.isdigit() for c in form):
        return 5 if any(c.isalpha() for c in form) else 6
    if not any(c.isalnum() for c in form):
        return 8 if form[:1] in "“‘„«" else 7
    return _letter_case(form)


def _letter_case(form: str) -> int:
    """1 lower, 2 Capitalised, 3 ALL CAPITALS, 4 one capital letter, 9 mIxed."""
    if form.islower():
        return 1
    if form.isupper():
        return 4 if sum(map(str.isalpha, form)) == 1 else 3
    return 2 if form[:1].isupper() else 9
