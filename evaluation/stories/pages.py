"""Score documents, reuses, quotations, reported speech, persons and relations of a pack."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evaluation.stories.pack import Pack, Row, Score, folded, names_of

WORD = re.compile(r"\w+")


def documents(pack: Pack) -> Iterator[Score]:
    """Score kind, credited source and day of publication of every page."""
    for field in ("kind", "credited_source", "published"):
        wrong = []
        wanted = pack.table("documents")
        for want in wanted:
            got = pack.documents.get(want["external_id"])
            value = got and got[field]
            if not got or not same_value(field, want[field], value):
                wrong.append(f"{want['external_id']}: {field} is {value!r}, should be {want[field]!r}")
        yield Score(f"documents: {field}", len(wanted), len(wanted) - len(wrong), 0, tuple(wrong))


def same_value(field: str, want: str | None, got: str | None) -> bool:
    """Compare a field of a document; names of upstreams by common words, kinds that both mean a copy as one."""
    if want is None or got is None:
        return want == got
    if field == "credited_source":
        return bool(set(WORD.findall(want.lower())) & set(WORD.findall(got.lower())))
    if field == "published":
        return want[:10] == got[:10]  # the record keeps the day; some writers told the hour too
    return want == got or (field == "kind" and {want, got} <= {"edited", "mixed"})


def reuses(pack: Pack) -> Iterator[Score]:
    """Score the pairs of pages that share text, their kinds and directions."""
    wanted = {(w["left_id"], w["right_id"]): w for w in pack.table("reuses")}
    got: dict[tuple[str, str], list[Row]] = {}
    for r in pack.rows("reuses"):
        left, right = pack.page_of[r["left_doc"]], pack.page_of[r["right_doc"]]
        got.setdefault((left, right) if left <= right else (right, left), []).append(r)
    copies = {p: w for p, w in wanted.items() if w["kind"] != "shared_quote"}
    mine = {p for p, rows in got.items() if any(r["kind"] != "shared_quote" for r in rows)}
    missed = tuple(f"{a} · {b} ({w['kind']})" for (a, b), w in copies.items() if (a, b) not in mine)
    false = tuple(f"claimed: {a} · {b}" for a, b in sorted(mine - set(copies)))
    yield Score("reuses (pairs)", len(copies), len(copies) - len(missed), len(false), missed + false)
    both = [p for p in copies if p in mine]
    kinds = [p for p in both if copies[p]["kind"] in {r["kind"] for r in got[p]}]
    yield Score("reuses: kind of those found", len(both), len(kinds), 0)
    ways = [p for p in both if copies[p].get("direction") not in (None, "undetermined")]
    right = [p for p in ways if copies[p]["direction"] in {turned(pack, r, p) for r in got[p]}]
    yield Score("reuses: direction of those found", len(ways), len(right), 0)


def turned(pack: Pack, reuse: Row, pair: tuple[str, str]) -> str:
    """Give a reuse's direction with the sides as the truth has them."""
    if pack.page_of[reuse["left_doc"]] == pair[0]:
        return str(reuse["direction"])
    return {"left_from_right": "right_from_left", "right_from_left": "left_from_right"}.get(
        reuse["direction"], reuse["direction"]
    )


def quotes(pack: Pack) -> Iterator[Score]:
    """Score quotations: the words, and the words with the speaker."""
    wanted = [q for q in pack.table("quotes") if q.get("kind") != "term"]
    found = speakers = 0
    wrong = []
    for want in wanted:
        got = quoted(pack, want)
        if not got:
            wrong.append(f"{want['external_id']}: not found: {want['words']}")
            continue
        found += 1
        if right_speaker(pack, want["speaker"], got):
            speakers += 1
        else:
            wrong.append(
                f"{want['external_id']}: {want['words'][0][:60]}: speaker {got[0]['speaker_name']!r}, should be {want['speaker']}"
            )
    yield Score("quotes: words", len(wanted), found, 0)
    yield Score("quotes: words and speaker", len(wanted), speakers, 0, tuple(wrong))


def quoted(pack: Pack, want: Row) -> list[Row]:
    """Give the attributions of a page whose content holds the wanted stretches."""
    doc = pack.documents.get(want["external_id"])
    if not doc:
        return []
    wanted = folded(want["words"][0] if isinstance(want["words"], list) else want["words"])
    mine = [a for a in pack.rows("attributions") if a["doc_id"] == doc["doc_id"]]
    return [a for a in mine if any(wanted in folded(doc["text"][s:e]) for s, e in a["content"])]


