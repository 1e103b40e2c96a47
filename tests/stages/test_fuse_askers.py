"""fuse: a demand, promise or threat is that of who makes it, whoever is to do what is demanded."""

from __future__ import annotations

import pytest

from readout.records import Parse, Word
from tests.stages.fusing import event, fused, page
from tests.stages.test_fuse_undone import words

ACTIVE = "Ostrava demanded that Ruse withdraw from the ferry board."
ACTIVE_WORDS = words(
    ACTIVE, ("Ostrava", "PROPN", "Ostrava", 1, "nsubj"), ("demanded", "VERB", "demand", -1, "root"),
    ("that", "SCONJ", "that", 4, "mark"), ("Ruse", "PROPN", "Ruse", 4, "nsubj"), ("withdraw", "VERB", "withdraw", 1, "ccomp"),
)  # fmt: skip
NOUN = "Ostrava's demand that Ruse withdraw was heard."
NOUN_WORDS = words(
    NOUN, ("Ostrava", "PROPN", "Ostrava", 2, "nmod:poss"), ("'s", "PART", "'s", 0, "case"), ("demand", "NOUN", "demand", 7, "nsubj:pass"),
    ("that", "SCONJ", "that", 5, "mark"), ("Ruse", "PROPN", "Ruse", 5, "nsubj"), ("withdraw", "VERB", "withdraw", 2, "acl"),
    ("was", "AUX", "be", 7, "aux:pass"), ("heard", "VERB", "hear", -1, "root"),
)  # fmt: skip
PASSIVE = "It was demanded by Ostrava that Ruse withdraw."
PASSIVE_WORDS = words(
    PASSIVE, ("It", "PRON", "it", 2, "nsubj:pass"), ("was", "AUX", "be", 2, "aux:pass"), ("demanded", "VERB", "demand", -1, "root"),
    ("by", "ADP", "by", 4, "case"), ("Ostrava", "PROPN", "Ostrava", 2, "obl:agent"), ("that", "SCONJ", "that", 7, "mark"),
    ("Ruse", "PROPN", "Ruse", 7, "nsubj"), ("withdraw", "VERB", "withdraw", 2, "ccomp"),
)  # fmt: skip
UNSAID = "It was demanded that Ruse withdraw."
UNSAID_WORDS = words(
    UNSAID, ("It", "PRON", "it", 2, "nsubj:pass"), ("was", "AUX", "be", 2, "aux:pass"), ("demanded", "VERB", "demand", -1, "root"),
    ("that", "SCONJ", "that", 5, "mark"), ("Ruse", "PROPN", "Ruse", 5, "nsubj"), ("withdraw", "VERB", "withdraw", 2, "ccomp"),
)  # fmt: skip


def sides(text: str, parsed: tuple[Word, ...], **more: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    one = page("one", text)
    asked = event(
        one,
        "withdraw",
        "RETREAT",
        ["Ruse"],
        **{"status": "proposed", "coded_type": "REQUEST", "holder": "demand"} | more,
    )  # type: ignore[arg-type]  # columns by name
    found = fused([one], [asked], parses=[Parse(one.doc_id, 0, len(text), parsed)])[0]
    return next(((o.actors, o.recipients) for o in found), ((), ()))


@pytest.mark.parametrize(("text", "parsed"), [(ACTIVE, ACTIVE_WORDS), (NOUN, NOUN_WORDS), (PASSIVE, PASSIVE_WORDS)])
def test_who_demands_acts_and_who_is_to_act_is_asked(text: str, parsed: tuple[Word, ...]) -> None:
    assert sides(text, parsed) == (("ent:ostrava",), ("ent:ruse",))


def test_where_nobody_is_told_to_demand_nobody_is_made_to() -> None:
    assert sides(UNSAID, UNSAID_WORDS) == ((), ("ent:ruse",))
