"""Who is meant by "the former boxer said" between two sayings of one person."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from readout.records import Attribution, Entity, Involvement
from readout.stages.involve.known import Known
from readout.text.event_tree import listed
from readout.text.told_people import is_person

# Further nouns for one person by office or calling.
HOLDERS = listed(
    "president premier chancellor secretary governor ambassador general colonel admiral captain commander chairman chairwoman "
    "chief director head commissioner bishop boxer footballer coach singer actor actress author historian economist professor "
    "politician banker builder architect publisher editor founder heir billionaire prosecutor statesman stateswoman pastor imam"
)

DESCRIBED = re.compile(r"the ((?:[\w’'-]+ ){0,3}?)([\w’'-]+)(?: (?:of|for|in|from|at) [\w’' -]+)?", re.A)


def between_two(
    spoken: Sequence[Attribution],
    rows: Sequence[Involvement],
    entities: Mapping[str, Entity],
    known: Mapping[str, Known],
) -> Iterator[Involvement]:
    """Give sayings of somebody described ("the former boxer") to the one person who speaks right before and right after.

    Both neighbours are sayings of one person, the later one stands in the same paragraph, and nobody else is named between.
    """
    who = {r.about: r for r in rows if r.role == "speaker" and r.entity_id}
    pages: dict[str, list[Attribution]] = defaultdict(list)
    for a in sorted(spoken, key=lambda a: (a.doc_id, a.content[0][0] if a.content else 0, a.attribution_id)):
        if a.content and a.kind != "term":
            pages[a.doc_id].append(a)
    for doc_id, told in pages.items():
        for at, a in enumerate(told):
            if a.attribution_id in who or not is_described(a, known[doc_id].text):
                continue
            row = neighbour(told, at, a, who, known[doc_id])
            if row and entities[str(row.entity_id)].type == "person":
                why = f"“{words_of(a, known[doc_id].text)}” speaks between two sayings of {row.name}"
                yield Involvement(a.attribution_id, "speaker", 0, row.entity_id, row.name, row.country, why)


def words_of(a: Attribution, text: str) -> str:
    """The words that say who spoke."""
    return " ".join(text[slice(*a.source[0])].split())


def is_described(a: Attribution, text: str) -> bool:
    """The source is one person by what he is, in lower case: the former boxer; the head of the mission."""
    if not a.source or a.named:
        return False
    found = DESCRIBED.fullmatch(words_of(a, text))
    return found is not None and found[2].islower() and (is_person(found[2]) or found[2] in HOLDERS)


def neighbour(
    told: Sequence[Attribution], at: int, a: Attribution, who: Mapping[str, Involvement], known: Known
) -> Involvement | None:  # fmt: skip
    """The speaker whom the sayings on both sides share; null where they differ or somebody else is named between."""
    same = [x for x in told if x.source == a.source]
    first, last = at, at
    while first > 0 and (told[first] in same):
        first -= 1
    while last < len(told) - 1 and told[last] in same:
        last += 1
    before, after = who.get(told[first].attribution_id), who.get(told[last].attribution_id)
    if before is None or after is None or before.entity_id != after.entity_id:
        return None
    start, end = last_of(told[first]), first_of(told[last])
    if "\n" in known.text[a.source[0][1] : end]:
        return None
    others = (e for _, e in known.inside((start, end)) if e.type == "person" and e.entity_id != before.entity_id)
    return None if any(True for _ in others) else before


def last_of(a: Attribution) -> int:
    """Where a saying and the words that name its speaker end."""
    return max(end for _, end in (*a.content, *a.source))


def first_of(a: Attribution) -> int:
    """Where a saying begins."""
    return min(start for start, _ in a.content)
