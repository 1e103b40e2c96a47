"""A story pack and the record made of it, with rows by page and words folded for comparing."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from readout.api import Record

Row = dict[str, Any]
Span = tuple[int, int]
MARKS = "“”„\"'‘’«»`,.…?! "


def folded(words: str) -> str:
    """Fold white space and case, and marks at the ends."""
    return " ".join(words.split()).strip(MARKS).lower()


def names_of(row: Row) -> set[str]:
    """Give the folded names of an entity."""
    return {folded(n) for n in [row["name"], *(row.get("aliases") or [])] if n}


@dataclass(frozen=True)
class Pack:
    """One pack: `truth` is the folder of its truth tables, `record` what was read of its pages."""

    name: str
    truth: Path
    record: Record

    def table(self, name: str) -> list[Row]:
        """Read a truth table; a missing one is empty."""
        file = self.truth / f"{name}.jsonl"
        return (
            [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
            if file.is_file()
            else []
        )

    @cached_property
    def documents(self) -> dict[str, Row]:
        """The documents read, by external id."""
        return {d["external_id"]: d for d in self.record.documents}

    @cached_property
    def page_of(self) -> dict[str, str]:
        return {d["doc_id"]: name for name, d in self.documents.items()}

    @cached_property
    def entities(self) -> dict[str, Row]:
        return {e["entity_id"]: e for e in self.record.entities}

    @cached_property
    def truth_entities(self) -> dict[str, Row]:
        return {e["key"]: e for e in self.table("entities")}

    @cached_property
    def meaning(self) -> dict[str, set[str]]:
        """For each entity read, the truth keys it can stand for: those that share a name, a country its government too."""
        found: dict[str, set[str]] = {}
        wanted = {key: names_of(row) for key, row in self.truth_entities.items()}
        for entity_id, row in self.entities.items():
            mine = names_of(row)
            keys = {key for key, names in wanted.items() if mine & names}
            found[entity_id] = keys | {k for key in keys for k in self.one_side(key)}
        return found

    def one_side(self, key: str) -> set[str]:
        """Give a country for its government and the other way round."""
        row = self.truth_entities[key]
        country = key if row["type"] == "country" else row.get("country")
        if row["type"] not in ("country", "government") or not country:
            return set()
        return {
            k
            for k, r in self.truth_entities.items()
            if k == country or (r["type"] == "government" and r.get("country") == country)
        }

    def side_of(self, key: str) -> str:
        """Give the country behind a truth entity, or the entity."""
        row = self.truth_entities.get(key, {})
        return row.get("country") or key

    def places(self, page: str, words: str) -> list[Span]:
        """Find words in a page, white space folded."""
        text = self.documents[page]["text"] if page in self.documents else ""
        plain, at = [], []
        space = True
        for i, c in enumerate(text):
            if c.isspace():
                if not space:
                    plain.append(" ")
                    at.append(i)
                space = True
            else:
                plain.append(c)
                at.append(i)
                space = False
        whole, wanted, spans, start = "".join(plain), " ".join(words.split()), [], 0
        while wanted and (found := whole.find(wanted, start)) >= 0:
            spans.append((at[found], at[found + len(wanted) - 1] + 1))
            start = found + 1
        return spans

    @cached_property
    def events(self) -> dict[str, list[Row]]:
        """The events read, by page."""
        grouped: dict[str, list[Row]] = defaultdict(list)
        for e in self.record.events:
            grouped[self.page_of[e["doc_id"]]].append(e)
        return grouped

    @cached_property
    def reported(self) -> dict[str, list[Row]]:
        """The events read, by occurrence."""
        grouped: dict[str, list[Row]] = defaultdict(list)
        for events in self.events.values():
            for e in events:
                grouped[e["occurrence_id"]].append(e)
        return grouped


@dataclass(frozen=True, slots=True)
class Score:
    """What was found and right of what a careful reader found; `extra` counts rows on nothing; `wrong` says what is amiss."""

    name: str
    wanted: int
    right: float
    extra: int
    wrong: tuple[str, ...] = ()
