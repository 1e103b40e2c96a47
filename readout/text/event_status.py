"""Whether it happened: the status of an act from the words that govern it, inside out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from readout.records import Status
from readout.text.event_answers import NO_PLAN, answer, demanded, fruitless, plotted, predicated, provided
from readout.text.event_clauses import (
    FACTIVE,
    IMPLICATIVE,
    LINKING,
    OCCURRING,
    after_all,
    bare,
    belated,
    binding,
    for_it,
    gerund_of,
    given_up,
    measured,
    own_wish,
    remembered,
    scene,
    shifted,
    wh_clause,
)
from readout.text.event_coding import REAL
from readout.text.event_doubts import left_open, undecided
from readout.text.event_fates import fated, struck
from readout.text.event_frames import phrasal
from readout.text.event_hearsay import UNTRUE, called_untrue, claim_above, denied_claim, hearsay
from readout.text.event_modality import Modality as Modality
from readout.text.event_modality import Reading as Reading
from readout.text.event_moods import Mood, hangs, mood_of, took_time, unwilling, voiced
from readout.text.event_plain import DECIDING, SUCCEEDED, UNDER_WAY, parted, plain
from readout.text.event_prospects import ahead, led_ahead
from readout.text.event_said import MENACES, asks, said
from readout.text.event_tree import Tree, listed

# Nouns that only lead to the act: the start of talks, involvement in an attack.
PASSING: Final = listed(
    "start beginning launch resumption opening continuation imposition holding involvement role part participation "
    "round series day week use responsibility complicity outbreak set number wave string prospect signing return restoration "
    "reintroduction introduction restart renewal"
)
INQUIRIES: Final = listed("inquiry enquiry investigation probe hearing review debate row dispute commission report study trial")
MOVING: Final = listed("arrive travel fly come go head visit gather leave depart land journey prepare")
LEADING: Final = listed("lead head chair conduct carry host run organise organize")
UNDOING: Final = frozenset({"cancelled", "postponed", "refused"})


def read_status(tree: Tree, trigger: int, carrier: int | None, words: Modality) -> Reading:
    """Read the status of the act that a trigger reports; `carrier` is the light verb around an event noun."""
    reading = plain(tree, trigger, by_the_words_above(tree, trigger, carrier, words))
    return ahead(tree, trigger, fated(tree, trigger, carrier, reading, words), words)


def by_the_words_above(tree: Tree, trigger: int, carrier: int | None, words: Modality) -> Reading:
    """Read the status off the words that govern an act, and what the sentence says of it as a whole."""
    reading = undecided(tree, trigger) or read_syntax(tree, trigger, carrier, words)
    if reading.status == "planned" and hangs(tree, trigger if carrier is None else carrier, words):
        return replace(reading, status="conditional", because=f"{reading.because} with a condition")
    if reading.status in REAL:
        if reading.status == "happened" and remembered(tree, trigger):
            return replace(reading, status="historical", because="somebody recalls it")
        return alleged(tree, trigger, reading)
    if reading.status in ("negated", "refused") and after_all(tree, trigger if carrier is None else carrier):
        return Reading("cancelled", reading.holder, because="not after all")
    if reading.status == "conditional" and reading.because == "'would'" and any(
        "according" in tree.cases(c) for i in (trigger, *tree.above(trigger)) for c in tree.of(i, "obl")
    ):
        return replace(reading, status="planned", because="'would', as somebody says")
    return reading


def alleged(tree: Tree, trigger: int, reading: Reading) -> Reading:
    """Take an act for reported where the sentence says so: allegedly, reportedly, one side's word in brackets."""
    doubt = left_open(tree, trigger)
    if doubt:
        return replace(reading, status="hypothetical", because=doubt)
    why = hearsay(tree, trigger)
    return replace(reading, status="reported", because=why) if why else reading


