"""Write acts of saying as rows: the best wording, what others changed, who is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from readout.ids import make_id
from readout.records import Attribution, Link, Utterance
from readout.stages.utter.pages import Pages, day
from readout.text.quotations import quotations
from readout.text.said_as import as_said
from readout.text.wording_clusters import Told
from readout.text.wordings import Wording, changes, likeness

KINDS = {"direct": 0, "mixed": 1, "partial": 2, "indirect": 3, "term": 4}
PAGES = {"original": 0, "republication": 1, "edited": 1, "unknown": 1, "mixed": 2, "translated": 3, "spun": 4}
Spoken = Mapping[str, Attribution]


def told(a: Attribution, pages: Pages) -> Told:
    """Lay an attribution out for comparing."""
    d = pages.documents[a.doc_id]
    who = pages.speakers.get(a.attribution_id)
    parts = quoted_parts(a, d.text) if a.kind in ("mixed", "partial") else [d.text[s:e] for s, e in a.content]
    return Told(
        a.attribution_id, a.doc_id, Wording(tuple(parts)), speaker(a, pages), pages.published(a.doc_id), day(a.date),
        pages.families[a.doc_id],
        a.kind != "indirect", a.content[0][0], a.content[-1][1], a.doc_id in pages.twice,
        who.country if who else None, bool(who and is_body(who.name or "")), a.act == "deny" and a.kind == "indirect",
    )  # fmt: skip


def quoted_parts(a: Attribution, text: str) -> list[str]:
    """The words in marks of a content that is quoted in part."""
    inner = [(s.inner_start, s.inner_end) for s in quotations(text, a.content).stretches if s.depth == 0]
    return [text[s:e] for s, e in inner] or [text[s:e] for s, e in a.content]


def speaker(a: Attribution, pages: Pages) -> str | None:
    """Who is named: the entity where it is known, else the last word of the name."""
    known = pages.speakers.get(a.attribution_id)
    if known:
        return known.entity_id
    return a.speaker_name.split()[-1].lower() if a.speaker_name else None


def utterance(found: Sequence[Told], spoken: Spoken, pages: Pages) -> tuple[Utterance, list[Link]]:
    """Write one act of saying and the link of each of its wordings."""
    best = min(found, key=lambda t: provenance(t, spoken[t.id], pages))
    who = leading(found, best)
    told_of = next((i for t in (best, *found) if who is None and (i := pages.described.get(t.id))), None)
    named = [t for t in found if t.speaker is not None]
    disputed = tuple(t.id for t in named if who is not None and differs(t, who, found, spoken, pages))
    altered = tuple(t.id for t in found if pages.altered(spoken[t.id]))
    name = make_id("utt", *(t.id for t in found))
    row = Utterance(
        utterance_id=name,
        speaker=told_of.entity_id if told_of else entity(who, found, pages),
        speaker_name=told_of.name if told_of else written_name(who, found, spoken, pages),
        best_wording=best.id,
        best_words=words(spoken[best.id], pages),
        wordings=tuple(t.id for t in found),
        altered=altered,
        disputed=disputed,
        date=common_day(found),
        voices=voices(found) if pages.traced else None,
        because=because(found, best, altered, disputed, spoken),
    )
    return row, [link(t, best, name, pages, spoken) for t in found]


def provenance(t: Told, a: Attribution, pages: Pages) -> tuple[object, ...]:
    """Order wordings: untouched before altered, direct before partial, longer before trimmed, then the page and its day."""
    return (
        pages.altered(a) is not None, KINDS[a.kind], -len(t.wording.words), PAGES.get(pages.kinds.get(a.doc_id, "unknown"), 1),
        pages.documents[a.doc_id].published or "9999", pages.documents[a.doc_id].external_id, a.content,
    )  # fmt: skip


def leading(found: Sequence[Told], best: Told) -> str | None:
    """The speaker that most families of pages name; of several the one of the best wording, then the first by name."""
    votes = Counter(who for _, who in {(t.family, t.speaker) for t in found} if who is not None)
    if not votes:
        return None
    return min(votes, key=lambda who: (-votes[who], who != best.speaker, who))


def differs(t: Told, who: str, found: Sequence[Told], spoken: Spoken, pages: Pages) -> bool:
    """The wording names another speaker, and not just the body that the speaker speaks for."""
    if t.speaker == who:
        return False
    lead = next(x for x in found if x.speaker == who)
    one, other = pages.speakers.get(t.id), pages.speakers.get(lead.id)
    if one is None or other is None:
        names = [(spoken[x.id].speaker_name or "").lower().split() for x in (t, lead)]
        return not (set(names[0]) & set(names[1]))
    return not (one.country is not None and one.country == other.country and speaks_for(t, lead, pages))


def speaks_for(t: Told, lead: Told, pages: Pages) -> bool:
    """One of the two is named as a body: its source words hold no person's name of two words or more."""
    names = [pages.speakers[x.id].name or "" for x in (t, lead)]
    return any(len(name.split()) == 1 or is_body(name) for name in names)


