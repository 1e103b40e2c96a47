"""Fit what tells who spoke quoted words: `python -m training.speakers PACK... --records DIR [--write]`.

PACK is a story pack that is read (`docs/packs/brief.md`), as many as there are: its truth says who speaks. Candidates of a
quotation are those told of around it and nobody; their signs stand in `readout/stages/involve/speaker_signs.py`, whom the rules
choose among them. The short pages of `evaluation/speaker_data` and the even ones of `evaluation/quotation_data`, which are read,
are fitted to as well: they hold what packs seldom do, letters, talk, broken English. A conditional logit with a ridge (McFadden
1974) is fitted. Printed is, with packs left out in eighths, how many quotations the rules have right, and how many are gained and
lost where another is taken whose chance is larger by each margin. `--write` stores the weights in
`readout/lexicon/speaker_weights.toml`.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import readout
from evaluation.speakers import ENOUGH, FOLDER, QUOTATIONS, folded, shared
from evaluation.stories.pack import Pack, Row
from evaluation.stories.pages import quoted, right_speaker
from readout.api import Record
from readout.corpus import Stored
from readout.lexicon import reporting
from readout.lexicon.names import name_words
from readout.pipeline import Settings
from readout.reading import Plan, read_into
from readout.records import Attribution, Document, Entity, Event, Link, Mention, Office, Parse, Sentence
from readout.stages.involve import by_rules
from readout.stages.involve.speaker_pages import page_signs
from readout.stages.involve.speaker_signs import Asked, asked
from readout.stages.involve.unnamed import WHY
from readout.tables import Table
from training import conditional_logit
from training.conditional_logit import Floats, chances, matrix

RIDGE = 2.0
FOLDS = 8
FEWEST = 8  # quotations in which a sign must be held by somebody
MARGINS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6)
MARGIN = 0.2  # ours, by what was printed


class Case(NamedTuple):
    """A quotation of a pack: its candidates' signs, which of them are right, whom the rules choose, whether that is right, and
    stands."""

    pack: str
    signs: Sequence[Mapping[str, float]]
    right: Sequence[int]
    chosen: int
    told: bool
    stands: bool


def main() -> None:
    """Fit, print, store."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packs", type=Path, nargs="+")
    parser.add_argument("--records", type=Path, required=True, help="where the records of the packs are kept, or read into")
    parser.add_argument("--write", action="store_true")
    wanted = parser.parse_args()
    cases = [case for pack in wanted.packs for case in cases_of(pack, wanted.records)]
    short = [*sorted(FOLDER.glob("*.txt")), *(f for f in sorted(QUOTATIONS.glob("*.txt")) if int(f.stem) % 2 == 0)]
    cases += [case for file in short for case in cases_of_page(file)]
    held = Counter(name for case in cases for name in {n for signs in case.signs for n, value in signs.items() if value})
    names = sorted(name for name in held if held[name] >= FEWEST)
    fold = {pack: number % FOLDS for number, pack in enumerate(sorted({c.pack for c in cases}))}
    learned = [fit([c for c in cases if fold[c.pack] != k], names) for k in range(FOLDS)]
    print(f"{len(cases)} quotations of {len(fold)} packs, {sum(c.told for c in cases)} right by the rules; {len(names)} signs")
    for margin in MARGINS:
        moved = [outcome(c, learned[fold[c.pack]], names, margin) for c in cases]
        gained, lost, wrong = (moved.count(what) for what in ("gained", "lost", "moved"))
        print(f"  {margin}: {gained} gained, {lost} lost, {wrong} wrong before and after")
    if wanted.write:
        target = Path(readout.__file__).parent / "lexicon/speaker_weights.toml"
        target.write_text(card(names, fit(cases, names)), "utf-8")


