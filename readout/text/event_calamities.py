"""Calamities: floods, quakes, fires, crashes, collapses, outbreaks, and the people who came to harm in them.

PLOVER has no type for them; they are events without a type, so that tolls, causes and firsts have something to stand on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from readout.text.acts import CALAMITY as CALAMITY  # its rows have no type
from readout.text.event_actors import ActorWords, can_act, is_calendar, is_person
from readout.text.event_arguments import Parties, agents, subjects
from readout.text.event_frames import Frame, beside
from readout.text.event_status import Modality, Reading, read_status
from readout.text.event_tree import Tree

TOLL: Final = "toll"  # the head of the frame of people who came to harm, whose day need not be that of the calamity
RELEASE: Final = "release"  # water let out of a dam
HERE: Final = frozenset({"in", "near", "at", "off", "outside", "around", "across", "through", "along", "on", "over"})
DEFINITE: Final = frozenset({"the", "this", "that", "these"})
TOLD: Final = frozenset({"happened", "ongoing", "historical", "reported", "denied"})


@dataclass(frozen=True, slots=True)
class CalamityWords:
    """Words of calamities; see `lexicon/calamities.toml`."""

    nouns: Mapping[str, str]
    of: Mapping[str, frozenset[str]]
    verbs: Mapping[str, tuple[str, ...]]  # modes by verb
    bearers: Mapping[str, frozenset[str]]
    release: Mapping[str, frozenset[str]]
    around: Mapping[str, frozenset[str]]
    tolls: Mapping[str, frozenset[str]]
    human: frozenset[str]
    figures: frozenset[str]
    all: frozenset[str]  # one of which stands in every sentence that tells of one


@dataclass(frozen=True, slots=True)
class Calamity:
    """One calamity told: its word, the verb that carries it, its mode, its parties, its status."""

    trigger: int
    carrier: int | None
    mode: str
    parties: Parties
    reading: Reading
    toll: bool = False  # only people who came to harm are told of

    @property
    def frame(self) -> Frame:
        """The frame it stands for."""
        return Frame(CALAMITY, self.mode, "n", TOLL if self.toll else "", (), frozenset(), (), "")


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with what is known: words of calamities, who can act, what words do to acts, of what the page tells."""

    tree: Tree
    words: CalamityWords
    actors: ActorWords
    modality: Modality
    topic: str | None = None


def calamities(scene: Scene, taken: Sequence[int]) -> list[Calamity]:
    """Give the calamities of a sentence in text order; `taken` are the words that report acts."""
    tree = scene.tree
    if scene.topic is None and scene.words.all.isdisjoint(tree.lemmas) and ALONE.isdisjoint(tree.lemmas):
        return []
    free = [i for i in range(len(tree.words)) if i not in taken]
    named = [c for i in free for c in by_noun(scene, i)]
    told = [c for i in free for c in (*by_verb(scene, i), *release(scene, i))]
    used = {c.carrier for c in named} | {c.trigger for c in told}
    found = named + [c for c in told if not any(c.trigger == n.carrier for n in named)]
    if not any(c.mode != RELEASE for c in found):
        found += [c for i in free if i not in used for c in toll(scene, i)][:1]
    return sorted(found, key=lambda c: c.trigger)


# Those who report or help after a calamity as well as use force.
SERVING: Final = frozenset({"police", "soldier", "troop"})
HELPING: Final = frozenset({
    "say", "tell", "report", "confirm", "announce", "add", "state", "believe", "fear", "search", "help", "rescue", "evacuate",
    "comb", "dig", "look", "recover", "pull", "investigate", "work", "join", "cordon", "seal", "close",
})  # fmt: skip


def forceful(tree: Tree, words: CalamityWords) -> set[str]:
    """The words of force in a sentence, less police and soldiers who only report or help: nine died, police said."""
    found = set(tree.lemmas) & words.human
    if not found & SERVING:
        return found
    for i, lemma in enumerate(tree.lemmas):
        if lemma in SERVING:
            up = tree.head(i)
            up = tree.head(up) if up >= 0 and tree.rel(i) in ("conj", "compound") else up
            helping = up >= 0 and tree.lemma(up) in HELPING and not agents(tree, up)
            if not helping and "to" not in tree.cases(i):
                return found
    return found - SERVING


