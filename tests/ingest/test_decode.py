"""decode: what the characters are, and that none is changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.ingest.decode import decode, utf8_or_cp1252
from readout.ingest.problem import ReadProblem

ENGLISH = "“We will not wait,” the minister’s aide said — and café owners agreed.\u00a0He left. " * 4
RUSSIAN = "Министр иностранных дел заявил в воскресенье, что переговоры продлились пять часов и будут продолжены. " * 4
JAPANESE = "外務大臣は日曜日に会談が五時間続いたと述べた。両国は対話を続けることで合意した。" * 6


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "cp1252"]
)
def test_english_with_curly_quotes_is_read_in_any_encoding_undeclared(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)).text == ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (JAPANESE, "shift_jis"), (JAPANESE, "euc_jp"), (JAPANESE, "iso2022_jp")],
)
def test_a_declared_charset_is_obeyed(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), encoding).text == text


def test_an_undeclared_foreign_encoding_is_guessed_with_a_note() -> None:
    found = decode(RUSSIAN.encode("cp1251"))
    assert found.text == RUSSIAN and "guess" in (found.note or "")


@pytest.mark.parametrize(
    "head",
    ['<meta charset="windows-1251">', '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
     '<?xml version="1.0" encoding="windows-1251"?>'],
)  # fmt: skip
def test_a_page_names_its_own_charset(head: str) -> None:
    page = head + RUSSIAN
    assert decode(page.encode("cp1251"), markup=True).text == page


def test_transport_goes_before_the_page_and_valid_utf8_before_both() -> None:
    page = '<meta charset="koi8-r">' + RUSSIAN
    assert decode(page.encode("cp1251"), "windows-1251", markup=True).text == page
    assert decode(page.encode(), "windows-1251", markup=True).text == page


def test_a_wrong_or_unknown_declaration_does_no_harm() -> None:
    assert decode(ENGLISH.encode("cp1252"), "x-unknown").text == ENGLISH
    assert decode(ENGLISH.encode("cp1252"), "base64").text == ENGLISH
    assert decode(ENGLISH.encode("cp1252"), "ascii").text == ENGLISH
    assert decode(ENGLISH.encode("cp1252"), "iso-8859-1").text == ENGLISH


def test_mixed_encodings_are_read_piece_by_piece_with_a_note() -> None:
    mixed = ENGLISH.encode() * 3 + b"\n\x93Later,\x94 he said \x96 twice.\n"
    found = decode(mixed)
    assert found.text == ENGLISH * 3 + "\n“Later,” he said – twice.\n"
    assert "Windows-1252" in (found.note or "")


def test_a_byte_order_mark_is_no_part_of_the_text_but_line_ends_are() -> None:
    assert decode(b"\xef\xbb\xbfone\r\ntwo\rthree\n").text == "one\r\ntwo\rthree\n"


def test_control_characters_make_text_binary_above_one_in_a_hundred() -> None:
    assert decode(b"x" * 199 + b"\0").text == "x" * 199 + "\0"
    with pytest.raises(ReadProblem, match="binary"):
        decode(b"x" * 95 + b"\1" * 5)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_text_comes_back_character_for_character(text: str) -> None:
    marked = text.removeprefix("\ufeff")
    assert decode(marked.encode("utf-8-sig")).text == marked


@given(st.binary(max_size=300))
def test_piecewise_decoding_never_fails_and_agrees_with_utf8_where_that_is_valid(content: bytes) -> None:
    text = utf8_or_cp1252(content)
    text.encode("utf-8")
    try:
        assert text == content.decode("utf-8")
    except UnicodeDecodeError:
        assert text
