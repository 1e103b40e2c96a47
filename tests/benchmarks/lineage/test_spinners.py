"""The spinners change words and order, and keep the addresses of the words they kept."""

import random
from pathlib import Path

import pytest

from benchmarks.lineage.spin_heldout import spin_page
from benchmarks.lineage.spin_tuning import spin
from benchmarks.lineage.syntax import MOVES, to_active, to_front, to_passive
from benchmarks.lineage.treebank import Sentence, read_documents, stamped
from benchmarks.lineage.wording import Lexicon, build_lexicon, inflect


@pytest.fixture(scope="module")
def sentences(treebank: Path) -> list[Sentence]:
    return [stamped(s, i) for i, s in enumerate(s for d in read_documents(treebank, "heldout") for s in d)]


@pytest.fixture(scope="module")
def lexicon(sentences: list[Sentence], synonyms: Path) -> Lexicon:
    return build_lexicon(sentences, synonyms)


def test_passive_puts_the_object_first_and_names_the_agent(sentences: list[Sentence], lexicon: Lexicon) -> None:
    words = to_passive(sentences[0], lexicon)
    assert words
    line = " ".join(w.form for w in words)
    assert " was " in line and " by The " in line


def test_fronting_sets_a_comma(sentences: list[Sentence], lexicon: Lexicon) -> None:
    words = to_front(sentences[0], lexicon)
    assert words and words[0].form == "in" and words[2].form == ","


def test_active_needs_a_passive(sentences: list[Sentence], lexicon: Lexicon) -> None:
    assert to_active(sentences[0], lexicon) is None


def test_moves_keep_every_atom_once(sentences: list[Sentence], lexicon: Lexicon) -> None:
    for sentence in sentences[:40]:
        for words in (move(sentence, lexicon) for move in MOVES):
            kept = [w.atom for w in words or () if w.atom >= 0]
            assert len(kept) == len(set(kept)) and set(kept) <= {w.atom for w in sentence.words}


def test_full_rate_replaces_what_has_synonyms(sentences: list[Sentence], lexicon: Lexicon) -> None:
    spun = spin(sentences[0], random.Random(1), 1.0, lexicon)
    assert spun.level == 2
    for before, after in zip(sentences[0].words, spun.words, strict=True):
        if before.lemma in ("hall", "bridge", "teacher", "school"):
            assert before.form != after.form


def test_the_heldout_dictionary_is_the_same_all_over_a_page(sentences: list[Sentence], lexicon: Lexicon) -> None:
    page = spin_page(sentences[:60], random.Random(1), 1.0, lexicon)
    was = {w.atom: w for s in sentences[:60] for w in s.words}
    given = {w.form for s in page for w in s.words if w.atom >= 0 and was[w.atom].lemma == "teacher"}
    assert given == {"instructor"}


@pytest.mark.parametrize(
    ("lemma", "tag", "form"),
    [
        ("stop", "VBD", "stopped"),
        ("carry", "VBZ", "carries"),
        ("take over", "VBD", "taked over"),
        ("church", "NNS", "churches"),
        ("fresh", "JJR", "more fresh"),
        ("make", "VBG", "making"),
    ],
)
def test_inflection_by_rule_where_no_form_is_known(lemma: str, tag: str, form: str) -> None:
    assert inflect(lemma, tag, Lexicon({}, {}, {}, {})) == form
