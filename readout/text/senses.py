"""Where an act's word and its sentence stand among those of other acts: short vectors by the event network, as text in a row.

A sense is two lists of `SIZE` whole numbers from -127 to 127, of the word and of its sentence, each near zero on average and
equally spread (principal components of the network's states, whitened; fitted by `training/events/senses.py`). The cosine of two
senses says how alike two acts are told, whoever takes part.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

SIZE: Final = 32  # numbers kept of each; ours
STEPS: Final = 32  # whole steps to one standard deviation
Vector = NDArray[np.float32]


class Sense(NamedTuple):
    """The vectors of a word and of its sentence, of length one."""

    word: Vector
    sentence: Vector


def written(sense: bytes) -> str:
    """Write a sense as text."""
    return b64encode(sense).decode("ascii")


def read(text: str) -> Sense:
    """Read a sense from a row.

    Raises: ValueError if the text is no sense.
    """
    held = np.frombuffer(b64decode(text, validate=True), np.int8).astype(np.float32)
    if len(held) != 2 * SIZE:
        raise ValueError(f"a sense has {2 * SIZE} numbers, not {len(held)}")
    return Sense(unit(held[:SIZE]), unit(held[SIZE:]))


def unit(vector: Vector) -> Vector:
    """Scale a vector to length one; one of zeros stays."""
    length = float(np.sqrt(vector @ vector))
    return vector / np.float32(length) if length else vector


def cosine(one: Vector, other: Vector) -> float:
    """Give the cosine of two vectors of length one."""
    return float(one @ other)
