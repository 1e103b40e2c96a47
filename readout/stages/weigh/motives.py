"""Give the reasons told of an act to it by the syntax of the sentence: what hangs on the word that tells the act is why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from readout.records import Document, Event, Parse
from readout.stages.weigh.acts import Acts
from readout.stages.weigh.lines import Lines
from readout.stages.weigh.loose import CAUSE, Loose, by_page
from readout.text.clause_trees import Tree
from readout.text.no_grounds import grounds
from readout.text.told_motives import Motive, motives, refers_back, undone

ASKED = frozenset(
    ("cancelled", "postponed", "refused", "negated")
)  # why something did not come about is worth telling even once
UNTOLD = frozenset(("CONSULT", "SUPPORT", "REQUEST", "ACCUSE"))  # acts that are rarely asked why; ours
LOOSELY = "loosely"  # the aspect of a reason that only comes before the act: nothing is set against it
NEAR = ("obj", "nsubj:pass", "xcomp", "obl", "ccomp", "nsubj")  # what an act can be to the word a reason hangs on


@dataclass(frozen=True)
class Told:
    """A parsed sentence with the acts told in it."""

    doc_id: str
    start: int
    tree: Tree
    acts: Sequence[tuple[Event, str]]

    def act(self, m: Motive) -> tuple[Event, str] | None:
        """Give the act told by the word a reason hangs on, by one that word governs, or by the one it hangs on."""
        for n in (m.act, *self.tree.having(m.act, *NEAR), self.tree.head(m.act)):
            for e, about in self.acts if n >= 0 else ():
                w = self.tree.words[n]
                if e.start < w.end and w.start < e.end and not m.start <= e.start < m.end:
                    return e, about
        return None

    def main(self) -> tuple[Event, str] | None:
        """Give the act told highest in the sentence; null where it tells none."""
        ranked = [(self.depth(n), e.start, e.event_id) for e, _ in self.acts for n in [self.word(e)] if n is not None]
        return next(((e, about) for e, about in self.acts if ranked and e.event_id == min(ranked)[2]), None)

    def word(self, e: Event) -> int | None:
        """Give the first word of what tells an act."""
        return next((n for n, w in enumerate(self.tree.words) if e.start < w.end and w.start < e.end), None)

    def depth(self, n: int) -> int:
        """Count the words a word hangs below."""
        steps = 0
        while self.tree.head(n) >= 0 and steps < len(self.tree.words):
            n, steps = self.tree.head(n), steps + 1
        return steps


def with_grounds(loose: Iterable[Loose], documents: Mapping[str, Document], lines: Lines) -> Iterator[Loose]:
    """Leave out what is told like a reason and is none: a mere name, people or a body that do nothing, a torn piece."""
    for one in loose:
        if one.property.split(":")[0] != "reason":
            yield one
            continue
        tree = Tree(documents[one.doc_id].text, lines.at(one.doc_id, one.start).words)
        found = grounds(tree, one.start, one.end)
        if found:
            yield one._replace(start=found[0], end=found[1])


def with_motives(
    loose: Sequence[Loose], documents: Iterable[Document], parses: Mapping[str, Sequence[Parse]], acts: Acts
) -> Iterator[Loose]:
    """Give what pages tell with each reason on the act it hangs on, and the reasons that only the syntax shows."""
    rest, reasons = by_page(loose)
    yield from rest
    for d in documents:
        yield from of_page(d, parses.get(d.doc_id, ()), reasons.get(d.doc_id, ()), acts)


def of_page(d: Document, parses: Sequence[Parse], known: Sequence[Loose], acts: Acts) -> Iterator[Loose]:
    """Give the reasons of one page."""
    told = acts.events.get(d.doc_id, ())
    before: Told | None = None
    placed: set[int] = set()
    for p in sorted(parses, key=lambda p: p.start):
        line = Told(d.doc_id, p.start, Tree(d.text, p.words), [(e, a) for e, a in told if p.start <= e.start < p.end])
        mine = [r for r in known if p.start <= r.start < p.end]
        yield from of_line(line, mine, before, acts)
        placed.update(r.start for r in mine)
        before = line
    yield from (r for r in known if r.start not in placed)


def of_line(line: Told, known: Sequence[Loose], before: Told | None, acts: Acts) -> Iterator[Loose]:
    """Give the reasons of one sentence: those known, on the acts they hang on, and further ones."""
    found = [(m, line.act(m) or back(line, m.act, before)) for m in motives(line.tree)] if line.acts or before else []
    for r in known:
        mine = next((act for m, act in found if act and m.start < r.end and r.start < m.end), None)
        yield r._replace(about=acts.main(mine[1])) if mine and r.aspect != CAUSE else r
    taken = [(r.start, r.end) for r in known]
    for m, act in found:
        if act is None or any(s < m.end and m.start < t for s, t in taken):
            continue
        event, about = act
        if event.status == "historical" or (event.type in UNTOLD and not undone(line.tree, m.act)):
            continue
        taken.append((m.start, m.end))
        asked = (m.sure and event.status in ASKED) or undone(line.tree, m.act)
        yield Loose(acts.main(about), line.doc_id, "reason", m.start, m.end, None,
                    aspect=None if m.sure else LOOSELY, gated=not asked, causal=m.sure)  # fmt: skip


def back(line: Told, word: int, before: Told | None) -> tuple[Event, str] | None:
    """Give the act told in the sentence before, where a word speaks of it: called it off."""
    return before.main() if before and refers_back(line.tree, word) else None