def read_syntax(tree: Tree, trigger: int, carrier: int | None, words: Modality) -> Reading:
    """Read the status off the words that govern the trigger."""
    verb = tree.words[trigger].upos in ("VERB", "AUX", "ADJ") and carrier is None
    if verb:
        return climb(tree, trigger, from_mood(mood_of(tree, trigger, words)), words)
    reading = described(tree, trigger, words)
    if carrier is None and tree.of(trigger, "cop"):
        mood = mood_of(tree, trigger, words)
        return climb(tree, trigger, from_mood(mood) if reading.status in REAL else reading, words)
    if carrier is None:
        return climb_noun(tree, trigger, reading, words)
    if reading.status in (*REAL, "planned") and (belated(tree, carrier) or shifted(tree, trigger, carrier)):
        return Reading("postponed", carrier, because="later than planned")
    found = predicated(tree, carrier) if reading.status in REAL else None
    if found is not None:
        return Reading(found, carrier, because="what it is said to be")
    outer = None if fruitless(tree, trigger, carrier) else governed(tree, carrier, words)
    mood = mood_of(tree, carrier, words)
    if struck(tree, carrier, mood, reading):
        return Reading("cancelled", carrier, because="planned, and will not be")
    if outer is not None and (reading.status in REAL or (reading.status == "planned" and outer in UNDOING)):
        reading = apply(reading, outer, carrier, mood, f"'{tree.lemma(carrier)}'")
    elif mood.status != "happened" and reading.status in REAL:
        reading = from_mood(mood)
    if tree.head(carrier) == trigger and reading.status in (*REAL, "planned"):
        over = climb_noun(tree, trigger, reading, words)  # cancelled a visit announced on Friday
        led = over.status not in REAL and tree.lemma(carrier) in LEADING  # will join an inquiry led by a judge
        return over if over.status in UNDOING or led else climb(tree, carrier, reading, words)
    return climb(tree, carrier, reading, words)


def governed(tree: Tree, verb: int, words: Modality) -> Status | None:
    """What a verb does to the act it governs."""
    names = list(phrasal(tree, verb))
    return provided(tree, verb, names) or next((words.verbs[name] for name in names if name in words.verbs), None)


def from_mood(mood: Mood) -> Reading:
    """Start from the mood of the verb itself."""
    return Reading(mood.status, None, mood.negated, mood.aim, mood.because)


def described(tree: Tree, noun: int, words: Modality) -> Reading:
    """Read the adjectives and participles of an event noun: a planned visit, talks scheduled for May, no attack."""
    for c in tree.of(noun, "det", "advmod", "cc"):
        if tree.lows[c] in ("no", "without", "not") and tree.lemma(noun) != "confidence":  # a motion of no confidence
            return Reading("negated", c, True, because=f"'{tree.lows[c]}'")
    for c in tree.of(noun, "amod", "acl", "compound"):
        low = tree.lows[c]
        status = None if tree.words[c].deprel == "acl:relcl" else words.adjectives.get(low)
        if status is None and tree.words[c].deprel == "acl" and low.endswith(("ed", "en", "d", "off", "t")):
            status = governed(tree, c, words)
            status = None if status in ("happened", "reported", "hypothetical", "refused") else status
        if status is not None:
            return Reading(status, c, status == "negated", because=f"'{low}'")
    return Reading("happened")


def climb(tree: Tree, node: int, reading: Reading, words: Modality, depth: int = 0) -> Reading:
    """Go up from a verb through the words that govern it."""
    up, rel = tree.head(node), tree.rel(node)
    if up < 0 or depth > 12:
        return reading
    if rel in ("xcomp", "ccomp", "csubj") or (rel in ("obl", "advcl", "nmod") and gerund_of(tree, node)):
        return climb_complement(tree, node, up, reading, words, depth)
    if tree.words[node].deprel == "acl":
        if reading.status in REAL and led_ahead(tree, node, up):
            return climb_noun(tree, up, reading, words, depth + 1)
        return climb_modifier(tree, node, up, reading, words, depth)
    if rel == "conj":
        return climb(tree, parted(tree, node), reading, words, depth + 1)
    return reading


