"""What a frame needs of its clause, told by letters, and what it makes of it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from readout.text.event_actors import COUNTING, ActorWords, can_act, is_calendar, is_name, is_person
from readout.text.event_arguments import Parties
from readout.text.event_charges import CHARGE, blamed_for_it, charged
from readout.text.event_fates import voted
from readout.text.event_frames import Frame
from readout.text.event_modality import Modality
from readout.text.event_prospects import done_by_it, under_way
from readout.text.event_status import Reading
from readout.text.event_tree import Tree, listed

UNDONE: Final = frozenset({"negated", "refused"})
WILLING: Final = frozenset({"'would not'", "'will not'", "said it would not"})
REAL: Final = frozenset({"happened", "ongoing"})
DONE: Final = frozenset({"happened", "ongoing", "historical", "reported"})
ANNOUNCED: Final = frozenset({"planned", "conditional", "threatened"})
GUESTS: Final = listed(
    "president premier minister chancellor king queen envoy delegation prince pope secretary general"
)
CALAMITIES: Final = listed(
    "flood landslide mudslide avalanche missing quake earthquake tsunami cyclone hurricane crash"
    " derailment collision"
)
RALLIES: Final = listed("march rally demonstration protest")
HARMED: Final = listed("kill injure wound hurt drive bury crush")
CAPTIVES: Final = listed("prisoner hostage captive detainee crew fisherman sailor internee abductee")
# Verbs that say of an occasion when it is, or that it is not: the hearing was held, begins, is put off.
OCCASIONAL: Final = listed(
    "hold take begin start open end conclude set schedule fix plan call postpone delay defer cancel scrap adjourn resume go "
    "move bring shift announce reschedule boycott follow be due repeat rerun run stage last push put enter"
)
REACH: Final = 14  # words behind a verb in which the infinitive of what it asks for stands; ours


def meets(tree: Tree, i: int, frame: Frame, reading: Reading, known: ActorWords) -> bool:
    """Tell whether the clause around a predicate is what its frame needs.

    W: somebody will not (would not say); Q: asks for no act (called on the king);
    C: captives are its subject (the crew went home); E: a person is expected somewhere;
    F: it is not told as long done (the strike that the union had called); N: it is not done (did not budge);
    O: the clause behind it tells of a deed of one's own (admitted that it had fired);
    B: someone in office is its subject, and it has no object (the governor has quit);
    H: a passive without 'to' (the sailors held in the fort);
    X: a name or pronoun does it, and no number stands beside it (the minister declined);
    T: what is said stands beside it, as a clause or in quotation marks (warned that, "Never," he retorted);
    U: an infinitive stands behind it (declined to sign);
    D: a clause behind it asks for an act (insisted that they leave); J: what is said denies something (insisted he had not);
    4: it calls a party or a deed something in quotation marks, and not in praise (called the ban "a farce");
    3: neither object, clause nor phrase with "to" or "for" stands beside it (will appeal);
    5: it is not told as done (promised to publish the report); 7: somebody announces it (will answer in kind);
    Y: a party or a deed is its object (called the pact a breakthrough);
    K: what is said lays a wrong to another's charge (said that the firm had hidden the results).
    """
    need = set(frame.need)
    if frame.head == "schedule" and tree.words[i].deprel == "acl":
        return False  # the talks scheduled for May: when they are
    if "W" in need and (reading.status not in UNDONE or reading.because not in WILLING):
        return False
    if "Q" in need and asks_an_act(tree, i):
        return False
    if "E" in need and not (any(is_guest(tree, a, known) for a in subject(tree, i)) and somewhere(tree, i, known)):
        return False
    if "C" in need and not any(tree.lemma(s) in CAPTIVES for s in subject_above(tree, i)):
        return False
    if "F" in need and frame.type == "PROTEST" and tree.lows[i] != tree.lemma(i) and "had" in tree.verb_group(i):
        return False
    if "N" in need and (reading.status not in UNDONE or any(tree.lows[c] == "yet" for c in tree.of(i, "advmod"))):
        return False
    if "O" in need and not own_deed(tree, i):
        return False
    if "B" in need and not in_office(tree, i, known):
        return False
    if "H" in need and (not tree.is_passive(i) or any("to" in tree.cases(c) for c in tree.of(i, "obl"))):
        return False
    if ("T" in need and not says(tree, i)) or ("U" in need and not infinitives(tree, i)):
        return False
    if ("D" in need and not demands(tree, i)) or ("J" in need and not (says(tree, i) and denies(tree, i))):
        return False
    if "3" in need and (tree.of(i, "obj", "iobj", "ccomp", "xcomp") or {"to", "for"} & prepositions(tree, i)):
        return False
    if ("5" in need and reading.status in DONE) or ("7" in need and reading.status not in ANNOUNCED):
        return False
    if CHARGE in need and (reading.status not in REAL or charged(tree, i, known) is None):
        return False
    if "Y" in need and not aimed(tree, i, known):
        return False
    if "4" in need and not scorns(tree, i, known):
        return False
    return "X" not in need or (by_somebody(tree, i) and not tree.of(i, "obj", "obl", "xcomp", "ccomp", "advmod"))


def is_guest(tree: Tree, a: int, known: ActorWords) -> bool:
    """Tell whether somebody is a person by name or title, whose coming is a visit."""
    named = any(tree.words[k].ner.endswith("PER") for k in (a, *tree.of(a, "flat", "nmod:desc")))
    return named or tree.lemma(a) in GUESTS or (tree.words[a].upos == "PROPN" and is_person(tree, a, known))


def somewhere(tree: Tree, i: int, known: ActorWords) -> bool:
    """Tell whether a verb says in or at which place: in the village, in Varn, and not in court."""
    heads = [c for c in tree.of(i, "obl") if tree.cases(c) & {"in", "at"}]
    return any((is_name(tree, c) and not is_calendar(tree, c)) or tree.lemma(c) in known.things for c in heads)


def occasional(tree: Tree, frame: Frame, reading: Reading, light: int | None) -> bool:
    """Tell whether an occasion is told of by itself (6): it was held, is set for May, was put off; and not only in passing."""
    if "5" in frame.need and reading.status in DONE:
        return False
    verb = light if light is not None else reading.holder
    return "6" not in frame.need or (verb is not None and tree.lemma(verb) in OCCASIONAL)


def armed(tree: Tree, parties: Parties, known: ActorWords) -> bool:
    """Tell whether troops, rebels or police are the actors: the marines left the island."""
    who = [m for a in parties.actors for m in (a, *(tree.of(a, "nmod") if tree.lemma(a) in COUNTING else ()))]
    return any(known.sectors.get(tree.lemma(a).removesuffix("s")) in ("MIL", "REB", "COP") for a in who)


def coming(tree: Tree, parties: Parties, known: ActorWords) -> bool:
    """Tell whether somebody comes on a visit, or nobody is named: aid that comes to three million is no guest."""
    if not parties.actors:
        return True
    return any(can_act(tree, a, known) and tree.lemma(a) not in VEHICLES for a in parties.actors)


VEHICLES: Final = listed("plane aircraft helicopter ship boat vessel train bus lorry truck jet ferry tanker car drone convoy")


def together(tree: Tree, parties: Parties) -> bool:
    """Tell whether several act: one with another, or actors in the plural."""
    several = [a for a in parties.actors if tree.lows[a] != tree.lemma(a) or tree.lows[a] in ("they", "we", "both")]
    return bool(parties.recipients or several) or len(parties.actors) > 1


def says(tree: Tree, i: int) -> bool:
    """Tell whether a verb has what is said beside it: a clause that it governs or hangs on, or words in quotation marks."""
    if tree.of(i, "ccomp") or (tree.rel(i) in ("parataxis", "root") and tree.of(i, "parataxis")):
        return True
    return tree.rel(i) in ("parataxis", "root", "conj") and any(low in QUOTES for low in tree.lows)


def demands(tree: Tree, i: int) -> bool:
    """Tell whether the clause that a verb governs asks for an act: that they leave, should leave, be freed."""
    for c in tree.of(i, "ccomp"):
        helpers = set(tree.verb_group(c))
        bare = not helpers and tree.lows[c] == tree.lemma(c) and singular(tree, c)
        if bare or helpers & {"should", "must", "be", "shall"}:
            return True
    return False


def singular(tree: Tree, verb: int) -> bool:
    """Tell whether the subject of a verb is one, so that a bare verb is no plain present."""
    heads = tree.of(verb, "nsubj", "nsubj:pass")
    return bool(heads) and (tree.lows[heads[0]] in ("he", "she", "it") or tree.lows[heads[0]] == tree.lemma(heads[0]))


def denies(tree: Tree, i: int) -> bool:
    """Tell whether a word of denial stands in the sentence apart from the helpers of a verb."""
    mine = set(tree.children[i])
    return any(low in DENIALS and k not in mine for k, low in enumerate(tree.lows))


DENIALS: Final = listed("not n't n’t never nothing no none nobody innocent untrue false wrong neither without")


def prepositions(tree: Tree, i: int) -> set[str]:
    """The prepositions of what hangs on a word."""
    return {case for c in tree.of(i, "obl", "nmod") for case in tree.cases(c)}


def naming(tree: Tree, i: int) -> bool:
    """Tell whether "call" gives a name rather than rings up: called him a liar, called it "theft", is called Nora."""
    behind = tree.of(i, "xcomp", "ccomp", "advcl")
    if behind or len(tree.of(i, "obj", "iobj")) > 1 or (tree.is_passive(i) and tree.of(i, "obj")):
        return True
    return any(tree.lows[k] in QUOTES for k in tree.under(i) if k > i) and not tree.of(i, "obl")


DEEDS: Final = listed(
    "decision plan move ruling law bill deal arrest ban sentence verdict closure vote offer cut tariff policy remark order raid "
    "attack measure delay arrangement pact treaty budget reform election strike step letter demand fine action proposal tax levy "
    "blockade invasion visit trial expulsion siege it"
)
PRAISE: Final = listed(
    "historic great good friend hero brother sister step breakthrough success welcome important milestone victory brave "
    "courageous courage constructive fruitful positive best triumph honour gift proud fair wise excellent useful encouraging "
    "progress promising frank right necessary beautiful strong chance opportunity start beginning"
)


def scorns(tree: Tree, i: int, known: ActorWords) -> bool:
    """Tell whether somebody calls a party or a deed something in quotation marks that is no praise."""
    if not naming(tree, i) or not any(low in QUOTES for low in tree.lows[i + 1 :]):
        return False
    return aimed(tree, i, known) and not set(tree.lemmas[i + 1 :]) & PRAISE


def aimed(tree: Tree, i: int, known: ActorWords) -> bool:
    """Tell whether what a verb calls something is said of a party or a deed."""
    heads = tree.of(i, "obj", "nsubj:pass")
    return bool(heads) and (
        tree.lemma(heads[0]) in DEEDS or tree.lows[heads[0]] in DEEDS or is_public(tree, heads[0], known)
    )


QUOTES: Final = frozenset("\"'“”‘’«»„") | {"''", "``"}


def infinitives(tree: Tree, i: int) -> bool:
    """Tell whether an infinitive is the object of a verb: declined to sign."""
    return any(any(tree.lows[m] == "to" for m in tree.of(c, "mark")) for c in tree.of(i, "xcomp"))


def publicly(tree: Tree, parties: Parties, frame: Frame, known: ActorWords) -> bool:
    """Tell whether who acts is of public life: an office, a body, a name, several people; or a passive names its object."""
    if not parties.actors:
        return bool(frame.objects)
    return any(is_public(tree, a, known) for a in parties.actors)


def is_public(tree: Tree, a: int, known: ActorWords) -> bool:
    """Tell whether a party is an office, a body, a force, a name, a pronoun of the third person, or people in the plural."""
    sector = known.sectors.get(tree.lemma(a))
    if tree.words[a].upos == "PRON":
        return tree.lows[a] in ("he", "she", "it", "they", "we", "both", "neither", "some", "others")
    if sector is not None:
        return sector != "CVL" or tree.lows[a] != tree.lemma(a) or tree.lemma(a) in MANY
    return is_name(tree, a) or tree.lemma(a) in known.who or tree.words[a].upos == "NUM" or bodily(tree, a, known)


MANY: Final = listed("crowd people mob community public population majority minority family")


def bodily(tree: Tree, a: int, known: ActorWords) -> bool:
    """Tell whether what stands behind "dozens of" is of public life."""
    return tree.lemma(a) in COUNTING and any(is_public(tree, c, known) for c in tree.of(a, "nmod"))


def own_deed(tree: Tree, i: int) -> bool:
    """Tell whether the clause behind a verb has a pronoun, nobody, or nobody's passive for its subject."""
    for c in tree.of(i, "ccomp", "xcomp", "parataxis"):
        doers = tree.of(c, "nsubj", "nsubj:pass")
        owned = any(tree.lows[k] in ("its", "his", "her", "their", "our", "my") for d in doers for k in tree.of(d, "nmod:poss"))
        mine = not doers or tree.lows[doers[0]] in OWN or owned or tree.is_passive(c)
        if mine and not (tree.is_passive(c) and tree.of(c, "obl:agent")):
            return True
    return False


