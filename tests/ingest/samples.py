"""Files for the tests, built byte by byte: a PDF, web archive records, zips, DOCX."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence

from readout.ids import sha256
from readout.ingest.captured import Captured
from readout.records import Capture

DrawnLine = tuple[float, float, float, str]


def captured(content: bytes, media_type: str, name: str = "item", **transport: str | None) -> Captured:
    """A capture as `find` hands it on."""
    captured_at = transport.pop("captured_at", None)
    capture = Capture(name, name, sha256(content), media_type, len(content), None, captured_at)
    return Captured(capture, content, **transport)


def pdf(pages: Sequence[Iterable[DrawnLine]], info: str = "", encrypted: bool = False) -> bytes:
    """A PDF with lines drawn at (left, down from the top of an A4 page, font size, words)."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for i, lines in enumerate(pages):
        content = b"BT\n" + b"".join(drawn(*line) for line in lines) + b"ET"
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * i} 0 R"
        objects.append(f"{page} /Resources << /Font << /F1 3 0 R >> >> >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    objects.append(f"<< {info} >>".encode("latin-1"))
    return numbered(objects, LOCK if encrypted else b"")


def drawn(left: float, down: float, size: float, words: str) -> bytes:
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")
    return b"/F1 %f Tf 1 0 0 1 %f %f Tm (%s) Tj\n" % (size, left, 842 - down, escaped)


LOCK = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]" % (b"11" * 32, b"22" * 32)


def numbered(objects: list[bytes], lock: bytes) -> bytes:
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R %s >>\nstartxref\n%d\n%%%%EOF"
    return bytes(out + trailer % (len(objects) + 1, len(objects), lock, start))


def flowing(paragraphs: Sequence[str], top: float = 80, size: float = 11, width: int = 84) -> list[DrawnLine]:
    """Lines of paragraphs with a wider gap between them."""
    import textwrap

    lines: list[DrawnLine] = []
    for paragraph in paragraphs:
        for words in textwrap.wrap(paragraph, width):
            lines.append((60, top, size, words))
            top += 14
        top += 12
    return lines


def warc_record(url: str, body: bytes, kind: str = "response", **more: str) -> bytes:
    """A record of a web archive; `status`, `headers` and `date` can be given."""
    http = f"HTTP/1.1 {more.get('status', '200 OK')}\r\n{more.get('headers', 'Content-Type: text/html')}\r\n\r\n"
    block = (http.encode() if kind != "resource" else b"") + body
    content_type = more.get("content_type", "application/http; msgtype=response")
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{sha256(url.encode())[:32]}>\r\n"
        f"WARC-Date: {more.get('date', '2021-05-03T10:11:12Z')}\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip with members in the order given."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()
