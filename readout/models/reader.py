"""What the networks see of a word: its pieces, its shape, and whether it is an address. Each form is read once."""

import re
from typing import Final, NamedTuple

from readout.models.forms import plain, shape
from readout.models.wordpiece import WordPiece

# Mail and web addresses and file names, which are no names of anyone.
_ADDRESS: Final = re.compile(r".@.|://|^www\.|\w_\w")


class Seen(NamedTuple):
    """A word as the networks see it; `low` is its plain form in lower case."""

    pieces: tuple[int, ...]
    shape: int
    address: bool
    low: str


class Reader:
    """Reads forms and remembers up to so many; the memory never changes a result."""

    def __init__(self, cut: WordPiece, *, remember: int = 200_000) -> None:
        self.start = cut.start
        self.end = cut.end
        self._cut = cut
        self._known: dict[str, Seen] = {}
        self._remember = remember

    def __call__(self, form: str) -> Seen:
        """What is seen of the form."""
        known = self._known.get(form)
        return known if known is not None else self._learn(form)

    def _learn(self, form: str) -> Seen:
        seen = Seen(self._cut(form), shape(form), _ADDRESS.search(form) is not None, plain(form).lower())
        if len(self._known) < self._remember:
            self._known[form] = seen
        return seen
