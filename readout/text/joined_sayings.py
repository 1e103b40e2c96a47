"""Join what quotation marks tell of speech with what syntax tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from readout.text.answers import answers
from readout.text.antecedents import with_antecedents
from readout.text.attributions import attributions_of, quoted_stretches, whole
from readout.text.carried_speakers import CARRIED, heading_apart, led_by, repeated
from readout.text.claims_apart import claims_apart
from readout.text.clause_trees import Span, Tree
from readout.text.clauses import SET_BETWEEN
from readout.text.cues import SpeechWords
from readout.text.free_speech import Page, going_on
from readout.text.governing_cues import governed
from readout.text.heading_quotes import behind_heading, headings, parted
from readout.text.interviews import interview, named_persons
from readout.text.mark_grammar import Stretch
from readout.text.mended_cues import mended_tree
from readout.text.nested_sayings import each_stretch_once
from readout.text.occasions import occasion
from readout.text.own_names import with_own_names
from readout.text.own_words import own_words
from readout.text.reporting import ReportingWords, Saying
from readout.text.said_kinds import absorbed, begins_small, kind_by_marks, unheld
from readout.text.sayings import sayings
from readout.text.source_names import body_named, first_name, name_of, naming, person_named
from readout.text.unit_reading import JOINT, Said
from readout.text.units import has_words

# How surely the source is the one who spoke; ours, by how many readings say so.
BOTH: Final = 0.98  # of a direct quotation marks and syntax find the source, beginning with the same word
ONE: Final = 0.9  # one of them


@dataclass(frozen=True, slots=True)
class Words:
    """What is known of words of saying."""

    speech: SpeechWords
    reporting: ReportingWords
    gender_of: Callable[[str], str | None] = lambda given: None  # what a given name tells of gender


def all_attributions(
    text: str, paragraphs: Sequence[Sequence[Span]], trees: Mapping[int, Tree], known: Words
) -> list[Said]:
    """Give one Said for each attribution, with or without quotation marks, in text order.

    Makes: every outermost stretch in quotation marks lies whole in the content of at least one; one that nothing closes
    ends before the words of saying that syntax finds in it. `trees` holds the
    syntax of sentences by their start; a sentence without a tree is read by marks and cues alone.
    Cost: linear in words.
    Method: ours: marks decide what is quoted, syntax who says it and which clause it is part of.
    """
    filled, trees = [p for p in paragraphs if p], {start: mended_tree(tree) for start, tree in trees.items()}
    places = [(number, start) for number, p in enumerate(filled) for start, _ in p if start in trees]
    talk = interview(text, filled, trees)
    by_syntax = [s for number, start in places for s in spoken(text, trees[start], number, known) if not in_talk(s, talk)]
    stretches = [mended(text, x, by_syntax) for x in quoted_stretches(text, filled)]
    colons = headings(text, filled, stretches)
    by_syntax = [behind_heading(s, colons) for s in by_syntax]
    quoted = attributions_of(text, parted(filled, colons), stretches, known.speech)
    outside = [s for s in by_syntax if not within_quotation(s, stretches)]
    quoted = governed(quoted, outside, [*trees.values()], stretches, known.reporting, partial(naming, text, known.speech))
    leading = [*outside, *answers((number, trees[start]) for number, start in places)]
    made = led_by(joined(text, quoted, outside, stretches), leading, filled, stretches)
    verbs = sorted(w.start for t in trees.values() for w in t.words if w.upos in ("VERB", "AUX"))
    made = [heading_apart(text, s, verbs) for s in made if not absorbed(text, s, made)]
    made = each_stretch_once(text, [kind_by_marks(text, s, stretches) for s in made], stretches)
    made = whole([*made, *unheld(made, stretches)], stretches)
    made = [*(s for s in made if not in_talk(s, talk)), *talk]
    made = sorted(map(scored, repeated(text, distinct(made))), key=lambda s: (s.content, s.cue or (0, 0)))
    made = [without_clock(text, s, filled) for s in made]
    name_in_span = partial(name_of, text, known=known.speech)
    ends = [span for p in filled for span in p]
    sentences = [(start, end, number) for number, p in enumerate(filled) for start, end in p]
    surnames = frozenset(text[slice(*p)].split()[-1] for p in named_persons(text, trees))
    made = going_on(Page(text, ends, [n for _, _, n in sentences], trees, stretches, known.reporting, name_in_span, surnames), made)
    made = with_own_names(text, made, sentences, trees)
    made = with_antecedents(text, made, sentences, trees, known.reporting, name_in_span, known.gender_of)
    return own_words(text, claims_apart(text, made, stretches), stretches)


def in_talk(s: Said, talk: Sequence[Said]) -> bool:
    """The words stand in a paragraph of an interview."""
    at = s.content[0][0]
    return any(t.source is not None and t.source[0] <= at < t.content[-1][1] for t in talk)


def spoken(text: str, tree: Tree, paragraph: int, known: Words) -> list[Said]:
    """Give what a sentence says was said, by its syntax alone; all of kind indirect until marks are looked at."""
    found = [s for s in sayings(tree, known.reporting) if not s.possible and tree.runs(s.content)]
    return [said(text, tree, s, paragraph, known) for s in found]


def said(text: str, tree: Tree, s: Saying, paragraph: int, known: Words) -> Said:
    """Write a saying as spans."""
    cue, source = hull(tree, s.cue), hull(tree, s.source)
    named = tree.spans(s.named) if s.named != s.source else ()
    made = Said("indirect", tree.spans(s.content), cue, source, None, s.act, f"syntax: {s.frame}", paragraph, -1, ())
    when = occasion(tree, s.at, s.content, known.reporting)
    name = first_name(text, named or listed(source), known.speech)
    return replace(
        made,
        name=person_named(tree, s.named or s.source) or body_named(tree, s.named or s.source, name),
        named=named,
        occasion=when,
        score=ONE,
        frame=s.frame,
    )


def hull(tree: Tree, numbers: Sequence[int]) -> Span | None:
    """From the first of some words to the last."""
    return (tree.words[min(numbers)].start, tree.words[max(numbers)].end) if numbers else None


def listed(span: Span | None) -> tuple[Span, ...]:
    """A span as a list of spans."""
    return (span,) if span else ()


def mended(text: str, x: Stretch, by_syntax: Sequence[Said]) -> Stretch:
    """End a quotation that no mark closes where the sentence it begins with says who said it ("I heard it, said Poe.),
    or with that sentence where another quotation opens in the paragraph."""
    if x.closing:
        return x
    for s in by_syntax:
        first, last = s.content[0], s.content[-1]
        leads = x.start <= first[0] < x.end and len(s.content) == 1 and s.cue is not None and s.source is not None
        leads = leads and (first[0] <= x.inner_start + 1 or s.frame in ("set_in", "according to", "around"))
        if leads and s.cue and last[1] <= s.cue[0] < x.end and s.source and last[1] <= s.source[0]:
            alone = -1 - x.start  # no longer one with a quotation that opens the next paragraph
            why = "the words of saying begin before a closing mark"
            return replace(x, end=last[1], inner_end=last[1], because=why, group=alone)
    stop = STOP.search(text, x.inner_start, x.end) if x.because.startswith("another") else None
    if stop:
        return replace(x, end=stop.end(), inner_end=stop.end(), because=f"{x.because}; it ends with its sentence")
    return x


STOP: Final = re.compile(r"(?<=[a-z]{3})[.?!…]+(?=\s+[A-Z])")


def without_clock(text: str, s: Said, filled: Sequence[Sequence[Span]]) -> Said:
    """Leave the time of day that an entry of a ticker begins with out of what was said and of who spoke."""
    start = filled[s.paragraph][0][0] if s.paragraph < len(filled) else 0
    clock = CLOCK.match(text, start)
    if clock is None or not any(a < clock.end() and b > start for a, b in (*s.content, *listed(s.source))):
        return s
    held = ((max(a, clock.end()), b) for a, b in s.content if b > clock.end())
    content = tuple((a, b) for a, b in held if has_words(text, (a, b)))
    source = (max(s.source[0], clock.end()), s.source[1]) if s.source and s.source[1] > clock.end() else s.source
    return replace(s, content=content or s.content, source=source)


CLOCK: Final = re.compile(r"\d{1,2}[:.]\d\d(?:\s*(?:h|[ap]\.?m\.?|GMT|UTC|hrs))?[\s:,–—-]+(?=\D)")


# --- joining ----------------------------------------------------------------------------------------------------------


def within_quotation(s: Said, stretches: Sequence[Stretch]) -> bool:
    """The words of saying, or who spoke, stand inside quoted words: they are the speaker's own report of others."""
    told = [span for span in (s.cue, s.source) if span]
    return any(x.inner_start <= a and b <= x.inner_end for x in stretches for a, b in told)


def joined(text: str, quoted: Sequence[Said], by_syntax: Sequence[Said], stretches: Sequence[Stretch]) -> list[Said]:
    """Join both readings: syntax names the clause of quoted words and their source; the rest of it is indirect speech."""
    made: list[Said] = []
    used: set[int] = set()
    for q in quoted:
        i = partner(q, by_syntax) if q.kind != "term" else None
        i = behind_colon(text, q, by_syntax, i)
        i = in_words_of(text, q, by_syntax, i, stretches)
        if is_of_another(text, q, by_syntax[i] if i is not None else None, by_syntax, stretches):
            continue
        if i is not None and (told := in_source(q, by_syntax[i], stretches)):
            made.append(told)
        elif i is None or i in used:
            made.append(q)
        else:
            q = replace(q, kind="partial", cue=by_syntax[i].cue) if q.kind == "term" else q
            made.append(enriched(text, q, by_syntax[i], stretches))
            if not beside_quotation(q, by_syntax[i]):
                used.add(i)
    for i, s in enumerate(by_syntax):
        if i not in used:
            made = with_saying(text, made, s, stretches)
    return made


def beside_quotation(q: Said, s: Said) -> bool:
    """One clause of saying has words that are not quoted before it and quoted ones behind it: It was over, she said: "S"."""
    return q.kind == "direct" and s.frame in ("set_in", "clause") and bool(s.cue) and s.content[-1][1] <= q.content[0][0]


def is_of_another(text: str, q: Said, s: Said | None, by_syntax: Sequence[Said], stretches: Sequence[Stretch]) -> bool:
    """The words quoted are what a nearer predicate says: according to Poe, who spoke of "S"; quoted Poe as saying that S."""
    if q.kind in ("direct", "term") or q.cue is None:
        return False
    if s is None:
        nearer = [x for x in by_syntax if x.source and x.frame in NEARER]
        if text[slice(*q.cue)].lower() not in ("quoted", "quotes", "cited", "cites"):
            return any(is_nearer(x, q, stretches) for x in nearer)
    elif covers(s.content, q, stretches):
        return False
    elif s.frame != "according to":
        return any(is_nearer(x, q, stretches) for x in by_syntax if x.source and x.frame in NEARER)
    return any(is_nearer(x, q, stretches) for x in by_syntax)


def is_nearer(x: Said, q: Said, stretches: Sequence[Stretch]) -> bool:
    """A saying whose cue stands between the cue and the words of another reading says those words."""
    between = x.cue is not None and q.cue is not None and x.cue[0] > q.cue[1] and x.cue[1] <= q.content[0][1]
    return between and covers(x.content, q, stretches)


NEARER: Final = frozenset(("clause", "claim that", "phrase", "naming"))  # what syntax finds behind a verb that says nothing here


def behind_colon(text: str, q: Said, by_syntax: Sequence[Said], other: int | None) -> int | None:
    """The reading that a colon leads, where marks find no better speaker than "it": Poe thinks it hits the poor: "S"."""
    if q.kind != "direct" or q.source is None:
        return other
    for i, s in enumerate(by_syntax):
        if s.frame == "colon_refusal" and s.content[0][0] == q.content[0][0] and not (q.cue and q.cue[0] > q.content[0][0]):
            return i  # an offer that Poe turned down: "S"
    if text[slice(*q.source)].lower() not in ("it", "this", "that", "which"):
        return other
    colons = (i for i, s in enumerate(by_syntax) if s.frame == "colon" and s.content[0][0] == q.content[0][0])
    return next(colons, other)


def in_words_of(text: str, q: Said, by_syntax: Sequence[Said], other: int | None, stretches: Sequence[Stretch]) -> int | None:
    """The reading that says right behind quoted words whose they are, whoever else named something so: called it "S", in the
    words of Poe."""
    if q.kind not in ("mixed", "partial", "term"):
        return other
    ends = [x.end for x in stretches if any(a <= x.start < b for a, b in q.content)]
    told = (i for i, s in enumerate(by_syntax) if s.frame == "view" and s.source and s.cue and is_beside(text, ends, s.cue[0]))
    return next(told, other)


def is_beside(text: str, ends: Sequence[int], at: int) -> bool:
    """Nothing but a comma stands between quoted words and a place."""
    return any(end <= at and text[end:at].strip() in ("", ",") for end in ends)


def in_source(q: Said, s: Said, stretches: Sequence[Stretch]) -> Said | None:
    """The quoted words as a term where they stand in what is told of the speaker: according to Poe, who knows "all", S."""
    held = [(x.start, x.end) for x in stretches if any(a <= x.start < b for a, b in q.content)]
    inside = s.source and held and all(s.source[0] <= a and b <= s.source[1] for a, b in held)
    if q.kind == "direct" or not inside:
        return None
    why = "quoted words in what is told of the one who speaks"
    return replace(q, kind="term", content=tuple(held), cue=None, source=None, name=None, act=None, because=why)


def partner(q: Said, by_syntax: Sequence[Said]) -> int | None:
    """The reading by syntax that has the same cue."""
    return next((i for i, s in enumerate(by_syntax) if overlap(q.cue, s.cue)), None)


def overlap(one: Span | None, other: Span | None) -> bool:
    """Two spans share a character."""
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def enriched(text: str, q: Said, s: Said, stretches: Sequence[Stretch]) -> Said:
    """Quoted words with source, clause and occasion as syntax has them; of a direct quotation the marks' source stays."""
    behind = named_behind(q, s)
    told = q.source and q.kind == "direct" and any(a <= q.source[0] < b for a, b in s.content)  # who is told of did not speak
    kept = q.source and not told and (behind or (q.kind == "direct" and s.frame not in OWN_SOURCE))
    kept = kept and not (s.frame == "according to" and q.source and s.source and q.source[0] == s.source[0])
    kept = kept and not (q.source and JOINING.fullmatch(text, *q.source))
    kept = kept and not (q.source and s.source and with_adverb(text, q.source, s.source))
    apart = set_between(q, s)
    kept = kept or apposed_name(text, q, s) or apart
    by = s if s.source and not kept else q
    kind, content = q.kind, q.content
    inner = q.kind == "mixed" and q.content[0][0] < s.content[0][0] and s.source and s.source[0] >= s.content[-1][1]
    fits = not behind and not apart and not (inner and starts_small(text, q, stretches)) and covers(s.content, q, stretches)
    if fits and (kind in ("mixed", "partial") or is_fragment(text, q, s, stretches)):
        kind, content = "mixed", s.content
    agree = q.kind == "direct" and q.source is not None and s.source is not None and q.source[0] == s.source[0]
    if goes_on_behind(text, q, s):
        content = (*s.content, behind_joint(text, q.content[0]), *q.content[1:])
    score = BOTH if agree else ONE if by.source else None
    because = f"{q.because}; {s.because}"
    named, name = (by.named or s.named, by.name or s.name) if overlap(by.source, s.source) else (by.named, by.name)
    return replace(
        q, kind=kind, source=by.source, name=name, named=named, content=content, act=s.act or q.act, because=because,
        score=score, occasion=s.occasion, frame=s.frame, cue=s.cue if s.frame == "colon_refusal" else q.cue,
    )  # fmt: skip


def with_adverb(text: str, source: Span, plain: Span) -> bool:
    """Marks take words on when or how for part of a source that is a pronoun alone: had he thereafter | said."""
    return source[0] == plain[0] and plain[1] < source[1] and text[slice(*plain)].lower() in ALONE


ALONE: Final = frozenset(("he", "she", "it", "they"))
JOINING: Final = re.compile(r"(?:and|but|or|then|also|which|that)", re.I)  # no words for anybody


def apposed_name(text: str, q: Said, s: Said) -> bool:
    """Marks find a name set off by commas before the cue, syntax somebody far before: after its head, Ada Poe, called it "S"."""
    if q.source is None or q.cue is None or s.source is None or q.name is None:
        return False
    set_off = "," in text[slice(*q.source)] and text[q.source[1] : q.cue[0]].strip() == ","
    return set_off and s.source[1] <= q.source[0]


def set_between(q: Said, s: Said) -> bool:
    """Marks find who spoke between commas behind the cue, syntax the subject of what was said: Roe, said the judge, had "S"."""
    if not q.because.startswith(SET_BETWEEN) or q.cue is None or s.source is None:
        return False
    return s.source[1] <= q.cue[0]


def goes_on_behind(text: str, q: Said, s: Said) -> bool:
    """What was said goes on behind the words of saying: S, Poe said, and T was "dead"."""
    parts = q.kind == "mixed" and s.frame in ("around", "set_in") and q.cue is not None
    if not parts or q.cue is None or s.content[-1][1] > q.cue[0] or q.content[0][0] < q.cue[1]:
        return False
    return JOINT.match(text, q.content[0][0]) is not None


def behind_joint(text: str, span: Span) -> Span:
    """A span without the conjunction it begins with: S, Poe said, and T."""
    lead = JOINT.match(text, span[0], span[1])
    return (lead.end(), span[1]) if lead else span


def starts_small(text: str, q: Said, stretches: Sequence[Stretch]) -> bool:
    """The quoted words go on with a clause that begins before them: The police "found socks", he said."""
    return small(text, [x for x in stretches if any(a <= x.start < b for a, b in q.content)])


OWN_SOURCE: Final = frozenset(("colon", "colon_refusal", "quoted as", "as told"))  # syntax alone tells who spoke there


def named_behind(q: Said, s: Said) -> bool:
    """Marks find who spoke between the quoted words and the cue, syntax only before them: The plan "is dead", Poe vowed."""
    if q.source is None or q.cue is None or s.source is None:
        return False
    return q.content[-1][1] <= q.source[0] < q.cue[0] and s.source[1] <= q.content[-1][1] and q.kind != "direct"


def is_fragment(text: str, q: Said, s: Said, stretches: Sequence[Stretch]) -> bool:
    """Quoted words that are only the end of the clause that was said: It was, she said, "simple grammar"."""
    held = [x for x in stretches if any(a <= x.start < b for a, b in q.content)]
    small = bool(held) and begins_small(text, held[0])
    return s.frame in ("around", "set_in") and small and s.content[0][0] < q.content[0][0]


def covers(content: Sequence[Span], q: Said, stretches: Sequence[Stretch]) -> bool:
    """The content holds every stretch of quoted words that the other reading holds."""
    held = [x for x in stretches if any(a <= x.start < b for a, b in q.content)]
    return all(any(a < x.inner_end and b > x.inner_start for a, b in content) for x in held)


def small(text: str, held: Sequence[Stretch]) -> bool:
    """Quoted words that begin with a small letter: no name of a work."""
    return all(begins_small(text, x) for x in held)


def with_saying(text: str, made: list[Said], s: Said, stretches: Sequence[Stretch]) -> list[Said]:
    """Add a saying that only syntax found; where its words are quoted words that are read already, it only names the source."""
    held = [x for x in stretches if any(a < x.inner_end and b > x.inner_start for a, b in s.content)]
    for n, q in enumerate(made):
        if q.kind == "term" and q.content == s.content and s.source and small(text, held):
            return [*made[:n], s, *made[n + 1 :]]
        full = q.kind in ("direct", "partial") and any(a <= x.start < b for x in held for a, b in q.content)
        if full and q.source is None and s.source:
            made[n] = replace(
                q, source=s.source, name=s.name, named=s.named, cue=q.cue or s.cue, act=q.act or s.act,
                because=f"{q.because}; {s.because}", score=ONE, occasion=s.occasion, frame=s.frame,
            )  # fmt: skip
        if full and q.kind == "direct":
            return made
    return made if any(m.content == s.content for m in made) else [*made, s]


def scored(s: Said) -> Said:
    """Say how surely the source spoke, where only marks and cues named it."""
    return replace(s, score=ONE if s.cue and not s.bare else CARRIED) if s.source and s.score is None else s


def distinct(made: Sequence[Said]) -> list[Said]:
    """Keep one attribution for each content: the one that names a source, then the one that has a cue."""
    best: dict[tuple[Span, ...], Said] = {}
    for s in made:
        known = best.get(s.content)
        if known is None or (bool(s.source), bool(s.cue)) > (bool(known.source), bool(known.cue)):
            best[s.content] = s
    return list(best.values())
