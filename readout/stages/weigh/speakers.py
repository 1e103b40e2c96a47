"""List the sayings that pages give to different speakers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from readout.records import Attribution, Entity, Evidence, Involvement, Utterance
from readout.stages.weigh.values import Pages, Said, stems


def speakers(
    utterances: Iterable[Utterance], attributions: Iterable[Attribution], involvements: Iterable[Involvement],
    entities: Iterable[Entity], pages: Pages,
) -> Iterator[tuple[str, Mapping[str, list[Said]]]]:  # fmt: skip
    """Give, for each saying that pages give to different persons, who is named by which page."""
    by_id = {a.attribution_id: a for a in attributions}
    persons = {e.entity_id: e.name for e in entities if e.type == "person"}
    spoken = {i.about: persons[i.entity_id] for i in involvements if i.role == "speaker" and i.entity_id in persons}
    for u in utterances:
        told = [(by_id[name], spoken[name]) for name in u.wordings if name in spoken] if u.disputed else []
        if len({who for _, who in told}) > 1:
            yield u.utterance_id, {"speaker": [said(a, who, pages) for a, who in told]}


def said(a: Attribution, who: str, pages: Pages) -> Said:
    """Write who is named as a value."""
    evidence = Evidence(a.doc_id, a.content[0][0], a.content[-1][1])
    written = pages.documents[a.doc_id].published
    return Said("speaker", who, None, None, False, stems(who), evidence, pages.of(evidence), written, None)