def cases_of(folder: Path, records: Path) -> Iterator[Case]:
    """Give the quotations of a story pack with their candidates."""
    target = records / f"{folder.name}.readout"
    if not target.exists():
        read_into(Plan((str(folder / "pages"),), target, settings=Settings(trace=True)))
    pack = Pack(folder.name, folder / "truth", Record(target))
    found = by_id(Stored(sorted((target / "tables").iterdir())[-1]))
    for want in pack.table("quotes"):
        case = next((found[a["attribution_id"]] for a in quoted(pack, want) if a["attribution_id"] in found), None)
        if want.get("kind") != "term" and case is not None:
            right = [i for i, who in enumerate(case.among) if means(pack, want, who)]
            yield Case(folder.name, case.signs, right, case.chosen, case.chosen in right, case.stands)


def cases_of_page(file: Path) -> Iterator[Case]:
    """Give the quotations of a short page with their candidates; whom it only describes is nobody."""
    page, _, wanted = file.read_text("utf-8").rpartition("\n---\n")
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "page.txt", Path(folder) / "page.readout"
        source.write_text(page, "utf-8")
        read_into(Plan((str(source),), target, settings=Settings(trace=True)))
        tables = Stored(sorted((target / "tables").iterdir())[-1])
        (text,), found = [d.text for d in tables[Document]], by_id(tables)
    for line in filter(None, map(str.strip, wanted.splitlines())):
        words, _, named = line.rpartition("|")
        start, who = text.find(words.strip()), {folded(n) for n in named.split(" / ")}
        end = start + len(words.strip())
        case = next((c for c in found.values() if shared([*c.a.content], start, end) >= ENOUGH * (end - start)), None)
        if case is not None:
            called = [{folded(n) for n in (e.name, *e.aliases)} if e else {"-"} for e in case.among]
            right = [i for i, names in enumerate(called) if names & who] or [len(called) - 1]
            yield Case(f"{file.parent.name}/{file.stem}", case.signs, right, case.chosen, case.chosen in right, case.stands)


def by_id(tables: Stored) -> dict[str, Asked]:
    """Ask who spoke each quotation of a record, with the rules' choices."""
    entities = Table.of(Entity, [e for e in tables[Entity] if e.type != "group" and e.because != WHY])
    offices = tables[Office]
    ruled = by_rules(
        tables[Document], tables[Sentence], tables[Parse], tables[Attribution], tables[Event], tables[Mention], entities, offices,
        tables[Link],
    )  # fmt: skip
    met = {e.entity_id: e for e in (*entities, *ruled.made)}
    told = {r.about: r for r in ruled.rows.values() if r.role == "speaker"}
    pages = page_signs(ruled.pages, [*offices], ruled.spoken, told, met, reporting(), name_words().gender_of)
    return {case.a.attribution_id: case for page in pages for case in asked(page)}


def means(pack: Pack, want: Row, who: Entity | None) -> bool:
    """A candidate is who the truth says spoke."""
    got = {"speaker": who.entity_id, "speaker_name": who.name} if who else {"speaker": None, "speaker_name": None}
    return right_speaker(pack, want["speaker"], [got])


def fit(cases: Sequence[Case], names: Sequence[str]) -> Floats:
    """Give the weights of the signs, of quotations whose speaker is among the candidates."""
    return conditional_logit.fit([(matrix(c.signs, names), c.right) for c in cases if c.right], RIDGE)


def outcome(case: Case, weights: Floats, names: Sequence[str], margin: float) -> str:
    """Say what taking the likeliest does to the rules' choice."""
    likely = chances(matrix(case.signs, names) @ weights)
    best = int(likely.argmax())
    if case.stands or best in (case.chosen, len(likely) - 1) or likely[best] - likely[case.chosen] <= margin:
        return "kept"
    return {(False, True): "gained", (True, False): "lost"}.get((case.told, best in case.right), "moved")


def card(names: Sequence[str], weights: Floats) -> str:
    """Write the weights."""
    head = (
        "# What each sign of somebody told of around quoted words (`readout/stages/involve/speaker_signs.py`) adds to the log\n"
        "# odds that he spoke them; by how much the chance of another must be larger than that of the rules' choice. Fitted by\n"
        "# `python -m training.speakers` to the story packs that are read.\n"
    )
    body = "".join(f"{name} = {weight:.3f}\n" for name, weight in zip(names, weights, strict=True))
    return f"{head}margin = {MARGIN}\n\n[signs]\n{body}"


if __name__ == "__main__":
    main()
