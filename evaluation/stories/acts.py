"""Score occurrences, findings and voices of a pack."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

from evaluation.stories.pack import Pack, Row, Score, folded

One = TypeVar("One", str, int)

MATCHED = 0.5  # of a match's weight, from which an occurrence read is taken for the one a reader found
SPOKEN = frozenset(("REQUEST", "REJECT", "ACCUSE", "THREATEN"))
YIELDING = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
DONE = frozenset(("happened", "ongoing", "historical", "reported"))


def matches(pack: Pack) -> dict[str, str]:
    """Pair truth occurrences with occurrences read, best first, none twice: truth key → occurrence_id."""
    scored = []
    for want in pack.table("occurrences"):
        for got in pack.rows("occurrences"):
            value = likeness(pack, want, got)
            if value >= MATCHED:
                scored.append((-value, want["key"], got["occurrence_id"]))
    return best_first(scored)


def best_first(scored: Iterable[tuple[float, str, One]]) -> dict[str, One]:
    """Pair keys with what is like them, the least number first, none twice."""
    found: dict[str, One] = {}
    used: set[One] = set()
    for _, key, one in sorted(scored):
        if key not in found and one not in used:
            found[key] = one
            used.add(one)
    return found


def likeness(pack: Pack, want: Row, got: Row) -> float:
    """Weigh how far an occurrence read is the one wanted: where it stands, who, when, which type."""
    where = overlap_of_places(pack, want, got["occurrence_id"])
    if where == 0:
        return 0.0
    same_type = fits_type(want, got)
    who = overlap_of_parties(pack, want, got)
    return 0.4 * where + 0.25 * same_type + 0.2 * who + 0.15 * dates_meet(want, got)


def fits_type(want: Row, got: Row) -> bool:
    """Compare types; what no PLOVER type fits (a flood, a landslide) has none; both ways of yielding are one (decision 0020)."""
    kinds = {YIELDING.get(got[name], got[name]) for name in ("type", "coded_type")}
    return want["type"] is None or YIELDING.get(want["type"], want["type"]) in kinds


def overlap_of_places(pack: Pack, want: Row, occurrence_id: str) -> float:
    """Give the share of the truth's mentions (or pages, where it names no words) that report the occurrence read."""
    mine = pack.reported.get(occurrence_id, [])
    mentions = want.get("mentions")
    if mentions:
        hit = sum(any(e["start"] < t and s < e["end"] for s, t in pack.places(m["external_id"], m["words"])
                      for e in mine if pack.page_of[e["doc_id"]] == m["external_id"]) for m in mentions)  # fmt: skip
        return min(1.0, 0.5 + hit / (2 * len(mentions))) if hit else 0.0
    pages = {pack.page_of[e["doc_id"]] for e in mine}
    wanted = set(want.get("reports") or ())
    return len(pages & wanted) / len(pages | wanted) if wanted else 0.0


def overlap_of_parties(pack: Pack, want: Row, got: Row) -> float:
    """Compare who took part, roles aside; a country stands for its people in half."""
    wanted = [*want["actors"], *want["recipients"]]
    named = [pack.meaning.get(e, set()) for e in [*got["actors"], *got["recipients"]]]
    if not wanted:
        return 0.5
    sides = {pack.side_of(k) for keys in named for k in keys}
    return sum(1.0 if any(k in keys for keys in named) else 0.5 * (pack.side_of(k) in sides) for k in wanted) / len(
        wanted
    )


def dates_meet(want: Row, got: Row) -> float:
    """Compare dates: 1 where they meet, a half where one is unknown."""
    if not want["date_start"] or not got["date_start"]:
        return 0.5
    first, last = want["date_start"], want.get("date_end") or want["date_start"]
    return float(got["date_start"] <= last + "~" and first <= (got["date_end"] or got["date_start"]) + "~")


