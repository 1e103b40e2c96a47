"""Signs by which somebody told of around quoted words is taken for who spoke them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from readout.records import Attribution, Entity
from readout.stages.involve.said_elsewhere import words
from readout.stages.involve.speaker_context import PERSONAL, Context
from readout.stages.involve.speaker_pages import KINDS, SPEAKING, PageSigns, Place
from readout.text.clause_trees import Tree
from readout.text.event_lists import listed
from readout.text.page_scene import EPITHET

BACK, AHEAD = 2, 1  # paragraphs before and behind the words in which somebody is told of who may have spoken them
FIRST: Final = listed("i i'm my me i've i'll i'd myself")
OWN: Final = listed("we our us we're we've we'll ourselves")
# What describes somebody whom the page need not name elsewhere: a resident, a spokesperson for the port, several officials.
UNNAMED: Final = frozenset(("person_indefinite", "mouth", "group_indefinite"))
TAG: Final = 60  # characters from quoted words in which who spoke is named beside them
BESIDE: Final = 3  # characters
FAR: Final = 2  # verbs above quoted words from which a subject is far
FEW: Final = 4  # words of a whole saying
NEARLY_ALL: Final = 0.99
NEAR: Final = 5  # words of a verb of saying and a name right behind quoted words


@dataclass(frozen=True, slots=True)
class Asked:
    """One act of saying and who may have done it; the last candidate, None, is nobody named."""

    a: Attribution
    among: Sequence[Entity | None]
    signs: Sequence[Mapping[str, float]]
    chosen: int  # whom the rules name
    stands: bool = False  # the page itself names or describes who spoke: nobody else is put in his place


def asked(page: PageSigns) -> list[Asked]:
    """Give the candidates of every quoted saying of a page with their signs."""
    made = []
    last: list[str] = []
    for number, a in enumerate(page.order):
        if a.kind in KINDS:
            made.append(candidates(page, a, number, last))
        row = page.rows.get(a.attribution_id)
        if row and row.entity_id:
            last.append(row.entity_id)
    return made


def candidates(page: PageSigns, a: Attribution, number: int, last: Sequence[str]) -> Asked:
    """Give the candidates of one saying."""
    scene = page.scene
    start, end = a.content[0][0], a.content[-1][1]
    held = [s for s in page.stretches if s.start < end and s.end > start and any(x < s.end and s.start < y for x, y in a.content)]
    q0, q1 = (held[0].start, held[-1].end) if held else (start, end)
    s0, s1 = max(scene.sentence(q0), 0), max(scene.sentence(max(q0, q1 - 1)), 0)
    p0, p1 = scene.paragraph(s0), scene.paragraph(s1)
    row = page.rows.get(a.attribution_id)
    chosen = row.entity_id if row and row.entity_id and not row.unnamed else None
    near = {k: [x for x in v if p0 - BACK <= x.paragraph <= p1 + AHEAD] for k, v in page.places.items()}
    near = {k: v for k, v in near.items() if v and page.entities[k].type in SPEAKING}
    if chosen and chosen not in near:
        near[chosen] = []
    context = Context(page, a, (q0, q1), (s0, s1), (p0, p1), held, chosen, row, number, last, near)
    ids = sorted(near)
    each = [signs(context, k) for k in ids]
    at = ids.index(chosen) if chosen else len(ids)
    unnamed = bool(row and row.unnamed) and EPITHET.search(context.source.split(",")[0]) is None
    by_office = bool(row and row.because.startswith("meant at"))
    stands = context.sort == "name" or unnamed or by_office or (chosen is None and bool(UNNAMED & set(context.describes)))
    return Asked(a, [*(page.entities[k] for k in ids), None], [*each, nobody(context)], at, stands)


def signs(c: Context, k: str) -> dict[str, float]:
    """Give the signs of one candidate."""
    kind = c.page.entities[k].type
    held = {f"type_{kind}": 1.0, **dict.fromkeys(by_rules(c, kind), 1.0)} if k == c.chosen else {f"type_{kind}": 1.0}
    held |= dict.fromkeys((name for x in c.near[k] for name in of_place(c, x)), 1.0)
    held |= dict.fromkeys((*order(c, k), *personal(c, k, kind), *of_words(c, kind)), 1.0)
    held |= {"spoken": log(1 + c.page.spoke.get(k, 0)), "uses": log(1 + len(c.page.places.get(k, ())))}
    return held | offices(c, k, kind) | meant(c, k) | other_pages(c, k)


def by_rules(c: Context, kind: str) -> list[str]:
    """Name how the rules came to whom they chose."""
    ways = [f"{c.sort}_{how}" for how in c.how if how in ("marks_only", "syntax_only", "stands_for", "likeliest")]
    return ["chosen", *(f"chosen_{x}" for x in (c.sort, kind, *c.how, *ways)), *(f"chosen_is_{what}" for what in c.describes)]


def order(c: Context, k: str) -> list[str]:
    """Name how near somebody was told of and spoke before."""
    found = []
    if k in c.rank:
        found = [f"rank_{min(c.rank[k], 3)}"] + ([f"rank_{min(c.rank[k], 2)}_{c.sort}"] if c.sort != "name" else [])
    before, after, near, close = c.neighbours
    for who, name, same in ((before, "before", near), (after, "after", close)):
        if who == k:
            found.append(f"spoke_{name}{'_near' if same else ''}")
            found += [f"spoke_{name}_{c.sort}"] if c.sort in ("none", "pronoun", "description") else []
    if k in c.here and c.sort in ("none", "pronoun"):
        found += [f"here_{c.sort}", *([f"alone_here_{c.sort}"] if len(c.here) == 1 else [])]
        found += [f"leads_here_{c.sort}"] if c.leading == k else []
    return found + (["spoke_last"] if c.last and c.last[-1] == k else [])


def personal(c: Context, k: str, kind: str) -> list[str]:
    """Name how the gender of somebody fits the pronoun that stands for who spoke."""
    wanted = PERSONAL.get(c.source.lower())
    if not wanted:
        return []
    gender = c.page.gender(k, c.p)
    fit = "gender_fits" if gender == wanted else "gender_unknown" if gender is None else "gender_clashes"
    return [fit] if kind == "person" else [fit, "pronoun_no_person"]


def of_words(c: Context, kind: str) -> list[str]:
    """Name what the quoted words tell of who speaks: I, we."""
    low, who = set(words(c.words)), "person" if kind == "person" else "body"
    return [f"{word}_{who}" for word, forms in (("i", FIRST), ("we", OWN)) if low & forms]


def offices(c: Context, k: str, kind: str) -> dict[str, float]:
    """Tell how the offices of somebody fit the words that describe who spoke."""
    if not c.nouns:
        return {}
    match, others = c.fits(k), [o for o in c.near if c.fits(o)]
    held = {
        "role_fits": bool(match), "role_fits_alone": bool(match) and len(others) == 1, "role_fits_not": not match,
    }  # fmt: skip
    if "person_definite" in c.describes:
        held["the_role_fits" if match else "the_role_fits_not"] = True
        held["the_role_fits_best"] = bool(match) and len(match) == max(len(c.fits(o)) for o in c.near)
        if match and kind == "person":
            lately = min((o for o in c.rank if c.fits(o)), key=lambda o: c.rank[o], default=None)
            held["the_role_fits_latest"] = lately == k
            held["the_role_fits_spoke_latest"] = next((o for o in reversed(c.last) if c.fits(o)), None) == k
            held["the_role_fits_later"] = all(x.end > c.q[0] for x in c.near[k])
    return {name: float(value) for name, value in held.items()}


def meant(c: Context, k: str) -> dict[str, float]:
    """Tell how somebody fits the words before that those for who spoke stand for: "he", of "the envoy"."""
    if c.meant and c.sort in ("pronoun", "description") and (named := c.meant_ids):
        how = "meant" if k in named else "meant_not"
        return {how: 1.0, f"{how}_{c.sort}": 1.0}
    if not c.meant_nouns:
        return {}
    roles = c.page.roles
    match = c.meant_nouns & roles.get(k, frozenset())
    others = [o for o in c.near if c.meant_nouns & roles.get(o, frozenset())]
    return {
        "meant_fits": float(bool(match)), "meant_fits_alone": float(bool(match) and len(others) == 1),
        "meant_fits_best": float(bool(match) and all(len(match) >= len(c.meant_nouns & roles.get(o, frozenset())) for o in others)),
        "meant_fits_not": float(not match and bool(others)),
    }  # fmt: skip


def other_pages(c: Context, k: str) -> dict[str, float]:
    """Tell whom other pages give the same words; a page that names who spoke is not set right by others."""
    votes, pages, naming = c.votes
    if not pages or (c.sort == "name" and c.chosen):
        return {}
    total = sum(votes.values())
    share = votes.get(k, 0.0) / total if total else 0.0
    agree, differ = bool(total) and share > NEARLY_ALL, bool(total) and not share
    return {
        "other_pages_say": share, "other_pages_agree": float(agree), "other_pages_differ": float(differ),
        f"other_pages_{c.sort}": share,
    } | (named_elsewhere(c, k, naming) if naming else {})  # fmt: skip


def named_elsewhere(c: Context, k: str, naming: Mapping[str, int]) -> dict[str, float]:
    """Tell whether other pages name somebody, or others, beside the same words."""
    most = max(naming.values())
    how = "named_elsewhere" if naming.get(k) == most else "others_named_elsewhere"
    alone = how == "named_elsewhere" and len(naming) == 1
    often = float(alone and most > 1)
    return {how: 1.0, f"{how}_{c.sort}": 1.0, "named_elsewhere_alone": float(alone), "named_elsewhere_often": often}


def of_place(c: Context, x: Place) -> list[str]:
    """Name what one mention tells."""
    (q0, q1), a = c.q, c.a
    if q0 <= x.start < q1 and x.quoted:
        return ["in_words"]
    if x.quoted:
        return ["in_other_words"]
    inner = [f"source_{x.form}" for s, e in a.source if s <= x.start and x.end <= e]
    inner += [f"named_{x.form}" for s, e in a.named if s <= x.start and x.end <= e]
    inner += ["behind_cue"] if any(end <= x.start <= end + BESIDE for _, end in a.cue) else []
    inner += ["before_cue"] if any(start - BESIDE <= x.end <= start for start, _ in a.cue) else []
    inner += beside(c, x)
    say = "_says" if x.saying else ""
    form = "" if x.form == "name" else f"_{x.form}" if x.form in ("pronoun", "title", "descriptor") else "_word"
    if x.sentence in (c.s[0], c.s[1]):
        side = "before" if x.end <= q0 else "behind" if x.start >= q1 else "between"
        found = [f"here_{side}_{x.role}{say}", f"here_{side}{form}"]
        return inner + found + (governs(c, x) if x.sentence == c.s[0] else [])
    step = x.sentence - (c.s[0] if x.start < q0 else c.s[1])
    same = x.paragraph == (c.p[0] if x.start < q0 else c.p[1])
    where = {-1: "one_back", -2: "two_back", 1: "next"}.get(step, "far_back" if step < 0 else "far_on")
    side = "" if same else "_other_paragraph"
    role = x.role if x.role in ("subject", "owner") else "other"
    found = [f"{where}{side}", f"{where}_{role}{say if where in ('one_back', 'next') else ''}"]
    if where == "one_back" and c.sort in ("none", "pronoun", "term"):
        found.append(f"one_back_{role}_{c.sort}{side}")
    return inner + found + [f"{where}{form}"]


def governs(c: Context, x: Place) -> list[str]:
    """Name how a mention hangs on the verbs that govern the quoted words."""
    tree, found = c.page.scene.tree(x.sentence), list[str]()
    for verb, subject, step in c.chain if tree else ():
        if tree and subject >= 0 and tree.words[subject].start < x.end and head_in(tree, subject, x):
            found.append(f"governs_{min(step, 2)}{'_says' if tree.lemma(verb) in c.page.says else ''}")
            found += [f"governs_{c.sort}", *(["governs_and_rules_none"] if c.chosen is None else [])] if step < FAR else []
        if x.verb == verb and x.role in ("agent", "owner", "according"):
            found.append(f"governs_{x.role}")
    return found


def beside(c: Context, x: Place) -> list[str]:
    """Tell what stands between a mention and the quoted words."""
    text, q0, found = c.page.scene.text, c.q[0], list[str]()
    tree = c.page.scene.tree(x.sentence)
    if tree and x.verb >= 0 and any(s < tree.words[x.verb].end and tree.words[x.verb].start < e for s, e in c.a.cue):
        found.append(f"cue_{x.role}")
    kind = "direct" if c.a.kind == "direct" else "part"
    if x.end <= q0 and q0 - x.end < TAG:
        between = text[x.end : q0]
        verbs = sayings(c, x.end, q0)
        if "\n" not in between and "." not in between.strip(". "):
            found += [f"leads_{kind}" + ("_says" if verbs else ""), *(["leads_colon"] if between.rstrip().endswith(":") else [])]
    for s in c.held:
        if s.end <= x.start < s.end + TAG and "\n" not in text[s.end : x.start]:
            between = text[s.end : x.start]
            if not between.strip(" ,.”\"»’'"):
                found.append(f"right_behind_{kind}" + ("_says" if sayings(c, x.end, x.end + TAG) else ""))
            elif sayings(c, s.end, x.start) and not any(other.start < x.start and other.start >= s.end for other in c.held):
                found.append(f"verb_then_name_{kind}" if len(between.split()) <= NEAR else f"verb_and_name_{kind}")
    return found


def sayings(c: Context, start: int, end: int) -> bool:
    """A verb of saying stands in a stretch of the page outside quotation marks."""
    scene = c.page.scene
    tree = scene.tree(max(scene.sentence(start), 0))
    return tree is not None and any(
        start <= w.start and w.end <= end and w.upos == "VERB" and w.lemma.lower() in c.page.says and not c.page.quoted(w.start)
        for w in tree.words
    )  # fmt: skip


def nobody(c: Context) -> dict[str, float]:
    """Give the signs of nobody named."""
    held = {"nobody": 1.0, f"nobody_{c.sort}": 1.0}
    held |= {f"nobody_{how}": 1.0 for how in c.how}
    if c.chosen is None:
        held |= {"nobody_by_rules": 1.0, f"nobody_by_rules_{c.sort}": 1.0}
        held |= {f"nobody_is_{what}": 1.0 for what in c.describes}
        if c.row and c.row.unnamed:
            held |= {"nobody_described": 1.0, f"nobody_described_{c.sort}": 1.0}
        if c.a.speaker_name:
            held["nobody_but_a_name"] = 1.0
    votes, pages, _ = c.votes
    if pages and not (c.sort == "name" and c.chosen):
        held["nobody_other_pages"] = float(not votes)
        held["nobody_other_pages_name"] = float(bool(votes))
    if len(words(c.words)) < FEW:
        held["nobody_few_words"] = 1.0
    return held


def head_in(tree: Tree, word: int, x: Place) -> bool:
    """A mention holds a word or is set beside it."""
    w = tree.words[word]
    if x.start <= w.start and w.end <= x.end:
        return True
    beside = [k for k in tree.kids[word] if tree.rel(k) in ("appos", "flat", "compound", "conj", "flat:name")]
    return any(x.start <= tree.words[k].start and tree.words[k].end <= x.end for k in beside)
