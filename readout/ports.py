"""Ports: what a stage may ask of the outside, as protocols; adapters live in `readout/models/` and `readout/ingest/`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class LanguageIdentifier(Protocol):
    """Names the language of a text: ISO 639-1 code and probability, or None where the text cannot tell."""

    def __call__(self, text: str, /) -> tuple[str, float] | None: ...


class ParsedWord(Protocol):
    """One word of a parsed sentence: span in the text it is read from, tag, lemma, head (-1 the root), relation, name tag."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def upos(self) -> str: ...
    @property
    def lemma(self) -> str: ...
    @property
    def head(self) -> int: ...
    @property
    def deprel(self) -> str: ...
    @property
    def ner(self) -> str: ...


class Parser(Protocol):
    """Gives the words of each sentence; a sentence's words do not depend on what is parsed beside it."""

    def parse(self, texts: Sequence[str], /) -> Sequence[Sequence[ParsedWord]]: ...