def occurrences(pack: Pack) -> Iterator[Score]:
    """Score what was found, then each field of what was found."""
    wanted = {w["key"]: w for w in pack.table("occurrences")}
    read = {o["occurrence_id"]: o for o in pack.rows("occurrences")}
    found = matches(pack)
    fields: Counter[str] = Counter()
    wrong: list[str] = []
    right = told = took_part = clean = 0
    for key, want in wanted.items():
        got = read.get(found.get(key, ""))
        if got is None:
            wrong.append(f"{key} ({want['type']} {want['status']}) is not found")
            continue
        parties = [takes_part(pack, want, e) for e in {*got["actors"], *got["recipients"]}]
        told, took_part, clean = told + len(parties), took_part + sum(parties), clean + all(parties)
        fits = {
            "type": fits_type(want, got),
            "status": same_status(want["status"], got["status"], want["type"]),
            "who": overlap_of_parties(pack, want, got) >= 0.5,
            "date": dates_meet(want, got) >= 0.5,
        }
        fields.update(name for name, fit in fits.items() if fit)
        right += fits["type"] and fits["status"] and fits["who"]
        wrong += [f"{key}: {name}: {got[name] if name in got else party_names(pack, got)}"
                  for name, fit in fits.items() if not fit and name != "date"]  # fmt: skip
    yield Score("occurrences", len(wanted), right, len(read) - len(found), tuple(wrong))
    for name in ("type", "status", "who", "date"):
        yield Score(f"occurrences: {name} of those found", len(found), fields[name], 0)
    yield Score("parties told of those found, that take part", told, took_part, 0)
    yield Score("occurrences: all parties told of those found take part", len(found), clean, 0)
    yield Score("occurrences told as happened that did not happen", len(found), *false_happened(wanted, read, found))


def takes_part(pack: Pack, want: Row, entity: str) -> bool:
    """Tell whether one told as a party is one of the truth, or of the state of one: what `overlap_of_parties` does not ask."""
    wanted = {*want["actors"], *want["recipients"]}
    keys, sides = pack.meaning.get(entity, set()), {pack.side_of(k) for k in wanted}
    return any(k in wanted or pack.side_of(k) in sides for k in keys)


def party_names(pack: Pack, got: Row) -> list[str]:
    """Name the parties of an occurrence read."""
    return [pack.entities[e]["name"] for e in [*got["actors"], *got["recipients"]]]


def false_happened(
    wanted: dict[str, Row], read: dict[str, Row], found: dict[str, str]
) -> tuple[float, int, tuple[str, ...]]:
    """List what the record says happened and the truth says did not."""
    bad = [k for k, o in found.items() if wrongly_done(wanted[k], read[o])]
    return len(found) - len(bad), 0, tuple(f"{k} is {wanted[k]['status']}" for k in bad)


def wrongly_done(want: Row, got: Row) -> bool:
    """Tell whether an act is told as done that was not; a demand, threat or refusal that was made is made, whatever came of it."""
    same_act = fits_type(want, got) and want["type"] not in SPOKEN
    return same_act and got["status"] in DONE and want["status"] not in DONE


def same_status(want: str, got: str, kind: str | None = None) -> bool:
    """Compare statuses; what is past is past."""
    groups: tuple[set[str] | frozenset[str], ...] = (
        DONE,
        {"planned", "proposed", "conditional"},
        {"cancelled", "postponed"},
        {"denied", "negated", "refused"},
        {"threatened", "happened"} if kind == "THREATEN" else set(),
        {"refused", "happened"} if kind == "REJECT" else set(),
    )
    return want == got or any(want in g and got in g for g in groups)


def b_cubed(pack: Pack) -> Iterator[Score]:
    """Score how the truth's mentions are grouped (B-cubed over mentions with an event of a fitting type); an event that is in
    no occurrence stands alone."""
    gold, mine = {}, {}
    for want in pack.table("occurrences"):
        for m in want.get("mentions") or ():
            for s, t in pack.places(m["external_id"], m["words"])[:1]:
                inside = [e for e in pack.events.get(m["external_id"], ()) if e["start"] < t and s < e["end"]]
                fitting = [e for e in inside if fits_type(want, e)] or inside
                if fitting:
                    where = (m["external_id"], s, want["key"])
                    first = fitting[0]
                    gold[where], mine[where] = want["key"], first["occurrence_id"] or first["event_id"]
    if not gold:
        return
    precision = recall = 0.0
    for one in gold:
        same_mine = [o for o in mine if mine[o] == mine[one]]
        same_gold = [o for o in gold if gold[o] == gold[one]]
        both = sum(gold[o] == gold[one] for o in same_mine)
        precision += both / len(same_mine)
        recall += both / len(same_gold)
    f1 = 2 * precision * recall / (precision + recall) / len(gold)
    kept = {key for _, _, key in gold}
    inflation = len(set(mine.values())) / len(kept)
    yield Score("B-cubed F1 of mentions", 1, round(f1, 3), 0, (f"{len(gold)} mentions; inflation {inflation:.2f}",))


