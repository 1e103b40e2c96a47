"""Write the groups as rows: occurrences, reports, links, voices."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from readout.ids import make_id
from readout.records import Link, Occurrence, Report, Status, Voice
from readout.stages.fuse.parties import roles
from readout.stages.fuse.same import Score
from readout.stages.fuse.telling import Days, Telling
from readout.text.acts import CALAMITY, REAL, SPOKEN
from readout.text.day_bases import by_text
from readout.text.origins import Origins

# What became of an act, from what was only said of it to what was done; a later page decides among equals.
RANK = {s: n for n, s in enumerate((
    "question", "hypothetical", "proposed", "conditional", "threatened", "planned", "postponed", "denied", "negated",
    "refused", "failed", "cancelled", "reported", "historical", "ongoing", "happened",
))}  # fmt: skip
SUPPOSED = frozenset(("question", "hypothetical", "conditional", "proposed"))
GAINSAID = frozenset(("denied", "negated"))
CALLED_OFF = frozenset(("cancelled", "postponed"))
LISTED = re.compile(r"^(?:\(?\d{1,2}[.)]|[•–-])\s+(?=\S)")  # the number of a point in a list
LONGEST = 240  # characters of a summary
LEAD = 1200  # characters: what a page tells in its first so many is what it is about; ours


def occurrence_id(told: Sequence[Telling]) -> str:
    """Name an occurrence by its events."""
    return make_id("occ", *sorted(t.event.event_id for t in told))


def occurrence(told: Sequence[Telling], copies: int, voices: Voice) -> Occurrence:
    """Write one occurrence."""
    best, status = clearest(told), latest_status(told)
    named = kind_of(told)
    kind = None if named == CALAMITY else named
    days, place = shared_days(told, status), most_told([t.event.place for t in told])
    actors, recipients = roles(kind, told, status)
    pages = {t.event.doc_id for t in told}
    return Occurrence(
        occurrence_id(told), kind, coded_as(kind, status, best), summary(best), actors, recipients,
        days[0], days[1], place, status, len(pages), copies, voices.voices_low, voices.voices_high,
    )  # fmt: skip


def kind_of(told: Sequence[Telling]) -> str:
    """Give the type most origins tell, a copy being no vote of its own; the first by name among equals."""
    told = [t for t in told if not t.suffered] or told
    origins = {(t.kind, t.origins) for t in told}
    named = Counter(kind for kind, _ in origins)
    return min(named, key=lambda k: (-named[k], k))


def coded_as(kind: str | None, status: Status, best: Telling) -> str | None:
    """Give the type after the status table: what was done is what it is; else what the clearest event was coded as."""
    if status in REAL:
        return kind
    return best.event.coded_type if best.event.status == status and status != "denied" else None


FEWEST = 5  # words of a sentence that tells an act to one who reads it alone: "The minister refused." does not


def clearest(told: Sequence[Telling]) -> Telling:
    """Choose the event that tells most: with the status that holds, two parties known, dated, high up on its page, in a
    sentence of its own rather than a long one that tells more."""
    status = latest_status(told)

    def rank(t: Telling) -> tuple[bool, bool, int, bool, bool, bool, int, bool, int, bool, str, int]:
        known = len([p for p in t.parties if p.entity])
        return (
            t.status != status or t.reworded, len(t.sentence.split()) < FEWEST,
            -min(2, known), t.days is None, t.theme.headline, t.definite, t.event.start // LEAD,
            len(t.sentence) > LONGEST, -known, not t.place, t.event.doc_id, t.event.start,
        )  # fmt: skip

    return min(told, key=rank)


def summary(best: Telling) -> str:
    """Give the sentence of the clearest event, on one line."""
    words = LISTED.sub("", " ".join(best.sentence.split()).strip("#*_ "))
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"


def latest_status(told: Sequence[Telling]) -> Status:
    """Give the status that holds: what some page tells as fact; else what the page written last says of it.

    What is only ascribed to someone, or seen by the network alone, and denied by another is denied; what only one side tells is as
    told. Pages that a machine reworded have no say where others tell it.
    """
    told = [t for t in told if not t.reworded] or told
    plans = [t.days for t in told if t.status == "planned" and t.days]
    foreseen = [t.days for t in told if t.status == "planned" and t.days and (t.written is None or t.written <= sum(t.days) // 2)]
    planned = {t.event.doc_id for t in told if t.status in ("planned", "proposed", "conditional")}
    real = [t for t in told if t.status in REAL and not foretold(t, plans)]
    off = any(t.status in CALLED_OFF for t in told)
    firm = any(t.firm or (not off and after(t, foreseen)) for t in real)
    if not firm and (off or (planned and len(planned) >= len({t.event.doc_id for t in real}))):
        real = []
    if real:
        denied = any(t.status == "denied" for t in told)
        if denied and not any(t.admitted for t in real) and all(unsure(t) for t in real):
            return "denied"
        return max((t.status for t in real), key=lambda s: RANK[s])
    told = [t for t in told if t.status not in REAL] or told
    told = [t for t in told if t.status not in SUPPOSED] or told  # what is only supposed calls off no plan
    last = max((t.written for t in told if t.written is not None), default=None)
    listed = [t for t in told if last is None or t.written is None or t.written == last]
    status = max((t.status for t in listed), key=lambda s: RANK[s])
    if status == "negated" and any(t.status == "postponed" for t in told):
        return "postponed"  # he did not come on Wednesday: put off to Thursday
    return "cancelled" if status == "negated" and plans else status


def unsure(told: Telling) -> bool:
    """Tell whether what reads like fact is somebody's word, or an act that only the network saw."""
    return bool(told.event.attributed_to) or told.status == "reported" or told.event.found_by == "network"


