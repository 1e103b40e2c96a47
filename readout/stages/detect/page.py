"""Events of one page: each sentence with its block, its speaker and the date of the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from readout.lexicon.contexts import context_book
from readout.records import Attribution, Block, Document, Event, Mention, Parse, Sentence
from readout.stages.detect.days import with_days
from readout.stages.detect.rows import Told, event_row
from readout.stages.detect.worth import worth_telling
from readout.text.day_bases import LEAD_PARAGRAPHS
from readout.text.event_calamities import CALAMITY, RELEASE, Scene, calamities
from readout.text.event_found import EventWords
from readout.text.event_judgement import EventJudge, Said
from readout.text.event_names import names_whole
from readout.text.event_rarity import BY_NETWORK, BY_RULES, likely_acts, rarity
from readout.text.event_reading import read_events
from readout.text.event_telling import day_of, numbers_of, tellings
from readout.text.event_tree import Tree
from readout.text.first_published import written_day
from readout.text.lexemes import tokenize


@dataclass(frozen=True, slots=True)
class Page:
    """One document with what was read of it."""

    document: Document
    blocks: Sequence[Block]
    sentences: Sequence[Sentence]
    parses: Sequence[Parse]
    mentions: Sequence[Mention]
    attributions: Sequence[Attribution]


def pages_events(pages: Iterable[Page], known: EventWords, judge: EventJudge | None) -> Iterator[Event]:
    """Give the events of pages; the network reads the sentences of several pages together, and equal ones once."""
    rest = iter(pages)
    while some := list(islice(rest, PAGES_TOGETHER)):
        given = [(page.document.text, p.words) for page in some for p in page.parses]
        verdicts = iter(judge.words(given) if judge is not None else [None] * len(given))
        for page in some:
            yield from page_events(page, known, {p.start: next(verdicts) for p in page.parses})


PAGES_TOGETHER = 32  # enough for sentences of one length to meet, few enough for memory; ours


def page_events(page: Page, known: EventWords, verdicts: Mapping[int, Said | None]) -> Iterator[Event]:
    """Give the events of a page in text order; where acts are rare those worth telling."""
    doc = page.document
    by_span = {s.start: s for s in page.sentences}
    names = [(m.start, m.end) for m in page.mentions if m.form == "name"]
    read = [
        (Tree(doc.text, names_whole(doc.text, p.words, within(names, p)), known.forms), by_span[p.start], verdicts[p.start])
        for p in sorted(page.parses, key=lambda p: p.start) if p.start in by_span and p.words
    ]  # fmt: skip
    trees = [tree for tree, _, _ in read]
    rare = rarity_of(trees, [verdict for _, _, verdict in read], known)
    found = list(told_events(page, known.on_page(rare), read))
    dated = list(with_days(found, page.sentences, doc.text, day_of(written_day(doc.published, doc.credited_because))))
    yield from worth_telling(dated, sum(len(tree.words) for tree in trees), rare)


def told_events(page: Page, known: EventWords, read: Sequence[tuple[Tree, Sentence, Said | None]]) -> Iterator[Event]:
    """Give all events of a page in text order."""
    doc = page.document
    first = min((s.paragraph for s in page.sentences), default=0)
    sayings = [(a, c) for a in page.attributions if a.kind != "term" for c in a.content]
    sayings.sort(key=lambda pair: (pair[1][0] - pair[1][1], pair[0].attribution_id))  # the innermost last
    numbers = numbers_of(doc.text, day_of(written_day(doc.published, doc.credited_because)), tokenize(doc.text))
    topic = topic_of([tree for tree, s, _ in read if s.paragraph - first < LEAD_PARAGRAPHS], known)
    for tree, sentence, verdict in read:
        contexts = context_book().told(tree.lemmas, tree.lows)
        for telling in tellings(tree, numbers, known, said=verdict, topic=topic):
            word = tree.words[telling.found.trigger]
            said = [a for a, (start, end) in sayings if start <= word.start < end]
            told = Told(doc, sentence, said[-1].attribution_id if said else None, contexts, verdict)
            yield event_row(tree, telling, told, known)


def rarity_of(trees: Sequence[Tree], verdicts: Sequence[Said | None], known: EventWords) -> float:
    """How rare acts are on a page, by what the network sees; without it by what the rules see, floods and outbreaks too."""
    words = sum(len(tree.words) for tree in trees)
    seen = [said.none for said in verdicts if said is not None]
    if len(seen) == len(trees):
        return rarity(likely_acts(seen), words, BY_NETWORK)
    acts = sum(f.coded is not None or f.frame.type == CALAMITY for tree in trees for f in read_events(tree, known))
    return rarity(acts, words, BY_RULES)


def within(names: Sequence[tuple[int, int]], parse: Parse) -> Iterator[tuple[int, int]]:
    """The names of a page that lie in one sentence."""
    return ((start, end) for start, end in names if parse.start <= start and end <= parse.end)


def topic_of(lead: Sequence[Tree], known: EventWords) -> str | None:
    """The calamity that headline and first paragraphs tell of most; null where they tell of none or of acts of force."""
    scenes = [Scene(tree, known.calamities, known.actors, known.modality) for tree in lead]
    modes = Counter(c.mode for s in scenes for c in calamities(s, ()) if c.mode != RELEASE and c.reading.status in NEWS)
    return min(modes, key=lambda m: (-modes[m], m)) if modes else None


NEWS = frozenset({"happened", "ongoing", "reported"})
