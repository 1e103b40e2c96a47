"""Every mark is read: it opens or closes a stretch, or it is told what else it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.text.quotations import Quotations, quotations
from readout.text.quote_marks import MARK
from readout.text.sentences import paragraphs

MARKS = "\"“”„‟«»‹›'‘’‚‛`´「」『』"
WILD = st.text(st.sampled_from(MARKS + " aZs5.,?!\n—(") | st.characters(), max_size=80)


def read(text: str) -> Quotations:
    return quotations(text, paragraphs(text))


def words(text: str) -> list[tuple[str, int]]:
    return [(text[s.start : s.end], s.depth) for s in read(text).stretches]


def roles(text: str) -> list[str]:
    return [m.role for m in read(text).lone]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won,” he said. “It’s done.”", [("“We won,”", 0), ("“It’s done.”", 0)]),
        ('"We won," he said. "It\'s done."', [('"We won,"', 0), ('"It\'s done."', 0)]),
        ("„Wir sind da“, sagte er.", [("„Wir sind da“", 0)]),
        ("»Ja«, sagte sie, «oui», « non ».", [("»Ja«", 0), ("«oui»", 0), ("« non »", 0)]),
        ("‘It is over,’ said the workers’ leader.", [("‘It is over,’", 0)]),
        ("'We won the workers' rights,' he said.", [("'We won the workers' rights,'", 0)]),
        ("“She said ‘no way’ to me,” he said.", [("“She said ‘no way’ to me,”", 0), ("‘no way’", 1)]),
        ("'He said \"no\" to me,' she said.", [("'He said \"no\" to me,'", 0), ('"no"', 1)]),
        ("“I said, ‘Go.’”", [("“I said, ‘Go.’”", 0), ("‘Go.’", 1)]),
        ("\"I said, 'Go.'\"", [("\"I said, 'Go.'\"", 0), ("'Go.'", 1)]),
        ('"He said "go" to me," she said.', [('"He said "go" to me,"', 0), ('"go"', 1)]),
        ("``TeX'' marks", [("``TeX''", 0)]),
        ('He called it "mixed” and “odd".', [('"mixed”', 0), ('“odd"', 0)]),
        ('said."We go."He left', [('"We go."', 0)]),
        ("「はい」と『本』", [("「はい」", 0), ("『本』", 0)]),
        ('" spaced " words', [('" spaced "', 0)]),
    ],
)
def test_quoted_words_with_their_marks(text: str, expected: list[tuple[str, int]]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don’t go to the dogs’ home", ["apostrophe", "apostrophe"]),
        ("rock 'n' roll of the '90s", ["apostrophe"] * 3),
        ("6'2\" tall", ["measure", "measure"]),
        ('a 12" pipe', ["measure"]),
        ("a ” b", ["stray"]),
    ],
)
def test_marks_that_quote_nothing_are_told_what_they_are(text: str, expected: list[str]) -> None:
    assert (roles(text), words(text)) == (expected, [])


def test_an_inch_mark_inside_a_quotation_does_not_close_it() -> None:
    assert words('"He is 5\'10" tall," she said.') == [('"He is 5\'10" tall,"', 0)]


def test_a_forgotten_closing_mark_ends_at_the_paragraph_or_the_next_opening() -> None:
    (lone,) = read("“We won, he said.").stretches
    assert (lone.closing, lone.because) == ("", "the paragraph ends before a closing mark")
    first, second = read("“We won, he said. “Go,” she said.").stretches
    assert (first.closing, second.closing) == ("", "”")
    assert first.because == "another quotation opens before a closing mark"


def test_a_quotation_over_paragraphs_is_one_group() -> None:
    found = read("“One.\n“Two.\n“Three,” he said. “Four.”").stretches
    assert [s.group for s in found] == [0, 0, 0, 3]


def test_an_unusual_pair_says_so() -> None:
    (stretch,) = read('"mixed”').stretches
    assert stretch.because == 'closed by ”, which is not the usual partner of "'


@given(WILD)
def test_every_mark_is_accounted_for_once(text: str) -> None:
    within = paragraphs(text)
    found = quotations(text, within)
    edges = [e for s in found.stretches for e in (s.start, s.inner_end if s.closing else None) if e is not None]
    told = sorted(edges + [m.start for m in found.lone])
    assert told == [m.start() for a, b in within for m in MARK.finditer(text, a, b)]


@given(WILD)
def test_stretches_nest_and_lie_in_one_paragraph(text: str) -> None:
    within = paragraphs(text)
    open_ends: list[int] = []
    for s in quotations(text, within).stretches:
        a, b = within[s.paragraph]
        assert a <= s.start < s.inner_start <= s.inner_end <= s.end <= b
        assert text[s.start : s.inner_start] == s.opening
        assert text[s.inner_end : s.end] == s.closing
        while open_ends and open_ends[-1] <= s.start:
            open_ends.pop()
        assert s.depth == len(open_ends)
        assert not open_ends or s.end <= open_ends[-1]
        open_ends.append(s.end)
