"""Full-text search with SQLite FTS5: built with each generation, asked offline, answers with spans."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from readout.errors import ReadoutError

# Words are folded to lower case without accents; scripts that put no space between words are cut into trigrams instead.
SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
SCHEMA = """
CREATE TABLE spans (rowid INTEGER PRIMARY KEY, doc_id TEXT, start INTEGER, "end" INTEGER);
CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE trigrams USING fts5(text, content='', tokenize="trigram");
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that holds the words asked for; a smaller score is a better match (BM25)."""

    doc_id: str
    start: int
    end: int
    score: float


def build(path: Path, sentences: Iterable[tuple[str, int, int, str]]) -> None:
    """Write the index of (doc_id, start, end, words of the sentence)."""
    with sqlite3.connect(path) as index:
        index.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
        for number, (doc_id, start, end, text) in enumerate(sentences, 1):
            table = "trigrams" if SPACELESS.search(text) else "words"
            index.execute("INSERT INTO spans VALUES (?, ?, ?, ?)", (number, doc_id, start, end))
            index.execute(f"INSERT INTO {table} (rowid, text) VALUES (?, ?)", (number, text))
    index.close()


def search(path: Path, query: str, limit: int) -> Iterator[Hit]:
    """Find sentences by all the words of a query, best first; "quoted words" must stand together, a* matches beginnings."""
    table = "trigrams" if SPACELESS.search(query) else "words"
    return matches(path, table, fts_expression(query), limit)


def matches(path: Path, table: str, expression: str, limit: int) -> Iterator[Hit]:
    """Ask one index table, best first. Raises R021 where it cannot read the expression."""
    select = f"""SELECT doc_id, start, "end", bm25({table}) AS score FROM {table} JOIN spans ON spans.rowid = {table}.rowid
                 WHERE {table} MATCH ? ORDER BY score, doc_id, start LIMIT ?"""
    with sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True) as index:
        try:
            found = index.execute(select, (expression, limit)).fetchall() if expression else []
        except sqlite3.OperationalError as problem:
            raise ReadoutError(
                "R021", f"the search {expression!r} failed: {problem}.", "Give plain words."
            ) from problem
    index.close()
    return (Hit(*row) for row in found)


def any_of(path: Path, words: Iterable[str], limit: int) -> Iterator[Hit]:
    """Find sentences that hold any word beginning as one of `words` does, best first."""
    terms = dict.fromkeys(fts_term(w + "*") for w in words if re.search(r"\w", w))
    return matches(path, "words", " OR ".join(terms), limit)


def fts_expression(query: str) -> str:
    """Write a person's query as an FTS5 expression that has no syntax of its own beyond "phrases" and prefix*."""
    pieces = re.findall(r'"([^"]+)"|(\S+)', query.replace("“", '"').replace("”", '"'))
    return " AND ".join(fts_term(phrase or word) for phrase, word in pieces if re.search(r"\w", phrase or word))


def fts_term(words: str) -> str:
    """Quote one word or phrase."""
    prefix = "*" if words.endswith("*") else ""
    return '"' + words.rstrip("*").replace('"', "") + '"' + prefix
