"""Cut texts into words and hash each word as it is compared: case, accents and widths folded.

A word is a run of letters and digits; an apostrophe or hyphen parts words; `1,000.5` is one word, hashed as `1000.5`.
Scripts written without spaces give one word per character.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from readout.text.normalize import TABLED, fold_table

CAPITAL, DIGIT, OPENS_SENTENCE, QUOTED = 1, 2, 4, 8  # bits of `Words.flags`

# Bits of a character class, above the 21 bits of the folded code point.
LONE, UPPER, NUMBER, MANY, STOP, OPEN, CLOSE, TOGGLE, SKIP = (1 << (21 + i) for i in range(9))
CODE = (1 << 21) - 1
SENTENCE_ENDS = ".!?…。！？؟।\n\r\u2028\u2029:;"
UNSPACED = (
    (0x0E00, 0x0F00),  # Thai, Lao
    (0x1000, 0x10A0),  # Myanmar
    (0x1780, 0x1800),  # Khmer
    (0x3040, 0x3100),  # kana
    (0x3400, 0xA000),  # ideographs
    (0xF900, 0xFB00),  # compatibility ideographs
)
UNUSED = 0x40000  # from TABLED to here lie rare ideographs; beyond, nothing that is read
BASIS, PRIME = np.uint64(0xCBF29CE484222325), np.uint64(0x100000001B3)  # FNV-1a, 64 bits (public domain)
MIX_A, MIX_B = np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53)  # MurmurHash3 finaliser (public domain)


class Words(NamedTuple):
    """The words of one or more texts, in text order.

    Shapes: all (words,) — `hashes` uint64; `starts`, `ends` int32, code points within the word's own text;
    `flags` uint8, bits CAPITAL, DIGIT, OPENS_SENTENCE, QUOTED. `firsts` int64 (texts + 1,): text i holds the words
    `firsts[i]` to `firsts[i + 1]`.
    """

    hashes: NDArray[np.uint64]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    flags: NDArray[np.uint8]
    firsts: NDArray[np.int64]


def words(text: str) -> Words:
    """Cut one text into words."""
    encoded = text.encode("utf-8", "surrogatepass")
    return words_of_utf8(np.frombuffer(encoded, np.uint8), np.array([0, len(encoded)], np.int64))


def words_of_texts(texts: list[str]) -> Words:
    """Cut several texts into words."""
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    offsets = np.cumsum([0, *map(len, encoded)], dtype=np.int64)
    return words_of_utf8(np.frombuffer(b"".join(encoded), np.uint8), offsets)


def words_of_utf8(data: NDArray[np.uint8], offsets: NDArray[np.int64]) -> Words:
    """Cut texts laid end to end in UTF-8, as Arrow lays out a string column, into words.

    Shapes: `data` uint8 (bytes,); `offsets` int64 (texts + 1,), the byte where each text starts and the last ends.
    Cost: linear in bytes; memory 17 bytes per two bytes of text while it runs.
    """
    room = (int(offsets[-1] - offsets[0]) + len(offsets)) // 2 + 1
    hashes, flags = np.empty(room, np.uint64), np.empty(room, np.uint8)
    starts, ends = np.empty(room, np.int32), np.empty(room, np.int32)
    firsts = np.zeros(len(offsets), np.int64)
    cut(data, offsets, word_classes(), (hashes, starts, ends, flags), firsts)
    for column in (hashes, starts, ends, flags):
        column.resize(int(firsts[-1]), refcheck=False)  # gives the room back without a copy: pages never touched
    return Words(hashes, starts, ends, flags, firsts)


@lru_cache(maxsize=1)
def word_classes() -> tuple[NDArray[np.uint32], NDArray[np.uint32], NDArray[np.uint64]]:
    """Classify every tabled code point for `cut`; the second array holds folds of more than one character.

    The third holds, for each byte, the folded letter where the byte is an unaccented letter, else 0.

    A class is 0 for what parts words, SKIP for what does not show, else the folded code point with its bits; with
    MANY, the code point's place in the second array, where a count stands before the folded characters.
    """
    flat, first, count = fold_table()
    classes, many = np.zeros(TABLED, np.uint32), [0]
    for code in np.flatnonzero(~parts_words(flat, first, count)).tolist():
        seen = flat[first[code] : first[code] + count[code]].tolist()
        folded = [c for c in seen if chr(c).isalnum()]
        classes[code] = bits_of(code, bool(seen)) if not folded else class_of(code, folded, len(many))
        if len(folded) > 1:
            many += [len(folded), *folded]
    letter = [ord(chr(b).lower()) if chr(b).isascii() and chr(b).isalpha() else 0 for b in range(256)]
    tables = classes, np.array(many, np.uint32), np.array(letter, np.uint64)
    for table in tables:
        table.flags.writeable = False
    return tables


def parts_words(flat: NDArray[np.uint32], first: NDArray[np.int64], count: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Mark the signs that stand for themselves and are no letter, digit, quotation mark or stop: their class is 0."""
    same = (count[:TABLED] == 1) & (flat[first[:TABLED]] == np.arange(TABLED))
    marks = frozenset("“„«”»\"") | frozenset(SENTENCE_ENDS)
    chars = map(chr, range(TABLED))
    signs: NDArray[np.bool_] = np.fromiter((not char.isalnum() and char not in marks for char in chars), np.bool_, TABLED)
    found: NDArray[np.bool_] = np.logical_and(same, signs)
    return found


