"""front_matter: the fields between two lines of dashes that site builders put above a Markdown text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from readout.ingest.dates import read_date
from readout.records import DateCandidate, Part

FENCED: Final = re.compile(r"\ufeff?(?P<mark>---|\+\+\+)[ \t]*\r?\n(?P<fields>.*?)^(?P=mark)[ \t]*(?:\r?\n|\Z)", re.S | re.M)
FIELD: Final = re.compile(r"(?P<name>[A-Za-z][\w -]{0,40}?)[ \t]*[:=](?=[ \t\r\n\"'\[]|\Z)[ \t]*(?P<value>.*?)[ \t]*$")
ITEM: Final = re.compile(r"[ \t]*-[ \t]+(?P<value>.+?)[ \t]*$")
TITLE: Final = ("title", "headline")
OUTLET: Final = ("outlet", "publication", "publisher", "newspaper", "site", "site_name", "sitename")
AUTHOR: Final = ("author", "authors", "byline", "by")
DAY: Final = ("published", "date", "publishdate", "publish_date", "published_at", "pubdate", "datepublished")
ADDRESS: Final = ("url", "link", "permalink", "canonical", "canonical_url")
LANGUAGE: Final = ("language", "lang")
LONGEST: Final = 20_000
"""Characters a block of fields has at most; a real one has a few hundred. Ours."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the fields say, and the stretch of text they stand on."""

    part: Part
    title: str | None
    outlet: str | None
    bylines: tuple[str, ...]
    dates: tuple[DateCandidate, ...]
    url: str | None
    language: str | None


def front_matter(text: str) -> FrontMatter | None:
    """Read the block of fields at the top of a text; null where there is none, or where what stands there are no fields."""
    found = FENCED.match(text[:LONGEST])
    if found is None:
        return None
    fields = fields_of(found["fields"])
    if not fields:
        return None

    def first(names: tuple[str, ...]) -> str | None:
        return next((fields[name][0] for name in names if fields.get(name)), None)

    day, bylines = first(DAY), next((fields[name] for name in AUTHOR if fields.get(name)), [])
    end = found.end("fields") + 3
    address = first(ADDRESS)
    return FrontMatter(
        Part(found.start("mark"), end, "front_matter"), first(TITLE), first(OUTLET), tuple(bylines),
        (DateCandidate(read_date(day), "meta", day),) if day else (),
        address if address and address.startswith("http") else None, first(LANGUAGE),
    )  # fmt: skip


def fields_of(block: str) -> dict[str, list[str]]:
    """Read `name: value` lines (YAML) or `name = value` (TOML), and lists below a name; null where a line is neither."""
    fields: dict[str, list[str]] = {}
    name = ""
    for line in block.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if (item := ITEM.match(line)) and name:
            fields[name].append(bare(item["value"]))
        elif field := FIELD.match(line):
            name = field["name"].strip().lower()
            fields[name] = values(field["value"])
        elif not line[0].isspace():
            return {}
    return {name: [v for v in found if v] for name, found in fields.items()}


def values(value: str) -> list[str]:
    """Read a value: one, or several in brackets."""
    if value.startswith("[") and value.endswith("]"):
        return [bare(v) for v in value[1:-1].split(",") if v.strip()]
    return [bare(value)] if value and value not in ("|", ">", "|-", ">-") else []


def bare(value: str) -> str:
    """Take the quotation marks off a value."""
    value = value.strip()
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1].strip() if quoted else value
