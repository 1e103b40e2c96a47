"""Who did it to whom: the parties of a verb by the rules of English syntax."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from readout.text.event_actors import (
    ActorWords,
    can_act,
    can_be_struck,
    is_calendar,
    is_missile,
    is_person,
    may_act,
    members,
    owners,
)
from readout.text.event_frames import ACTOR, BOTH, PERSON, RECIPIENT, STRUCK, Frame
from readout.text.event_tree import Tree, listed

HOURS: Final = listed(
    "midnight noon midday dawn dusk nightfall sunset sunrise morning afternoon evening night end then now phone telephone "
    "mistake means"
)
PERIODS: Final = listed(
    "weekend week month year day hour minute century decade fortnight holiday spring summer autumn winter season quarter period"
)
# What stands between two small words and is nobody: in front of, in the face of, in response to.
LEADING: Final = listed(
    "front face wake presence middle course event view spite place favour favor name response reply protest anger order addition "
    "line case return exchange light search behalf support"
)
SINGLING: Final = frozenset({"first", "second", "third", "last", "only", "latest"})
RELATIVES: Final = frozenset({"who", "which", "that", "whom", "whose"})
# After these verbs the one who is to act is their object, not their subject.
OBJECT_CONTROL_EXCEPT: Final = frozenset({"promise", "threaten", "vow", "pledge", "offer"})


@dataclass(frozen=True, slots=True)
class Parties:
    """Heads of the noun phrases of actors and recipients, with the rule that found them."""

    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    because: str


def subjects(tree: Tree, v: int, depth: int = 0) -> tuple[list[int], str]:
    """Heads of who does what an active verb says, or undergoes what a passive one says; with the rule."""
    own = tree.of(v, "nsubj")
    if own:
        return resolved(tree, v, own[0]), "its subject"
    if depth > 6:
        return [], "no subject"
    up, rel = tree.head(v), tree.words[v].deprel
    if up < 0:
        return [], "no subject"
    if rel == "acl:relcl":
        return [up], "the noun its relative clause describes"
    if rel == "acl":
        return acl_subject(tree, v, up, depth)
    if rel.startswith("xcomp"):
        return controller(tree, v, up, depth)
    if rel.startswith(("conj", "parataxis")) and (
        tree.words[up].upos in ("VERB", "AUX", "ADJ") or tree.of(up, "nsubj")
    ):
        return subjects(tree, up, depth + 1)[0], "the subject of the verb it is joined to"
    if rel.startswith(("advcl", "obl")) and blamed(tree, v, up):
        return members(tree, tree.of(up, "obj", "iobj")[0]), "the one blamed or thanked for it"
    if rel.startswith("advcl"):
        return subjects(tree, up, depth + 1)[0], "the subject of the main clause"
    if rel == "ccomp" and (tree.lows[v] != tree.lemma(v) or tree.of(v, "mark")):
        return subjects(tree, up, depth + 1)[0], "the subject of the clause above"
    return [], "no subject"


def blamed(tree: Tree, v: int, up: int) -> bool:
    """Tell whether a clause is what the object of the verb above is blamed or thanked for: accused X of bombing."""
    marks = {tree.lows[m] for m in tree.of(v, "mark", "case")}
    done = tree.lows[v].endswith("ing") or any(tree.lows[a] == "having" for a in tree.of(v, "aux"))
    return done and bool(marks & {"of", "for"}) and bool(tree.of(up, "obj", "iobj"))


def resolved(tree: Tree, v: int, subject: int) -> list[int]:
    """A subject, or the noun that a relative pronoun stands for."""
    if tree.lows[subject] in RELATIVES and tree.words[subject].upos in ("PRON", "DET", "SCONJ"):
        for up in (v, *tree.above(v)):
            if tree.words[up].deprel == "acl:relcl" and tree.head(up) >= 0:
                return [tree.head(up)]
        return []
    return members(tree, subject) or [subject]


def acl_subject(tree: Tree, v: int, noun: int, depth: int) -> tuple[list[int], str]:
    """The subject of a participle or infinitive that describes a noun."""
    infinitive = any(tree.lows[m] == "to" for m in tree.of(v, "mark"))
    marked = tree.of(v, "mark") and not infinitive
    if not infinitive and not marked:
        return [noun], "the noun its participle describes"
    over = tree.head(noun)
    if over >= 0 and tree.rel(noun) == "nmod" and any(tree.lows[c] in SINGLING for c in tree.of(over, "amod")):
        return [over], "the first to do it"
    if any(tree.lows[c] in SINGLING for c in tree.of(noun, "amod")):
        return called_first(tree, noun), "the first to do it"
    having = [
        c
        for c in tree.of(noun, "nmod:poss", "nmod")
        if tree.words[c].deprel == "nmod:poss" or tree.cases(c) & {"by", "of", "from"}
    ]
    if infinitive and (meant := for_whom(tree, v, noun)):
        return members(tree, meant[0]), "the one in 'for … to'"
    if having:
        return members(tree, having[0]), "whose plan or attempt it is"
    if tree.head(noun) < 0 and noun < v:
        return [noun], "the name before 'to' in a headline"
    for up in tree.above(noun):
        if tree.words[up].upos in ("VERB", "AUX"):
            return [s for s in subjects(tree, up, depth + 1)[0] if s != noun], "the subject of the verb above"
    return [], "no subject"


def called_first(tree: Tree, noun: int) -> list[int]:
    """The one who is said to be the first of something; the noun itself where that is nobody else."""
    said = [s for s in tree.of(noun, "nsubj") if tree.lows[s] not in ("it", "this", "that", "there", "which")]
    if said and tree.of(noun, "cop"):
        return resolved(tree, noun, said[0])
    return [tree.head(noun)] if tree.rel(noun) == "appos" and tree.head(noun) >= 0 else [noun]


def for_whom(tree: Tree, v: int, noun: int) -> list[int]:
    """The one between 'for' and 'to' behind a noun: calls for the minister to resign."""
    marks = {tree.lows[m] for m in tree.of(v, "mark")}
    return [c for c in tree.of(noun, "nmod") if noun < c < v and (tree.cases(c) == {"for"} or "for" in marks)]


def controller(tree: Tree, v: int, up: int, depth: int) -> tuple[list[int], str]:
    """The subject of a complement without one: the object of urge, the subject of agree."""
    objects = tree.of(up, "obj", "iobj")
    objects = [o for o in objects if o < v]
    if objects and tree.lemma(up) not in OBJECT_CONTROL_EXCEPT:
        return members(tree, objects[0]), "the object of the verb above, which is asked to"
    asked = [o for o in tree.of(up, "obl") if o < v and tree.cases(o) & {"on", "upon", "to", "for", "with"}]
    if asked and tree.lemma(up) in ("call", "appeal", "plead", "press", "push"):
        return members(tree, asked[0]), "whom the verb above calls on"
    return subjects(tree, up, depth + 1)[0], "the subject of the verb above"


def agents(tree: Tree, v: int) -> list[int]:
    """Heads behind 'by' of a passive verb or an event noun."""
    found = [c for c in tree.of(v, "obl", "nmod") if tree.words[c].deprel == "obl:agent" or tree.cases(c) == {"by"}]
    found = [c for c in found if tree.lemma(c) not in HOURS | PERIODS and not is_calendar(tree, c)]
    found = [c for c in found if not any(is_calendar(tree, k) for k in tree.of(c, "compound", "nmod"))]
    return [m for c in found for m in members(tree, c)]


def objects(tree: Tree, v: int) -> list[int]:
    """Heads of the direct objects of an active verb, shared ones of joined verbs included."""
    found = tree.of(v, "obj")
    if not found and tree.words[v].deprel == "acl:relcl" and tree.head(v) >= 0:
        subject = tree.of(v, "nsubj")
        where = any(tree.lows[c] in ("where", "when", "why") for c in tree.of(v, "advmod", "mark"))
        if subject and tree.lows[subject[0]] not in RELATIVES and not where:
            return [tree.head(v)]
    if not found:
        joined = [c for c in tree.of(v, "conj") if tree.words[c].upos == "VERB" and not tree.of(c, "nsubj")]
        found = [o for c in joined[:1] for o in tree.of(c, "obj")]
    return [m for o in found for m in (resolved(tree, v, o) if tree.lows[o] in RELATIVES else members(tree, o))]


def by_preposition(tree: Tree, i: int, wanted: str) -> list[int]:
    """Heads that hang on a word by a preposition."""
    found = [
        c for c in tree.of(i, "obl", "nmod", "advmod") if wanted in tree.cases(c) and tree.words[c].deprel != "nmod:poss"
    ]  # fmt: skip
    found = [c for c in found if not is_calendar(tree, c) and "according" not in tree.cases(c)]
    found = [c for c in found if wanted != "in" or tree.lows[c] not in ("front", "view", "place", "turn")]
    found = [c for c in found if tree.lemma(c) not in HOURS | PERIODS]
    found = [c for c in found if not (tree.lemma(c) in LEADING and "in" in tree.cases(c))]
    return [m for c in found for m in members(tree, c)]


def clause_subject(tree: Tree, v: int) -> list[int]:
    """Heads of the subject of the clause a verb of asking governs: demanded that X leave."""
    for c in tree.of(v, "ccomp", "xcomp", "advcl"):
        for s in tree.of(c, "nsubj"):
            return resolved(tree, c, s)
    return []


def verb_parties(tree: Tree, v: int, frame: Frame, taken: int | None, known: ActorWords) -> Parties:
    """The parties of a verb that fits a frame; `taken` is the object the frame asked for."""
    passive = tree.is_passive(v) and not leads_on(tree, v, frame)
    if passive:
        actors, how = agents(tree, v) or having_done(tree, v), "by"
    else:
        actors, how = subjects(tree, v)
        actors += [c for c in companions(tree, v, actors) if c not in actors]
        actors = [a for a in actors if not is_missile(tree, a)]
        actors = [w for a in actors for w in (writers(tree, a, known) or senders(tree, a, frame, known) or [a])]
    pool = {"obj": undergoing(tree, v, passive, taken)}
    recipients: list[int] = []
    things: list[int] = []
    for slot in frame.slots:
        for h in candidates(tree, v, slot, taken, pool):
            if h in actors or tree.lows[h].endswith(("self", "selves")):
                continue
            good = real(tree, h, known)
            recipients += [g for g in good if g not in recipients and g not in actors]
            if not good and slot in STRIKING and (can_be_struck(tree, h, known) or may_act(tree, h, known)):
                things.append(h)
        if recipients or (things and slot == "obj" and frame.type in FORCING):
            break  # chased the boats from the bank: the boats
    if "V" in frame.need and not passive:
        givers = [h for slot in frame.slots for h in by_slot(tree, v, slot, taken)]
        return Parties(tuple(givers), tuple(a for a in actors if a not in givers), "the subject undergoes it; actor by from, by")
    meeting = frame.type == "CONSULT" and not (taken is not None and can_act(tree, taken, known))
    if not recipients and taken is not None and not meeting and frame.type not in ("AGREE", "MOBILIZE"):
        recipients = [o for o in belonging(tree, taken, frame, known) if o not in actors]
        if not recipients and "obj" in frame.slots and can_be_struck(tree, taken, known):
            things.append(taken)
    return Parties(
        tuple(actors), tuple(recipients or things[:1]), f"actor: {how}; recipient by {', '.join(frame.slots)}"
    )


def companions(tree: Tree, v: int, actors: list[int]) -> list[int]:
    """Who does it along with or together with the subject."""
    near = [c for i in (v, *actors) for c in tree.of(i, "obl", "nmod")]
    found = [c for c in near if "with" in tree.cases(c) and beside_others(tree, c) and tree.words[c].upos in ("PROPN", "NOUN")]
    return [m for c in found for m in members(tree, c)]


def beside_others(tree: Tree, i: int) -> bool:
    """Tell whether a phrase opens with "along with" or "together with"."""
    first = tree.under(i)[0]
    return any(tree.lows[k] in ("along", "together") for k in (first, first - 1) if k >= 0)


def having_done(tree: Tree, v: int) -> list[int]:
    """Who has something done: he had the ban lifted, she got the men freed."""
    up = tree.head(v)
    return subjects(tree, up)[0] if tree.rel(v) == "xcomp" and tree.lemma(up) in ("have", "get") else []


SPEAKING: Final = listed("statement letter communique communiqué note announcement declaration decree message report spokesperson")


def writers(tree: Tree, a: int, known: ActorWords) -> list[int]:
    """Whose statement or letter it is that promises or denies."""
    if tree.lemma(a) not in SPEAKING:
        return []
    return owners(tree, a, known) or [c for c in tree.of(a, "compound") if tree.lemma(c) in known.sectors]


def senders(tree: Tree, a: int, frame: Frame, known: ActorWords) -> list[int]:
    """Whose goods or lorries they are that come to help: field kitchens from the neighbour."""
    return owners(tree, a, known) if frame.type == "AID" and not can_act(tree, a, known) else []


def by_slot(tree: Tree, v: int, slot: str, taken: int | None) -> list[int]:
    """Heads behind a preposition of a verb or of the object that belongs to it."""
    return by_preposition(tree, v, slot) + (by_preposition(tree, taken, slot) if taken is not None else [])


def leads_on(tree: Tree, v: int, frame: Frame) -> bool:
    """Tell whether a verb parsed as passive is active: no 'was', and only its preposition has an object (X called on Y)."""
    was = any(tree.words[c].deprel == "aux:pass" for c in tree.children[v])
    return not was and "obj" not in frame.slots and bool(set(frame.others) & set(frame.slots))


# Acts that are done to things as well as to people.
FORCING: Final = frozenset({"COERCE", "ASSAULT"})
# Slots in which a thing can stand for whom it belongs to.
STRIKING: Final = frozenset({"obj", "on", "at", "against", "of", "into", "to"})


def belonging(tree: Tree, taken: int, frame: Frame, known: ActorWords) -> list[int]:
    """The object of the predicate where it can act itself (expel diplomats), else whose it is."""
    if "obj" in frame.slots and can_act(tree, taken, known):
        return members(tree, taken)
    return owners(tree, taken, known)


def undergoing(tree: Tree, v: int, passive: bool, taken: int | None) -> list[int]:
    """What the verb is done to, less the object that belongs to the predicate."""
    found = subjects(tree, v)[0] if passive else objects(tree, v) + [m for o in tree.of(v, "iobj") for m in members(tree, o)]
    return [h for h in found if h != taken]


def candidates(tree: Tree, v: int, slot: str, taken: int | None, pool: dict[str, list[int]]) -> list[int]:
    """Heads in one slot of a frame."""
    if slot == "obj":
        return pool["obj"]
    if slot == "comp":
        return clause_subject(tree, v)
    found = by_preposition(tree, v, slot)
    if taken is not None:
        found += by_preposition(tree, taken, slot)
    return found


def real(tree: Tree, h: int, known: ActorWords) -> list[int]:
    """A head that can act, or the actors that the thing it names belongs to."""
    if can_act(tree, h, known):
        return [h]
    return owners(tree, h, known)


def idle(tree: Tree, v: int, frame: Frame, known: ActorWords) -> bool:
    """Tell whether a verb of force or meeting has an object that nobody strikes or meets: attack a problem."""
    if frame.objects or frame.slots[0] != "obj" or frame.type not in ("ASSAULT", "COERCE", "CONSULT"):
        return False
    heads = undergoing(tree, v, tree.is_passive(v), None)
    return bool(heads) and all(tree.lemma(h) in known.abstract and not owners(tree, h, known) for h in heads)


def lifeless(tree: Tree, v: int, parties: Parties, known: ActorWords) -> bool:
    """Tell whether a verb of force is done by what is nobody: a typhoon killed, lightning struck, driven out by the flood."""
    if not parties.actors:
        return False
    lemmas = [tree.lemma(a) for a in parties.actors]
    if any(can_act(tree, a, known) for a in parties.actors):
        return False
    return all(le in known.lifeless or (le in known.abstract and le not in known.weapons) for le in lemmas)


def fits(tree: Tree, frame: Frame, parties: Parties, known: ActorWords, passive: bool = False) -> bool:
    """Tell whether the parties are what the predicate asks for; a passive with its object names enough: tear gas was fired."""
    need = set(frame.need)
    acting = any(may_act(tree, a, known) for a in parties.actors)
    acted = any(may_act(tree, r, known) for r in parties.recipients)
    struck = acted or any(can_be_struck(tree, r, known) for r in parties.recipients)
    if need & BOTH and not (acting and acted):
        return False
    if need & RECIPIENT and not acted:
        return False
    if need & PERSON and not any(is_person(tree, r, known) for r in parties.recipients):
        return False
    if need & STRUCK and not struck:
        return False
    if need & ACTOR and not acting:
        return False
    told = bool(parties.actors or parties.recipients or passive)
    return acting or struck or (bool(frame.objects or frame.doers) and frame.pos == "v" and (told or bool(frame.doers)))
