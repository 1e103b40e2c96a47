"""One row `{id, text | html, title?, url?, outlet?, published?, language?}`: read it, or say what is wrong with it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from readout.ingest.problem import ReadProblem

SHAPE = '{"id": …, "text": … or "html": …, "title", "url", "outlet", "published", "language"}'
STRINGS = ("text", "html", "title", "url", "outlet", "published", "language", "updated", "feed")
LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Row:
    """A row as given; nothing is trimmed. `feed` names the feed an entry stood in."""

    id: str | None
    text: str | None
    html: str | None
    title: str | None
    url: str | None
    outlet: str | None
    published: str | None
    language: str | None
    updated: str | None
    feed: str | None
    bylines: tuple[str, ...]


def read_row(content: bytes) -> Row:
    """Read a row.

    Raises: ReadProblem `malformed` where it is no JSON object, names a key twice, holds a wrong type or has neither
    text nor html; `empty` where text and html hold nothing.
    """
    fields = parse(content)
    wrong = [name for name in STRINGS if not isinstance(fields.get(name), str | None)]
    if wrong:
        raise malformed(f"{wrong[0]} is not a string", f"write {wrong[0]} as a string, or leave it out")
    strings = {name: clean(fields.get(name)) for name in STRINGS}
    row = Row(id=identity(fields.get("id")), bylines=bylines(fields), **strings)
    if row.text is None and row.html is None:
        raise malformed("the row has neither text nor html", "name the field with the article `text` or `html`")
    if not (row.text or row.html or "").strip("\0\ufeff \t\r\n\f\v"):
        raise ReadProblem("empty", "its text is empty", "leave the row out")
    return row


def parse(content: bytes) -> dict[str, Any]:
    """Parse one JSON object, refusing a key that stands twice."""
    try:
        value = json.loads(content.decode("utf-8-sig"), object_pairs_hook=unique)
    except UnicodeDecodeError as error:
        raise malformed(f"it is not UTF-8 at byte {error.start}", "JSON is UTF-8; convert the file") from error
    except json.JSONDecodeError as error:
        raise malformed(
            f"it is not JSON ({error.msg} at character {error.pos + 1})", f"one line is one {SHAPE}"
        ) from error
    except (RecursionError, ValueError) as error:
        raise malformed(f"it cannot be parsed ({type(error).__name__}: {error})", f"one line is one {SHAPE}") from error
    if not isinstance(value, dict):
        raise malformed("it is JSON, but no object", f"one line is one {SHAPE}")
    return value


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Build an object. Raises ReadProblem where a key stands twice."""
    fields = dict(pairs)
    if len(fields) < len(pairs):
        twice = next(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
        raise malformed(f"the key {twice!r} stands twice", "keep one of them")
    return fields


def identity(value: Any) -> str | None:
    """Read an id: a string or a whole number; an empty one is none."""
    if isinstance(value, bool) or not isinstance(value, str | int | None):
        raise malformed("id is neither a string nor a whole number", "write id as a string")
    return None if value is None or value == "" else clean(str(value))


def clean(value: str | None) -> str | None:
    """Replace halves of surrogate pairs, which no file can store; all else stays."""
    return None if value is None else LONE_SURROGATE.sub("\ufffd", value)


def bylines(fields: Mapping[str, Any]) -> tuple[str, ...]:
    """Read who wrote it, where the row tells: one string or a list of strings."""
    value = fields.get("bylines")
    names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    return tuple(clean(name) or "" for name in names if isinstance(name, str) and name.strip())


def malformed(cause: str, remedy: str) -> ReadProblem:
    """Describe a row that breaks the form."""
    return ReadProblem("malformed", cause, remedy)


def to_bytes(fields: Mapping[str, Any]) -> bytes:
    """Write a row canonically: sorted keys, no space, UTF-8; null and empty fields left out."""
    kept = {name: value for name, value in fields.items() if value not in (None, "", [])}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8", "replace")
