"""Read the events of one parsed sentence: candidates, parties, status, one event per real predicate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from readout.text.event_actors import POSSESSIVE, can_act, can_be_struck, may_act
from readout.text.event_arguments import Parties, agents, fits, idle, lifeless, subjects, verb_parties
from readout.text.event_calamities import Scene, calamities
from readout.text.event_charges import CHARGE, charged, told_once
from readout.text.event_coding import REAL, YIELDING
from readout.text.event_found import EventWords, Found
from readout.text.event_frames import BOTH, Frame, is_month, noun_matches, verb_matches
from readout.text.event_needs import (
    armed,
    as_told,
    by_nature,
    coming,
    expected,
    kept_in,
    meets,
    naming,
    occasional,
    of_a_year,
    publicly,
    rally,
    together,
)
from readout.text.event_nouns import carrier, is_topic, noun_parties
from readout.text.event_outcomes import (
    SAID,
    by_hearsay,
    by_victim,
    chanced,
    code,
    in_vain,
    lasted,
    undone_force,
    warned,
    willing,
)
from readout.text.event_pronouns import meant
from readout.text.event_protests import PROTESTING, in_protest
from readout.text.event_public import of_public_life
from readout.text.event_status import Reading, governed, read_status
from readout.text.event_tree import Tree, listed


def read_events(tree: Tree, words: EventWords, topic: str | None = None) -> list[Found]:
    """The events of one sentence in text order; `topic` is the calamity that the page tells of, if any."""
    doing = [i for i, w in enumerate(tree.words) if w.upos in ("VERB", "ADJ") and tree.lemmas[i] in words.frames.verbs]
    verbs = once_each(noun_led(tree, f, words) for i in doing for f in verb_event(tree, i, words))
    taken = {f.taken for f in verbs if f.taken is not None} | {f.trigger for f in verbs}
    nouns = [f for i in naming_acts(tree, words) if i not in taken for f in noun_event(tree, i, words)]
    acted = told_once([*verbs, *nouns])
    once = governed_once(tree, [*acted, *protests(tree, acted, words)], words)
    acts = [inquired(tree, shared_drill(tree, named(tree, f, words), words)) for f in once]
    found = with_calamities(tree, acts, words, topic)
    return sorted(of_public_life(tree, found, words), key=lambda f: f.trigger)


def protests(tree: Tree, acted: list[Found], words: EventWords) -> Iterator[Found]:
    """The acts done in protest that are no events of another kind."""
    taken = {i for f in acted for i in (f.trigger, f.carrier, f.taken)}
    for verb, parties in in_protest(tree, taken, words.actors):
        reading = read_status(tree, verb, None, words.modality)
        kind = code(tree, verb, "PROTEST", reading, words.modality)
        yield Found(PROTESTING, verb, None, None, parties, reading, kind)


def once_each(found: Iterable[Found]) -> list[Found]:
    """Keep the first event of each trigger and type: two words can lead to one noun."""
    return list({(f.trigger, f.frame.type): f for f in reversed(list(found))}.values())[::-1]


DRILLS: Final = listed("exercise drill manoeuvre manoeuvres maneuver maneuvers patrol")
SERVICES: Final = listed("navy army fleet force airforce coastguard military")


def shared_drill(tree: Tree, f: Found, words: EventWords) -> Found:
    """Read a drill of two or more as cooperation: with the neighbour, joint, the navies of two countries."""
    noun = f.taken if f.taken is not None else f.trigger
    if f.frame.type != "MOBILIZE" or tree.lemma(noun) not in DRILLS:
        return f
    beside = {tree.lows[c] for i in (noun, f.anchor) for c in tree.of(i, "amod", "advmod", "compound")}
    owners = [c for a in f.parties.actors if tree.lemma(a) in SERVICES for c in tree.of(a, "nmod")]
    partner = any("with" in tree.cases(c) for i in (noun, f.anchor) for c in tree.of(i, "obl", "nmod"))
    several = len(f.parties.actors) > 1 or any(tree.of(c, "conj") for c in owners)
    if not (several or partner or beside & {"joint", "jointly", "together", "combined"}):
        return f
    frame = replace(f.frame, type="COOPERATE", mode=None)
    return replace(f, frame=frame, coded=code(tree, f.trigger, "COOPERATE", f.reading, words.modality))


def inquired(tree: Tree, f: Found) -> Found:
    """Take an investigation that somebody promises for a promise, and no threat."""
    if f.frame.mode != "investigate" or f.coded != "THREATEN":
        return f
    over = tree.lemma(f.reading.holder) if f.reading.holder is not None else ""
    if f.reading.status == "threatened" and over == "threaten":
        return f
    return replace(f, reading=replace(f.reading, status="planned"), coded="AGREE")


# Light verbs whose event is told by their noun: held talks, went on strike.
LIGHT: Final = listed(
    "hold have conduct launch mount stage make pay go give lodge perform undertake engage wage reach strike begin start open "
    "resume continue carry"
)
GOVERNED: Final = frozenset({"cancelled", "postponed", "refused", "proposed", "denied", "threatened"})


def noun_led(tree: Tree, f: Found, words: EventWords) -> Found:
    """Tell the act by its noun where the verb is light, or only calls off, refuses or asks for what the noun says."""
    if f.taken is None or tree.words[f.taken].upos == "VERB":
        return f
    nouns = list(noun_matches(tree, f.taken, words.frames))
    if tree.lemma(f.trigger) in LIGHT and any(n.type == f.frame.type or n.others for n in nouns):
        frame = nouns[0] if nouns[0].others and nouns[0].type != f.frame.type else f.frame  # a joint exercise
        over = read_status(tree, f.taken, f.trigger, words.modality)  # planned for May, will be held in June
        reading = over if over.status in ("cancelled", "postponed") else f.reading
        kind = code(tree, f.taken, frame.type, reading, words.modality) if (frame, reading) != (f.frame, f.reading) else f.coded
        return replace(f, frame=frame, reading=reading, coded=kind, trigger=f.taken, taken=None, carrier=f.trigger)
    if governed(tree, f.trigger, words.modality) not in GOVERNED:
        return f
    inner = next(noun_event(tree, f.taken, words), None) or called_off(tree, f, f.taken, words)
    if inner is None or inner.frame.type in (*SAID, f.frame.type) or inner.reading.holder != f.trigger:
        return f
    if inner.frame.type == "AGREE" and inner.reading.status == "refused":
        return f  # rejected the treaty
    actors = inner.parties.actors or f.parties.actors
    recipients = tuple(r for r in inner.parties.recipients or f.parties.recipients if r not in actors)
    return replace(inner, parties=replace(inner.parties, actors=actors, recipients=recipients))


def called_off(tree: Tree, f: Found, noun: int, words: EventWords) -> Found | None:
    """What is called off or put off, where its noun alone says too little to be an event: cancelled a trip."""
    status = governed(tree, f.trigger, words.modality)
    frame = next((n for n in noun_matches(tree, noun, words.frames) if n.type not in SAID), None)
    if frame is None or status not in ("cancelled", "postponed") or f.reading.status != "happened":
        return None
    reading = Reading(status, f.trigger, because=f"'{tree.lemma(f.trigger)}'")
    parties = replace(f.parties, recipients=noun_parties(tree, noun, frame, words.frames, words.actors).recipients)
    return Found(frame, noun, None, None, parties, reading, code(tree, noun, frame.type, reading, words.modality))


def with_calamities(tree: Tree, acts: list[Found], words: EventWords, topic: str | None) -> list[Found]:
    """Add the calamities of a sentence; what only tells whom one harmed is no act of force."""
    scene = Scene(tree, words.calamities, words.actors, words.modality, topic)
    told = calamities(scene, [f.trigger for f in acts if f.frame.type not in HARMING and tree.lemma(f.trigger) != "give"])
    mine = {w for c in told for w in (c.trigger, c.carrier)}
    under = {
        f.trigger for f in acts if tree.rel(f.trigger) == "advcl" and tree.head(f.trigger) in mine
    }  # sank, killing nine
    ways = {c.trigger for c in told if tree.lemma(c.trigger) == "give"}  # the bridge gave way: it conceded nothing
    kept = [f for f in acts if f.trigger not in ways and (f.frame.type not in HARMING or f.trigger not in mine | under)]
    made = [Found(c.frame, c.trigger, None, c.carrier, c.parties, c.reading, None) for c in told]
    return [*kept, *(m for m in made if m.trigger not in {f.trigger for f in kept})]


def named(tree: Tree, f: Found, words: EventWords) -> Found:
    """Put whom the sentence names for the pronouns among the parties."""
    actors = tuple(dict.fromkeys(meant(tree, a, f.trigger, words.actors) for a in f.parties.actors))
    recipients = tuple(r for r in f.parties.recipients if r not in actors)
    if (actors, recipients) == (f.parties.actors, f.parties.recipients):
        return f
    return replace(f, parties=replace(f.parties, actors=actors, recipients=recipients))


CLAIMED: Final = listed("victory win success credit responsibility mandate majority asylum territory title")


def verb_event(tree: Tree, i: int, words: EventWords) -> Iterator[Found]:
    """The event a verb reports, by the most particular frame whose parties fit."""
    if tree.lows[i] in ("provided", "providing") and tree.of(i, "ccomp") and not tree.of(i, "aux", "nsubj"):
        return  # on these terms
    if tree.lemma(i) == "claim" and any(tree.lemma(o) in CLAIMED for o in tree.of(i, "obj")):
        return  # victory: blames nobody
    if tree.lemma(i) == "let" and any(tree.lemma(c) in ("know", "slip") for c in tree.of(i, "xcomp", "ccomp")):
        return  # let it be known: said so
    if tree.lemma(i) == "hold" and tree.of(i, "obj") and "out" in tree.lows[i + 1 : i + 4]:
        return  # held it out to us
    if tree.lemma(i) == "protest" and tree.of(i, "ccomp"):
        return  # protested that: says so
    if tree.words[i].upos not in ("VERB", "ADJ") or tree.words[i].deprel in ("amod", "compound", "case"):
        return
    for frame, taken in verb_matches(tree, i, words.frames):
        parties = expected(tree, i, frame, verb_parties(tree, i, frame, taken, words.actors), words.actors)
        if set("lk") & set(frame.need) and tree.of(i, "obj"):
            continue
        if "9" in frame.need and (taken is None or tree.rel(taken) not in ("obj", "nsubj")):
            continue
        if "z" in frame.need and not armed(tree, parties, words.actors):
            continue
        if frame.mode == "visit" and not coming(tree, parties, words.actors):
            continue
        if "w" in frame.need and not together(tree, parties):
            continue
        if tree.lemma(i) == "call" and frame.type == "CONSULT" and naming(tree, i):
            continue
        if "A" in frame.need and not publicly(tree, parties, frame, words.actors):
            continue
        if idle(tree, i, frame, words.actors) or (not frame.doers and lifeless(tree, i, parties, words.actors)):
            continue
        if not fits(tree, frame, parties, words.actors, passive=tree.is_passive(i)):
            continue
        reading = warned(tree, frame.type, read_status(tree, i, None, words.modality))
        if not meets(tree, i, frame, reading, words.actors) or by_nature(tree, i, frame, parties, words.actors):
            continue
        reading = by_hearsay(frame, in_vain(tree, i, frame, willing(frame, as_told(tree, i, frame, reading, words.modality))))
        reading = by_victim(tree, i, frame, parties, reading, words.modality)
        taken = charged(tree, i, words.actors) if CHARGE in frame.need else taken
        yield Found(frame, i, taken, None, parties, reading, code(tree, i, frame.type, reading, words.modality))
        return


def naming_acts(tree: Tree, words: EventWords) -> list[int]:
    """The words that some frame of nouns begins with."""
    known = words.frames.nouns
    return [i for i, (lemma, low) in enumerate(zip(tree.lemmas, tree.lows, strict=True)) if lemma in known or low in known]


def noun_event(tree: Tree, i: int, words: EventWords) -> Iterator[Found]:
    """The event a noun reports."""
    word = tree.words[i]
    if tree.lemma(i) not in words.frames.nouns and tree.lows[i] not in words.frames.nouns:
        return
    if tree.cases(i) == {"in"} and tree.lows[i] == "protest":
        return  # "in protest" tells why, and is no rally
    if is_month(tree, i) or is_topic(tree, i):
        return
    if word.upos == "PROPN" and titled(tree, i):
        return
    if word.upos not in ("NOUN", "PROPN") or word.deprel in ("compound", "amod", "flat") or word.ner != "O":
        return
    for frame in noun_matches(tree, i, words.frames):
        if "p" in frame.need and tree.lows[i] == tree.lemma(i) and not tree.lows[i].endswith("s"):
            continue
        parties = noun_parties(tree, i, frame, words.frames, words.actors)
        light = carrier(tree, i, words.frames)
        if "I" in frame.need:
            parties = kept_in(tree, i, words.actors)
            if not (parties.recipients or parties.actors):
                continue
        reading = lasted(tree, i, read_status(tree, i, light, words.modality))
        reading = chanced(tree, by_hearsay(frame, reading), words.modality)
        parties = governing(tree, i, parties, reading)
        if not occasional(tree, frame, reading, light):
            continue
        told = (
            (light is not None or reading.holder is not None)
            and not set(frame.need) - set("p568")
            and (tree.rel(i) in DIRECT or tree.of_particle(i) or reading.status in ("cancelled", "postponed"))
        )
        if not told and "I" not in frame.need and not noun_fits(tree, i, frame, parties, words):
            continue
        yield Found(frame, i, None, light, parties, reading, code(tree, i, frame.type, reading, words.modality))
        return


# Types whose words also tell what a calamity did.
HARMING = frozenset({"ASSAULT", "PROTEST", "RETREAT", "COERCE", "MOBILIZE", "AID", "COOPERATE"})
DIRECT = frozenset({"obj", "nsubj", "root", "xcomp"})
PROMISING = frozenset({"planned", "cancelled", "postponed", "refused", "threatened", "failed", "denied", "proposed"})


def governing(tree: Tree, i: int, parties: Parties, reading: Reading) -> Parties:
    """Take the subject of the verb that plans, calls off or asks for an act as its actor, where the noun names none."""
    holder = reading.holder
    if parties.actors or holder is None or reading.status not in PROMISING or tree.words[holder].upos != "VERB":
        return parties
    found = agents(tree, holder) if tree.is_passive(holder) else subjects(tree, holder)[0]
    actors = tuple(a for a in found if a != i and a not in parties.recipients)
    return replace(parties, actors=actors, because=f"actor: the subject of '{tree.lemma(holder)}'")


def titled(tree: Tree, i: int) -> bool:
    """Tell whether a noun belongs to a name in capitals: the Munich Security Conference. Headlines have only capitals."""
    front = [c for c in tree.of(i, "compound", "flat", "amod") if c == i - 1]
    start = tree.words[i].start
    lower = sum(tree.text[w.start].islower() for w in tree.words if w.upos in ("NOUN", "VERB", "ADJ"))
    return bool(front) and tree.text[start].isupper() and tree.text[tree.words[front[0]].start].isupper() and lower > 1


def noun_fits(tree: Tree, i: int, frame: Frame, parties: Parties, words: EventWords) -> bool:
    """Tell whether a noun reports an event here: a party is named, or two where the noun is weak."""
    heads = (*parties.actors, *parties.recipients)
    acting = [h for h in heads if may_act(tree, h, words.actors) or tree.lows[h] in POSSESSIVE]
    if set(frame.need) & BOTH:
        return len(acting) > 1
    struck = frame.type in STRIKING and any(can_be_struck(tree, h, words.actors) for h in parties.recipients)
    if rally(tree, i, frame) or of_a_year(tree, i, frame):
        return True
    owned = any(tree.lows[h] in POSSESSIVE for h in parties.actors)
    return bool(acting or struck) and (owned or fits(tree, frame, parties, words.actors))


STRIKING = frozenset({"ASSAULT", "COERCE", "RETREAT", "SANCTION", "AID"})


SPOKEN = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})


def governed_once(tree: Tree, found: list[Found], words: EventWords) -> Iterator[Found]:
    """Give up the event of a word that only governs another: 'agreed to withdraw' is one event."""
    by_trigger = {f.trigger: f for f in found}
    given_up: set[int] = set()
    kept = []
    for f in found:
        over = by_trigger.get(f.reading.holder) if f.reading.holder is not None else None
        if (
            over is None
            or over is f
            or not (over.frame.type in SPOKEN or f.reading.status in ("cancelled", "postponed"))
        ):
            kept.append(under_word(tree, f, words) if over is None else f)
            continue
        if (
            over.frame.type == "REJECT"
            and f.frame.pos == "n"
            and f.reading.status == "refused"
            and f.frame.type in SAID
        ):
            continue  # turning down what another asks is the event: rejected the request
        if over.frame.type == "REJECT" and f.frame.pos == "n" and f.reading.status == "refused" and f.frame.type == "AGREE":
            continue  # rejected the treaty
        if over.frame.type in YIELDING and f.frame.pos == "n" and undone_force(f.frame.type, f.reading):
            continue  # suspended part of its embargo: eased it
        if not agreed(tree, over, f):
            given_up.add(over.trigger)
        kept.append(inherit(tree, f, over, words))
    return (f for f in kept if f.trigger not in given_up)


def agreed(tree: Tree, over: Found, f: Found) -> bool:
    """Tell whether several have come to terms on what they will do: the agreement is an event beside what it is on."""
    done = over.reading.status in REAL and f.reading.status == "planned"
    who = over.parties.actors
    several = len(who) > 1 or any(tree.words[a].upos == "NOUN" and tree.lows[a] != tree.lemma(a) for a in who)
    return done and several and tree.lemma(over.trigger) == "agree" and tree.words[over.trigger].upos == "VERB"


HANGING: Final = frozenset({"proposed", "threatened", "refused", "planned", "cancelled", "postponed"})


def under_word(tree: Tree, f: Found, words: EventWords) -> Found:
    """Tell an act together with the verb that asks for, announces or threatens it, where that is no event by itself."""
    holder = f.reading.holder
    if f.over is not None or holder is None or f.reading.status not in HANGING or tree.words[holder].upos != "VERB":
        return f
    return f if holder in (f.trigger, f.taken, f.carrier) else replace(f, over=holder)


def inherit(tree: Tree, f: Found, over: Found, words: EventWords) -> Found:
    """Give a governed act the parties of the word over it: who asks whom, who promises whom."""
    asked = f.reading.status in ("proposed",)
    actors = over.parties.actors if asked or not f.parties.actors else f.parties.actors
    mine = [r for r in f.parties.recipients if can_act(tree, r, words.actors) and r not in actors]
    others = [r for r in over.parties.recipients if r not in actors]
    recipients = (others or [a for a in f.parties.actors if a not in actors] or mine) if asked else (mine or others)
    if not recipients:
        recipients = [r for r in f.parties.recipients if r not in actors]
    parties = Parties(tuple(actors), tuple(recipients), f"{f.parties.because}; under '{tree.lows[over.trigger]}'")
    return replace(f, parties=parties, over=over.trigger)