OWN: Final = frozenset({"he", "she", "it", "they", "we", "i"})


def in_office(tree: Tree, i: int, known: ActorWords) -> bool:
    """Tell whether a verb without an object is done by someone in office or a person by name."""
    heads = subject_above(tree, i)
    public = any(known.sectors.get(tree.lemma(s)) in OFFICES or tree.words[s].ner.endswith("PER") for s in heads)
    return public and not tree.of(i, "obj")


OFFICES: Final = frozenset({"GOV", "LEG", "MIL", "JUD", "COP", "PTY", "OPP"})


def subject(tree: Tree, i: int) -> list[int]:
    """Give the subject of a clause, of a passive one too."""
    return tree.of(i, "nsubj", "nsubj:pass")


def subject_above(tree: Tree, i: int) -> list[int]:
    """Give the subject of a verb, or of the verb that lets it happen: the crew was allowed to go home."""
    if subject(tree, i) or tree.rel(i) not in ("xcomp", "conj") or tree.head(i) < 0:
        return subject(tree, i)
    return tree.of(tree.head(i), "nsubj", "nsubj:pass", "obj")


def expected(tree: Tree, i: int, frame: Frame, parties: Parties, known: ActorWords) -> Parties:
    """Take who is expected somewhere for the one who comes, captives who come home for those let go, who is blamed."""
    if CHARGE in frame.need:
        return blamed_for_it(tree, i, parties, known)
    if "C" in frame.need:
        return Parties((), tuple(parties.actors), "recipient: who comes free")
    if "E" not in frame.need or parties.actors:
        return parties
    return replace(parties, actors=tuple(subject(tree, i)), because="actor: who is expected")


