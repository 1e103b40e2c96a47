"""stands: who demands, refuses or promises what in a parsed sentence."""

from __future__ import annotations

import pytest

from readout.lexicon.stands import stand_words
from readout.records import Word
from readout.text.stands import called, stands

NURSES = "Nurses NOUN nurse 2 nsubj|refuse VERB refuse 0 root|to PART to 4 mark|work VERB work 2 xcomp|on ADP on 6 case|" \
    "Sundays PROPN sunday 4 obl|without ADP without 9 case|extra ADJ extra 9 amod|pay NOUN pay 4 obl"  # fmt: skip
OFFER = "The DET the 2 det|union NOUN union 3 nsubj|turned VERB turn 0 root|the DET the 5 det|offer NOUN offer 3 obj|" \
    "down ADP down 3 compound:prt"  # fmt: skip
PORTERS = "The DET the 2 det|clinic NOUN clinic 3 nsubj|fired VERB fire 0 root|two NUM two 5 nummod|porters NOUN porter 3 obj|" \
    "for SCONJ for 7 mark|refusing VERB refuse 3 advcl|extra ADJ extra 9 amod|shifts NOUN shift 7 obj"  # fmt: skip
TENANTS = "The DET the 2 det|board NOUN board 3 nsubj|gave VERB give 0 root|the DET the 5 det|tenants NOUN tenant 3 iobj|" \
    "an DET a 7 det|assurance NOUN assurance 3 obj|that SCONJ that 12 mark|no DET no 10 det|flat NOUN flat 12 nsubj:pass|" \
    "is AUX be 12 aux:pass|sold VERB sell 7 acl"  # fmt: skip
WISH = "Growers NOUN grower 2 nsubj|want VERB want 0 root|to PART to 4 mark|sell VERB sell 2 xcomp|more ADJ more 4 obj"
WHETHER = "Growers NOUN grower 2 nsubj|asked VERB ask 0 root|the DET the 4 det|mayor NOUN mayor 2 obj|whether SCONJ whether 7 mark|" \
    "it PRON it 7 nsubj|rained VERB rain 2 ccomp"  # fmt: skip
NOT = "Growers NOUN grower 4 nsubj|did AUX do 4 aux|not PART not 4 advmod|reject VERB reject 0 root|the DET the 6 det|plan NOUN plan 4 obj"

OWNER = "The DET the 2 det|owner NOUN owner 6 nsubj|, PUNCT , 5 punct|Northern PROPN Northern 5 compound|Line PROPN Line 2 appos|" \
    "refused VERB refuse 0 root"  # fmt: skip
OPINION = "Growers NOUN grower 2 nsubj|agree VERB agree 0 root|that SCONJ that 7 mark|the DET the 5 det|price NOUN price 7 nsubj|" \
    "is AUX be 7 cop|low ADJ low 2 ccomp"  # fmt: skip
DROPPED = "Growers NOUN grower 2 nsubj|dropped VERB drop 0 root|their PRON they 4 nmod:poss|demand NOUN demand 2 obj"
PROTEST = "It PRON it 2 nsubj|called VERB call 0 root|a DET a 4 det|protest NOUN protest 2 obj|for ADP for 6 case|" \
    "Monday PROPN Monday 2 obl"  # fmt: skip


def words_of(rows: str) -> tuple[str, list[Word]]:
    """Make words of one "form UPOS lemma head relation" each."""
    words, text = [], ""
    for row in rows.split("|"):
        form, upos, lemma, head, relation = row.split()
        start = len(text)
        text += form + " "
        words.append(Word(start, start + len(form), upos, lemma, int(head) - 1, relation, "O"))
    return text, words


def read(rows: str) -> list[tuple[str, str, str, bool]]:
    """Give kind, holder, words and whether it points back, of the stands in a sentence."""
    text, words = words_of(rows)
    return [
        (s.kind, " ".join(text[words[i].start : words[i].end] for i in s.holders), text[s.start : s.end], s.pointing)
        for s in stands(words, stand_words())
    ]


def test_a_refusal_is_told_with_its_condition() -> None:
    assert read(NURSES) == [("refusal", "Nurses", "Nurses refuse to work on Sundays without extra pay", False)]


def test_a_refusal_of_the_offer_points_back_to_the_offer() -> None:
    assert read(OFFER) == [("refusal", "The union", "The union turned the offer down", True)]


def test_what_others_are_punished_for_refusing_is_no_refusal_of_who_punishes() -> None:
    assert read(PORTERS) == []


def test_who_gives_an_assurance_has_promised() -> None:
    ((kind, holder, words, _),) = read(TENANTS)
    assert (kind, holder) == ("promise", "The board")
    assert words.startswith("The board gave") and words.endswith("sold")


@pytest.mark.parametrize("rows", [WISH, WHETHER, NOT, PROTEST, DROPPED, OPINION])
def test_a_wish_for_oneself_a_question_and_what_is_denied_are_no_stands(rows: str) -> None:
    assert read(rows) == []


def test_a_refusal_without_an_object_points_back_and_its_holder_has_the_name_set_beside() -> None:
    text, words = words_of(OWNER)
    (stand,) = stands(words, stand_words())
    assert stand.pointing
    named = called(words, stand.holders)
    assert "Northern Line" in " ".join(text[words[i].start : words[i].end] for i in named)


WISHED = "Growers NOUN grower 2 nsubj|demanded VERB demand 0 root|that SCONJ that 5 mark|parliament NOUN parliament 5 nsubj|" \
    "reject VERB reject 2 ccomp|the DET the 7 det|tax NOUN tax 5 obj"  # fmt: skip
ASKED = "Asked VERB ask 7 advcl|about ADP about 4 case|the DET the 4 det|tax NOUN tax 1 obl|, PUNCT , 7 punct|Roe PROPN Roe 7 nsubj|" \
    "left VERB leave 0 root"  # fmt: skip


@pytest.mark.parametrize(("rows", "kinds"), [(WISHED, ["demand"]), (ASKED, [])])
def test_what_is_only_demanded_is_nobody_s_refusal_and_who_is_asked_demands_nothing(rows: str, kinds: list[str]) -> None:
    assert [s.kind for s in stands(words_of(rows)[1], stand_words())] == kinds