def is_body(name: str) -> bool:
    """The name of a ministry or other office."""
    return any(w in name.lower() for w in ("ministry", "office", "government", "department", "embassy", "presidency"))


def entity(who: str | None, found: Sequence[Told], pages: Pages) -> str | None:
    """The entity of the leading speaker; null where only a name is known."""
    return next((who for t in found if t.speaker == who and t.id in pages.speakers), None)


def written_name(who: str | None, found: Sequence[Told], spoken: Spoken, pages: Pages) -> str | None:
    """The name of the leading speaker: the entity's, else the longest that a page gives."""
    said = [t for t in found if t.speaker == who]
    known = [n for t in said if t.id in pages.speakers and (n := pages.speakers[t.id].name)]
    names = known or [n for t in said if (n := spoken[t.id].speaker_name)]
    return max(names, key=lambda n: (len(n), n)) if who is not None and names else None


def words(a: Attribution, pages: Pages) -> str:
    """The words of a wording, its parts joined by an ellipsis, white space folded; what was denied, asked or demanded is
    led by the word that says so."""
    text = pages.documents[a.doc_id].text
    if a.act not in (None, "state", "announce"):
        return as_said(text, a)
    return " … ".join(" ".join(text[s:e].split()) for s, e in a.content)


def common_day(found: Sequence[Told]) -> str | None:
    """The day of the saying, where all pages that give one give the same."""
    days = {t.stated for t in found if t.stated}
    return days.pop().isoformat() if len(days) == 1 else None


def voices(found: Sequence[Told]) -> int:
    """Families of pages that carry a wording."""
    return len({t.family for t in found})


def because(found: Sequence[Told], best: Told, altered: Sequence[str], disputed: Sequence[str], spoken: Spoken) -> str:
    """Say why these are one, and what to be careful with."""
    told = [f"{len(found)} wordings of one saying" if len(found) > 1 else "one wording"]
    told.append(
        f"the best is {spoken[best.id].kind}"
        + (", on a page that was altered by machine" if best.id in altered else "")
    )
    if altered and best.id not in altered:
        told.append(f"{len(altered)} altered by machine")
    if disputed:
        told.append(f"{len(disputed)} of them name another speaker")
    return "; ".join(told)


def link(t: Told, best: Told, name: str, pages: Pages, spoken: Spoken) -> Link:
    """Link a wording with its act of saying, telling what it changed of the best wording."""
    how = likeness(best.wording, t.wording)
    why = "the best wording" if t is best else f"{how.how}: {changes(best.wording, t.wording)}"
    machine = pages.altered(spoken[t.id])
    low, high = sorted((t.id, name))
    return Link(low, high, "same", round(how.of_shorter, 3), f"{why}; altered: {machine}" if machine else why, "utter")
