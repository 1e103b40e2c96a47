"""Make the demo's small web archive from the saved pages beside this file, the same bytes each time.

Usage: python training/demo_archive.py [PAGES_FOLDER] [ARCHIVE]
Each page is a file whose canonical link is its address. Method: ours, records written with fastwarc.
"""

import gzip
import io
import re
import sys
import uuid
from pathlib import Path

from fastwarc.warc import WarcRecord, WarcRecordType

HERE = Path(__file__).parent
CAPTURED = "2025-05-11T08:00:00Z"  # the morning after the invented week
INFO = b"software: readout training/demo_archive.py\r\nformat: WARC File Format 1.1\r\n"
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')


def address(page: str) -> str:
    """Read a page's own address; a page without one is an error of whoever wrote it."""
    found = CANONICAL.search(page)
    if found is None:
        raise ValueError('demo_archive: the page has no <link rel="canonical" href="…">; add one')
    return found[1]


def response(body: bytes) -> bytes:
    """Put the head of a plain HTTP answer before a page."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode("ascii") + body


def record(kind: WarcRecordType, name: str, content: bytes, media_type: str) -> WarcRecord:
    """Fill one record; its id is derived from its name, so that it never changes."""
    made = WarcRecord()
    made.init_headers(kind, f"uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}".encode())
    made.headers["WARC-Date"] = CAPTURED
    made.headers["Content-Type"] = media_type
    if kind == WarcRecordType.response:
        made.headers["WARC-Target-URI"] = name
    made.set_bytes_content(content)
    return made


def member(made: WarcRecord) -> bytes:
    """Write one record as one gzip member without a time stamp."""
    buffer = io.BytesIO()
    made.write(buffer, checksum_data=True)
    return gzip.compress(buffer.getvalue(), mtime=0)


def archive(folder: Path) -> bytes:
    """Make the archive of all pages of a folder, in the order of their names."""
    records = [record(WarcRecordType.warcinfo, "demo-archive", INFO, "application/warc-fields")]
    for path in sorted(folder.glob("*.html")):
        body = path.read_bytes()
        name = address(body.decode("utf-8"))
        records.append(record(WarcRecordType.response, name, response(body), "application/http; msgtype=response"))
    return b"".join(member(made) for made in records)


if __name__ == "__main__":
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "demo_archive"
    default = HERE.parent / "readout" / "demo" / "pages" / "archive.warc.gz"
    (Path(sys.argv[2]) if len(sys.argv) > 2 else default).write_bytes(archive(source))
