"""telling_clause: the words of a sentence that tell one act."""

from __future__ import annotations

from readout.records import Word
from readout.text.telling_clause import clause


def parsed(rows: str) -> tuple[str, tuple[Word, ...]]:
    """Read one word a line: form, part of speech, head from 1, relation."""
    words, text = [], ""
    for row in rows.strip().splitlines():
        form, upos, head, relation = row.split()
        start = len(text)
        text += form + " "
        words.append(Word(start, start + len(form), upos, form.lower(), int(head) - 1, relation, "O"))
    return text, tuple(words)


MEET = """
The DET 2 det
board NOUN 5 nsubj
is AUX 5 cop
to PART 5 mark
sit VERB 0 root
in ADP 7 case
May PROPN 5 obl
. PUNCT 5 punct
"""
TWO = """
Marn PROPN 2 nsubj
thanked VERB 0 root
Brel PROPN 2 obj
and CCONJ 5 cc
demanded VERB 2 conj
its PRON 7 nmod:poss
ship NOUN 5 obj
"""
FREE = """
Marn PROPN 2 nsubj
asked VERB 0 root
for SCONJ 7 mark
the DET 5 det
crew NOUN 7 nsubj:pass
to PART 7 mark
freed VERB 2 xcomp
"""
AGREED = """
They PRON 2 nsubj
agreed VERB 0 root
on ADP 4 case
Monday PROPN 2 obl
to PART 6 mark
open VERB 2 advcl
ports NOUN 6 obj
"""


def told(rows: str, trigger: str, *, above: bool = False) -> str:
    text, words = parsed(rows)
    start = text.index(trigger)
    found = clause(words, start, start + len(trigger), above=above)
    return text[slice(*found)] if found else ""


def test_what_is_to_be_keeps_its_subject():
    assert told(MEET, "sit") == "The board is to sit in May"


def test_the_second_verb_tells_its_own_act():
    assert told(TWO, "demanded") == "demanded its ship"
    assert told(TWO, "thanked") == "Marn thanked Brel"


def test_what_is_demanded_is_told_by_the_clause_above():
    assert told(FREE, "freed") == "the crew to freed"
    assert told(FREE, "freed", above=True).startswith("Marn asked for the crew")


def test_what_was_agreed_to_do_belongs_to_it():
    assert told(AGREED, "agreed") == "They agreed on Monday to open ports"
