"""decode: bytes to text, character for character; how it was decided is told beside it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from readout.ingest import limits
from readout.ingest.problem import ReadProblem
from readout.ingest.sniff import wide_encoding

UTF8_RUN = re.compile(
    rb"(?:[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
    rb"|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})+"
)
"""Well-formed UTF-8, Unicode Standard table 3-7."""
META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.I)
XML_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:.-]+)""", re.I)
SHIFTING = ("iso2022", "hz", "utf_7", "iso-2022")
"""Encodings whose bytes are all ASCII: valid UTF-8 proves nothing against them."""
WESTERN = {"ascii", "iso8859-1", "latin_1", "latin-1", "us-ascii"}
"""Names that browsers read as Windows-1252 (WHATWG Encoding Standard)."""
NO_CHARSETS = frozenset(
    ("idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "utf-7", "charmap", "mbcs", "oem")
)
"""Python codecs that no page is written in; browsers refuse them too."""
FEW_HIGH = 0.05
"""Share of bytes over 127 up to which undeclared text is taken for Windows-1252: Western European text with its
accents and curly quotes stays below, Cyrillic, Greek and Asian text far above. Ours."""
IF_WRONG = "if letters look wrong, save the page as UTF-8 and read it again"
UNDECLARED = f"no encoding is declared; read as Windows-1252 (Western European); {IF_WRONG}"
GUESS_SAMPLE = 64 * limits.KIB


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it was read by, and a note where something had to be guessed or mended."""

    text: str
    encoding: str
    note: str | None = None


def decode(content: bytes, declared: str | None = None, markup: bool = False) -> Decoded:
    """Decode: byte order mark, then UTF-8, then what transport or page declare, then what the bytes look like.

    Raises: ReadProblem `undecodable` where no encoding fits, `binary` where the text is full of control characters.
    Does not: change a character. A byte order mark is not part of the text.
    """
    found = decode_any(content, declared or (named_in(content) if markup else None))
    refuse_binary(found.text)
    return found


def decode_any(content: bytes, declared: str | None) -> Decoded:
    """Try the encodings in order of what they prove."""
    wide = wide_encoding(content[: limits.HEAD])
    if wide:
        return decode_wide(content, wide)
    if content.startswith(codecs.BOM_UTF8):
        return utf8(content[3:]) or mended(content[3:])
    codec = codec_of(declared)
    shifting = codec is not None and codec.startswith(SHIFTING)
    return (
        (strict(content, codec) if shifting else None)
        or utf8(content)
        or (mended(content) if is_mixed(content) else None)
        or strict(content, codec)
        or (strict(content, "cp1252", UNDECLARED) if few_high(content) else None)
        or guessed(content)
    )


def decode_wide(content: bytes, encoding: str) -> Decoded:
    """Decode UTF-16 or UTF-32; what is cut or unpaired becomes U+FFFD."""
    found = strict(content, encoding)
    if found is None:
        text = content.decode(encoding, "replace")
        found = Decoded(text, encoding, f"some {encoding} units could not be read and stand as U+FFFD")
    return Decoded(found.text.removeprefix("\ufeff"), found.encoding, found.note)


def utf8(content: bytes) -> Decoded | None:
    """Decode UTF-8; null where it is not."""
    return strict(content, "utf-8")


def strict(content: bytes, codec: str | None, note: str | None = None) -> Decoded | None:
    """Decode strictly; null where the bytes do not fit or no codec is known."""
    if codec is None:
        return None
    try:
        return Decoded(content.decode(codec), codec, note)
    except UnicodeError:
        return None


def codec_of(name: str | None) -> str | None:
    """Give Python's codec for a declared charset, as browsers understand it; null where it is no text encoding."""
    try:
        found = codecs.lookup(name.strip()) if name else None
        if found is None or found.name in NO_CHARSETS:
            return None
        b"x".decode(found.name, "replace")
    except (LookupError, ValueError):
        return None
    return "cp1252" if found.name in WESTERN else found.name


def named_in(content: bytes) -> str | None:
    """Find the charset a page names for itself in its first bytes."""
    head = content[: 8 * limits.KIB]
    found = XML_ENCODING.search(head) or META_CHARSET.search(head)
    name = found.group(1).decode("ascii") if found else None
    return None if name is None or name.lower().startswith(("utf-16", "utf16", "utf-32")) else name


def is_mixed(content: bytes) -> bool:
    """Tell UTF-8 with a few foreign bytes from another encoding: most high bytes form well-formed sequences."""
    high = sum(1 for byte in content[: limits.MIB] if byte > 127)
    foreign = sum(len(gap) for gap in UTF8_RUN.split(content[: limits.MIB]))
    return foreign * 2 < high


def mended(content: bytes) -> Decoded:
    """Read well-formed UTF-8 as such and the bytes between as Windows-1252."""
    return Decoded(utf8_or_cp1252(content), "utf-8", f"bytes that are not UTF-8 were read as Windows-1252; {IF_WRONG}")


def utf8_or_cp1252(content: bytes) -> str:
    """Decode well-formed stretches as UTF-8 and all else as Windows-1252."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pieces, position = [], 0
        for run in UTF8_RUN.finditer(content):
            pieces += [cp1252(content[position : run.start()]), run.group().decode("utf-8")]
            position = run.end()
        return "".join([*pieces, cp1252(content[position:])])


def cp1252(content: bytes) -> str:
    """Decode Windows-1252; its five empty places become U+FFFD."""
    return content.decode("cp1252", "replace")


def few_high(content: bytes) -> bool:
    """Tell whether only few bytes are over 127."""
    return len(content.translate(None, bytes(range(128)))) <= FEW_HIGH * len(content)


def guessed(content: bytes) -> Decoded:
    """Ask charset-normalizer. Raises ReadProblem where it knows no encoding either."""
    from charset_normalizer import from_bytes

    best = from_bytes(content[:GUESS_SAMPLE]).best()
    name = best.encoding if best else "cp1252"
    found = strict(content, name, f"no encoding is declared; read as {name}, a guess; {IF_WRONG}")
    if found is None:
        cause = "its bytes fit no known text encoding"
        raise ReadProblem("undecodable", cause, "convert it to UTF-8")
    return found


CONTROLS = re.compile("[\x00-\x07\x0e-\x1a\x1c-\x1f\x7f]")


def refuse_binary(text: str) -> None:
    """Raise ReadProblem where more than one character in a hundred is a control character; fewer stay as they are."""
    count = len(CONTROLS.findall(text))
    if count > limits.CONTROL_SHARE * len(text):
        cause = f"{count} of its {len(text)} characters are control characters: it is no text"
        raise ReadProblem("binary", cause, "leave it out, or read the text it was made from")
