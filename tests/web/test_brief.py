"""The brief: pages' words, footnoted; nothing planned among what happened; values apart with who gives them."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest

from readout.api import Record
from readout.pile import Pile
from readout.store.schema import json_schemas
from readout.web.altered import marked
from readout.web.brief import compose
from readout.web.brief_html import brief_html
from readout.web.brief_markdown import brief_markdown
from readout.web.citations import bibtex, csl
from readout.web.disputes import about
from readout.web.lines import Brief, Line, Part
from readout.web.title import stretch
from tests.web.world import LEAD, NEARER, NO, PLAN, QUOTE, SAID, SHORT, SPUN, TALKS, span


@pytest.fixture(scope="module")
def brief(made: Record) -> Brief:
    return compose(Pile(made))


def lines(brief: Brief, name: str) -> list[str]:
    return [line.text for s in brief.sections if s.name == name for line in s.lines]


def test_an_occurrence_is_told_in_the_words_of_an_unaltered_page_with_its_voices(brief: Brief) -> None:
    (line,) = next(s.lines for s in brief.sections if s.name == "happened")
    assert (line.about, line.text, line.voices) == (TALKS, LEAD, (2, 2))
    assert "2 voices, 4 pages, 2 of them copies" in line.note and "4 March 2031" in line.lead
    assert brief.headline == line


def test_what_is_planned_or_refused_stands_apart(brief: Brief) -> None:
    assert lines(brief, "ahead") == [PLAN] and lines(brief, "demanded") == [NO]
    (line,) = next(s.lines for s in brief.sections if s.name == "ahead")
    assert line.lead.startswith("Planned (“visit”), 9 April 2031")


def test_a_saying_is_one_line_with_its_other_wordings_and_what_changed(made: Record, brief: Brief) -> None:
    (short,) = next(s.lines for s in brief.sections if s.name == "said")
    assert len(short.parts) == 1
    (line,) = next(s.lines for s in compose(Pile(made), full=True).sections if s.name == "said")
    assert line.text == QUOTE and line.lead == "Ada Brenn, envoy of Torve"
    by_text = {p.text: p for p in line.parts}
    assert set(by_text) == {NEARER, SPUN}
    assert "“nearer” for “closer”" in by_text[NEARER].note and by_text[SPUN].lead == "machine-reworded"


def test_a_contradiction_lists_each_value_with_who_gives_it(made: Record) -> None:
    (line,) = next(s.lines for s in compose(Pile(made), full=True).sections if s.name == "disputed")
    assert "contradict" in line.note
    assert {(p.lead, p.text) for p in line.parts} == {("4 hours", LEAD), ("barely 2 hours", SHORT)}
    assert any("Morning Post" in p.note and "2 pages" in p.note for p in line.parts)


def test_no_gap_is_claimed_where_the_pages_may_fill_it(brief: Brief) -> None:
    assert not any(s.lines for s in brief.sections if s.name == "gaps")  # one refused, another came closer: it may be what came


def test_a_line_says_where_its_words_are_those_of_a_reworded_page(made: Record) -> None:
    pile, mill = Pile(made), span("mill.txt", SPUN)
    post = span("post.txt", QUOTE)
    line = Line(None, "", SPUN, "1 voice", (mill,), (Part("in other words", QUOTE, "", (post, mill)),))
    told = marked(pile, line)
    assert told.note == "1 voice; only in a machine-reworded page" and told.parts[0].note == ""
    assert marked(pile, Line(None, "", SPUN, "", (mill, post))).note == "in the words of a machine-reworded page"
    assert marked(pile, Line(None, "", QUOTE, "1 voice", (post, mill))).note == "1 voice"


def test_the_title_tells_the_parties_and_the_days_and_the_record_is_named_small(made: Record, brief: Brief) -> None:
    assert (brief.title, brief.record) == ("Ada Brenn and Olek Marsh, 4 to 5 March 2031", "varn")
    assert brief_markdown(brief, Pile(made)).startswith("# Ada Brenn and Olek Marsh, 4 to 5 March 2031\n")
    assert stretch("2031-03-30", "2031-04-02") == "30 March to 2 April 2031"
    assert stretch("2031-12-30", "2032-01-02") == "30 December 2031 to 2 January 2032"
    assert stretch("2031-03-04", "2031-03-04") == "4 March 2031"


def test_every_footnote_is_a_span_of_its_page(made: Record, brief: Brief) -> None:
    pile = Pile(made)
    for found in brief.footnotes():
        assert 0 <= found.start < found.end <= len(pile.documents[found.doc_id].text)
    assert span("post.txt", LEAD) in brief.footnotes()


def test_markdown_marks_and_notes_match_and_page_text_stays_text(made: Record, brief: Brief) -> None:
    text = brief_markdown(brief, Pile(made))
    marks, notes = set(re.findall(r"\[\^(\d+)\](?!:)", text)), set(re.findall(r"^\[\^(\d+)\]:", text, re.M))
    assert marks == notes and marks
    assert "<script" not in text and "[x](javascript" not in text
    assert "confirmed" not in text.lower()


def test_html_escapes_and_asks_for_nothing(made: Record, brief: Brief) -> None:
    page = brief_html(compose(Pile(made), full=True), Pile(made))
    assert "<script" not in page and "&lt;script&gt;" in page and "src=" not in page
    assert set(re.findall(r'href="#n(\d+)"', page)) == set(re.findall(r'id="n(\d+)"', page))


def test_json_rows_follow_their_schema(brief: Brief) -> None:
    for row in brief.rows():
        jsonschema.validate(json.loads(json.dumps(row)), json_schemas()["brief"])


def test_citations_carry_outlet_day_and_digest(made: Record) -> None:
    pages = sorted(Pile(made).documents.values(), key=lambda d: d.external_id)
    item = csl(pages)[-1]
    assert item["container-title"] == "Morning Post" and item["issued"] == {"date-parts": [[2031, 3, 4]]}
    assert item["author"] == [{"family": "Toren", "given": "Ilse"}] and "SHA-256" in item["note"]
    assert "issued" not in csl(pages)[2]
    assert "journal = {Morning Post}" in "".join(bibtex(pages)) and "\\{\\{ 7*7" in "".join(bibtex(pages))


def test_a_finding_about_a_saying_is_named_by_its_words(made: Record) -> None:
    assert about(Pile(made), SAID) == "“We are closer than last week”"


def test_a_section_leaves_the_true_number_of_lines_to_the_full_brief(made: Record) -> None:
    pile = Pile(made)
    short, full = compose(pile), compose(pile, full=True)
    lines = {s.name: len(s.lines) for s in full.sections}
    assert all(len(s.lines) + s.left == lines[s.name] for s in short.sections if s.name != "gaps")
    assert {s.name for s in short.sections} >= lines.keys() - {"gaps"}
    assert not any(s.left for s in full.sections)


def test_no_line_has_more_voices_than_pages(brief: Brief) -> None:
    told = [(line.voices, int(found[1])) for s in brief.sections for line in s.lines
            if line.voices and (found := re.search(r"(\d+) pages?\b", line.note))]  # fmt: skip
    assert told and all(low <= high <= pages for (low, high), pages in told)
