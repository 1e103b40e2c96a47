"""Find sentences that only say whose words follow: Her answer ran long. "…"; His reply was brief: "…"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readout.text.clause_trees import Tree
from readout.text.reporting_colons import SPOKEN
from readout.text.reporting_sources import SUBJECT
from readout.text.unit_reading import Said


def answers(trees: Iterable[tuple[int, Tree]]) -> Iterator[Said]:
    """Give, for each sentence whose subject is somebody's answer or statement, who gave it; `trees` come with their paragraph."""
    for paragraph, tree in trees:
        for root in (i for i in range(len(tree.words)) if tree.head(i) < 0):
            noun = tree.one(root, *SUBJECT)
            owner = tree.one(noun, "nmod:poss") if noun is not None and tree.lemma(noun) in SPOKEN else None
            if noun is not None and owner is not None:
                words = [n for n in tree.subtree(owner) if tree.lows[n] not in ("'s", "’s", "'", "’")]
                source = tree.words[words[0]].start, tree.words[words[-1]].end
                cue = tree.words[noun].start, tree.words[noun].end
                yield Said("indirect", (cue,), cue, source, None, "state", "whose words follow", paragraph, -1, ())
