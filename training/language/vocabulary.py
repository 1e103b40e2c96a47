"""The pieces that English needs: MiniLM's vocabulary without its spare entries and the letters of other scripts."""

import unicodedata
from collections.abc import Sequence
from pathlib import Path


def read_vocabulary(minilm: Path) -> list[str]:
    """All pieces, in the order of the encoder's table."""
    return (minilm / "vocab.txt").read_text("utf-8").splitlines()


def kept(vocabulary: Sequence[str]) -> list[int]:
    """The numbers of the pieces that are shipped; words of other scripts become unknown, with their shape."""
    return [number for number, piece in enumerate(vocabulary) if _is_kept(piece)]


def _is_kept(piece: str) -> bool:
    plain = not piece.startswith("[unused")
    return plain and all(c.isascii() or unicodedata.category(c)[0] in "PS" for c in piece.removeprefix("##"))
