"""What two events show of being reports of one act: the named signs that are weighed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import log1p
from typing import Final

from readout.stages.fuse.calamities import both_calamities, one_calamity
from readout.stages.fuse.compare import (
    UNDONE,
    contradict,
    deeds_fit,
    forms_fit,
    journey,
    narrow,
    off_without_day,
    one_day,
    one_strike,
    participants,
    places_fit,
    same_act,
    same_dates,
    sizes_fit,
    statuses_fit,
    subject,
    topics_fit,
)
from readout.stages.fuse.telling import Party, Telling
from readout.stages.fuse.themes import likeness, weight
from readout.stages.fuse.who import alike, together
from readout.text.acts import CALAMITY, REAL
from readout.text.day_bases import by_text
from readout.text.senses import cosine

# Classes of types within which signs weigh alike; ours.
CLASSES: Final = {
    "AGREE": "accord", "COOPERATE": "accord", "SUPPORT": "word", "REQUEST": "word", "ACCUSE": "word", "REJECT": "word",
    "THREATEN": "word", "SANCTION": "force", "COERCE": "force", "ASSAULT": "force", "MOBILIZE": "force", "PROTEST": "protest",
}  # fmt: skip
FARTHEST: Final = 150.0  # days between two dates beyond which more says nothing
ROUND: Final = 12  # counts up to here are met by chance
TOP: Final = 3  # sentences from the head of a page that hold its news
FEW: Final = 8  # words of a clause beyond which more say nothing


def signs(one: Telling, other: Telling, copied: bool) -> Mapping[str, float]:
    """Give the signs of a pair by name, each 0 to 1 or a small number. `copied`: both stand in the same words of one passage that
    pages share."""
    held = of_type(one, other) | of_parties(one, other) | of_words(one, other) | of_days(one, other) | of_fate(one, other)
    held |= of_senses(one, other)
    doc = one.event.doc_id == other.event.doc_id
    held |= {
        "copied": float(copied),
        "copied_word": float(copied and one.trigger == other.trigger),
        "one_page": float(doc),
        "one_sentence": float(one.event.sentence_id == other.event.sentence_id),
        "both_at_the_top": float(not doc and max(one.depth, other.depth) < TOP),
        "spoken_of_as_known": float(one.definite + other.definite),
        "another_round": float(one.again != other.again),
        "both_another_round": float(one.again and other.again),
        "reworded_once": float(one.reworded != other.reworded), "both_reworded": float(one.reworded and other.reworded),
        "same_place": float(bool(one.place & other.place)),
        "other_place": float(not places_fit(one, other)),
    }
    return held | crossed(held, CLASSES.get(one.kind or "") if one.kind == other.kind else None)


def crossed(held: Mapping[str, float], sort: str | None) -> dict[str, float]:
    """Give the products of signs that say more together; `sort`: the class of the type of both."""
    who, about, day = held["who"], held["about"], held["one_day"]
    made = {
        "page_who": held["one_page"] * who, "page_about": held["one_page"] * about, "pointing_who": held["points_back"] * who,
        "word_who": held["same_word"] * who, "day_who": day * who, "day_about": day * about, "about_who": about * who,
    }  # fmt: skip
    for sense in ("sense", "sentence_sense"):
        made |= {f"{sense}_{name}": held[sense] * held[name] for name in ("who", "one_page", "same_type")}
    for name in ("word", "force", "accord"):
        mine = float(sort == name)
        made |= {f"{name}_{sign}": mine * held[sign] for sign in ("who", "covered", "same_word", "one_day", "about")}
    return made


def of_senses(one: Telling, other: Telling) -> dict[str, float]:
    """Compare how both are told, whoever takes part, by the event network."""
    if one.sense is None or other.sense is None:
        return {"sense": 0.0, "sentence_sense": 0.0}
    return {
        "sense": cosine(one.sense.word, other.sense.word), "sentence_sense": cosine(one.sense.sentence, other.sense.sentence),
    }  # fmt: skip


def of_type(one: Telling, other: Telling) -> dict[str, float]:
    """Compare what is done: types, words, modes."""
    modes, families = (one.event.mode, other.event.mode), one.families & other.families
    same = one.kind == other.kind
    sort = CLASSES.get(one.kind or "")
    calamity = same and one.kind == CALAMITY
    found = one_calamity(one, other, 0.0, False) if both_calamities(one, other) else None
    return {
        "same_type": float(same), "one_quad": float(one.event.quad == other.event.quad),
        "acts_differ": float(not same_act(one, other)),
        **{f"type_{name}": float(same and sort == name) for name in ("word", "force", "accord", "protest")},
        "calamity": float(calamity), "one_calamity": float(found is not None),
        "same_word": float(one.trigger == other.trigger), "one_deed": float(bool(families) and one.trigger != other.trigger),
        "other_deed": float(bool(one.families and other.families and not families)),
        "same_mode": float(bool(modes[0]) and modes[0] == modes[1]),
        "other_mode": float(bool(modes[0] and modes[1]) and modes[0] != modes[1]),
        "other_form": float(not forms_fit(one, other)), "journey_or_not": float(journey(one) != journey(other)),
        "one_strike": float(one_strike(one, other)), "hurt_or_not": float(one.suffered != other.suffered),
    }  # fmt: skip


def of_parties(one: Telling, other: Telling) -> dict[str, float]:
    """Compare who takes part."""
    who, everyone = participants(one, other), together(one.parties, other.parties)
    persons = [{p.key for p in t.parties if p.person} for t in (one, other)]
    entities = [{p.key for p in t.parties if p.entity} for t in (one, other)]
    return {
        "who": who or 0.0, "who_clash": float(who is None), "everyone": everyone or 0.0, "everyone_clash": float(everyone is None),
        "actors": likest(one.actors, other.actors), "recipients": likest(one.recipients, other.recipients),
        "swapped": max(likest(one.actors, other.recipients), likest(one.recipients, other.actors)),
        "no_actor": float((not one.actors) + (not other.actors)),
        "no_recipient": float((not one.recipients) + (not other.recipients)),
        "same_person": float(bool(persons[0] & persons[1])),
        "other_persons": float(bool(persons[0] and persons[1]) and not persons[0] & persons[1]),
        "entities": share(entities[0], entities[1]),
    }  # fmt: skip


def likest(ones: Iterable[Party], others: Iterable[Party]) -> float:
    """Give the likeness of the two most alike."""
    theirs = tuple(others)
    return max((alike(p, q) for p in ones for q in theirs), default=0.0)


def share(ones: set[str], others: set[str]) -> float:
    """Give the share of two sets that is in both."""
    return len(ones & others) / len(ones | others) if ones | others else 0.0


def of_words(one: Telling, other: Telling) -> dict[str, float]:
    """Compare what it is about: clauses, sentences, what was told before them, numbers."""
    ours, theirs = one.theme, other.theme
    about, numbers = subject(one, other), one.numbers & other.numbers
    covers = covered(ours.clause, theirs.sentence), covered(theirs.clause, ours.sentence)
    return {
        "about": about, "clause": likeness(ours.clause, theirs.clause), "context": likeness(ours.context, theirs.context),
        "covered": max(covers), "both_covered": min(covers), "points_back": float(ours.points_back + theirs.points_back),
        "words_shared": log1p(len(ours.clause & theirs.clause)), "words_shared_around": log1p(len(ours.sentence & theirs.sentence)),
        "length": min(len(ours.clause), len(theirs.clause), FEW) / FEW,
        "same_number": float(bool(numbers)), "same_large_number": float(bool(numbers) and max(numbers) > ROUND),
        "sizes_differ": float(not sizes_fit(one, other)), "same_size": float(bool(one.size) and one.size == other.size),
        "topics_differ": float(not topics_fit(one, other, about)), "deeds_differ": float(not deeds_fit(one, other, about)),
    }  # fmt: skip


def covered(clause: frozenset[str], sentence: frozenset[str]) -> float:
    """Give the share of a clause's weight of words that a sentence has too."""
    whole = weight(clause)
    return weight(clause & sentence) / whole if whole else 0.0