def by_noun(scene: Scene, i: int) -> Iterator[Calamity]:
    """The calamity a noun names, where the sentence tells of it as of one that took place."""
    tree, words = scene.tree, scene.words
    mode = words.nouns.get(tree.lemma(i))
    if mode is None or tree.words[i].upos not in ("NOUN", "PROPN") or tree.rel(i) in ("compound", "amod", "flat"):
        return
    if not plain(scene, i, mode):
        return
    carrier = carried(scene, i)
    if carrier is None and not told_as_one(scene, i, mode):
        return
    reading = read_status(tree, i, carrier if carrier is not None and around(scene, carrier) else None, scene.modality)
    if reading.status not in TOLD:
        return
    yield Calamity(
        i, carrier, mode, Parties((), tuple(harmed(scene, i, carrier)), "recipient: whom it befell"), reading
    )


def plain(scene: Scene, i: int, mode: str) -> bool:
    """Tell whether a noun is meant as itself: no flood of letters, no crash of the market, no fire of guns."""
    tree, words = scene.tree, scene.words
    inside = tree.of(i, "compound", "amod", "nmod:poss")
    behind = [c for c in tree.of(i, "nmod") if "of" in tree.cases(c)]
    near = {tree.lemma(c) for c in inside} | {tree.lemma(g) for c in inside for g in tree.of(c, "compound")}
    if near & words.figures or any(tree.lemma(c) in words.figures for c in behind):
        return False
    if tree.cases(i) & {"under"} or (forceful(tree, words) and mode in ("fire", "blast", "crush", "collapse")):
        return False
    meant = words.of.get(mode)
    theirs = near | {tree.lemma(c) for c in behind} | {tree.lemma(c) for c in tree.of(i, "nmod")}
    if meant is not None and theirs & meant:
        return True
    if meant is not None and mode in ("collapse", "breach", "eruption", "spill", "outage", "disaster"):
        return scene.topic == mode and definite(tree, i)
    if mode == "outbreak" and tree.lemma(i) == "outbreak":
        return bool(theirs & (meant or frozenset())) or scene.topic == mode
    named = all(tree.words[c].ner != "O" or tree.lemma(c) == "magnitude" or is_calendar(tree, c)
                or tree.words[c].upos == "NUM" for c in behind)  # fmt: skip
    return named and not (mode == "blast" and "at" in tree.cases(i))


def carried(scene: Scene, i: int) -> int | None:
    """The verb that tells that a calamity took place, or whom it harmed: struck the coast, died in the fire, a fire broke out."""
    tree, words = scene.tree, scene.words
    up = tree.head(i)
    for c in tree.of(i, "acl", "acl:relcl"):
        if tree.lemma(c) in words.around["strike"] | words.around["harm"]:
            return c
    if up < 0:
        return None
    lemma, rel = tree.lemma(up), tree.words[i].deprel
    if rel.startswith("nsubj") and lemma in words.around["strike"] | words.around["harm"] | words.around["occur"]:
        return up if tree.words[up].upos == "VERB" else None
    if rel == "obj" and lemma in words.around["fought"] and scene.topic is not None:
        return up
    if rel.startswith("obl") and lemma in words.around["harm"] and tree.cases(i) & words.around["cause"]:
        return up
    return None


def around(scene: Scene, verb: int) -> bool:
    """Tell whether the mood of a verb is that of the calamity: it struck, it may strike; not: fought, died in."""
    tree = scene.tree
    return tree.lemma(verb) in scene.words.around["strike"] | scene.words.around["occur"] | scene.words.around["harm"]


def told_as_one(scene: Scene, i: int, mode: str) -> bool:
    """Tell whether a noun without a verb of its own tells of one calamity: by place, day, epithet, or as the one of the page."""
    tree, words = scene.tree, scene.words
    beneath = tree.of(i, "nmod", "obl", "nmod:poss", "compound")
    if any(tree.words[c].ner.endswith("LOC") for c in beneath) or any(is_calendar(tree, c) for c in beneath):
        return True
    if any(tree.words[k].ner.endswith("LOC") for c in beneath if tree.cases(c) & HERE for k in tree.under(c)):
        return True
    if any(tree.words[c].upos == "NUM" and len(tree.lows[c]) == 4 for c in beneath):
        return True
    up = tree.head(i)
    acting = tree.words[i].deprel in ("nsubj", "root") and not tree.of(i, "cop", "case")
    if acting and (any(tree.lows[c] in ("a", "an") for c in tree.of(i, "det")) or tree.lows[-1] not in STOPS):
        return True
    if (
        up >= 0
        and tree.rel(i) in ("nmod", "compound")
        and tree.lemma(up) in words.around["toll"]
        and mode == scene.topic
    ):
        return True
    if any(tree.lows[c] in ("worst", "deadliest", "biggest", "strongest") for c in tree.of(i, "amod")):
        return True
    return scene.topic == mode and definite(tree, i)


