"""sniff: tell a format by its first bytes, and by its suffix where the bytes leave it open."""

from __future__ import annotations

import codecs
import json
import re
from typing import Literal

from readout.ingest import limits
from readout.ingest.mhtml import is_mhtml
from readout.ingest.problem import ReadProblem
from readout.ingest.unpack import Packing, packing_of, unpacked

Kind = Literal[
    "text", "markdown", "html", "mhtml", "lines", "array", "table", "feed", "warc", "zip", "pdf",
    "gz", "bz2", "xz", "zst",
]  # fmt: skip

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MEDIA_TYPES: dict[str, str] = {
    "text": "text/plain", "markdown": "text/markdown", "html": "text/html", "pdf": "application/pdf",
}  # fmt: skip

SUFFIXES: dict[str, Kind] = {
    "html": "html", "htm": "html", "xhtml": "html", "shtml": "html",
    "md": "markdown", "markdown": "markdown", "mdown": "markdown",
    "jsonl": "lines", "ndjson": "lines", "jsonlines": "lines", "json": "array",
    "csv": "table", "tsv": "table", "tab": "table",
    "rss": "feed", "atom": "feed", "rdf": "feed",
}  # fmt: skip

OTHER_SUFFIXES = frozenset(
    ("css", "js", "mjs", "ts", "map", "scss", "less", "wasm", "py", "c", "h", "cpp", "java", "rs", "go", "rb", "php",
     "sh", "bat", "ini", "cfg", "toml", "yaml", "yml", "sql", "lock", "log", "svg", "vtt", "srt")
)  # fmt: skip
"""Text that is no article: code, styles, settings, subtitles. Files of a saved page's folder are of these kinds."""

BINARY: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"),
    (b"BM", "a bitmap"), (b"\x00\x00\x01\x00", "an icon"), (b"wOFF", "a font"), (b"wOF2", "a font"),
    (b"RIFF", "a RIFF medium"), (b"OggS", "a sound"), (b"ID3", "a sound"), (b"fLaC", "a sound"),
    (b"\x7fELF", "a program"), (b"MZ", "a program"), (b"\xca\xfe\xba\xbe", "a program"),
    (b"SQLite format 3", "a database"), (b"PAR1", "a Parquet table"), (b"ARROW1", "an Arrow table"),
)  # fmt: skip
"""First bytes of common binary formats, from their specifications; they count only with control characters."""