def climb_complement(tree: Tree, node: int, up: int, reading: Reading, words: Modality, depth: int) -> Reading:
    """Apply what a verb, adjective or noun does to the clause it governs."""
    names = list(phrasal(tree, up))
    if tree.rel(node) == "ccomp" and claim_above(tree, node) is not None and tree.rel(up) == "nsubj":
        return claimed(tree, up) if reading.status in REAL else reading
    if tree.rel(node) == "ccomp" and names[-1] in words.saying and not asks(tree, node, names[-1], reading):
        return said(tree, node, up, reading)
    table = {"ADJ": words.adjectives, "NOUN": words.nouns}.get(tree.words[up].upos, words.verbs)
    found = demanded(tree, up) or next((table[n] for n in names if n in table), None) or words.adjectives.get(tree.lows[up])
    mood = mood_of(tree, up, words)
    if binding(tree, node, up, names[-1]) or given_up(tree, up, names[-1]):
        found = "hypothetical"
    if (tree.lemma(up) == "mean" and tree.rel(node) == "ccomp") or took_time(tree, node):
        found = None  # it means that: no plan; needed ten minutes to do it: did it
    if names[-1] in ("accept", "agree") and tree.rel(node) == "ccomp" and reading.status in REAL:
        return reading  # now accepts that it fired
    if found == "proposed" and own_wish(tree, node, up):
        found = "hypothetical" if tree.lows[up] == "wanted" else "planned"
    if names[-1] in ("ask", "wonder", "question", "clear", "known") and wh_clause(tree, node):
        return reading
    if names[-1] == "unable":
        return Reading("failed", up, because="'unable to'")
    if names[-1] in ("adamant", "insistent") and reading.negated:
        return replace(reading, status="denied", because=f"'{names[-1]}'")
    if reading.status in REAL and called_untrue(tree, node):
        return replace(reading, status="denied", because="called untrue")
    told = {"have", "be"} & set(tree.verb_group(node)) and (tree.lows[node].endswith("ing") or "have" in tree.verb_group(node))
    if names[-1] in words.saying and tree.is_passive(up) and tree.rel(node) == "xcomp" and told:
        return Reading("reported", up, because=f"is {tree.lows[up]} to have")
    if tree.words[up].upos in ("NOUN", "ADJ") and names[-1] == "able":
        return able(tree, up, mood, words, reading, depth)
    if names[-1] == "go" and tree.lows[up] == "going" and tree.rel(node) == "xcomp":
        found, mood = "planned", replace(mood, status="happened") if mood.status == "ongoing" else mood
    if reading.status == "question" and found == "hypothetical" and reading.because == "'whether'":
        reading = Reading("hypothetical", up, because=f"'{names[-1]} whether'")
    elif found is None:
        plain = reading.status in REAL and mood.status not in REAL and not (mood.negated and names[-1] in FACTIVE)
        reading = from_mood(mood) if plain else reading
        reading = purposed(tree, node, up, reading)
    else:
        reading = apply(reading, found, up, mood, f"'{names[0]}'")
    if reading.status == "planned" and (hangs(tree, up, words) or hangs(tree, node, words)):
        reading = replace(reading, status="conditional", because=f"{reading.because} with a condition")
    return climb(tree, up, reading, words, depth + 1)


def able(tree: Tree, up: int, mood: Mood, words: Modality, reading: Reading, depth: int) -> Reading:
    """What ability makes of an act: was able to is done, is able to may be, was unable to and before it was able to failed."""
    past = any(a in ("was", "were") for a in tree.verb_group(up))
    early = any(tree.lows[m] == "before" for m in tree.of(up, "mark"))
    if early or (past and mood.negated):
        return Reading("failed", up, because="'not able to'")
    if not past or mood.status not in REAL:
        return Reading("hypothetical", up, because="'able to'")
    return climb(tree, up, reading, words, depth + 1)


