"""Who said what: each saying in its best wording, the other wordings with what was changed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from math import log2

from readout.pile import ALTERED_KINDS, KIND_RANK, Pile
from readout.records import Attribution, Evidence, Utterance
from readout.text.said_as import as_said
from readout.web.altered import KINDS
from readout.web.lines import Line, Part
from readout.web.phrases import counted, listed

GIVEN = {"direct": 0, "mixed": 1, "partial": 2, "indirect": 3, "term": 4}
FOLD = re.compile(r"\w+(?:['’]\w+)?")
UNNAMED = "Someone the page does not name nearby"
CHANGES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Saying:
    """One act of saying: its wordings, best first."""

    about: str
    speaker: str | None
    name: str | None
    wordings: tuple[Attribution, ...]
    voices: int
    others: tuple[str, ...] = ()  # other speakers that pages name

    @property
    def best(self) -> Attribution:
        return self.wordings[0]


def sayings(pile: Pile) -> list[Saying]:
    """Give every act of saying: the utterances of the record, and single attributions none of them holds."""
    groups: dict[str, list[Attribution]] = defaultdict(list)
    in_utterance = {a: u.utterance_id for u in pile.utterances for a in u.wordings}
    for a in pile.attributions.values():
        if a.kind != "term" and a.content:
            groups[in_utterance.get(a.attribution_id) or a.utterance_id or same_words(pile, a)].append(a)
    acts = {u.utterance_id: u for u in pile.utterances}
    return [saying(pile, key, found, acts.get(key)) for key, found in sorted(groups.items())]


def saying(pile: Pile, key: str, found: Sequence[Attribution], act: Utterance | None) -> Saying:
    """Put the wordings of one saying in order, the best one first; an utterance of the record says which is best and who
    speaks."""
    best = act.best_wording if act else ""
    ordered = tuple(sorted(found, key=lambda a: (a.attribution_id != best, provenance(pile, a))))
    named = next((a for a in ordered if a.speaker), None) or next((a for a in ordered if a.speaker_name), ordered[0])
    speaker = (act.speaker if act else None) or named.speaker
    name = pile.name(speaker) if speaker else (act.speaker_name if act else None) or named.speaker_name
    voices = act.voices if act else None
    behind = voices or len({o for a in ordered for o in origin_of(pile, a.doc_id)})
    others = [pile.attributions[i].speaker_name for i in (act.disputed if act else ()) if i in pile.attributions]
    about = key if act else ordered[0].attribution_id
    return Saying(about, speaker, name, ordered, behind, tuple(sorted({o for o in others if o and o != name})))


def origin_of(pile: Pile, doc_id: str) -> tuple[str, ...]:
    """Give one origin of a page: the first lineage it belongs to, else itself."""
    found = pile.voices.get(doc_id)
    return found.origins[:1] if found and found.origins else (doc_id,)


def provenance(pile: Pile, a: Attribution) -> tuple[bool, int, int, int, str, int]:
    """Rank a wording: unaltered, in quotation marks, on the page closest to the origin, the longest."""
    kind = pile.documents[a.doc_id].kind
    altered = a.altered or kind in ALTERED_KINDS
    length = sum(end - start for start, end in a.content)
    return altered, GIVEN[a.kind], KIND_RANK[kind], -length, a.doc_id, a.content[0][0]


def same_words(pile: Pile, a: Attribution) -> str:
    """Fold a saying so that equal ones by one speaker meet."""
    return f"{a.speaker or a.speaker_name or a.doc_id} {' '.join(FOLD.findall(said(pile, a).casefold()))}"


def said(pile: Pile, a: Attribution) -> str:
    """Give the words of an attribution on one line."""
    return " … ".join(pile.words(span) for span in spans(pile, a))


def told(pile: Pile, a: Attribution) -> str:
    """Give the words of an attribution led by the page's word of saying, where it was not plainly said; marked where they stop
    short of the end of a quotation."""
    text = pile.documents[a.doc_id].text
    words = as_said(text, replace(a, content=tuple((e.start, e.end) for e in spans(pile, a))))
    return f"{words} …" if open_at(words) else words


def spans(pile: Pile, a: Attribution) -> tuple[Evidence, ...]:
    """Give the spans of what was said, each up to the mark that closes a quotation it has opened."""
    text = pile.documents[a.doc_id].text
    return tuple(Evidence(a.doc_id, start, closed(text, start, end)) for start, end in a.content)


OPENED, CLOSED = "“«„", "”»"  # marks that open and close a quotation where they differ
CLOSING = 160  # characters behind what was said in which the mark that closes it is looked for; ours


def open_at(words: str) -> bool:
    """Tell whether words open a quotation that they do not close."""
    last = max((words.rfind(m) for m in OPENED), default=-1)
    straight = words.count('"') % 2 == 1 and not any(m in words for m in OPENED + CLOSED)
    return straight or (last >= 0 and not any(m in words[last:] for m in CLOSED))


def closed(text: str, start: int, end: int) -> int:
    """Give where a quotation that some words open ends: at its closing mark, where that stands soon behind in the paragraph."""
    if not open_at(text[start:end]):
        return end
    rest = text[end : end + CLOSING].partition("\n")[0]
    marks = CLOSED if any(m in text[start:end] for m in OPENED) else '"'
    at = min((n for n, c in enumerate(rest) if c in marks), default=-1)
    opens = any(c in OPENED for c in rest[: max(at, 0)])
    return end if at < 0 or opens else end + at + 1


def of_worth(pile: Pile, all_sayings: Iterable[Saying], each: int) -> list[Saying]:
    """Order sayings for a brief: those of named speakers in quotation marks, most voices first, then of whom most pages name,
    `each` a speaker."""
    told = [s for s in all_sayings if s.name and not OF_SOMEBODY.match(s.name)]
    quoted = [s for s in told if s.best.kind in ("direct", "mixed") and not altered_only(pile, s)]
    pages = {s.about: len({a.doc_id for a in s.wordings}) for s in quoted}
    quoted.sort(key=lambda s: (-s.voices, -pages[s.about], -telling_length(pile, s), s.about))
    central = centrality(pile)
    taken: dict[str, int] = defaultdict(int)
    kept = []
    heard: list[set[str]] = []
    for s in quoted:
        who, words = s.speaker or str(s.name), {*FOLD.findall(said(pile, s.best).casefold())}
        if any(len(words & other) >= SAME * min(len(words), len(other)) for other in heard):
            continue  # the same words once more, which some page tells otherwise or gives to somebody else
        heard.append(words)
        taken[who] += 1
        if taken[who] <= each:
            worth = central.get(who, 0.0) + PAGES * log2(pages[s.about]) + WHOLE * telling_length(pile, s) / LONG
            kept.append((s, -s.voices, AGAIN * (taken[who] - 1) - worth))
    return [s for s, *_ in sorted(kept, key=lambda one: one[1:])]


OF_SOMEBODY = re.compile(r"(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) ")  # whose embassy it is, the words do not say
# What a doubling of the pages that carry a saying, a whole sentence, and being the second of its speaker weigh, beside the share
# of pages that name the speaker; ours.
PAGES, WHOLE, AGAIN = 0.5, 0.5, 0.4
SAME = 0.8  # share of the words of the shorter of two sayings by which they are one; ours
LONG = 160  # characters that say as much as a sentence


def centrality(pile: Pile) -> Mapping[str, float]:
    """Give the share of pages that name each person, and half of it for a body; who spoke for a country nobody tells."""
    named = Counter(who for who, _ in pile.mentions_by_entity)
    known = ((who, n / len(pile.documents), pile.entities.get(who)) for who, n in named.items())
    return {who: n * WEIGHTS[e.type] for who, n, e in known if e and e.type in WEIGHTS}


WEIGHTS = {"person": 1.0, "organisation": 0.5}  # of a page that names a speaker; ours


def altered_only(pile: Pile, one: Saying) -> bool:
    """Tell whether no page gives the words unaltered."""
    return provenance(pile, one.best)[0]


def telling_length(pile: Pile, one: Saying) -> int:
    """Measure how much a wording says, up to a sentence."""
    return min(LONG, len(said(pile, one.best)))


def by_speaker(found: Iterable[Saying]) -> Mapping[str, list[Saying]]:
    """Group sayings by speaker, in the order the speakers come."""
    groups: dict[str, list[Saying]] = defaultdict(list)
    for s in found:
        groups[s.speaker or s.name or ""].append(s)
    return groups


def saying_line(pile: Pile, one: Saying, most: int = 3) -> Line:
    """Write one saying: speaker and office, best wording, who carries it, the other wordings with what changed."""
    best = one.best
    office = pile.office(one.speaker) if one.speaker else None
    name = one.name or UNNAMED
    lead = f"{name}, {office}" if office else name
    pages = len({a.doc_id for a in one.wordings})
    how = {"indirect": ["reported without quotation marks"], "partial": ["quoted in part"]}.get(best.kind, [])
    altered = (
        ["every page that carries it is machine-reworded or translated: not the original words"] if altered_only(pile, one) else []
    )
    others = [f"some pages give it to {listed(one.others)}"] if one.others else []
    behind = f"{counted(one.voices, 'voice')}, {counted(pages, 'page')}"
    note = "; ".join([behind, *how, *others, *altered, *circumstances(best)])
    text = told(pile, best)
    parts = tuple(other_wordings(pile, one))[:most]
    return Line(one.about, lead, text, note, spans(pile, best), parts, (one.voices, one.voices))


def circumstances(a: Attribution) -> list[str]:
    """Say where and how it was said, as far as the page tells."""
    return [
        f"{name}: {value}" for name, value in (("medium", a.medium), ("venue", a.venue), ("said on", a.date)) if value
    ]


def other_wordings(pile: Pile, one: Saying) -> Iterator[Part]:
    """Give the wordings that differ from the best one, each once, with what was changed and who gives it."""
    best = said(pile, one.best)
    groups: dict[str, list[Attribution]] = defaultdict(list)
    for a in one.wordings[1:]:
        groups[" ".join(FOLD.findall(said(pile, a).casefold()))].append(a)
    groups.pop(" ".join(FOLD.findall(best.casefold())), None)
    for found in groups.values():
        first = found[0]
        kind = pile.documents[first.doc_id].kind
        lead = "paraphrased" if first.kind == "indirect" else KINDS.get(kind, "in other words")
        who = listed([pile.page(a.doc_id) for a in found])
        changed = "" if first.kind == "indirect" else what_changed(best, said(pile, first))
        note = f"{who}; {changed}" if changed else who
        yield Part(lead, told(pile, first), note, tuple(s for a in found for s in spans(pile, a)))


def what_changed(best: str, other: str) -> str:
    """Say in words what was changed between two wordings: the first few replaced stretches; empty where most differs."""
    a, b = FOLD.findall(best), FOLD.findall(other)
    matcher = SequenceMatcher(None, [w.casefold() for w in a], [w.casefold() for w in b], autojunk=False)
    changes = [(a[i:j], b[k:m]) for kind, i, j, k, m in matcher.get_opcodes() if kind != "equal"]
    if not changes or matcher.ratio() < 0.4:
        return ""
    told = [f"“{' '.join(new)}” for “{' '.join(old)}”" if old and new else
            f"without “{' '.join(old)}”" if old else f"adds “{' '.join(new)}”" for old, new in changes[:CHANGES_SHOWN]]  # fmt: skip
    more = [counted(len(changes) - CHANGES_SHOWN, "more change")] if len(changes) > CHANGES_SHOWN else []
    return ", ".join([*told, *more])