def findings(pack: Pack) -> Iterator[Score]:
    """Score properties with their values and the judgement on them."""
    found = matches(pack)
    by_about: dict[str, dict[str, Row]] = defaultdict(dict)
    for f in pack.rows("findings"):
        by_about[f["about"]][f["property"]] = f
    wanted = [w for w in pack.table("findings") if not w["occurrence"].startswith("utterance:")]
    right = disputed = disputed_right = 0
    wrong: list[str] = []
    for want in wanted:
        if want["property"].startswith("speaker"):
            got = speaker_finding(pack, want)
        else:
            got = value_finding(by_about[found.get(want["occurrence"], "")], want)
        several = len(want["values"]) > 1
        disputed += several
        if got is None:
            wrong.append(f"{want['occurrence']} {want['property']} ({want['agreement']}) is not found")
            continue
        agreement = got["agreement"]
        fits = agreement == want["agreement"] or {agreement, want["agreement"]} <= {"agree", "compatible"}
        right += fits
        disputed_right += fits and several
        if not fits:
            wrong.append(
                f"{want['occurrence']} {want['property']}: {got['agreement']}, should be {want['agreement']}: {got['because']}"
            )
    yield Score(
        "findings", len(wanted), right, max(0, sum(len(v) for v in by_about.values()) - len(wanted)), tuple(wrong)
    )
    yield Score("disagreements (several values)", disputed, disputed_right, 0)
    conflicts = [f for f in pack.rows("findings") if f["agreement"] == "conflict"]
    true = sum(w["agreement"] in ("conflict", "partly") for w in wanted)
    yield Score("conflicts claimed against conflicts there are", true, len(conflicts), 0,
                tuple(f"{f['property']}: {f['because']}" for f in conflicts))  # fmt: skip


def speaker_finding(pack: Pack, want: Row) -> Row | None:
    """Find the finding that gives a saying to the speakers wanted."""
    wanted = {folded(str(v["value"])) for v in want["values"]}
    for f in pack.rows("findings"):
        if f["property"] == "speaker" and wanted <= {folded(v["value"]) for v in f["values"]}:
            return f
    return None


def value_finding(found: dict[str, Row], want: Row) -> Row | None:
    """Find the finding of a property: by its name, else by a value of it."""
    values = {folded(str(v["value"])) for v in want["values"]}
    for name, f in found.items():
        if name == want["property"] or name.startswith(want["property"]):
            return f
    for f in found.values():
        if {folded(v["value"]) for v in f["values"]} & values:
            return f
    return None


def voices(pack: Pack) -> Iterator[Score]:
    """Score voice intervals: of the pile, and of occurrences found."""
    counted = {v["about"]: v for v in pack.rows("voices")}
    found = matches(pack)
    wanted = [(w["about"], w["low"], w["high"]) for w in pack.table("voices") if w["about"] == "record"]
    wanted += [
        (w["key"], w["voices_low"], w["voices_high"])
        for w in pack.table("occurrences")
        if w["key"] in found and w["voices_low"]
    ]
    wrong, right = [], 0
    for about, low, high in wanted:
        got = counted.get(found.get(about, about))
        if got and got["voices_low"] <= high and low <= got["voices_high"]:
            right += 1
        else:
            wrong.append(f"{about}: {got and (got['voices_low'], got['voices_high'])}, should be {(low, high)}")
    yield Score("voices", len(wanted), right, 0, tuple(wrong))
