"""Errors with a code, what went wrong, where, and what would be right.

Every code stands once in `CODES`; the docs page of errors is generated from it.
"""

from __future__ import annotations

CODES: dict[str, str] = {
    "R001": "The path does not exist or cannot be read.",
    "R002": "Nothing readable was found in the paths given.",
    "R003": "The command was used in a way it does not know.",
    "R010": "The directory is not a record.",
    "R011": "Another run is writing this record.",
    "R012": "A span does not lie in its document.",
    "R013": "A table breaks its schema.",
    "R014": "The record was written by another version of Readout.",
    "R015": "The record could not be written; the old one stays whole.",
    "R016": "The file to write cannot be written.",
    "R017": "A file of the record is missing or damaged.",
    "R020": "The query was refused: only one read-only SELECT is allowed.",
    "R021": "The query failed.",
    "R022": "The table or format is not known.",
    "R023": "No row has this id.",
    "R024": "A correction in overrides.toml is not one.",
    "R030": "Two rows of one table have the same key.",
    "R031": "A row names a document that is not in the record.",
    "R032": "The ledger of a run does not add up.",
    "R040": "A library or engine that this option needs is not installed.",
    "R041": "A worker process died, or Daft could not run a query.",
    "R042": "The engine could not be started or reached.",
}


class ReadoutError(Exception):
    """An error a user can act on: `code` is a key of CODES, `remedy` says what would be right."""

    def __init__(self, code: str, what: str, remedy: str = "") -> None:
        super().__init__(f"{code} {what}" + (f" {remedy}" if remedy else ""))
        self.code, self.what, self.remedy = code, what, remedy

    def __reduce__(self) -> tuple[type[ReadoutError], tuple[str, str, str]]:
        """Survive the way back from a worker process."""
        return type(self), (self.code, self.what, self.remedy)


class SpanError(ReadoutError):
    """A span that does not lie in its document."""

    @classmethod
    def outside(cls, start: int, end: int, doc_id: str, length: int) -> SpanError:
        return cls(
            "R012",
            f"span [{start}, {end}) is not in {doc_id} ({length} characters);",
            "was it made from another version of the text?",
        )
