"""Score findings by what they say: the values wanted, on the pages wanted, with the right judgement, wherever they are hung.

The strict measure asks for the property's name and the occurrence; a reader who has the page before him does not. A wanted value
is met where a value read stands on one of its pages and means the same number (in any unit of its kind), the same status or
day, or shares a rare word of its reason. A finding is found where two wanted values are met (one, where there is but one).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evaluation.stories.pack import Pack, Row, Score
from readout.text.number_words import VALUES

NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
SPELLED = re.compile(r"\b(?:" + "|".join(w for w in VALUES if len(w) > 2) + r"|dozen|half)\b")
DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
MONTHS = ("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NAMES = "(" + "|".join(f"{m}[a-z]*" for m in MONTHS[1:]) + ")"
DATED, DATED_US = re.compile(rf"\b(\d{{1,2}}) {NAMES}\b"), re.compile(rf"\b{NAMES} (\d{{1,2}})\b")
OF_YEAR = 1e9  # added to a day of the year, so that it is no other number
CLOCK = re.compile(r"\b(\d{1,2})[:.](\d{2})\b")
SCALES = (("million", 1e6), ("billion", 1e9), ("thousand", 1e3), ("hour", 60.0), ("day", 1440.0), ("week", 10080.0),
          ("month", 43200.0), ("year", 525600.0))  # fmt: skip
WORD = re.compile(r"[a-z]{4,}")
WORDY = ("reason", "cause", "purpose", "condition", "place", "note", "cancelled_by", "outcome", "terms")
STATES = {
    "done": ("happened", "ongoing", "historical", "reported", "held", "fired", "yes", "made", "filed"),
    "ahead": ("planned", "proposed", "conditional", "threatened", "offered", "possible", "promised", "expected"),
    "off": ("cancelled", "postponed", "suspended", "taken back", "no new date", "off"),
    "denied": ("denied", "negated", "refused", "not", "none", "no ", "rejected"),
}


def findings_by_content(pack: Pack) -> Iterator[Score]:
    """Score the findings, then those told in several ways."""
    wanted = [w for w in pack.table("findings") if "speaker" not in w["property"]]
    mine = [f for f in pack.rows("findings") if f["property"] != "speaker"]
    right = disputed = disputed_right = found = 0
    used: set[str] = set()
    wrong: list[str] = []
    for want in wanted:
        several = len(want["values"]) > 1
        disputed += several
        met = sorted(((meets(pack, want, f), f) for f in mine), key=lambda pair: pair[0], reverse=True)
        good = [(n, f) for n, f in met if found_in(want, n)]
        used |= {f["finding_id"] for n, f in met if n}
        name = f"{want['occurrence']} {want['property']} ({want['agreement']})"
        if not good:
            wrong.append(f"{name} is not found; partly: {[shown(f) for n, f in met if n][:2]}")
            continue
        found += 1
        fits = [f for _, f in good if same(f["agreement"], want["agreement"])]
        right += bool(fits)
        disputed_right += bool(fits) and several
        if not fits:
            wrong.append(f"{name}: {shown(good[0][1])}: {good[0][1]['because'][:150]}")
    disputes = [w for w in wanted if w["agreement"] in ("conflict", "partly")]
    false = [f for f in mine if f["agreement"] == "conflict" and not any(meets(pack, w, f) > 1 for w in disputes)]
    extra = [f for f in mine if f["finding_id"] not in used]
    yield Score("findings by content", len(wanted), right, len(extra), (*wrong, *(f"extra: {shown(f)}" for f in extra)))
    yield Score("findings by content: found at all", len(wanted), found, 0)
    yield Score("findings by content: several values", disputed, disputed_right, 0)
    yield Score("findings by content: conflicts on nothing", sum(f["agreement"] == "conflict" for f in mine), len(false), 0,
                tuple(shown(f) for f in false))  # fmt: skip


def found_in(want: Row, met: int) -> bool:
    """Tell whether a row that has so many of its values finds a finding."""
    return met >= min(2, len(want["values"])) or bool(met and want["agreement"] == "agree")


def shown(f: Row) -> str:
    """Show a finding on a line."""
    values = " / ".join(f"{v['value']} {v['unit'] or ''}".strip() for v in f["values"])
    return f"{f['property']}: {values} ({f['agreement']})"


def same(got: str, want: str) -> bool:
    """Compare judgements; agreeing and going together are one."""
    return got == want or {got, want} <= {"agree", "compatible"}


def meets(pack: Pack, want: Row, got: Row) -> int:
    """Count the wanted values that a finding has, each by a value of its own where they are to differ."""
    family, numeric = kind_of(want["property"]), any(NUMBER.search(str(v["value"])) for v in want["values"])
    if (family in ("status", "reason") or not numeric) and kind_of(got["property"]) != family:
        return 0
    met: list[set[str]] = []
    for v in want["values"]:
        met.append({g["value_id"] for g in got["values"] if value_meets(pack, v, g, family)})
    hit = [m for m in met if m]
    if same(want["agreement"], "agree") or len(hit) < 2:
        return len(hit)
    return min(len(hit), len(set().union(*hit)))


def kind_of(name: str) -> str:
    """Name the family of a property."""
    if name.split(":")[0] in ("status", "happened"):
        return "status"
    return "reason" if any(w in name for w in WORDY) else "number"


def value_meets(pack: Pack, want: Row, got: Row, family: str) -> bool:
    """Tell whether a value read is a value wanted, on a page of it."""
    places = [e for e in got["evidence"] if pack.page_of[e["doc_id"]] in want["external_ids"]]
    if not places:
        return False
    if family == "status":
        return bool(states(str(want["value"])) & states(got["value"]))
    if family == "reason":
        told = " ".join([got["value"], *(around(pack, e) for e in places)]).lower()
        return len({w[:6] for w in WORD.findall(str(want["value"]).lower())} & {w[:6] for w in WORD.findall(told)}) > 0
    mine = numbers(f"{got['value']} {got['unit'] or ''}", got["unit"])
    theirs = numbers(f"{want['value']} {want['unit'] or ''}", want["unit"])
    return bool(mine & theirs) or vague_meets(str(want["value"]), got["value"])


def vague_meets(want: str, got: str) -> bool:
    """Compare values without a number by their words: tens of thousands, mid-May."""
    theirs = {w[:5] for w in WORD.findall(want.lower())}
    return not NUMBER.search(want) and bool(theirs) and theirs <= {w[:5] for w in WORD.findall(got.lower())}


def around(pack: Pack, e: Row) -> str:
    """Give the words of a piece of evidence."""
    return str(pack.documents[pack.page_of[e["doc_id"]]]["text"][e["start"] : e["end"]])


def states(words: str) -> set[str]:
    """Name the states that words can mean; what is denied is not done."""
    low = f"{words.lower()} "
    found = {name for name, cues in STATES.items() if any(re.search(rf"\b{c}", low) for c in cues)}
    return {"denied"} if "denied" in found else found


def numbers(words: str, unit: str | None) -> set[float]:
    """Read the numbers of a value, in its own unit and in the smallest of its kind."""
    low = re.sub(r"(\d),(\d{3})", r"\1\2", words.lower().replace("–", "-"))
    if DAY.search(low):
        days = DAY.findall(low)
        return {float(d.replace("-", "").ljust(8, "0")) for day in days for d in (day, day[:7])} | {
            OF_YEAR + 100 * int(d[5:7]) + int(d[8:]) for d in days if len(d) > 7
        }
    dated = {OF_YEAR + 100 * MONTHS.index(m[:3]) + int(d) for d, m in DATED.findall(low)}
    dated |= {OF_YEAR + 100 * MONTHS.index(m[:3]) + int(d) for m, d in DATED_US.findall(low)}
    found = {float(h) * 60 + float(m) for h, m in CLOCK.findall(low)}
    found |= {t + 720 for t in found if "p.m" in low}
    low = CLOCK.sub(" ", low)
    found |= {float(n.replace(",", "")) for n in NUMBER.findall(low)}
    found |= {float(VALUES.get(w, {"dozen": 12, "half": 0.5}.get(w, 0))) for w in SPELLED.findall(low)}
    found |= {720.0} if "noon" in low else set()
    scaled = {round(n * size, 3) for n in found for name, size in SCALES if name in low}
    return found | scaled | dated
