"""Make ids: hashes of natural keys, so that a second run makes the same ids.

An id is `prefix:` and 16 hex digits of BLAKE2b over the length-prefixed parts of the key. Sixteen digits
(64 bits) keep the chance of one collision among ten million rows of a table under 3 in a million.
"""

from __future__ import annotations

import hashlib

KeyPart = str | int | None


def make_id(prefix: str, *parts: KeyPart) -> str:
    """Hash the parts of a natural key; null and the empty string differ, and so do ("ab", "c") and ("a", "bc")."""
    digest = hashlib.blake2b(digest_size=8)
    for part in parts:
        encoded = b"-" if part is None else b"+" + str(part).encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big") + encoded)
    return f"{prefix}:{digest.hexdigest()}"


def document_id(external_id: str, url: str | None, capture_sha256: str) -> str:
    """Name a document by where it came from and what its bytes were."""
    return make_id("doc", external_id, url, capture_sha256)


def sha256(content: bytes) -> str:
    """Digest the bytes of a capture, as lowercase hex."""
    return hashlib.sha256(content).hexdigest()