STOPS: Final = frozenset(".!?\"'”’")  # a line that ends in none of these is a headline


def definite(tree: Tree, i: int) -> bool:
    """Tell whether a noun speaks of something known: the flood, last week's flood."""
    return any(tree.lows[c] in DEFINITE for c in tree.of(i, "det")) or bool(tree.of(i, "nmod:poss"))


def harmed(scene: Scene, i: int, carrier: int | None) -> list[int]:
    """The people a calamity befell, else the place it struck."""
    tree = scene.tree
    found: list[int] = []
    if carrier is not None:
        found = [*tree.of(carrier, "nsubj:pass", "obj")]
        if tree.lemma(carrier) in scene.words.tolls["verbs"]:
            found += subjects(tree, carrier)[0]
    people = [h for h in found if h != i and is_person(tree, h, scene.actors)]
    where = places(tree, i) + (places(tree, carrier) if carrier is not None else [])
    where += [h for h in found if tree.words[h].ner.endswith("LOC")]
    return list(dict.fromkeys([*people, *where]))


def places(tree: Tree, i: int) -> list[int]:
    """The named places that hang on a word by a preposition of place, and those that a place noun there names."""
    near = [c for c in tree.of(i, "nmod", "obl", "obj") if tree.cases(c) & HERE or tree.rel(c) == "obj"]
    near += [k for c in near for k in tree.of(c, "nmod") if tree.cases(k) & {"of", "in"}]
    near += [k for c in near for k in tree.of(c, "compound", "nmod:poss", "appos")]
    return [c for c in near if tree.words[c].ner.endswith("LOC")]


def by_verb(scene: Scene, i: int) -> Iterator[Calamity]:
    """The calamity a verb tells of a thing: the bridge collapsed, the river burst its banks, the ferry sank."""
    tree, words = scene.tree, scene.words
    if tree.words[i].upos != "VERB" or tree.rel(i) in ("amod", "compound"):
        return
    if tree.lemma(i) not in words.all:
        return
    names = [tree.lemma(i), *(f"{tree.lemma(i)} {s}" for s in beside(tree, i))]
    names += [f"{tree.lemma(i)} {tree.lemma(o)}" for o in tree.of(i, "obj")]
    bearing = [tree.lemma(s) for s in tree.of(i, "nsubj:pass")] or [tree.lemma(s) for s in subjects(tree, i)[0]]
    doing = forceful(tree, words) or agents(tree, i)
    for mode in dict.fromkeys(m for n in names for m in words.verbs.get(n, ())):
        things = (
            bearing
            if mode != "flood" or tree.is_passive(i)
            else [*bearing, *(tree.lemma(o) for o in tree.of(i, "obj"))]
        )
        borne = set(things) & words.bearers[mode] or (tree.lemma(i) in SINKS and christened(tree, i))
        if doing or not borne or (mode == "fire" and acts_on(scene, i)):
            continue
        if mode == "breach" and tree.lemma(i) in ("break", "fail") and not banks(tree, i):
            continue
        reading = read_status(tree, i, None, scene.modality)
        if reading.status in TOLD:
            yield Calamity(i, None, mode, Parties((), tuple(places(tree, i)), "recipient: where it struck"), reading)
        return


SINKS: Final = frozenset({"sink", "capsize", "founder"})


def christened(tree: Tree, i: int) -> bool:
    """Tell whether the subject is a name behind "the", as ships are called: the Lady Ines sank."""
    names = [s for s in tree.of(i, "nsubj", "nsubj:pass") if tree.words[s].upos == "PROPN"]
    return any("the" in tree.lows[max(0, s - 3) : s] for s in names)


def acts_on(scene: Scene, i: int) -> bool:
    """Tell whether somebody does it to something: the rioters burned the shop."""
    tree = scene.tree
    return any(can_act(tree, s, scene.actors) for s in tree.of(i, "nsubj")) and bool(tree.of(i, "obj"))


