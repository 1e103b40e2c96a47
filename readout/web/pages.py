"""Fill HTML templates: every value is escaped, and no address is a live link unless it is plain http(s)."""

from __future__ import annotations

from functools import cache
from typing import Any

from readout import __version__
from readout.records import Evidence


@cache
def environment() -> Any:
    """Give the template environment of this package, escaping on."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("readout", "web/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(anchor=anchor, http=http, place=place, version=__version__)
    made.filters["numbered"] = lambda span, numbers: numbers[span]
    return made


def fill(template: str, **values: Any) -> str:
    """Render a template of this package."""
    return str(environment().get_template(template).render(**values))


def anchor(row_id: str) -> str:
    """Make a fragment identifier of an id."""
    return "".join(c if c.isalnum() or c in "-_." else "-" for c in row_id)


def place(span: Evidence) -> str:
    """Name the anchor of a span on its page."""
    return f"{anchor(span.doc_id)}-{span.start}"


def http(url: str | None) -> bool:
    """Tell whether an address may be a link."""
    return bool(url) and str(url).startswith(("https://", "http://"))
