"""Follow each page up to the texts its words began with, in the pile or not, and count them: lineages and voices."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.ids import make_id
from readout.records import Document, Lineage, Voice
from readout.stages.trace.families import Traced
from readout.stages.trace.leaning import informed
from readout.stages.trace.links import Part
from readout.stages.trace.pile import Pile
from readout.stages.trace.roots import Family
from readout.text.houses import letters_of, plain_name, same_words

QUARTER = 0.25  # of a page's words: from here a text is a voice of the page for certain, below it perhaps
HALF = 0.5  # of its words: below it what a page adds to a text it took over may be that text reworded; ours
HEAD = 400  # characters at the top of a page in which a line may name its outlet; ours
A_SENTENCE = 12  # words of its own below which a page adds nothing to what it copied
Key = tuple[int, ...]  # a document; or the members of a family whose root is absent


class Origin(NamedTuple):
    """One text at the beginning: a document, or an absent upstream of a page or of a family."""

    key: Key
    document: int | None
    because: str
    named: str | None = None  # the upstream, where a page credits one
    unsure: bool = False  # perhaps the same as another absent text


def shares(pile: Pile, traced: Traced) -> tuple[dict[int, dict[int, float]], NDArray[np.float64]]:
    """Give for each document the share of its words that each of its families explains, and the share that is its own."""
    family_of = {pair: n for n, f in enumerate(traced.families) for pair in f.ways}
    lengths = np.diff(pile.cut.firsts)
    masks: dict[tuple[int, int], NDArray[np.bool_]] = {}
    for pair, parts in traced.links.items():
        if pair in family_of:
            for d, side in ((pair[0], 0), (pair[1], 2)):
                mask = masks.setdefault((d, family_of[pair]), np.zeros(lengths[d], bool))
                for p in parts:  # what both quote is no page's own where one copies the other
                    mask[p.bounds[side] : p.bounds[side + 1]] = True
                if any(p.kind == "translated" for p in parts):  # what lies between was rendered too freely to match
                    mask[:] = True
    for (d, _), mask in masks.items():
        for p in traced.links.get((d, d), ()):
            spread(mask, p)
    held: dict[int, dict[int, float]] = defaultdict(dict)
    covered = {d: np.zeros(lengths[d], bool) for d, _ in masks}
    for (d, n), mask in masks.items():
        held[d][n] = float(mask.mean())
        if traced.families[n].root != d:
            covered[d] |= mask
    own = np.array(
        [own_words(pile, d, covered[d]) if d in covered else n for d, n in enumerate(lengths.tolist())], float
    )
    return dict(held), own


def spread(mask: NDArray[np.bool_], part: Part) -> None:
    """Count the other telling of a passage that a page tells twice as from where it has the one."""
    one, other = (mask[part.bounds[k] : part.bounds[k + 1]] for k in (0, 2))
    if part.kind != "shared_quote" and max(one.mean(), other.mean()) >= HALF:
        one[:] = other[:] = True


def own_words(pile: Pile, d: int, covered: NDArray[np.bool_]) -> int:
    """Count the words of a page that it has from nowhere: stretches of a sentence or more, headlines not counted."""
    base = int(pile.cut.firsts[d])
    free = ~covered & ~pile.titles[base : base + len(covered)]
    edges = np.flatnonzero(np.diff(np.concatenate([[False], free, [False]]).astype(np.int8)))
    runs = edges[1::2] - edges[::2]
    return int(runs[runs >= A_SENTENCE].sum())


class Origins(NamedTuple):
    """For each document, the origins it draws from with the share of its words; and all origins."""

    of: dict[int, dict[Key, float]]
    all: dict[Key, Origin]


def origins(pile: Pile, traced: Traced) -> Origins:
    """Follow every document up to the origins of its words."""
    held, own = shares(pile, traced)
    lengths = np.diff(pile.cut.firsts)
    of: dict[int, dict[Key, float]] = {}
    known: dict[Key, Origin] = {}

    def follow(d: int) -> dict[Key, float]:
        if d in of:
            return of[d]
        found: dict[Key, float] = {}
        for n, share in sorted(held.get(d, {}).items()):
            one = traced.families[n]
            if one.root == d:
                continue
            above = {one.members: 1.0} if one.root is None else follow(one.root)
            if one.root is None:
                known[one.members] = absent_root(pile, one)
            for key, part in above.items():
                found[key] = max(found.get(key, 0.0), min(share, share * part if len(above) > 1 else share))
        mine = own[d] / lengths[d] if lengths[d] else 1.0
        if found and continues(pile, d, found):
            found = {key: max(share, mine) for key, share in found.items()}
        elif not found or own[d] >= A_SENTENCE:
            known[d,] = Origin((d,), d, "its own words") if found else beginning(pile, traced, d)
            found[d,] = mine
        of[d] = found
        return found

    for d in range(len(pile.documents)):
        follow(d)
    return Origins(of, known)


def beginning(pile: Pile, traced: Traced, d: int) -> Origin:
    """Give the origin of a page that has its words from no page here: itself, unless it says or shows that it has them
    from elsewhere."""
    document, suspicion = pile.documents[d], traced.suspected.get(d)
    if document.credited_source:
        because = f"the page credits {document.credited_source}, which is not among the pages"
        return Origin((d,), None, because, document.credited_source)
    if suspicion:
        return Origin((d,), None, f"the original is not among the pages; {suspicion.because}", unsure=True)
    if any(p.kind not in ("shared_quote", "verbatim") for p in traced.links.get((d, d), ())):
        because = "the page tells a passage twice, once reworded: it works over a text that is not among the pages"
        return Origin((d,), None, because, unsure=True)
    return Origin((d,), d, "its own words")


def absent_root(pile: Pile, one: Family) -> Origin:
    """Give the origin of a family that has no root among the pages."""
    name = outside([pile.documents[d] for d in one.members])
    if one.hidden:
        because = "every page of the family has changes of its own, so all were made from a text that is not here"
    else:
        because = f"nothing tells which page was first (the likeliest has {one.chance:.0%})"
    return Origin(one.members, None, because + (f"; they credit {name}" if name else ""), name)


def outside(documents: list[Document]) -> str | None:
    """Give the upstream most of the documents credit, if they credit one."""
    named = Counter(d.credited_source for d in documents if d.credited_source)
    return min(named, key=lambda n: (-named[n], n)) if named else None


def continues(pile: Pile, d: int, found: Mapping[Key, float]) -> bool:
    """Tell whether a page only goes on with what its own outlet wrote: then its own words are no other voice."""
    outlet = pile.documents[d].outlet
    return bool(outlet) and all(len(key) == 1 and pile.documents[key[0]].outlet == outlet for key in found)


def lineages(pile: Pile, found: Origins) -> Iterator[Lineage]:
    """Write one lineage for each origin."""
    members: dict[Key, list[str]] = defaultdict(list)
    for d, drawn in found.of.items():
        for key in drawn:
            members[key].append(pile.documents[d].doc_id)
    for key, ids in members.items():
        ids.sort()
        yield lineage(pile, found.all[key], ids)


def lineage(pile: Pile, origin: Origin, ids: list[str]) -> Lineage:
    """Write one lineage."""
    key, others = lineage_id(pile, origin), len(ids) - 1
    if origin.document is None:
        because = f"{len(ids)} pages share one text; {origin.because}" if others else origin.because
        return Lineage(key, None, origin.named, tuple(ids), because)
    document = pile.documents[origin.document]
    because = f"{others} other pages descend from it" if others else "no other page has its words"
    return Lineage(key, document.doc_id, document.outlet, tuple(ids), because)


def lineage_id(pile: Pile, origin: Origin) -> str:
    """Name a lineage by its origin."""
    return make_id(
        "lin", "absent" if origin.document is None else "page", *(pile.documents[d].doc_id for d in origin.key)
    )


def voices(
    pile: Pile, found: Origins, held: Sequence[Counted], about: Callable[[], NDArray[np.int64]]
) -> Iterator[Voice]:
    """Count origins for each document and for the whole pile, as an interval. `held`: what they count for; `about` gives the
    matter of each page."""
    yield from page_voices(pile, found)
    if found.of:
        yield record_voice(len(found.of), held, about)


def page_voices(pile: Pile, found: Origins) -> Iterator[Voice]:
    """Count origins for each document."""
    for d, drawn in found.of.items():
        names = tuple(sorted(lineage_id(pile, found.all[key]) for key in drawn))
        strong = strongest(drawn)
        yield Voice(pile.documents[d].doc_id, len(strong), len(drawn), names, voice_because(strong, drawn))


def strongest(drawn: Mapping[Key, float]) -> list[Key]:
    """Give the origins that make up a quarter of a page, or the one that makes up most."""
    strong = [key for key, share in drawn.items() if share >= QUARTER]
    return strong or [max(sorted(drawn), key=lambda k: drawn[k])]


class Counted(NamedTuple):
    """An origin as the pile is counted: whose text it is, and the page to tell its matter by; `lone`: no other page is it."""

    lineage: str
    house: str | None
    page: int
    lone: bool
    certain: bool
    unsure: bool
    absent: bool  # not in the pile, and surely no other absent text


def counted(pile: Pile, found: Origins, known: Outlets, leaning: Set[int]) -> Iterator[Counted]:
    """Give what each origin counts for; pages that lean on others are no certain ones."""
    certain: set[Key] = set()
    names = frozenset(map(plain_name, known.names))
    for d, drawn in found.of.items():
        own = len(drawn) == 1 or surely_own(pile, d, drawn.get((d,), 0.0))
        sure = own and d not in leaning and not informed(pile.documents[d], names)
        certain |= {key for key in strongest(drawn) if sure or key != (d,)}
    for key, o in found.all.items():
        absent = o.document is None and not o.unsure
        named = house(pile, o, known)
        yield Counted(lineage_id(pile, o), named, key[0], len(key) == 1, key in certain, o.unsure, absent)


def surely_own(pile: Pile, d: int, share: float) -> bool:
    """Tell whether what a page adds to a text it took over is surely its own: most of the page, and no agency is credited
    whose words it may be, too freely reworded to match."""
    return share >= HALF and not pile.documents[d].credited_source


def voice_because(strong: list[Key], drawn: Mapping[Key, float]) -> str:
    """Say how the origins of one page were counted."""
    if len(drawn) == 1:
        return "all of the page goes back to one text"
    return f"{len(strong)} of {len(drawn)} texts make up a quarter of the page or more"


class Outlets(NamedTuple):
    """The outlets of a pile, and those that each writer writes for."""

    names: frozenset[str]
    of_writer: dict[str, set[str]]

    def kindred(self, document: Document) -> str | None:
        """Name the outlet of a page that does not tell it: that of other pages by its writer, or one a line of its head
        names."""
        head = {line.strip(" *#_|—-") for line in document.text[:HEAD].splitlines()}
        known = (self.names & head).union(*(self.of_writer.get(writer, ()) for writer in document.bylines))
        return min(known, default=None)


def outlets(documents: Iterable[Document]) -> Outlets:
    """List the outlets of a pile."""
    of_writer: dict[str, set[str]] = defaultdict(set)
    names: set[str] = set()
    for d in documents:
        if d.outlet:
            names.add(d.outlet)
            for writer in d.bylines:
                of_writer[writer].add(d.outlet)
    return Outlets(frozenset(names), of_writer)


def house(pile: Pile, origin: Origin, known: Outlets) -> str | None:
    """Name whose text an origin is: the outlet that published it, or the upstream a page credits."""
    if origin.document is None:
        return origin.named
    return pile.documents[origin.document].outlet or known.kindred(pile.documents[origin.document])


def record_voice(pages: int, found: Sequence[Counted], about: Callable[[], NDArray[np.int64]]) -> Voice:
    """Count the origins of the pile. At least: without frames around a text taken over, with texts of one outlet or upstream
    on one matter as one, and without machine-made pages of unknown upstream where that may be an absent text counted already.
    At most: with texts of one outlet on one matter as one. `about` gives the matter of each page."""
    everyone = tuple(sorted(o.lineage for o in found))
    housed = houses(found, about)
    sure = [o for o in found if o.certain]
    one_name = merged({housed[o.lineage][0] for o in sure if o.lineage in housed})
    named = [(one_name[housed[o.lineage][0]], housed[o.lineage][1]) for o in sure if o.lineage in housed]
    again = len(named) - len(set(named))
    unsure = sum(o.unsure for o in sure)
    doubled = unsure if any(o.absent for o in sure) else max(0, unsure - 1)
    low, most = len(sure) - again - doubled, at_most(found, housed)
    further, frames = len(everyone) - most, len(everyone) - len(sure)
    parts = [
        (further, f"{further} of these are further texts of one outlet on one matter"),
        (frames, f"{frames} of these may only frame or retell a text counted already"),
        (again, f"{again} may be one voice with another of the same outlet or agency"),
        (doubled, f"{doubled} were made by machine from a text that may be counted already"),
    ]
    because = "; ".join(
        [
            f"{pages} pages go back to {len(everyone)} texts",
            *(words for number, words in parts if number > 0),
            "shared quotations are not counted as copies",
        ]
    )
    return Voice("record", min(low, most), most, everyone, because)


def houses(found: Iterable[Counted], about: Callable[[], NDArray[np.int64]]) -> dict[str, tuple[str, int]]:
    """Give for each origin whose house is known the plain name of that and the matter of its text; where each house has one
    text, nobody need tell the matter."""
    named = {o.lineage: (plain_name(o.house), o.page) for o in found if o.house}
    if len({name for name, _ in named.values()}) == len(named):
        return {lineage: (name, 0) for lineage, (name, _) in named.items()}
    matter = about()
    return {lineage: (name, int(matter[page])) for lineage, (name, page) in named.items()}


def at_most(found: Sequence[Counted], housed: Mapping[str, tuple[str, int]]) -> int:
    """Count the origins with texts of one house on one matter as one."""
    single = [housed[o.lineage] for o in found if o.lone and o.lineage in housed]
    return len(found) - len(single) + len(set(single))


def merged(names: Set[str]) -> dict[str, str]:
    """Give for each name of an upstream one name that stands for all that may be its own."""
    kept: list[str] = []
    made: dict[str, str] = {}
    for name in sorted(names, key=lambda n: (" " not in n, n)):  # letters last: they fit a name in full, if one alone
        fitting = [other for other in kept if letters_of(name, other)]
        alike = next((other for other in kept if same_words(name, other)), None)
        made[name] = alike or (fitting[0] if len(fitting) == 1 else name)
        if made[name] == name:
            kept.append(name)
    return made
