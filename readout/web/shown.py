"""What `readout show` adds to a row: every form and office of an entity, every report of an occurrence, each in its place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from readout.evidence import in_place
from readout.pile import Pile
from readout.records import Evidence
from readout.web.behind import behind
from readout.web.disputes import VERDICT, property_in_words
from readout.web.phrases import label, shown_value, voices_in_words

Shown = Iterator[tuple[str, str]]  # a label and what stands under it


def more_of(pile: Pile, table: str, row: dict[str, Any]) -> Shown:
    """Give what lies around a row; nothing for tables that need none."""
    if table == "entities":
        yield from of_entity(pile, row["entity_id"])
    elif table == "occurrences":
        yield from of_occurrence(pile, row["occurrence_id"])


def placed(pile: Pile, span: Evidence) -> str:
    """Show words in their surroundings."""
    return in_place(pile.documents[span.doc_id].text, span.start, span.end)


def where(pile: Pile, span: Evidence) -> str:
    """Name the place of a span."""
    return f"{pile.page(span.doc_id)}, {pile.documents[span.doc_id].external_id} [{span.start}, {span.end})"


def of_entity(pile: Pile, entity_id: str) -> Shown:
    """Give every form in use with where it first stands, every office with its words, and who was met."""
    forms: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for (found, doc_id), listed in pile.mentions_by_entity.items():
        for m in listed if found == entity_id else ():
            forms[pile.words(Evidence(doc_id, m.start, m.end)), m.form].append(Evidence(doc_id, m.start, m.end))
    for (words, form), found_at in sorted(forms.items(), key=lambda f: (-len(f[1]), f[0])):
        pages = len({e.doc_id for e in found_at})
        yield f"form “{words}” ({form}), {len(found_at)} times on {pages} pages", placed(pile, found_at[0])
    for o in pile.offices_of.get(entity_id, ()):
        span = Evidence(o.doc_id, o.start, o.end)
        yield f"office {pile.office_words(o)} ({o.status}): {where(pile, span)}", placed(pile, span)
    yield from met(pile, entity_id)


def met(pile: Pile, entity_id: str) -> Shown:
    """Give the occurrences someone takes part in, those with most voices first."""
    mine = [o for o in pile.occurrences.values() if entity_id in (*o.actors, *o.recipients)]
    for o in sorted(mine, key=lambda o: (-o.voices_low, -o.reports, o.occurrence_id)):
        yield f"occurrence {o.occurrence_id} ({o.status}), {behind(pile, o).in_words()}", label(pile, o)


def of_occurrence(pile: Pile, occurrence_id: str) -> Shown:
    """Give every report with its sentence and voice, then every finding value by value."""
    told = defaultdict(list)
    for t in pile.told(occurrence_id):
        told[t.event.doc_id].append(t)
    counts: Counter[str] = Counter()
    for r in sorted(pile.reports_of.get(occurrence_id, ()), key=lambda r: (r.is_copy, r.doc_id)):
        origin = pile.origin(r.origin_id) if r.origin_id else "one of several origins"
        counts[origin] += 1
        kind = (
            f"copy of {pile.page(r.copy_of)}"
            if r.copy_of and r.copy_of in pile.documents
            else "copy"
            if r.is_copy
            else "voice"
        )
        for t in told[r.doc_id]:
            span = Evidence(r.doc_id, t.event.start, t.event.end)
            yield f"{kind} ({origin}), {t.event.status}: {where(pile, t.sentence)}", placed(pile, span)
    for f in pile.findings_about.get(occurrence_id, ()):
        values = "; ".join(f"{shown_value(pile, v)} ({voices_in_words(v.voices_low, v.voices_high)})" for v in f.values)
        verdict = VERDICT.get(f.agreement, f.agreement)
        yield f"finding {f.finding_id}, {property_in_words(f.property)}: {values}", f"{verdict}: {f.because}"
