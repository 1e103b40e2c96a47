"""mhtml: the page in a file that a browser saved as one (MHTML): its HTML part, address and time of saving."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email.message import Message

from readout.ingest.captured import Captured
from readout.ingest.dates import read_date
from readout.ingest.item import capture_of
from readout.ingest.problem import Place, ReadProblem
from readout.ingest.stream import read_article

HEAD = re.compile(r"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/related\b", re.I)
NO_PAGE = ReadProblem("no_text", "the saved page holds no HTML part", "save the page anew, as HTML")


def is_mhtml(text: str) -> bool:
    """Tell mail headers that announce a page with its parts."""
    return HEAD.match(text.replace("\r\n", "\n")) is not None


def page_of_mhtml(place: Place, chunks: Iterator[bytes]) -> Captured:
    """Give the first HTML part as the page. Raises: ReadProblem `no_text` where there is none."""
    message = email.message_from_bytes(read_article(chunks))
    part = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    content = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(content, bytes):
        raise NO_PAGE
    captured_at = read_date(str(message.get("Date", "")))
    capture = capture_of(place, content, "text/html", captured_at=captured_at)
    return Captured(capture, content, address_of(message, part), part.get_content_charset())


def address_of(message: Message, part: Message) -> str | None:
    """Give the address the page was saved from."""
    found = message.get("Snapshot-Content-Location") or part.get("Content-Location")
    return str(found).strip() if found else None