UNSUPPORTED: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.doc, .xls)", "save it as DOCX, PDF or text"),
    (b"{\\rtf", "a Rich Text file", "save it as DOCX, PDF or text"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "pack it as zip"),
    (b"Rar!", "a RAR archive", "pack it as zip"),
)
FEED_START = re.compile(
    r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!doctype\s+rss[^>]*>\s*)*<(?:\w+:)?(?:rss|feed|RDF)[\s>]", re.S | re.I
)
HTML_START = re.compile(
    r"\s*(?:<!--.*?-->\s*)*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
HTML_TAG = re.compile(r"</(?:p|div|a|span|li|h[1-6]|article|section|table|title)\s*>", re.I)
ARRAY_START = re.compile(r'\s*\[\s*(?:\{\s*["}]|\])')
OBJECT_START = re.compile(r'\s*\{\s*"')
MARKUP_ENOUGH = 3
"""Closing tags in a text that begins with one from which it counts as HTML; ours."""


def sniff(head: bytes, name: str) -> Kind:
    """Tell the format of what begins with `head` and is called `name`.

    Raises: ReadProblem `empty`, `binary` or `unsupported` for what holds no article.
    """
    packing = packing_of(head)
    if packing:
        return "warc" if holds_warc(head, packing) else packing
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return "zip"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    refuse(head, name)
    return kind_of_text(rough_text(head), suffix_of(name))


def suffix_of(name: str) -> str:
    """Give the suffix in lower case, without its dot; empty where there is none."""
    stem, dot, suffix = name.rpartition(".")
    return suffix.lower() if dot and stem else ""


def holds_warc(head: bytes, packing: Packing) -> bool:
    """Tell whether something packed begins as a web archive does; a dictionary frame stands only there."""
    if packing not in ("gz", "zst"):
        return False
    if head.startswith(b"\x5d\x2a\x4d\x18"):
        return True
    try:
        return next(unpacked(iter([head[: 8 * limits.KIB]]), packing), b"").startswith(b"WARC/")
    except ReadProblem:
        return False


def refuse(head: bytes, name: str) -> None:
    """Raise ReadProblem for nothing, for binary data and for known formats that hold no article."""
    if len(head) < limits.HEAD and not head.strip(b"\x00 \t\r\n\f\v\xef\xbb\xbf\xff\xfe"):
        raise ReadProblem("empty", "it holds no text", "leave it out, or fetch it again")
    for start, what, remedy in UNSUPPORTED:
        if head.startswith(start):
            raise ReadProblem("unsupported", f"it is {what}", remedy)
    if head[257:262] == b"ustar":
        raise ReadProblem("unsupported", "it is a tar archive", "unpack it and read the folder, or pack it as zip")
    if is_binary(head):
        what = next((what for start, what in BINARY if head.startswith(start)), "binary data")
        raise ReadProblem("binary", f"it is {what}, not text", "leave it out, or read the text it was made from")
    if suffix_of(name) in OTHER_SUFFIXES:
        cause = f"a .{suffix_of(name)} file is no article"
        raise ReadProblem("unsupported", cause, "leave it out, or name it .txt if it is one")


def is_binary(head: bytes) -> bool:
    """Tell whether bytes are no text in any encoding: a known signature, or many control characters."""
    if wide_encoding(head):
        return False
    controls = len(head.translate(None, TEXT_BYTES))
    known = any(head.startswith(start) for start, _ in BINARY)
    return controls > limits.CONTROL_SHARE * len(head) or (known and controls > 0)


TEXT_BYTES = bytes(b for b in range(256) if b >= 0x20 and b != 0x7F) + b"\t\n\r\f\v\x1b\x08"
"""All bytes that may stand in text of a narrow encoding; escape opens the shifts of ISO-2022."""


def wide_encoding(head: bytes) -> str | None:
    """Tell UTF-16 and UTF-32, by mark or by where the zero bytes stand."""
    for mark, encoding in WIDE_MARKS:
        if head.startswith(mark):
            return encoding
    sample = head[: 4 * limits.KIB]
    sample = sample[: len(sample) // 4 * 4]
    if len(sample) < 16:
        return None
    zeros = [sample[i::4].count(0) * 4 / len(sample) for i in range(4)]
    shape = "".join("1" if share > 0.8 else "0" if share < 0.2 else "x" for share in zeros)
    return next((encoding for encoding, pattern in ZERO_PATTERNS if re.fullmatch(pattern, shape)), None)


WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
ZERO_PATTERNS = (("utf-32-le", "0.11"), ("utf-32-be", "11.0"), ("utf-16-le", "0101"), ("utf-16-be", "1010"))
"""Where zero bytes stand in each four of Latin text; 1 is zero, the dot either: zero in Latin text, not in others."""


def rough_text(head: bytes) -> str:
    """Decode just well enough to look for markup."""
    return head.decode(wide_encoding(head) or "utf-8", "replace").lstrip("\ufeff")


def kind_of_text(text: str, suffix: str) -> Kind:
    """Tell the format of text: by content, then by suffix."""
    if FEED_START.match(text):
        return "feed"
    if is_page(text):
        return "html"
    if is_mhtml(text):
        return "mhtml"
    as_json = kind_of_json(text, suffix)
    if as_json:
        return as_json
    if text.lstrip().startswith("<?xml"):
        raise ReadProblem("unsupported", "it is XML, but no feed and no page", "turn it into JSON Lines, HTML or text")
    if names_columns(text):
        return "table"
    kind = SUFFIXES.get(suffix, "text")
    return "text" if kind == "feed" else kind


def is_page(text: str) -> bool:
    """Tell whether text is HTML, whole or a fragment."""
    if HTML_START.match(text):
        return True
    return text.lstrip().startswith("<") and len(HTML_TAG.findall(text)) >= MARKUP_ENOUGH


def kind_of_json(text: str, suffix: str) -> Kind | None:
    """Tell JSON Lines ("lines") from an array or one pretty-printed object ("array"); null where it is neither."""
    if ARRAY_START.match(text):
        return "array"
    if not OBJECT_START.match(text):
        return None
    first, newline, _ = text.lstrip().partition("\n")
    if not newline or suffix in ("jsonl", "ndjson", "jsonlines"):
        return "lines"
    return "lines" if is_object(first) else "array"


def is_object(line: str) -> bool:
    """Tell whether a line is one whole JSON object."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def names_columns(text: str) -> bool:
    """Tell whether the first line is the header of a table of articles: two known columns, one of them the text."""
    first = text.lstrip().partition("\n")[0]
    names = {name.strip().strip('"').lower() for name in re.split(r"[,;\t|]", first)}
    return bool(names & {"text", "html"}) and bool(names & {"id", "title", "url", "outlet", "published", "language"})