def banks(tree: Tree, i: int) -> bool:
    """Tell whether a river broke its banks, or a dam is what broke."""
    walls = any(
        tree.lemma(s) in ("dam", "embankment", "levee", "dyke", "dike", "pipeline") for s in tree.of(i, "nsubj")
    )
    return any(tree.lemma(o) == "bank" for o in tree.of(i, "obj")) or (walls and not tree.of(i, "obj", "xcomp"))


def release(scene: Scene, i: int) -> Iterator[Calamity]:
    """Water let out of a dam: opened the gates of the dam, released water from the lake, the opening of the sluices."""
    tree, known = scene.tree, scene.words.release
    if tree.words[i].upos == "VERB" and {tree.lemma(i)} & known["verbs"]:
        things = tree.of(i, "obj", "nsubj:pass")
        actors = agents(tree, i) if tree.is_passive(i) else subjects(tree, i)[0]
        if any(tree.lows[m] in ("before", "until") for m in tree.of(i, "mark")):
            return
    elif tree.words[i].upos == "NOUN" and tree.lemma(i) in known["nouns"] and tree.rel(i) != "compound":
        things = [c for c in tree.of(i, "nmod") if tree.cases(c) == {"of"}]
        actors = agents(tree, i)
    else:
        return
    dams = {tree.lemma(k) for c in (*things, *tree.of(i, "obl", "nmod")) for k in tree.under(c)} & known["from"]
    gates = [t for t in things if tree.lemma(t) in known["objects"]]
    water = [t for t in things if tree.lemma(t) in known["water"]]
    own = [t for t in things if tree.lemma(t) in ("dam", "sluice", "floodgate", "spillway", "barrage", "weir")]
    if not (own or ((gates or water) and dams)):
        return
    reading = read_status(tree, i, None, scene.modality)
    if reading.status in TOLD:
        yield Calamity(i, None, RELEASE, Parties(tuple(actors), (), "actor: who opened it"), reading)


ALONE: Final = frozenset({"suffocate", "drown", "perish"})  # what befalls people without a word for the calamity


def toll(scene: Scene, i: int) -> Iterator[Calamity]:
    """People who came to harm by nobody's hand, where the sentence or the page tells of a calamity."""
    tree, words = scene.tree, scene.words
    lemma, verb = tree.lemma(i), tree.words[i].upos == "VERB"
    if (
        lemma not in words.tolls["verbs"] | words.tolls["passive"] | {"toll"}
        and tree.lows[i] not in words.tolls["states"]
    ):
        return
    mode = next((m for le in tree.lemmas if (m := words.nouns.get(le))), None) or scene.topic
    if mode is None and lemma in ALONE and any(tree.of(p, "nummod") for p in subjects(tree, i)[0]):
        mode = "disaster"  # eight workers suffocated
    if mode is None or forceful(tree, words) or background(tree):
        return
    if verb and lemma in words.tolls["verbs"]:
        people = subjects(tree, i)[0]
    elif verb and lemma in words.tolls["passive"] and tree.is_passive(i) and not agents(tree, i):
        people = tree.of(i, "nsubj:pass") or subjects(tree, i)[0]
    elif tree.lows[i] in words.tolls["states"] and (tree.of(i, "nsubj") or tree.rel(i) == "root"):
        people = tree.of(i, "nsubj", "nsubj:pass")
    elif lemma == "toll" and tree.words[i].upos == "NOUN":
        people = [i]
    else:
        return
    counted = any(tree.words[k].upos == "NUM" or tree.lemma(k) in MANY for k in range(len(tree.words)))
    if not people or not counted:
        return
    reading = read_status(tree, i, None, scene.modality)
    if reading.status in ("happened", "ongoing", "reported"):
        who = tuple(p for p in people if p < i and is_person(tree, p, scene.actors))  # behind it another clause begins
        yield Calamity(i, None, mode, Parties((), who, "recipient: who came to harm"), reading, True)


MANY: Final = frozenset({"dozen", "score", "hundred", "thousand", "several"})


def background(tree: Tree) -> bool:
    """Tell whether the sentence speaks of years gone by."""
    return any(
        len(low) == 4 and low.isdigit() and low[:2] in ("17", "18", "19", "20") and i > 0
        and tree.lows[i - 1] in ("in", "since", "of", "from", "until")
        for i, low in enumerate(tree.lows)
    )  # fmt: skip