def kept_in(tree: Tree, i: int, known: ActorWords) -> Parties:
    """Give those who are in custody, remain in jail, are on trial or on strike."""
    up = tree.head(i)
    stays = tree.rel(i) == "obl" and up >= 0 and tree.lemma(up) in ("remain", "stay", "languish")
    if tree.cases(i) != {KEPT.get(tree.lemma(i), "in")} or not (stays or tree.of(i, "cop")):
        return Parties((), (), "")
    people = tuple(s for s in subject(tree, up if stays else i) if is_person(tree, s, known))
    if tree.lemma(i) == "strike":
        return Parties(people, (), "actor: who is on strike")
    return Parties((), people, "recipient: who is kept")


KEPT: Final = {"trial": "on", "strike": "on", "arrest": "under", "investigation": "under"}  # in custody, on trial, on strike


def by_nature(tree: Tree, i: int, frame: Frame, parties: Parties, known: ActorWords) -> bool:
    """Tell whether people were killed or hurt where the sentence names a calamity, or missing people, and no weapon."""
    if frame.type != "ASSAULT" or parties.actors or not tree.is_passive(i) or tree.lemma(i) not in HARMED:
        return False
    lemmas = set(tree.lemmas)
    return bool(lemmas & (known.lifeless | CALAMITIES)) and not lemmas & known.weapons