def of_days(one: Telling, other: Telling) -> dict[str, float]:
    """Compare the days, and those of writing."""
    dated = one.days is not None and other.days is not None
    close = dated and narrow(one) and narrow(other)
    gap = max(0, max(one.days[0], other.days[0]) - min(one.days[1], other.days[1])) if one.days and other.days else 0
    written = (one.written, other.written)
    told = all(by_text(t.event.date_basis) for t in (one, other))
    return {
        "undated": float((one.days is None) + (other.days is None)),
        "one_day": float(close and one_day(one, other)), "one_day_told": float(close and told and one_day(one, other)),
        "other_day": float(close and not one_day(one, other)), "days_between": log1p(min(gap, FARTHEST)),
        "dated_alike": float(same_dates(one, other)),
        "written_apart": log1p(abs(written[0] - written[1])) if written[0] and written[1] else 1.0,
    }  # fmt: skip


def of_fate(one: Telling, other: Telling) -> dict[str, float]:
    """Compare what became of it."""
    pair = (one.status, other.status)
    ahead = [s in UNDONE for s in pair]
    return {
        "same_status": float(pair[0] == pair[1]), "statuses_clash": float(not statuses_fit(one, other)),
        "plan_and_deed": float(any(ahead) and any(s in REAL for s in pair)), "both_ahead": float(all(ahead)),
        "denied_once": float("denied" in pair and pair[0] != pair[1]), "both_denied": float(pair == ("denied", "denied")),
        "off_without_day": float(off_without_day(one, other)), "contradicts": float(contradict(one, other)),
        "admitted_once": float(one.admitted != other.admitted),
    }  # fmt: skip