def right_speaker(pack: Pack, key: str | None, got: list[Row]) -> bool:
    """Tell whether an attribution names the wanted speaker; by entity, else by name."""
    if key is None:  # nobody who is named
        return any((a["speaker"] is None and a["speaker_name"] is None) or pack.only_described(a["speaker"]) for a in got)
    row = pack.truth_entities.get(key)
    names = names_of(row) if row else set()
    return any(
        key in pack.meaning.get(a["speaker"] or "", set()) or folded(a["speaker_name"] or "-") in names for a in got
    )


def indirect(pack: Pack) -> Iterator[Score]:
    """Score reported speech without marks: content by common words, with the speaker."""
    wanted = pack.table("indirect")
    right, wrong = 0, []
    for want in wanted:
        doc = pack.documents.get(want["external_id"])
        spans = pack.places(want["external_id"], want["words"])
        got = [a for a in pack.rows("attributions") if doc and a["doc_id"] == doc["doc_id"]
               and any(overlap(s, e, spans) >= 0.6 for s, e in a["content"])]  # fmt: skip
        if got and right_speaker(pack, want["speaker"], got):
            right += 1
        else:
            wrong.append(
                f"{want['external_id']}: {want['words'][:70]}: {[a['speaker_name'] for a in got]}, should be {want['speaker']}"
            )
    yield Score("indirect: words and speaker", len(wanted), right, 0, tuple(wrong))


def overlap(start: int, end: int, spans: list[tuple[int, int]]) -> float:
    """Give the largest overlap of a stretch with some spans, as intersection over union."""
    return max((max(0, min(end, t) - max(start, s)) / (max(end, t) - min(start, s)) for s, t in spans), default=0.0)


def persons(pack: Pack) -> Iterator[Score]:
    """Score entities: found once, under a name of theirs, never two in one."""
    for kind in ("person", "government", "organisation", "country", "place"):
        wanted = {k: names_of(r) for k, r in pack.truth_entities.items() if r["type"] == kind}
        ours = [e for e in pack.entities.values() if e["type"] == kind or kind != "person"]
        mine = [names_of(e) for e in ours]
        wrong = [f"{k}: {sum(bool(n & names) for n in mine)} entities" for k, names in wanted.items()
                 if sum(bool(n & names) for n in mine) == 0]  # fmt: skip
        merged = [f"merged: {[k for k, n in wanted.items() if full_name(pack, k) in names]}" for names in mine
                  if sum(full_name(pack, k) in names for k in wanted) > 1]  # fmt: skip
        extra = max(0, sum(not pack.only_described(e["entity_id"]) for e in ours) - len(wanted)) if kind == "person" else 0
        yield Score(f"entities: {kind}", len(wanted), len(wanted) - len(wrong), extra, tuple(wrong + merged))


def full_name(pack: Pack, key: str) -> str:
    return folded(pack.truth_entities[key]["name"])


def relations(pack: Pack) -> Iterator[Score]:
    """Score lines of the sheet: same category, a party in common, words in common or the pages it rests on."""
    wanted, right, wrong, used = pack.table("relations"), 0, [], set()
    mine = list(pack.rows("relations"))
    for want in wanted:
        best = max(
            (r for r in mine if r["relation_id"] not in used), key=lambda r: line_likeness(pack, want, r), default=None
        )
        if best and line_likeness(pack, want, best) >= 1.5:
            right += 1
            used.add(best["relation_id"])
        else:
            wrong.append(f"{want['category']}: {want['what']}")
    yield Score("relations", len(wanted), right, len(mine) - right, tuple(wrong))


def line_likeness(pack: Pack, want: Row, got: Row) -> float:
    """Weigh how far a line is the one wanted."""
    sides = {pack.side_of(k) for k in want["parties"]}
    named = {pack.side_of(k) for e in got["parties"] for k in pack.meaning.get(e, set())}
    evidence = " ".join(
        pack.documents[pack.page_of[e["doc_id"]]]["text"][e["start"] : e["end"]] for e in got["evidence"][:3]
    )
    mine, theirs = set(stems(f"{got['what']} {evidence}")), set(stems(want["what"]))
    words = len(mine & theirs) / max(1, len(theirs))
    return (got["category"] == want["category"]) * 0.75 + bool(sides & named) * 0.5 + words


def stems(words: str) -> list[str]:
    """Give the first five letters of each longer word."""
    return [w[:5] for w in WORD.findall(words.lower()) if len(w) > 3]
