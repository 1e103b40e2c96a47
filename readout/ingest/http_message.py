"""http_message: the HTTP response an archive holds: status, headers, body as the browser saw it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.message import Message

from readout.ingest.unpack import decoded_body

STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})")
HEAD_END = re.compile(rb"\r?\n\r?\n")
CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]+)[^\r\n]*\r?\n")


@dataclass(frozen=True, slots=True)
class Response:
    """A response; header names in lower case, the last of a name wins."""

    status: int | None
    headers: dict[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The media type in lower case without parameters; empty where the server names none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The charset the server names."""
        message = Message()
        message["content-type"] = self.headers.get("content-type", "")
        named = message.get_param("charset")
        return named.strip(" '\"") or None if isinstance(named, str) else None


def read_response(block: bytes) -> Response:
    """Read status, headers and decoded body. Raises ReadProblem where the body's encoding is cut short."""
    status = STATUS.match(block)
    end = HEAD_END.search(block)
    head, body = (block[: end.start()], block[end.end() :]) if end else (block, b"")
    headers = header_fields(head)
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = dechunked(body)
    encodings = [e.strip().lower() for e in headers.get("content-encoding", "").split(",") if e.strip()]
    return Response(int(status.group(1)) if status else None, headers, decoded_body(body, encodings))


def header_fields(head: bytes) -> dict[str, str]:
    """Read header lines after the status line."""
    pairs = (line.partition(":") for line in head.decode("latin-1").splitlines()[1:])
    return {name.strip().lower(): value.strip() for name, colon, value in pairs if colon}


def dechunked(body: bytes) -> bytes:
    """Join the chunks of a chunked body; one joined already stays as it is, a cut one gives what is there."""
    joined, position = bytearray(), 0
    while size := CHUNK_SIZE.match(body, position):
        length = int(size.group(1), 16)
        if not length:
            return bytes(joined)
        joined += body[size.end() : size.end() + length]
        position = size.end() + length
        position += len(re.compile(rb"\r?\n?").match(body, position).group())  # type: ignore[union-attr]  # may be empty
    return bytes(joined) if position >= len(body) and joined else body
