"""Fit the numbers that weigh rules and event network: logistic regression over the features of readout/text/event_weighing.py.

    python -m training.events.weigh [PACK… --records FOLDER…] [--web DATA --web-record RECORD] [--only QUESTION…]
        [--out readout/lexicon/event_weights.toml] [--weights DIR]

Learns from what the network was not trained on: the held-out files of the stories, of the held-out lines of the corpus the
one marked event each, and pages of story packs (all questions but who takes part); who takes part on pages where acts are rare,
from pages of the web that it has not read either (`training/events/web.py`; `--web` names the folder of their corpora, and their
record is made where there is none).
`--only` fits these questions and leaves the others as they are. Printed for every question: what was right at
several bars, each file or pack judged by numbers fitted without it.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from evaluation.whole import touches
from readout.api import Record
from readout.lexicon.events import event_words
from readout.models.english import load_english
from readout.models.event_head import WEIGHTS, load_event_head
from readout.pile import Pile
from readout.records import Status, Word
from readout.text.event_calamities import CALAMITY
from readout.text.event_found import EventWords, Features, Found, Weighing
from readout.text.event_judgement import Said, WordJudgement
from readout.text.event_merging import merged
from readout.text.event_reading import read_events
from readout.text.event_tree import Tree
from readout.text.event_verdicts import draft, open_to_network, reserved, shared
from readout.text.event_weighing import adding, read_by_network, restating, retyping, standing, taking_part
from training import logistic
from training.events.examples import Act, Line, Span, corpus, held_out, story_line
from training.events.pages import as_line, one_type, read_packs
from training.events.web import acts_of, pages_read, web_documents, web_record

HERE = Path(__file__).parent
PENALTY, FOLDS = 1.0, 10
WHERE_RARE = 3.0  # the penalty of what a feature adds where acts are rare
RARE = 25  # rows in which a feature must be told for a weight
PAGES = "pages of "
# The chance asked for, chosen on held-out lines, on the even half of the status pairs (a bar of .5 for statuses would cost a
# fifth of their right ones) and on read packs (rows on nothing).
BARS = {
    "stands": 0.45, "added": 0.6, "type": 0.7, "status": 0.55, "status against a word": 0.85,
    "actor": 0.25, "further actor": 0.35, "recipient": 0.2, "further recipient": 0.35,
    "rare actor": 0.5, "rare further actor": 0.5, "rare recipient": 0.5, "rare further recipient": 0.5,
}  # fmt: skip
SHOWN = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7)
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """One line with what rules and network say of it; `group` is judged by numbers fitted without it. `rarity`: how rare acts are
    on its page."""

    group: str
    line: Line
    tree: Tree
    found: Sequence[Found]
    said: Said
    rarity: float = 0.0

    @property
    def of_page(self) -> bool:
        """Whether clauses are marked, not words, and no parties."""
        return self.group.startswith(PAGES)


@dataclass(slots=True)
class Rows:
    """The features and answers of one question."""

    features: list[Features] = field(default_factory=list)
    answers: list[bool] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)

    def add(self, group: str, features: Features, answer: bool) -> None:
        """Take in one row."""
        self.features.append(features)
        self.answers.append(answer)
        self.groups.append(group)

    def numbers(self) -> tuple[list[str], Array, Array]:
        """Names of features seen often enough, matrix with a last column of ones, and answers."""
        seen = Counter(n for f in self.features for n, v in f.items() if v)
        names = sorted(n for n, times in seen.items() if times >= RARE)
        made = [[*(float(f.get(n, 0.0)) for n in names), 1.0] for f in self.features]
        return [*names, "bias"], np.array(made), np.array(self.answers, float)


def lines(folder: Path) -> Iterator[tuple[str, Line]]:
    """The held-out lines of corpus, stories and sets of contrast, each with its group: its file, or a tenth of the corpus."""
    for number, line in enumerate(x for x in corpus(folder / "corpus") if x.held_out):
        yield f"corpus {number % FOLDS}", line
    for file in sorted([*(folder / "stories").glob("*.txt"), *(folder / "contrasts").glob("*.txt")]):
        if held_out(file.name):
            told = (x for x in file.read_text("utf-8").splitlines() if x.count("\t") == 1)
            yield from ((file.stem, story_line(x, True)) for x in told)


def cases(given: Sequence[tuple[str, Line]], known: EventWords, weights: Path) -> list[Case]:
    """Parse lines, and ask rules and network."""
    parses = load_english("accurate").parse([line.text for _, line in given])
    trees = [Tree(x.text, [Word(*w) for w in ws], known.forms) for (_, x), ws in zip(given, parses, strict=True)]
    verdicts = load_event_head(weights).words([(t.text, t.words) for t in trees])
    together = zip(given, trees, verdicts, strict=True)
    return [Case(g, x, t, merged(t, read_events(t, known)), s) for (g, x), t, s in together]


def web_cases(data: Path, record: Path, known: EventWords, weights: Path) -> Iterator[Case]:
    """Give the sentences of the marked pages of the web that the network has not read."""
    judge = load_event_head(weights)
    acts = {d.name: acts_of(d) for d in web_documents(data) if d.kept}
    for page in pages_read(Pile(Record(record)), known, judge):
        name, text = page.document.external_id, page.document.text
        for p, tree, said in zip(page.parses, page.trees, page.said, strict=True):
            here = tuple(a for a in acts[name] if p.words[0].start <= a.trigger[0] <= p.words[-1].start)
            line = Line(text, here, True, True)
            yield Case(f"web {name}", line, tree, merged(tree, read_events(tree, known)), said, page.rarity)


def where_rare(features: Features, rarity: float) -> Features:
    """Give features with what each adds where acts are rare."""
    more = {f"rare {name}": rarity * value for name, value in features.items() if value}
    return {**features, **more, "rare bias": rarity} if rarity else features


def marked(case: Case, f: Found) -> Act | None:
    """The marked act that an event stands on: one of its type and status first."""
    here = [a for a in case.line.acts if touches(case.tree, f, a.trigger)]
    return max(
        here, key=lambda a: (one_type(a.type) == one_type(f.frame.type)) + (a.status == f.reading.status), default=None
    )


def joined(f: Found, act: Act) -> bool:
    """Tell whether a word of asking or promising is the marked act, told together with what it asks."""
    return f.over is not None and f.coded == act.type


def alone(case: Case, known: EventWords) -> Iterator[tuple[int, WordJudgement, Found, Act | None]]:
    """The words that only the network takes for acts, with the marked act there."""
    for i, verdict in sorted(case.said.words.items()):
        if verdict.type != CALAMITY and open_to_network(case.tree, i, case.found):
            f = draft(case.tree, i, verdict, known)
            act = marked(case, f)
            yield i, verdict, f, None if act is not None and told_already(case, f, act) else act


def told_already(case: Case, f: Found, act: Act) -> bool:
    """Tell whether an event of the rules stands on a marked act; in a clause of a page that tells several, one of its type."""
    mine = (k for k in case.found if touches(case.tree, k, act.trigger))
    return any(not case.of_page or one_type(k.frame.type) == one_type(f.frame.type) for k in mine)


def both(case: Case, known: EventWords) -> Iterator[tuple[Found, WordJudgement, Act]]:
    """The events on a marked act that the network speaks of, by rules or network."""
    for f in case.found:
        act, verdict = marked(case, f), case.said.words.get(f.trigger)
        if act is not None and verdict is not None and f.frame.type != CALAMITY and not joined(f, act):
            yield f, verdict, act
    yield from ((f, verdict, act) for _, verdict, f, act in alone(case, known) if act is not None)


def of_parties(case: Case, known: EventWords, actor: bool) -> Iterator[tuple[Features, bool]]:
    """Words that may head an actor, or a recipient."""
    for f, verdict, act in () if case.of_page else both(case, known):
        mine, shares, gold = (
            (f.parties.actors, verdict.acting, act.actors)
            if actor
            else (f.parties.recipients, verdict.undergoing, act.recipients)
        )
        for h in sorted({*mine, *shares} - {f.trigger}):
            yield taking_part(case.tree, f, h, verdict, actor, known.actors), heads(case.tree, h, gold)


def heads(tree: Tree, head: int, spans: Sequence[Span]) -> bool:
    """Tell whether a word, or one of the name that it heads, stands in a marked phrase; that its phrase overlaps one is not enough:
    the attack on the port is not the port."""
    near = (tree.words[w].start for w in (head, *tree.of(head, "flat")))
    return any(start <= at < end for at in near for start, end in spans)


def of_rules(case: Case, known: EventWords) -> Iterator[tuple[Features, bool]]:
    """Events of the rules, where every event is marked."""
    for f in case.found if case.line.whole else ():
        if read_by_network(f, case.said):
            yield standing(case.tree, f, case.said, known.actors), marked(case, f) is not None


def of_network(case: Case, known: EventWords) -> Iterator[tuple[Features, bool]]:
    """Events of the network alone, where every event is marked."""
    for _, verdict, f, act in alone(case, known) if case.line.whole else ():
        with_parties = replace(f, parties=shared(case.tree, f, verdict, known))
        yield adding(case.tree, with_parties, verdict, case.found, known.actors, case.said), act is not None


def of_types(case: Case, known: EventWords) -> Iterator[tuple[Features, bool]]:
    """Where the two differ in type and one is right."""
    for f, verdict, act in both(case, known):
        mine, theirs, right = one_type(f.frame.type), one_type(verdict.type), one_type(act.type)
        if verdict.type != CALAMITY and mine != theirs and right in (mine, theirs):
            yield retyping(f, verdict, case.said.none[f.trigger]), theirs == right


def of_statuses(case: Case, known: EventWords) -> Iterator[tuple[Features, bool]]:
    """Where the two differ in status and one is right."""
    for f, verdict, act in both(case, known):
        mine, theirs = f.reading.status, cast(Status, verdict.status)
        if mine != theirs and act.status in (mine, theirs) and not reserved(case.tree, f, theirs, known):
            yield restating(case.tree, f, verdict), verdict.status == act.status


def fitted(names: Sequence[str], x: Array, y: Array) -> Array:
    """The weights of a logistic regression with a square penalty on all but the bias, the last column."""
    penalty = [WHERE_RARE if name.startswith("rare ") else PENALTY for name in names[:-1]]
    return logistic.fit(x, y, np.array([*penalty, 1e-3]))


def crossed(rows: Rows) -> Array:
    """The chance of each row by numbers fitted without its group's fold."""
    names, x, y = rows.numbers()
    order = {g: k % FOLDS for k, g in enumerate(sorted(set(rows.groups)))}
    fold = np.array([order[g] for g in rows.groups])
    chances = np.zeros(len(y))
    for k in range(FOLDS):
        if (fold == k).any():
            chances[fold == k] = logistic.chances(x[fold == k] @ fitted(names, x[fold != k], y[fold != k]))
    return chances


