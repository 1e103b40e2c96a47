"""dates_ahead: days that a sentence sets."""

from __future__ import annotations

from datetime import date

import pytest

from readout.records import Word
from readout.text.dates_ahead import dates_ahead
from readout.text.times import read_times

COURT = "The DET the 2 det|court NOUN court 5 nsubj|is AUX be 5 cop|to PART to 5 mark|hear VERB hear 0 root|the DET the 7 det|" \
    "case NOUN case 5 obj|on ADP on 10 case|May PROPN May 10 nmod|4 NUM 4 5 obl"  # fmt: skip
OFF = "The DET the 2 det|match NOUN match 9 nsubj:pass|planned VERB plan 2 acl|for ADP for 6 case|May PROPN May 6 nmod|4 NUM 4 3 obl|" \
    "has AUX have 9 aux|been AUX be 9 aux:pass|called VERB call 0 root|off ADP off 9 compound:prt"  # fmt: skip
NONE = "There PRON there 3 expl|will AUX will 3 aux|be VERB be 0 root|no DET no 5 det|match NOUN match 3 nsubj|on ADP on 8 case|" \
    "May PROPN May 8 nmod|4 NUM 4 3 obl"  # fmt: skip
WAS = "The DET the 2 det|harbour NOUN harbour 6 nsubj|was AUX be 6 aux|to PART to 6 mark|have AUX have 6 aux|opened VERB open 0 root|" \
    "on ADP on 9 case|May PROPN May 9 nmod|4 NUM 4 6 obl"  # fmt: skip
PUT = "The DET the 2 det|vote NOUN vote 4 nsubj:pass|was AUX be 4 aux:pass|put VERB put 0 root|off ADP off 4 compound:prt|" \
    "to ADP to 8 case|May PROPN May 8 nmod|4 NUM 4 4 obl"  # fmt: skip
UNTIL = "The DET the 2 det|school NOUN school 3 nsubj|stays VERB stay 0 root|closed ADJ close 3 xcomp|until ADP until 7 case|" \
    "May PROPN May 7 nmod|4 NUM 4 3 obl"  # fmt: skip

GONE = "The DET the 2 det|fair NOUN fair 9 nsubj|, PUNCT , 4 punct|set VERB set 2 acl|for ADP for 7 case|May PROPN May 7 nmod|" \
    "4 NUM 4 4 obl|will AUX will 9 aux|go VERB go 0 root|not PART not 9 advmod|ahead ADV ahead 9 advmod"  # fmt: skip
NEVER = "The DET the 2 det|round NOUN round 9 nsubj|planned VERB plan 2 acl|for ADP for 5 case|May PROPN May 3 obl|4 NUM 4 5 nummod|" \
    "never ADV never 9 advmod|, PUNCT , 9 punct|took VERB take 0 root|place NOUN place 9 obj"  # fmt: skip
IS_OFF = "The DET the 2 det|march NOUN march 7 nsubj|on ADP on 5 case|May PROPN May 5 nmod|4 NUM 4 2 nmod|is AUX be 7 cop|" \
    "off ADV off 0 root"  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "states"),
    [(COURT, ["planned"]), (OFF, ["cancelled"]), (WAS, ["cancelled"]), (PUT, ["postponed"]), (NONE, []), (UNTIL, []),
     (GONE, ["cancelled"]), (IS_OFF, ["cancelled"]), (NEVER, [])],
)
def test_a_day_is_set_put_off_or_called_off(rows: str, states: list[str]) -> None:
    words, text = [], ""
    for row in rows.split("|"):
        form, upos, lemma, head, relation = row.split()
        start = len(text)
        text += form + " "
        words.append(Word(start, start + len(form), upos, lemma, int(head) - 1, relation, "O"))
    times = read_times(text, date(2025, 4, 20))
    found = list(dates_ahead(text, words, times, "2025-04-20"))
    assert [a.state for a in found] == states
    assert {a.first for a in found} <= {"2025-05-04"}