def foretold(told: Telling, plans: Sequence[Days]) -> bool:
    """Tell whether what reads like fact was written before the planned day, or in a present tense no day of writing backs."""
    if not plans or told.kind in SPOKEN or (told.days and told.written is not None and told.days[0] <= told.written):
        return False
    first = min(days[0] for days in plans)
    return first > told.written if told.written is not None else told.present


def after(told: Telling, plans: Sequence[Days]) -> bool:
    """Tell whether a page that tells an act as fact was written when the day it was planned for had come."""
    return told.written is not None and any(sum(days) // 2 <= told.written for days in plans)


NO_DAY_AROUND = GAINSAID | {"planned", "postponed", "cancelled"}


def shared_days(told: Sequence[Telling], status: Status = "happened") -> tuple[str | None, str | None]:
    """Give the days most tellings name, the exact and stated ones first, those that pages tell of around an act last; what is
    denied, called off or still to come has no such day."""
    dated = [t for t in told if (t.days if by_text(t.event.date_basis) else t.event.date_start and status not in NO_DAY_AROUND)]
    if not dated:
        return None, None

    def firmness(t: Telling) -> tuple[bool, int, int]:
        basis = {"stated": 0, "relative": 1}.get(t.event.date_basis or "", 2)
        return not by_text(t.event.date_basis), {"day": 0, "month": 1, "year": 2}.get(t.event.date_precision, 3), basis

    firmest = min(firmness(t) for t in dated)
    named = Counter((t.event.date_start, t.event.date_end) for t in dated if firmness(t) == firmest)
    (start, end), _ = min(named.items(), key=lambda item: (-item[1], str(item[0])))
    return start, end


def most_told(values: Sequence[str | None]) -> str | None:
    """Give the value most events tell; null where none does."""
    named = Counter(v for v in values if v)
    return min(named, key=lambda v: (-named[v], v)) if named else None


def reports(told: Sequence[Telling], origins: Origins, roots: Mapping[str, str | None]) -> Iterator[Report]:
    """Write one row per page that reports the occurrence."""
    by_page: dict[str, list[Telling]] = defaultdict(list)
    for t in told:
        by_page[t.event.doc_id].append(t)
    name = occurrence_id(told)
    for doc_id, mine in sorted(by_page.items()):
        options = sorted({o for t in mine for o in t.origins})
        origin = options[0] if len(options) == 1 else None
        copy = copied(doc_id, mine, origins, roots)
        ids = tuple(sorted(t.event.event_id for t in mine))
        yield Report(name, doc_id, ids, origin, copy is not None, copy or None)


def copied(doc_id: str, mine: Sequence[Telling], origins: Origins, roots: Mapping[str, str | None]) -> str | None:
    """Give the page a report was copied from, "" for a text that is not in the pile; null where it is the page's own."""
    own = origins.own.get(doc_id, doc_id)
    if any(own in t.origins for t in mine):
        return None
    root = roots.get(mine[0].origins[0])
    return root or ""


def links(told: Sequence[Telling], used: Mapping[tuple[str, str], Score], worth: str) -> Iterator[Link]:
    """Link each event to its occurrence with the reason; `worth` says why the occurrence has a row."""
    name = occurrence_id(told)
    why: dict[str, Score] = {}
    for (one, other), found in used.items():
        for event_id in (one, other):
            if event_id not in why or found.value > why[event_id].value:
                why[event_id] = found
    for t in told:
        event_id = t.event.event_id
        best = why.get(event_id)
        because = f"{f'like another report: {best.because}' if best else 'the only report of it'}; {worth}"
        yield Link(event_id, name, "same", round(best.value, 3) if best else None, because, "fuse")
