"""terms: what a deal or a given word binds somebody to do."""

from __future__ import annotations

import pytest

from readout.records import Word
from readout.text.terms import terms

UNDER = "Under ADP under 3 case|the DET the 3 det|accord NOUN accord 6 obl|Marn PROPN Marn 6 nsubj|will AUX will 6 aux|" \
    "return VERB return 0 root|the DET the 8 det|bells NOUN bell 6 obj"  # fmt: skip
LETS = "Under ADP under 2 case|it PRON it 4 obl|Marn PROPN Marn 4 nsubj|pays VERB pay 0 root|for ADP for 7 case|the DET the 7 det|" \
    "bells NOUN bell 4 obl|and CCONJ and 9 cc|lets VERB let 4 conj|monks NOUN monk 9 obj|in ADP in 9 advmod"  # fmt: skip
OBLIGES = "The DET the 2 det|pact NOUN pact 3 nsubj|obliges VERB oblige 0 root|both DET both 5 det|towns NOUN town 3 obj|" \
    "to PART to 7 mark|share VERB share 3 xcomp|water NOUN water 7 obj"  # fmt: skip
WORD = "The DET the 2 det|dairy NOUN dairy 3 nsubj|said VERB say 0 root|it PRON it 6 nsubj|would AUX would 6 aux|" \
    "refund VERB refund 3 ccomp|every DET every 8 det|bottle NOUN bottle 6 obj"  # fmt: skip
WHETHER = "Nobody PRON nobody 2 nsubj|knows VERB know 0 root|whether SCONJ whether 6 mark|it PRON it 6 nsubj|would AUX would 6 aux|" \
    "refund VERB refund 2 ccomp|the DET the 8 det|bottle NOUN bottle 6 obj"  # fmt: skip
SPEECH = "The DET the 2 det|queen NOUN queen 4 nsubj|will AUX will 4 aux|give VERB give 0 root|a DET a 6 det|speech NOUN speech 4 obj"
OLD = "Two NUM two 2 nummod|towns NOUN town 3 nsubj|used VERB use 0 root|the DET the 5 det|well NOUN well 3 obj|under ADP under 8 case|" \
    "an DET a 8 det|accord NOUN accord 3 obl"  # fmt: skip


def read(rows: str) -> list[tuple[str, str, bool]]:
    """Read "form UPOS lemma head relation" rows; give holder, clause and whether a deal binds."""
    words, text = [], ""
    for row in rows.split("|"):
        form, upos, lemma, head, relation = row.split()
        words.append(Word(len(text), len(text) + len(form), upos, lemma, int(head) - 1, relation, "O"))
        text += form + " "
    return [
        (" ".join(text[words[i].start : words[i].end] for i in t.holders), text[t.start : t.end], t.dealt)
        for t in terms(text, words)
    ]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (UNDER, [("Marn", "Under the accord Marn will return the bells", True)]),
        (LETS, [("Marn", "Under it Marn pays for the bells", True), ("Marn", "lets monks in", True)]),
        (OBLIGES, [("both towns", "The pact obliges both towns to share water", True)]),
        (WORD, [("it", "it would refund every bottle", False)]),
        (WHETHER, []),
        (SPEECH, []),
        (OLD, []),
    ],
)
def test_terms_of_a_deal_and_deeds_one_gives_ones_word_for(rows: str, told: list[tuple[str, str, bool]]) -> None:
    assert read(rows) == told
