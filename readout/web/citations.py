"""Write the cited pages as CSL-JSON or BibTeX, for reference managers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from readout.records import Document

# A byline such as "By Ada Brenn and Ilse Toren" names persons; anything with more words is kept as one literal name.
AND = re.compile(r"\s+and\s+|\s*[,;]\s*")
BY = re.compile(r"^by\s+", re.IGNORECASE)
LATEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
         "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}  # fmt: skip


def csl(documents: Iterable[Document]) -> list[dict[str, Any]]:
    """Give CSL-JSON items (schema csl-data.json 1.0.2 of the Citation Style Language)."""
    return [csl_item(d) for d in documents]


def csl_item(d: Document) -> dict[str, Any]:
    """Give one page as a CSL item; what the page does not tell is left out."""
    item: dict[str, Any] = {"id": d.doc_id, "type": "article-newspaper", "title": d.title or d.external_id}
    people = [csl_name(name) for name in names(d)]
    day = [int(p) for p in d.published[:10].split("-")] if d.published else None
    told = {"author": people or None, "container-title": d.outlet, "issued": {"date-parts": [day]} if day else None,
            "URL": d.url, "language": d.language}  # fmt: skip
    note = f"SHA-256 of the capture: {d.capture_sha256}"
    return {**item, **{k: v for k, v in told.items() if v}, "note": note}


def names(d: Document) -> list[str]:
    """Split bylines into names."""
    return [n for byline in d.bylines for n in AND.split(BY.sub("", byline.strip())) if n]


def csl_name(name: str) -> dict[str, str]:
    """Give a name in two parts where it has two or three words, else as it stands."""
    words = name.split()
    if len(words) in (2, 3) and all(w[:1].isupper() for w in words):
        return {"family": words[-1], "given": " ".join(words[:-1])}
    return {"literal": name}


def bibtex(documents: Iterable[Document]) -> Iterator[str]:
    """Give BibTeX entries, one a page."""
    for d in documents:
        fields = {"title": d.title or d.external_id, "author": " and ".join(names(d)), "journal": d.outlet, "date": d.published,
                  "year": (d.published or "")[:4], "url": d.url, "note": f"SHA-256 {d.capture_sha256}"}  # fmt: skip
        told = ",\n".join(
            f"  {name} = {{{value if name == 'url' else latex(value)}}}" for name, value in fields.items() if value
        )
        yield f"@article{{{d.doc_id.replace(':', '-')},\n{told}\n}}\n"


def latex(text: str) -> str:
    """Keep text from acting as LaTeX."""
    return "".join(LATEX.get(c, c) for c in " ".join(text.split()))