def show(question: str, rows: Rows) -> None:
    """Print how many rows are taken at several bars, and how many of those and of all answers are right."""
    chances, y = crossed(rows), np.array(rows.answers)
    print(f"{question}: {len(y)} rows, {int(y.sum())} yes")
    for bar in SHOWN:
        taken = chances >= bar
        print(
            f"  {bar}: taken {int(taken.sum())}, right of them {int(y[taken].sum())}, right answers {int((taken == y).sum())}"
        )


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=HERE.parents[1] / "readout/lexicon/event_weights.toml")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--web", type=Path, help="folder of the corpora whose pages are marked")
    parser.add_argument("--web-record", type=Path, help="record of the marked pages")
    parser.add_argument("--only", nargs="+", default=[], help="questions to fit")
    parser.add_argument("packs", type=Path, nargs="*", help="packs whose pages the network was not trained on")
    parser.add_argument("--records", type=Path, nargs="+", default=[], help="folders with a record of each pack")
    args = parser.parse_args()
    known = event_words()
    given = list(lines(HERE))
    given += [(f"{PAGES}{p.pack}", as_line(p)) for p in read_packs(args.packs, args.records)]
    read = cases(given, known, args.weights)
    if args.web:
        read += web_cases(args.web, web_record(args.web, args.web_record), known, args.weights)
    before = tomllib.loads(args.out.read_text("utf-8"))["weights"] if args.only else {}
    write(fit(read, known, before, args.only), args.out)


