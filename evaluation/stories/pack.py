"""A story pack and the record made of it, with rows by page and words folded for comparing."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from readout.api import Record
from readout.stages.involve.unnamed import WHY

Row = dict[str, Any]
Span = tuple[int, int]
MARKS = "“”„\"'‘’«»`,.…?! "


def folded(words: str) -> str:
    """Fold white space and case, and marks at the ends."""
    return " ".join(words.split()).strip(MARKS).lower()


def folded_text(text: str) -> tuple[str, list[int]]:
    """Fold white space; give the place of each character kept."""
    plain: list[str] = []
    at: list[int] = []
    space = True
    for i, c in enumerate(text):
        if not c.isspace():
            plain.append(c)
            at.append(i)
        elif not space:
            plain.append(" ")
            at.append(i)
        space = c.isspace()
    return "".join(plain), at


def names_of(row: Row) -> set[str]:
    """Give the folded names of an entity."""
    names = (folded(n) for n in [row["name"], *(row.get("aliases") or [])] if n)
    return {n.removeprefix("the ").removeprefix("a ") for n in names}


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
    def read(self) -> dict[str, list[Row]]:
        """The rows read, by table; each view is asked once."""
        return {}

    def rows(self, name: str) -> list[Row]:
        """Give the rows of a table of the record."""
        if name not in self.read:
            self.read[name] = list(getattr(self.record, name))
        return self.read[name]

    @cached_property
    def documents(self) -> dict[str, Row]:
        """The documents read, by external id."""
        return {d["external_id"]: d for d in self.rows("documents")}

    @cached_property
    def page_of(self) -> dict[str, str]:
        return {d["doc_id"]: name for name, d in self.documents.items()}

    @cached_property
    def entities(self) -> dict[str, Row]:
        return {e["entity_id"]: e for e in self.rows("entities")}

    def only_described(self, entity_id: str | None) -> bool:
        """An entity that is somebody who speaks and whom a page only describes: a hospital official."""
        return entity_id in self.entities and self.entities[entity_id]["because"] == WHY

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

    @cached_property
    def plain(self) -> dict[str, tuple[str, list[int]]]:
        """The text of each page with white space folded, and where each character stood."""
        return {name: folded_text(d["text"]) for name, d in self.documents.items()}

    def places(self, page: str, words: str) -> list[Span]:
        """Find words in a page, white space folded."""
        whole, at = self.plain.get(page, ("", []))
        wanted, spans, start = " ".join(words.split()), [], 0
        while wanted and (found := whole.find(wanted, start)) >= 0:
            spans.append((at[found], at[found + len(wanted) - 1] + 1))
            start = found + 1
        return spans

    @cached_property
    def events(self) -> dict[str, list[Row]]:
        """The events read, by page."""
        grouped: dict[str, list[Row]] = defaultdict(list)
        for e in self.rows("events"):
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