def rally(tree: Tree, i: int, frame: Frame) -> bool:
    """Tell whether a noun of protest says what it is against, or is the largest of its kind."""
    if frame.type != "PROTEST" or tree.lemma(i) not in RALLIES:
        return False
    against = any("against" in tree.cases(c) for c in tree.of(i, "nmod"))
    return against or any(tree.lows[c] in ("largest", "biggest") for c in tree.of(i, "amod"))


def of_a_year(tree: Tree, i: int, frame: Frame) -> bool:
    """Tell whether a noun names one act of the past by its year: the agreement of 2006, the last strike, in 2016."""
    if frame.type not in ("AGREE", "PROTEST", "CONSULT", "ASSAULT", "RETREAT", "COERCE") or tree.rel(i) == "compound":
        return False
    years = [c for c in tree.of(i, "nmod", "obl", "nummod", "appos") if YEAR.fullmatch(tree.lows[c])]
    return any(tree.cases(c) <= {"of", "in"} for c in years)


YEAR: Final = re.compile(r"1[5-9]\d\d|20\d\d")


def asks_an_act(tree: Tree, i: int) -> bool:
    """Tell whether an infinitive hangs on a verb or on a noun beside it: called on both sides to stop."""
    near = {i, *tree.of(i, "obl", "obj", "advmod")}
    return any(
        tree.head(c) in near and any(tree.lows[m] == "to" for m in tree.of(c, "mark"))
        for c in range(i + 1, min(len(tree.words), i + REACH))
    )


def by_somebody(tree: Tree, i: int) -> bool:
    """Tell whether a name or a personal pronoun is the subject of a verb."""
    return any(is_name(tree, s) or tree.lows[s] in ("he", "she", "they", "we") for s in tree.of(i, "nsubj"))


def as_told(tree: Tree, i: int, frame: Frame, reading: Reading, words: Modality) -> Reading:
    """Read unwillingness to say as done, to agree as refused, and an act only offered or called (F) as planned."""
    need = set(frame.need)
    reading = done_by_it(tree, i, frame, voted(frame.type, reading), words)
    if frame.type in ("AGREE", "CONCEDE") and reading.status == "negated" and reading.because == "'would not'":
        return replace(reading, status="refused")
    if need & {"W", "N"} and reading.status in UNDONE:
        return replace(reading, status="happened", negated=False, because=f"{reading.because}, which refuses")
    if "7" in need and reading.status in ANNOUNCED:
        return replace(reading, status="threatened")
    if "F" in need and reading.status in REAL and not under_way(tree, i):
        return replace(reading, status="planned", because=f"'{frame.head}', which is ahead")
    return reading
