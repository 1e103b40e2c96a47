"""The demo pages as plain text, read the shortest way, to hold the truth against."""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from fastwarc.warc import ArchiveIterator, WarcRecordType

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
UNSEEN = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<[^>]*>")


def visible(markup: str) -> str:
    """Take scripts, styles and tags away, decode entities, fold white space."""
    return " ".join(html.unescape(TAG.sub(" ", UNSEEN.sub(" ", markup))).split())


def file_texts(pages: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(pages.rglob("*")):
        name = path.relative_to(pages).as_posix()
        if path.suffix in {".txt", ".md"}:
            yield name, path.read_text("utf-8")
        elif path.suffix == ".html":
            yield name, visible(path.read_text("utf-8"))


def row_texts(pages: Path) -> Iterator[tuple[str, str]]:
    for line in (pages / "agency.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        yield row["id"], row["text"] if "text" in row else visible(row["html"])


def entry_texts(pages: Path) -> Iterator[tuple[str, str]]:
    for item in ElementTree.parse(pages / "feed.xml").iter("item"):
        yield f"feed.xml!{item.findtext('guid')}", visible(item.findtext(CONTENT) or "")


def archived_texts(pages: Path) -> Iterator[tuple[str, str]]:
    with (pages / "archive.warc.gz").open("rb") as archive:
        for record in ArchiveIterator(archive, record_types=WarcRecordType.response):
            name = f"archive.warc.gz!{record.record_date:%Y%m%d%H%M%S}/{record.headers['WARC-Target-URI']}"
            yield name, visible(record.reader.read().decode("utf-8"))


def page_texts(pages: Path) -> dict[str, str]:
    """Give the text of each demo page by its external id."""
    readers = (file_texts, row_texts, entry_texts, archived_texts)
    return {name: text for reader in readers for name, text in reader(pages)}


def quoted_stretches(text: str) -> list[tuple[str, bool]]:
    """Scan for stretches in double marks, each with whether it is closed; a paragraph's end ends a stretch."""
    found = re.findall(r'(?m)“([^”\n]*)(”?)|"([^"\n]*)("?)', text)
    return [(curly or straight, bool(close or end)) for curly, close, straight, end in found]
