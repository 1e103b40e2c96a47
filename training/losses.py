"""Say where findings are lost: `python -m training.losses PACK... --records FOLDER... [--list KIND]`.

For every finding of the truth tables, by kind of property: whether each value stands on its pages in words (`told`), is read as a
figure, moment, status or reason anywhere (`read`), stands on a row of any act (`tied`), whether one row has the values together
(`together`), is judged as the truth judges (`judged`), passes the rules (`asked`), and is kept (`kept`). Values are compared as in
`evaluation/stories/contents.py`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from evaluation.stories.contents import NUMBER, SPELLED, WORD, found_in, kind_of, meets, numbers, same, value_meets
from evaluation.stories.pack import Pack, Row
from readout.pipeline import declaration
from readout.stages import weigh as stage
from readout.stages.weigh.values import Pages, Said
from readout.stages.weigh.weave import NAMES, moment_value, value_of
from readout.stages.weigh.worth import Row as Judged
from readout.stages.weigh.worth import judged
from training.piles import arguments, pack_of, record_of, tables_of

STEPS = ("told", "read", "tied", "together", "judged", "asked", "kept")


class Loss(NamedTuple):
    """A finding of the truth, its kind, and how many steps it survives."""

    pack: str
    want: Row
    kind: str
    steps: int
    rows: Sequence[str]


def main() -> None:
    """Print the table; the findings of a kind where asked."""
    parser = arguments(__doc__)
    parser.add_argument(
        "--list", help="show the lost findings of this kind, with the rows that have some of their values"
    )
    asked = parser.parse_args()
    read = [(pack, record_of(pack, asked.records)) for pack in asked.packs]
    losses = [loss for pack, record in read for loss in losses_of(pack_of(pack, record), record)]
    show(losses)
    for loss in losses if asked.list else ():
        if asked.list in (loss.kind, "all") and loss.steps < len(STEPS):
            values = " | ".join(
                f"{v['value']} {v['unit'] or ''} @ {','.join(v['external_ids'])}" for v in loss.want["values"]
            )
            print(f"- {STEPS[loss.steps]} {loss.pack} {loss.want['occurrence']} {loss.want['property']} "
                  f"({loss.want['agreement']}): {values} ## {loss.want['why']}")  # fmt: skip
            for row in loss.rows:
                print(f"      {row}")


def losses_of(pack: Pack, record: Path) -> Iterator[Loss]:
    """Follow the findings of a pile through the stage."""
    seen = seen_of(record)
    every = [*figures(seen), *(s for r in seen["rows"] for g in r.groups for s in g)]
    read = [row_of("", s.property, [[s]], "single") for s in every]
    rows = [row_of(r.about, r.property, r.groups, r.agreement) for r in seen["rows"]]
    passed = {(r.about, r.property) for r in seen["asked"]}
    kept = {(r.about, r.property) for r in seen["kept"]}
    for want in pack.table("findings"):
        if "speaker" in want["property"]:
            continue
        met = [(n, r) for r in rows if (n := meets(pack, want, r))]
        good = [r for n, r in met if found_in(want, n)]
        fits = [r for r in good if same(r["agreement"], want["agreement"])]
        steps = (
            enough(want, (stands(pack, want, v) for v in want["values"])),
            enough(want, (given(pack, want, v, read) for v in want["values"])),
            enough(want, (given(pack, want, v, rows) for v in want["values"])),
            bool(good), bool(fits), any((r["about"], r["property"]) in passed for r in fits),
            any((r["about"], r["property"]) in kept for r in fits),
        )  # fmt: skip
        through = next((n for n, ok in enumerate(steps) if not ok), len(steps)) if not steps[-1] else len(steps)
        yield Loss(
            pack.name, want, kind(want), through, [shown(r, kept) for n, r in sorted(met, key=lambda x: -x[0])[:3]]
        )


def given(pack: Pack, want: Row, value: Row, rows: Sequence[Row]) -> bool:
    """Tell whether any row has a value wanted."""
    here = {name: value[name] for name in ("external_ids", "value", "unit")}
    family = kind_of(want["property"])
    return any(kin(want, r) and any(value_meets(pack, here, g, family) for g in r["values"]) for r in rows)


def kin(want: Row, row: Row) -> bool:
    """Tell whether a row can be of the family of a finding."""
    family, numeric = kind_of(want["property"]), any(NUMBER.search(str(v["value"])) for v in want["values"])
    return not ((family in ("status", "reason") or not numeric) and kind_of(row["property"]) != family)


def enough(want: Row, met: Iterator[bool]) -> bool:
    """Tell whether so many values are met that the finding could be found."""
    return found_in(want, sum(met))


def stands(pack: Pack, want: Row, value: Row) -> bool:
    """Tell whether a wanted value stands on a page of it, in words."""
    texts = [str(pack.documents[p]["text"]).lower() for p in value["external_ids"] if p in pack.documents]
    if kind_of(want["property"]) == "status":
        return True
    words = str(value["value"]).lower()
    if kind_of(want["property"]) == "reason" or not (NUMBER.search(words) or SPELLED.search(words)):
        return any({w[:6] for w in WORD.findall(words)} & {w[:6] for w in WORD.findall(t)} for t in texts)
    theirs = numbers(f"{value['value']} {value['unit'] or ''}", value["unit"])
    return any(theirs & numbers(piece, None) for t in texts for piece in t.split(". "))


def figures(seen: Mapping[str, Any]) -> Iterator[Said]:
    """Give every figure and moment read of the pages as a value."""
    pages: Pages = seen["pages"]
    for story in seen["stories"]:
        for spot in story.spots:
            yield (
                moment_value(spot, NAMES[spot.item.kind], pages)
                if spot.moment
                else value_of(spot, ("", "figure"), pages)
            )


def seen_of(record: Path) -> Mapping[str, Any]:
    """Run the stage, and give its figures, its rows, those asked about and those kept."""
    tables, seen = tables_of(record), dict[str, Any]()
    weave, worth = stage.interwoven, stage.worth_a_row

    def woven(given: Any, stories: Any, acts: Any, pages: Any) -> Any:
        seen.update(pages=pages, stories=list(stories))
        return weave(given, stories, acts, pages)

    def keep(rows: Sequence[Judged], acts: Any) -> list[Judged]:
        seen.update(rows=rows, asked=judged(rows, acts), kept=worth(rows, acts))
        return seen["kept"]

    with patch.object(stage, "interwoven", woven), patch.object(stage, "worth_a_row", keep):
        stage.weigh(*(tables[t] for t in declaration(stage.weigh).takes))
    return seen


def row_of(about: str, name: str, groups: Sequence[Sequence[Said]], agreement: str) -> Row:
    """Write a row as the scorer takes it."""
    values = [
        {"value_id": f"{n}", "value": g[0].value, "unit": g[0].unit, "evidence": [asdict(s.evidence) for s in g]}
        for n, g in enumerate(groups)
    ]
    return {"about": about, "property": name, "values": values, "agreement": agreement}


def shown(row: Row, kept: set[tuple[str, str]]) -> str:
    """Show a row."""
    values = " / ".join(f"{v['value']} {v['unit'] or ''} x{len(v['evidence'])}" for v in row["values"])
    return (
        f"{'KEPT ' if (row['about'], row['property']) in kept else ''}{row['property']}: {values} ({row['agreement']})"
    )


KINDS = (
    ("status", ("status", "happened")), ("reason", ("reason", "cause", "purpose", "condition", "terms")), ("place", ("place",)),
    ("note, outcome", ("note", "outcome", "cancelled_by")),
    ("since", ("since",)), ("toll", ("death", "injur", "missing", "killed", "casual", "dead", "wounded", "sick", "cases")),
    ("arrests", ("arrest", "detain")), ("crowd", ("particip", "crowd", "turnout", "attend", "march")),
    ("duration", ("duration", "length", "hours", "minutes")),
    ("date, hour", ("date", "day", "time", "start", "deadline", "when", "end")),
    ("money", ("amount", "cost", "money", "damage", "price", "loan", "fine", "ransom", "value", "compens", "fund", "budget")),
    ("votes", ("vote", "share", "percent", "seat", "ballot", "margin")),
)  # fmt: skip


def kind(want: Row) -> str:
    """Name the kind of property of a finding."""
    name = want["property"].lower()
    found = next((k for k, words in KINDS if any(w in name for w in words)), "other counts")
    return found + (" /several" if len(want["values"]) > 1 else "")


def show(losses: Sequence[Loss]) -> None:
    """Print how many findings of each kind survive each step."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    for loss in losses:
        for name in (loss.kind, "ALL /several" if "/several" in loss.kind else "ALL single", "ALL"):
            by_kind[name].append(loss.steps)
    print(f"{'':28}{'wanted':>8}" + "".join(f"{s:>10}" for s in STEPS))
    for name, steps in sorted(by_kind.items(), key=lambda item: -len(item[1])):
        print(f"{name:28}{len(steps):8}" + "".join(f"{sum(s > n for s in steps):10}" for n in range(len(STEPS))))
    agreements = Counter((loss.want["agreement"], loss.steps == len(STEPS)) for loss in losses)
    print({a: f"{agreements[a, True]}/{agreements[a, True] + agreements[a, False]}" for a, _ in sorted(agreements)})


if __name__ == "__main__":
    main()