def purposed(tree: Tree, node: int, up: int, reading: Reading) -> Reading:
    """Take an infinitive behind a verb of moving, or one that is in no list, for what is only meant to be."""
    infinitive = bare(tree, node) and not took_time(tree, node)
    perfect = any(a == "have" for a in tree.verb_group(node))
    verb = tree.words[up].upos == "VERB" and tree.lemma(up) not in IMPLICATIVE
    if not infinitive or perfect or not verb or reading.status not in REAL:
        return reading
    return replace(reading, status="planned", aim=tree.lemma(up) not in MOVING | {"vote"}, because=f"'{tree.lemma(up)} to'")


def climb_modifier(tree: Tree, node: int, up: int, reading: Reading, words: Modality, depth: int) -> Reading:
    """Apply a noun to the infinitive that describes it: a plan to attack, the first to visit."""
    marks = {tree.lows[m] for m in tree.of(node, "mark")}
    if claim_above(tree, node) is not None and (reading.status in REAL or denied_claim(tree, up) is not None):
        return claimed(tree, up)
    if "that" in marks and reading.status in REAL and tree.lemma(up) in UNTRUE:
        return replace(reading, status="denied", because="called untrue")
    if "that" in marks and reading.status in REAL and mood_of(tree, up, words).status == "question":
        return Reading("question", because="a question")
    if "that" in marks and reading.because == "'would'":
        reading = replace(reading, status="planned", holder=up, because=f"a {tree.lemma(up)} that it would")
    if tree.lemma(up) in MENACES and "that" in marks and reading.status in ("planned", "conditional"):
        return replace(reading, status="threatened", holder=up, because=f"'{tree.lemma(up)} that'")
    if reading.status == "negated":
        return reading
    if "to" not in marks:
        return under_gerund_noun(tree, node, up, reading, words, depth)
    if unwilling(tree, node):
        return replace(reading, status="refused", aim=False, because=f"no {tree.lemma(up)} to")
    found = words.nouns.get(f"{tree.lemma(up)} to") or words.nouns.get(tree.lemma(up)) or words.adjectives.get(tree.lows[up])
    singled = any(tree.lows[c] in ("first", "second", "third", "last", "only", "latest") for c in tree.of(up, "amod"))
    ahead_of_us = {"will", "shall", "'ll"} & set(tree.verb_group(up))  # I shall be the first to sign
    if (singled or tree.lows[up] in ("first", "last", "latest", "second")) and not ahead_of_us:
        return replace(reading, status="happened", aim=False, because="'first to'")
    if found is None and tree.head(up) < 0 and up < node:
        return replace(reading, status="planned", aim=False, because="'to' in a headline")
    if found is None:
        return replace(reading, status="planned", aim=True, because="an infinitive")
    reading = apply(replace(reading, aim=False), found, up, Mood(), f"'{tree.lemma(up)} to'")
    return climb_noun(tree, up, reading, words, depth + 1)


def under_gerund_noun(tree: Tree, node: int, up: int, reading: Reading, words: Modality, depth: int) -> Reading:
    """Apply a noun to the -ing form behind it: no intention of resigning, the idea of meeting, hopes of winning."""
    found = words.nouns.get(tree.lemma(up))
    if found is None or found == "reported" or not gerund_of(tree, node) or reading.status not in REAL:
        return reading
    inner = described(tree, up, words)
    if inner.negated and tree.lemma(up) in ("question", "intention", "plan", "desire", "wish", "thought"):
        return Reading("refused", up, because=f"no {tree.lemma(up)} of")
    reading = apply(reading, found, up, Mood(inner.status, inner.negated), f"'{tree.lemma(up)} of'")
    return climb_noun(tree, up, reading, words, depth + 1)


def claimed(tree: Tree, noun: int) -> Reading:
    """An act that a claim tells is reported; where the claim is rejected, denied."""
    up = denied_claim(tree, noun)
    if up is not None:
        return Reading("denied", up, because=f"'{tree.lemma(up)}' a claim")
    if tree.head(noun) >= 0 and tree.lemma(tree.head(noun)) in ("confirm", "prove", "verify", "corroborate"):
        return Reading("happened", because="a claim confirmed")
    return Reading("reported", noun, because=f"a {tree.lemma(noun)}")


