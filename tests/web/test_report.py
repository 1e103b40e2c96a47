"""The report: self-contained, escaped, whole without scripts; every link inside it lands somewhere."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from readout.api import Record
from readout.pile import Pile
from readout.records import Block, Evidence
from readout.web.report import render
from readout.web.report.differences import differences
from readout.web.report.evidence import happening
from readout.web.report.forest import forest
from readout.web.report.matrix import matrix
from readout.web.report.people import people
from readout.web.report.reading import pieces
from readout.web.report.timeline import timeline
from tests.web.world import LEAD, TALKS, VISIT, doc

VOID = {"meta", "br", "input", "img", "link", "hr"}


class Outline(HTMLParser):
    """Collects ids, inner links and outer addresses, and checks that tags close in order."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.links: set[str] = set()
        self.outside: list[str] = []
        self.open: list[str] = []
        self.tags: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            assert not name.startswith("on"), name
            if name == "id":
                self.ids[str(value)] += 1
            if name in ("href", "src", "action", "srcset", "data"):
                (self.links.add(str(value)[1:]) if str(value).startswith("#") else self.outside.append(str(value)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, f"{tag} closes out of order at {self.getpos()}"


@pytest.fixture(scope="module")
def page(made: Record) -> str:
    return render(made)


@pytest.fixture(scope="module")
def outline(page: str) -> Outline:
    found = Outline()
    found.feed(page)
    return found


def test_every_link_inside_lands_on_one_element(outline: Outline) -> None:
    assert not [i for i, n in outline.ids.items() if n > 1]
    assert not outline.links - set(outline.ids)
    assert not outline.open


def test_it_asks_for_nothing_and_runs_nothing(page: str, outline: Outline) -> None:
    assert "default-src 'none'" in page
    assert set(outline.outside) <= {f"https://x.example/{n}.txt" for n in ("post", "echo", "mill", "news")}
    assert not set(outline.tags) & {"script", "iframe", "img", "object", "embed", "form", "link", "base"}
    assert "url(" not in page and "@import" not in page


def test_page_text_stays_text(page: str) -> None:
    assert "<script" not in page and "&lt;script&gt;" in page and "49" not in re.findall(r"\{\{ 7\*7 \}\}|>49<", page)


def test_a_page_is_cut_where_a_citation_begins_or_the_marking_changes_only(made: Record) -> None:
    page = next(d for d in Pile(made).documents.values() if d.external_id == "post.txt")
    start = page.text.index(LEAD)
    ends = ((0, 40), (0, len(LEAD)), (10, 20))
    spans = [Evidence(page.doc_id, start + first, start + last) for first, last in ends]
    block = Block(page.doc_id, start, start + len(LEAD), "body", "")
    found = list(pieces(page, block, start, spans, dict.fromkeys(spans, False)))
    assert [p.text for p in found] == [LEAD[:10], LEAD[10:]] and all(p.cited and len(p.anchors) == 1 for p in found)


def test_dots_are_filled_for_voices_and_hollow_for_copies(made: Record) -> None:
    pile = Pile(made)
    shown = happening(pile, pile.occurrences[TALKS])
    assert [d.filled for d in shown.dots] == [True, True, False, False]
    assert {w.page.external_id for w in shown.witnesses if not w.filled} == {"echo.txt", "mill.txt"}
    assert shown.sentence is not None and shown.sentence.words == "met"


def test_a_sentence_taken_over_is_shown_once_with_every_page_that_has_it(made: Record) -> None:
    pile = Pile(made)
    shown = happening(pile, pile.occurrences[TALKS])
    assert sorted(w.page.external_id for same in shown.sentences for w in same) == sorted(
        w.page.external_id for w in shown.witnesses
    )
    told = [(same[0].before, same[0].words, same[0].after) for same in shown.sentences]
    assert len(told) == len(set(told)) < len(shown.witnesses)


def test_the_matrix_marks_the_contradicting_voice(made: Record) -> None:
    pile = Pile(made)
    laid = matrix(pile, [happening(pile, pile.occurrences[TALKS])])
    assert laid.voices == ("Harbour News", "Morning Post")
    assert {c.mark for c in laid.rows[0][1]} == {"≠"}  # one voice each: neither value has more support


def test_a_contradicted_minority_is_marked_alone(made: Record) -> None:
    pile = Pile(made)
    laid = matrix(pile, [happening(pile, pile.occurrences[VISIT])])
    assert laid.rows == ()


def test_copies_stand_beside_their_origin(made: Record) -> None:
    found = {d.copy.external_id: d for d in differences(Pile(made))}
    assert set(found) == {"echo.txt", "mill.txt"} and all(d.origin.external_id == "post.txt" for d in found.values())
    assert "".join(s.words for s in found["echo.txt"].left).startswith("Envoys meet in Varn")
    assert any(s.changed and "Legates" in s.words for s in found["mill.txt"].right)


def test_the_forest_has_one_tree_with_two_leaves(made: Record) -> None:
    drawn = forest(Pile(made))
    (tree,) = drawn.trees
    assert tree.root.filled and [n.filled for n in tree.pages] == [False, False]


def test_the_time_line_keeps_happened_and_reported_apart(made: Record) -> None:
    pile = Pile(made)
    days = {d.day: d for d in timeline(pile, [happening(pile, o) for o in pile.occurrences.values()])}
    assert [d.external_id for d in days["2031-03-05"].reported] == ["echo.txt", "mill.txt"] and not days[
        "2031-03-05"
    ].happened
    assert [h.row.occurrence_id for h in days["2031-04-09"].happened] == [VISIT] and not days["2031-04-09"].reported


def test_people_have_offices_and_meetings(made: Record) -> None:
    brenn = next(p for p in people(Pile(made)) if p.row.name == "Ada Brenn")
    assert brenn.offices[0].words == "envoy of Torve" and brenn.met[0][0] == "Olek Marsh"


@pytest.mark.skipif(shutil.which("chromium") is None, reason="no chromium here")
def test_a_browser_shows_it_without_scripts_or_requests(page: str, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(page, "utf-8")
    command = [
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
        f"--user-data-dir={tmp_path / 'profile'}", "--enable-logging=stderr", "--v=0", "--dump-dom", f"{path.as_uri()}#{doc('post.txt').replace(':', '-')}",
    ]  # fmt: skip
    run = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert '<h2 id="t-occurrences">' in run.stdout
    assert "CONSOLE" not in run.stderr and "Refused to" not in run.stderr


def test_the_ledger_counts_what_was_read_and_the_sheet_names_its_parts(page: str) -> None:
    assert "built-in method" not in page
    assert re.search(r"<li>\d+ read</li>", page)
    for title in ("Channels", "Commitments", "Incidents", "Positions", "Days ahead"):
        assert f"<h3>{title}</h3>" in page
