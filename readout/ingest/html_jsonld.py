"""html_jsonld: what the JSON-LD of a page says of its article; broken, huge or deeply nested data is passed over."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

LONGEST = 1_000_000  # characters of one script; articles take a few thousand, more is data for a program
MOST_NODES = 2_000
ARTICLE = re.compile(r"Article|Report|BlogPosting|LiveBlog|Review|OpinionPiece", re.I)
WRAPPING = re.compile(r"^\s*(?:<!--|/\*.*?\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>|;)\s*$", re.S)


@dataclass(frozen=True, slots=True)
class Linked:
    """What the linked data of a page names."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()


def read_linked(tree: HtmlElement) -> Linked:
    """Read the node of the article, or nothing."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            for node in nodes_of(script.text or ""):
                if any(ARTICLE.search(kind) for kind in strings(node.get("@type"))):
                    return linked(node)
    return Linked()


def nodes_of(source: str) -> Iterator[dict[str, Any]]:
    """Give the objects in linked data, outer ones first."""
    if len(source) > LONGEST:
        return
    try:
        waiting: list[Any] = [json.loads(WRAPPING.sub("", source.strip()), strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node[:MOST_NODES])
        elif isinstance(node, dict):
            yield node
            waiting.extend(value for value in node.values() if isinstance(value, dict | list))


def linked(node: dict[str, Any]) -> Linked:
    """Take what is wanted of an article's node."""
    return Linked(
        title=first(strings(node.get("headline"))) or first(strings(node.get("name"))),
        authors=tuple(named(node.get("author")) or named(node.get("creator"))),
        outlet=first(named(node.get("publisher"))),
        url=first(strings(node.get("url"))) or first(addresses(node.get("mainEntityOfPage"))),
        language=first(strings(node.get("inLanguage"))),
        published=tuple(strings(node.get("datePublished"))),
        modified=tuple(strings(node.get("dateModified"))),
    )


def strings(value: Any) -> list[str]:
    """List the strings in a value: itself or its members."""
    values = value if isinstance(value, list) else [value]
    return [v.strip() for v in values if isinstance(v, str) and v.strip()]


def named(value: Any) -> list[str]:
    """List names: strings, or the `name` of objects."""
    values = value if isinstance(value, list) else [value]
    found = [strings(v.get("name")) if isinstance(v, dict) else strings(v) for v in values]
    return [name for names in found for name in names]


def addresses(value: Any) -> list[str]:
    """List addresses: strings, or the `@id` of objects."""
    values = value if isinstance(value, list) else [value]
    return [a for v in values for a in strings(v.get("@id") if isinstance(v, dict) else v)]


def first(values: list[str]) -> str | None:
    """Give the first value."""
    return values[0] if values else None