def climb_noun(tree: Tree, noun: int, reading: Reading, words: Modality, depth: int = 0) -> Reading:
    """Go up from a noun through the words that govern it."""
    up, rel = tree.head(noun), tree.rel(noun)
    if up < 0 or depth > 12:
        return reading
    cases = tree.cases(noun)
    if rel == "conj":
        return climb_noun(tree, up, reading, words, depth + 1)
    if rel == "obl" and cases == {"for"} and tree.lemma(up) in MOVING and reading.status in REAL:
        return replace(reading, status="planned", aim=True, because="the purpose of a journey")
    if cases & {"into", "over", "about", "on"} and any(tree.lemma(k) in INQUIRIES for k in range(max(0, up), noun)):
        return reading  # who agrees on an inquiry into a shooting agrees on no shooting
    if "ahead" in cases and reading.status in REAL:
        return replace(reading, status="planned", because="'ahead of'")
    if rel in ("nmod", "compound") and (rel == "compound" or cases & LINKING):
        return under_noun(tree, up, reading, words, depth)
    if rel in ("obj", "nsubj", "xcomp") or (rel == "obl" and cases & LINKING) or tree.of_particle(noun):
        return under_verb(tree, noun, up, reading, words, depth)
    return reading


def under_noun(tree: Tree, up: int, reading: Reading, words: Modality, depth: int) -> Reading:
    """Apply a noun to the event noun behind it: threat of sanctions, call for talks, round of talks."""
    over = tree.head(up)
    if tree.lemma(up) in ("stop", "end", "halt") and over >= 0 and tree.lemma(over) in ("put", "bring", "call"):
        return Reading("cancelled", over, because=f"put a {tree.lemma(up)} to") if reading.status in REAL else reading
    found = words.nouns.get(tree.lemma(up))
    if found is not None:
        inner = described(tree, up, words)
        reading = apply(reading, found, up, Mood(inner.status, inner.negated), f"'{tree.lemma(up)}'")
    elif tree.lemma(up) not in PASSING and not measured(tree, up):
        return reading
    return climb_noun(tree, up, reading, words, depth + 1)


def under_verb(tree: Tree, noun: int, up: int, reading: Reading, words: Modality, depth: int) -> Reading:
    """Apply the verb or predicate that an event noun is the object or subject of."""
    mood = mood_of(tree, up, words)
    if scene(tree, noun, up):  # agreed in a telephone call to meet: the call was held
        return from_mood(mood) if mood.status == "planned" and not mood.negated and reading.status in REAL else reading
    if tree.words[noun].deprel.startswith("nsubj") and struck(tree, up, mood, reading):
        return Reading("cancelled", up, because="planned, and will not be")
    passive = tree.words[noun].deprel == "nsubj:pass" or tree.is_passive(up)
    if tree.words[noun].deprel == "nsubj" and reading.status == "failed" and tree.lemma(up) == "succeed":
        return replace(reading, status="happened", because=SUCCEEDED)
    if reading.status in (*REAL, "planned") and (belated(tree, up) or shifted(tree, noun, up)):
        return Reading("postponed", up, because="later than planned")
    if tree.rel(noun) == "obl" and mood.status == "hypothetical" and reading.status in REAL and for_it(tree, noun):
        return Reading("hypothetical", up, because=mood.because)
    if tree.words[noun].deprel == "nsubj" and reading.status == "planned" and predicated(tree, up) in ("cancelled", "postponed"):
        return Reading(predicated(tree, up) or "cancelled", up, because=f"'{tree.lows[up]}'")
    if tree.words[noun].deprel == "nsubj" and reading.status in REAL:
        if mood.because == "'would'" and tree.lemma(up) in OCCURRING and voiced(tree, up, words):
            return Reading("planned", because="said that it would")
        if mood.status in ("conditional", "hypothetical"):
            return Reading("hypothetical", because=mood.because)
        found = predicated(tree, up)
        if found is not None:
            return Reading(found, up, because=UNDER_WAY if found == "ongoing" else f"'{tree.lows[up]}'")
    if tree.words[noun].deprel == "nsubj" and tree.words[up].upos == "VERB" and not passive:
        if mood.status not in REAL and reading.status in REAL and mood.status != "negated":
            return from_mood(mood)
        return reading
    if tree.words[noun].deprel == "nsubj" and tree.words[up].upos == "VERB" and fruitless(tree, noun, up):
        return reading
    table = words.adjectives if tree.words[up].upos == "ADJ" else words.verbs
    names = list(phrasal(tree, up))
    found = provided(tree, up, names) or next((table[n] for n in names if n in table), None)
    found = None if found == "planned" and plotted(tree, noun, up) else found or words.adjectives.get(tree.lows[up])
    answered = answer(tree, noun, up, reading.status, mood)
    if answered is not None:
        return climb(tree, up, Reading(answered, up, because=f"'{names[0]}'"), words, depth + 1)
    if found is None or names[-1] in NO_PLAN or (found == "happened" and mood.status in REAL):
        if tree.words[up].upos not in ("VERB",) and mood.status not in REAL and reading.status in REAL:
            return from_mood(mood)
        return reading
    reading = apply(reading, found, up, mood, f"'{names[0]}'")
    return climb(tree, up, reading, words, depth + 1)