def fit(
    given: Sequence[Case], known: EventWords, before: Mapping[str, Any], only: Sequence[str]
) -> dict[str, Mapping[str, float]]:
    """Fit all questions, or some; parties first: who takes part speaks for an event."""
    questions: dict[str, Callable[[Case, EventWords], Iterator[tuple[Features, bool]]]] = {
        "actor": lambda c, k: of_parties(c, k, True), "recipient": lambda c, k: of_parties(c, k, False),
        "stands": of_rules, "added": of_network, "type": of_types, "status": of_statuses,
    }  # fmt: skip
    weights: dict[str, Mapping[str, float]] = {}
    for question, ask in questions.items():
        if only and question not in only:
            weights[question] = before[question]
            continue
        rows = Rows()
        for case in given:
            now = replace(known, weighing=Weighing(weights, BARS, case.rarity))
            for features, answer in ask(case, now):
                rows.add(case.group, where_rare(features, case.rarity), answer)
        show(question, rows)
        names, x, y = rows.numbers()
        weights[question] = dict(zip(names, (round(float(w), 2) for w in fitted(names, x, y)), strict=True))
    return weights


def write(weights: Mapping[str, Mapping[str, Any]], out: Path) -> None:
    """Write the numbers as TOML."""
    told = [
        "# What each feature of `readout/text/event_weighing.py` adds to the log odds that the answer is yes, and the",
        "# chance asked for; \"rare NAME\": on a page where acts are rare. Fitted to held-out lines of our stories and corpus",
        "# and to pages of the web; written by `training/events/weigh.py`. CC BY-SA 4.0, see NOTICE.",
        "", "[bars]",
    ]  # fmt: skip
    told += [f'"{name}" = {bar}' for name, bar in BARS.items()]
    for question, features in weights.items():
        told += ["", f"[weights.{question}]", *(f'"{name}" = {value}' for name, value in sorted(features.items()))]
    out.write_text("\n".join(told) + "\n", "utf-8")


if __name__ == "__main__":
    main()
