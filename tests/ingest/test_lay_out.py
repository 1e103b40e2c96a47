"""lay_out: texts, rows and Markdown; the text is the input, character for character."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from readout.ingest.lay_out import lay_out
from readout.ingest.markdown import parts_of_markdown
from readout.ingest.sniff import DOCX
from readout.records import Layout

from .samples import captured

TEXT = "“One”\u00a0—\r\ntwo\u2028three \n\n\tfour’s end\r"


def only(content: bytes, media_type: str, **transport: str | None) -> Layout:
    layouts, dropped = lay_out(captured(content, media_type, **transport))
    assert not dropped
    (layout,) = layouts
    return layout


def row(**fields: Any) -> Layout:
    return only(json.dumps(fields).encode(), "application/json")


def test_text_is_kept_character_for_character_without_parts() -> None:
    layout = only(TEXT.encode(), "text/plain")
    assert (layout.text, layout.parts, layout.title) == (TEXT, (), None)


def test_a_rows_text_is_kept_and_its_title_is_not_put_in() -> None:
    layout = row(
        id="a", text=TEXT, title="T", url="https://n.example/", outlet="O", language="en", published="3 May 2021"
    )
    assert (layout.text, layout.parts) == (TEXT, ())
    assert (layout.title, layout.url, layout.outlet, layout.declared_language) == ("T", "https://n.example/", "O", "en")
    assert [(d.value, d.origin, d.raw) for d in layout.date_candidates] == [("2021-05-03", "given", "3 May 2021")]


def test_a_date_that_cannot_be_read_keeps_its_words() -> None:
    (date,) = row(text="t", published="last Tuesday").date_candidates
    assert (date.value, date.raw) == (None, "last Tuesday")


def test_halves_of_surrogate_pairs_become_the_replacement_character() -> None:
    layout = only(b'{"id":"a\\udc00","text":"x\\ud800y\\ud83d\\ude00"}', "application/json")
    assert layout.text == "x\ufffdy\U0001f600"


def test_dates_of_the_transport_and_after_the_capture() -> None:
    seen = {"captured_at": "2021-05-03T10:11:12Z"}
    early = only(b"words", "text/plain", http_date="Mon, 03 May 2021 10:00:00 GMT", **seen)
    late = only(b"words", "text/plain", http_date="Mon, 03 May 2021 11:00:00 GMT", **seen)
    assert [d.origin for d in early.date_candidates] == ["http"] and late.date_candidates == ()


def test_markdown_keeps_its_marks_and_gets_hints() -> None:
    text = "# Head\n\nOne\ntwo\n\n- item\n- item\n  more\n\n> said\n\nSub\r\n---\r\n```\n# code\n```\n"
    layout = only(text.encode(), "text/markdown")
    assert layout.text == text
    assert [(p.hint, text[p.start : p.end]) for p in layout.parts] == [
        ("h1", "# Head"), ("p", "One\ntwo"), ("li", "- item"), ("li", "- item\n  more"), ("blockquote", "> said"),
        ("h2", "Sub\r\n---"), ("pre", "```\n# code\n```"),
    ]  # fmt: skip


@given(st.text("#->` \n\rab1.*_=", max_size=80))
def test_markdown_parts_are_in_order_apart_and_cover_all_words(text: str) -> None:
    parts = parts_of_markdown(text)
    ends = [0, *(part.end for part in parts)]
    assert all(end <= part.start < part.end for end, part in zip(ends, parts, strict=False))
    covered = {i for part in parts for i in range(part.start, part.end)}
    assert all(i in covered for i, character in enumerate(text) if character in "ab1")


def test_captures_and_layouts_travel_between_processes() -> None:
    item = captured(b"words", "text/plain")
    assert lay_out(pickle.loads(pickle.dumps(item))) == lay_out(item)


@pytest.mark.parametrize("content", [b"", b" \n", b"\xef\xbb\xbf", b"\xff\xfe"])
@pytest.mark.parametrize("media_type", ["text/plain", "text/markdown", "text/html"])
def test_nothing_is_dropped_as_empty(content: bytes, media_type: str) -> None:
    layouts, dropped = lay_out(captured(content, media_type))
    assert layouts == [] and [row.reason for row in dropped] == ["empty"]


MEDIA_TYPES = ["text/plain", "text/markdown", "text/html", "application/json", "application/pdf", DOCX]


@pytest.mark.parametrize("media_type", MEDIA_TYPES)
@settings(max_examples=60, deadline=None)
@given(
    content=st.binary(max_size=400), charset=st.sampled_from([None, "utf-8", "shift_jis", "utf-7", "nonsense", "idna"])
)
@example(content=b"\xff\xfe\x00\xd8", charset=None)
@example(content=b"%PDF-1.4\n1 0 obj\n<<>>\n", charset=None)
@example(content=b'{"text": "\\ud800"}', charset=None)
@example(content=b'{"html": "<p>x"}', charset=None)
def test_any_bytes_give_layouts_or_a_reason(media_type: str, content: bytes, charset: str | None) -> None:
    layouts, dropped = lay_out(captured(content, media_type, encoding=charset))
    assert len(dropped) == (not layouts)
    for layout in layouts:
        layout.text.encode("utf-8")
        assert all(0 <= part.start <= part.end <= len(layout.text) for part in layout.parts)
