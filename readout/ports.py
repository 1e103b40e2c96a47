"""Ports: what a stage may ask of the outside, as protocols; adapters live in `readout/models/` and `readout/ingest/`."""

from __future__ import annotations

from typing import Protocol


class LanguageIdentifier(Protocol):
    """Names the language of a text: ISO 639-1 code and probability, or None where the text cannot tell."""

    def __call__(self, text: str, /) -> tuple[str, float] | None: ...