def class_of(code: int, folded: list[int], place: int) -> int:
    char = chr(code)
    bits = folded[0] if len(folded) == 1 else MANY | place
    bits |= UPPER if char.isupper() or char.istitle() else 0
    bits |= NUMBER if char.isdigit() else 0
    return bits | (LONE if any(low <= code < high for low, high in UNSPACED) else 0)


def bits_of(code: int, shows: bool) -> int:
    char = chr(code)
    if not shows and char not in SENTENCE_ENDS:
        return SKIP
    quote = OPEN if char in "“„«" else CLOSE if char in "”»" else TOGGLE if char == '"' else 0
    return quote | (STOP if char in SENTENCE_ENDS else 0)


@njit(cache=True, nogil=True)
def cut(data, offsets, tables, columns, firsts):  # type: ignore[no-untyped-def]
    """Fill the columns of `Words` text by text, and `firsts`."""
    n = np.int64(0)
    for text in range(len(offsets) - 1):
        firsts[text] = n
        n = cut_text(data, offsets[text], offsets[text + 1], tables, columns, n)
    firsts[len(offsets) - 1] = n


@njit(cache=True, nogil=True)
def cut_text(data, at, high, tables, columns, n):  # type: ignore[no-untyped-def]
    """Write the words of the bytes `[at, high)` from row n on; give the row behind the last."""
    (classes, many, letters), (hashes, starts, ends, flags) = tables, columns
    place, inside, quoted, opens, last_number = 0, False, False, True, False
    h = BASIS
    while at < high:
        c, width = np.uint32(data[at]), 1
        if c >= 0x80:
            c, width = code_at(data, at, high, c)
        k = classes[c] if c < TABLED else np.uint32(c | LONE) if c < UNUSED else np.uint32(0)
        at += width
        if k & CODE:
            if inside and k & LONE:
                hashes[n - 1], inside = mixed(h), False
            if not inside:
                inside, h = True, BASIS
                starts[n] = place
                flags[n] = (k & UPPER != 0) * CAPITAL + opens * OPENS_SENTENCE + quoted * QUOTED
                opens = False
                n += 1
            h = folded_in(h, k, many)
            last_number = k & NUMBER != 0
            if last_number:
                flags[n - 1] |= DIGIT
            elif k & LONE:
                hashes[n - 1], inside = mixed(h), False
            else:
                run = at
                while at < high and letters[data[at]]:  # nearly all text: plain letters, one multiplication each
                    h = (h ^ letters[data[at]]) * PRIME
                    at += 1
                place += at - run
            ends[n - 1] = place + 1
        elif k & SKIP:
            if inside:
                ends[n - 1] = place + 1
        elif inside and last_number and parts_digits(data, at, high, c):
            h = (h ^ np.uint64(c)) * PRIME if c == 46 else h
        else:
            if inside:
                hashes[n - 1], inside = mixed(h), False
            opens = opens or k & (STOP | OPEN) != 0 or (k & TOGGLE != 0 and not quoted)
            quoted = quoted_after(quoted, k, c) if k else quoted
        place += 1
    if inside:
        hashes[n - 1] = mixed(h)
    return n


@njit(cache=True, nogil=True)
def parts_digits(data, at, high, c):  # type: ignore[no-untyped-def]
    """Say whether c is a comma, which only groups digits, or a full stop, and a digit follows."""
    return (c == 44 or c == 46) and at < high and 48 <= data[at] <= 57


@njit(cache=True, nogil=True)
def quoted_after(quoted, k, c):  # type: ignore[no-untyped-def]
    """Say whether text is quoted behind a mark of class k; a paragraph's end closes what was left open."""
    if k & (OPEN | CLOSE | TOGGLE):
        return k & OPEN != 0 or (k & TOGGLE != 0 and not quoted)
    return quoted and c != 10


@njit(cache=True, nogil=True)
def folded_in(h, k, many):  # type: ignore[no-untyped-def]
    """Add one character's folded form to a running FNV-1a hash."""
    if not k & MANY:
        return (h ^ np.uint64(k & CODE)) * PRIME
    first = k & CODE
    for i in range(first + 1, first + 1 + many[first]):
        h = (h ^ np.uint64(many[i])) * PRIME
    return h


@njit(cache=True, nogil=True)
def mixed(h):  # type: ignore[no-untyped-def]
    """Spread a hash's bits, so that any of them can be sampled."""
    h = (h ^ (h >> np.uint64(33))) * MIX_A
    h = (h ^ (h >> np.uint64(33))) * MIX_B
    return h ^ (h >> np.uint64(33))


@njit(cache=True, nogil=True)
def code_at(data, at, high, lead):  # type: ignore[no-untyped-def]
    """Decode the code point of more than one byte at `at`; give it and its width. A broken one parts words."""
    width = 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4
    if at + width > high:
        return np.uint32(0), high - at
    c = np.uint32(lead & (0x7F >> width))
    for i in range(1, width):
        c = np.uint32((c << 6) | (data[at + i] & 0x3F))
    return c, width


def hash_word(word: str) -> int:
    """Hash one word as `words` does; the word must be one."""
    made = words(word)
    if len(made.hashes) != 1:
        raise ValueError(f"{word!r} is {len(made.hashes)} words, not one")
    return int(made.hashes[0])