WEAK: Final = frozenset({"hypothetical", "conditional"})
EXPECTING: Final = listed("expect hope anticipate foresee project await predict believe think imagine")
EXCLUDING: Final = listed("rule exclude")  # what is not ruled out is possible, and no more

_NEGATED: Final[Mapping[Status, Status]] = {
    "planned": "refused", "proposed": "negated", "hypothetical": "hypothetical", "threatened": "negated",
    "refused": "happened", "cancelled": "planned", "postponed": "planned", "denied": "reported", "negated": "happened",
    "failed": "happened", "reported": "reported", "happened": "negated", "ongoing": "negated",
}  # fmt: skip


def apply(reading: Reading, found: Status, holder: int, mood: Mood, why: str) -> Reading:
    """Lay an outer word over an inner reading."""
    if reading.status == "question" or (reading.status in WEAK and why.strip("'").split()[0] in EXPECTING):
        return reading
    if mood.negated and found == "refused" and why.strip("'").split()[0] in EXCLUDING:
        return Reading("hypothetical", holder, because=f"not {why}")
    if reading.negated and found == "planned" and why.strip("'").split()[0] in DECIDING and mood.status in REAL:
        return Reading("refused", holder, because=f"{why} not to")
    if reading.negated and found in ("planned", "proposed", "threatened"):
        return reading  # promised not to: the promise is the event
    if found == "planned" and reading.status in UNDOING and not mood.negated and mood.status in REAL:
        return reading
    if mood.negated and found in ("cancelled", "postponed") and mood.because.strip("'") in ("barely", "hardly", "scarcely"):
        return reading
    if mood.negated:
        changed = _NEGATED.get(found, "negated")
        if why.strip("'").split()[0] in ("manage", "succeed"):
            changed = "failed"
        return Reading(changed, holder, changed == "negated", because=f"not {why}")
    if mood.status in ("hypothetical", "question", "conditional") and mood.because != "'would'" and found != "reported":
        return Reading(mood.status, holder, because=f"{mood.because} {why}")
    if found in ("happened", "ongoing"):
        plain = reading.status in REAL or reading.aim
        if plain and mood.status in ("planned", "conditional", "proposed"):
            return Reading(mood.status, holder, because=f"{mood.because} {why}")
        return replace(reading, status=found if plain else reading.status, aim=False)
    if found == "reported" and reading.status not in (*REAL, "planned", "proposed"):
        return reading
    return Reading(found, holder, found == "negated", because=why)
