"""Who said the quoted words: shapes of edited news, one row for every stretch."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from readout.lexicon import abbreviations, speech
from readout.text.attributions import attributions
from readout.text.quotations import quotations
from readout.text.sentences import all_sentences, paragraphs
from readout.text.unit_reading import Said

WILD = st.lists(
    st.sampled_from(
        ["“", "”", '"', "'", "‘", "’", " said ", " Smith ", "the plan", ", ", ". ", "\n", "He", " told", " that ", 
         "according to", ": ", "“Yes,”", " is ", "“big”", "Mr. ", "?", " and ", "adding ", " — "]
    ),
    max_size=30,
).map("".join)  # fmt: skip


def read(text: str) -> list[Said]:
    return attributions(text, all_sentences(text, paragraphs(text), abbreviations()), speech())


def shown(text: str) -> list[tuple[str, list[str], str | None, str | None, str | None]]:
    def at(span: tuple[int, int] | None) -> str | None:
        return text[slice(*span)] if span else None

    return [(s.kind, [text[a:b] for a, b in s.content], at(s.cue), at(s.source), s.name) for s in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won,” said Ann Poe. “We go on.”", ("direct", ["“We won,”", "“We go on.”"], "said", "Ann Poe", "Ann Poe")),
        ("“We won,” she told reporters.", ("direct", ["“We won,”"], "told", "she", None)),
        ("“Never,” Mr. Lee wrote on Twitter, “have we lost.”",
         ("direct", ["“Never,”", "“have we lost.”"], "wrote", "Mr. Lee", "Lee")),
        ("“Why?” Mr. Lee asked.", ("direct", ["“Why?”"], "asked", "Mr. Lee", "Lee")),
        ("Jane Roe, who runs the shop, said, “It was loud.”",
         ("direct", ["“It was loud.”"], "said", "Jane Roe, who runs the shop", "Jane Roe")),
        ("In a statement on Friday, the ministry said: “No.”", ("direct", ["“No.”"], "said", "the ministry", None)),
        ("“No,” said Rep. Ann Poe, a Texas Republican, in an interview.",
         ("direct", ["“No,”"], "said", "Rep. Ann Poe, a Texas Republican", "Ann Poe")),
        ("“He lied,” Smith’s lawyer, Tom Dunn, told the court.",
         ("direct", ["“He lied,”"], "told", "Smith’s lawyer, Tom Dunn", "Tom Dunn")),
        ("Smith said that the plan was “dead” and “gone.”",
         ("mixed", ["that the plan was “dead” and “gone.”"], "said", "Smith", "Smith")),
        ("The senator called the bill “a disgrace.”",
         ("mixed", ["the bill “a disgrace.”"], "called", "The senator", None)),
        ("The plan is “dead,” according to John Dow, the mayor.",
         ("mixed", ["The plan is “dead,”"], "according to", "John Dow, the mayor", "John Dow")),
        ("According to Mary Roe, the plan is “dead.”",
         ("mixed", ["the plan is “dead.”"], "According to", "Mary Roe", "Mary Roe")),
        ("His campaign responded by tweeting, “Sad!”", ("direct", ["“Sad!”"], "tweeting", "His campaign", None)),
        ("“No,” Secretary of State John Gray said.",
         ("direct", ["“No,”"], "said", "Secretary of State John Gray", "John Gray")),
        ("'It is over,' said the prime minister.", ("direct", ["'It is over,'"], "said", "the prime minister", None)),
        ("“We won.” — Ann Poe, mayor", ("direct", ["“We won.”"], "—", "Ann Poe, mayor", "Ann Poe")),
        ("“I don’t buy it,” Smith laughed.", ("direct", ["“I don’t buy it,”"], "laughed", "Smith", "Smith")),
        ("“It was,” said one official, speaking softly, “a mess.”",
         ("direct", ["“It was,”", "“a mess.”"], "said", "one official", None)),
        ("A spokesman for Ms. Poe said she was “well.”",
         ("mixed", ["she was “well.”"], "said", "A spokesman for Ms. Poe", None)),
        ("Gray said on Friday: “I will appeal.”", ("direct", ["“I will appeal.”"], "said", "Gray", "Gray")),
        ("Officials said Gray was told it was “over.”",
         ("mixed", ["Gray was told it was “over.”"], "said", "Officials", None)),
        ("“Are you sure?” the former mayor said.",
         ("direct", ["“Are you sure?”"], "said", "the former mayor", None)),
        ("The musical “Hamilton” opened on Broadway.", ("term", ["“Hamilton”"], None, None, None)),
        ("So-called “experts” were there.", ("term", ["“experts”"], None, None, None)),
    ],
)  # fmt: skip
def test_one_attribution(text: str, expected: tuple[str, list[str], str | None, str | None, str | None]) -> None:
    assert shown(text) == [expected]


def test_a_participle_has_the_source_of_the_clause_before_it() -> None:
    first, second = shown("“We won,” Poe said, adding that it was “a start.”")
    assert first == ("direct", ["“We won,”"], "said", "Poe", "Poe")
    assert second == ("mixed", ["that it was “a start.”"], "adding", "Poe", "Poe")


def test_a_second_clause_of_saying_ends_the_first() -> None:
    first, second = shown("Gray called Poe “a liar” and said she should “resign now.”")
    assert (first[1], first[2], first[3]) == (["Poe “a liar”"], "called", "Gray")
    assert (second[1], second[2], second[3]) == (["she should “resign now.”"], "said", "Gray")


def test_the_name_of_a_work_in_a_leading_phrase_is_a_term() -> None:
    kinds = [(s[0], s[1]) for s in shown("In his memoir, “The Long Road,” Gray writes that he was “lost.”")]
    assert kinds == [("term", ["“The Long Road,”"]), ("mixed", ["that he was “lost.”"])]


def test_a_quotation_over_paragraphs_is_one_attribution() -> None:
    assert shown("“One.\n“Two,” Poe said.") == [("direct", ["“One.", "“Two,”"], "said", "Poe", "Poe")]


def test_a_quotation_alone_has_no_speaker_without_evidence() -> None:
    assert shown("The rain fell.\n“I won’t go.”") == [("direct", ["“I won’t go.”"], None, None, None)]


def test_a_quotation_alone_behind_a_report_of_speech_is_by_the_same() -> None:
    text = "Poe told the court that she was ill.\n“I won’t go.”\n“Not now.”"
    assert [(s[1], s[3]) for s in shown(text)] == [(["“I won’t go.”"], "Poe"), (["“Not now.”"], "Poe")]


def test_a_new_speaker_ends_the_carrying() -> None:
    text = "“Yes,” said Poe.\nThe rain fell.\n“No.”"
    assert [s[3] for s in shown(text)] == ["Poe", None]


@settings(max_examples=60)
@given(WILD | st.text(max_size=60))
@example("“Yes,”“Yes,” said “ — ")
def test_every_outermost_stretch_lies_in_one_content(text: str) -> None:
    said = read(text)
    within = [(p[0][0], p[-1][1]) for p in all_sentences(text, paragraphs(text), abbreviations()) if p]
    for s in quotations(text, within).stretches:
        if s.depth == 0:
            assert sum(a <= s.start and s.end <= b for x in said for a, b in x.content) >= 1
    spans = [span for x in said for span in (*x.content, x.cue, x.source) if span]
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert len({x.content for x in said}) == len(said)
    assert all(x.because for x in said)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("the Trade Ministry", "Trade Ministry"),
        ("Trade Ministry spokeswoman Ada Poe", "Ada Poe"),
        ("U.S. President Ada Poe", "Ada Poe"),
        ("the ministry", None),
        ("the Ministry", None),
        ("President Poe", "Poe"),
        ("the Norlandic delegation", None),
    ],
)
def test_a_body_keeps_its_title_and_gives_way_to_its_speaker(source: str, name: str | None) -> None:
    text = f"“We will wait and see what comes of it,” {source} said."
    cut = all_sentences(text, paragraphs(text), abbreviations())
    (said,) = attributions(text, cut, speech())
    assert said.name == name
