"""Fixed sentence frames: counts, days, lengths of time, lists and labels in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from readout.pile import PRONOUNS, Pile
from readout.records import Event, Evidence, FindingValue, Occurrence
from readout.text.day_bases import OF_PAGE
from readout.text.number_words import VALUES

NOUNS = {
    "AGREE": "Agreement", "CONSULT": "Meeting or talks", "SUPPORT": "Support", "CONCEDE": "Concession",
    "COOPERATE": "Cooperation", "AID": "Aid", "RETREAT": "Retreat or release", "REQUEST": "Demand or request",
    "ACCUSE": "Accusation", "REJECT": "Refusal", "THREATEN": "Threat", "PROTEST": "Protest", "SANCTION": "Sanction",
    "MOBILIZE": "Mobilisation", "COERCE": "Coercion", "ASSAULT": "Violence",
}  # fmt: skip
PROPERTIES = {
    "duration": "how long it lasted", "duration_minutes": "how long it lasted", "deaths": "number of dead",
    "injuries": "number of injured", "arrests": "number of arrests", "released": "number released", "amount": "amount",
    "order": "the how-manieth", "topic": "about what", "venue": "in which building", "count": "a number told",
    "place": "where", "date": "when", "status": "whether it happened",
    "participants": "how many took part", "speaker": "who said it", "number": "how many",
    "reason": "why", "outcome": "what came of it", "first_since": "first since", "deadline": "by when",
    "time": "at what time of day", "missing": "number of missing", "displaced": "number of displaced", "damage": "damage",
    "in custody": "number in custody", "people aboard": "number of people aboard", "sentence": "how long a sentence",
    "hostages": "number of hostages", "rescued": "number of rescued",
}  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def quoted(pile: Pile, span: Evidence, most: int) -> str:
    """Give the words of a span for quotation marks of ours: its own taken off the ends, cut at `most` characters."""
    words = pile.words(span)
    if len(words) > 2 and words[0] in '"“‘«„' and words[-1] in '"”’»“' and not set(words[1:-1]) & set('"“”«»„'):
        words = words[1:-1]
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"


def counted(number: int, noun: str) -> str:
    """Write "1 voice", "3 voices"."""
    plural = noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"
    return f"{number:,} {noun if number == 1 else plural}"


def voices_in_words(low: int, high: int) -> str:
    """Write "3 voices" or "3 to 4 voices"."""
    return counted(low, "voice") if low == high else f"{low:,} to {high:,} voices"


def day_in_words(day: str) -> str:
    """Write an ISO day, month or year for people; anything else stays as it is."""
    parts = day[:10].split("-")
    if not all(p.isdigit() for p in parts) or not 1 <= len(parts) <= 3:
        return day
    month = MONTHS[int(parts[1]) - 1] if len(parts) > 1 and 1 <= int(parts[1]) <= 12 else None
    if month is None:
        return parts[0]
    return f"{int(parts[2])} {month} {parts[0]}" if len(parts) == 3 else f"{month} {parts[0]}"


def days_in_words(start: str | None, end: str | None) -> str:
    """Write a stretch of days; empty where none is known."""
    if not start:
        return ""
    if not end or end == start:
        return day_in_words(start)
    whole = whole_month(start, end)
    return whole or f"{day_in_words(start)} to {day_in_words(end)}"


def whole_month(start: str, end: str) -> str | None:
    """Write a stretch that is exactly one month or one year by its name."""
    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
    except ValueError:
        return None
    if first.day == 1 and first.month == 1 and (last.month, last.day) == (12, 31) and first.year == last.year:
        return str(first.year)
    if (
        first.day == 1
        and (last - first).days in (27, 28, 29, 30)
        and (first.year, first.month) == (last.year, last.month)
    ):
        return f"{MONTHS[first.month - 1]} {first.year}" if (last.toordinal() + 1) and next_day_is_first(last) else None
    return None


def next_day_is_first(day: date) -> bool:
    """Tell whether a day is the last of its month."""
    return date.fromordinal(day.toordinal() + 1).day == 1


def minutes_in_words(minutes: float) -> str:
    """Write a number of minutes as days, hours and minutes."""
    whole = round(minutes)
    if whole >= 2880 and whole % 1440 == 0:
        return counted(whole // 1440, "day")
    hours, rest = divmod(whole, 60)
    parts = [counted(hours, "hour")] * bool(hours) + [counted(rest, "minute")] * bool(rest or not hours)
    return " ".join(parts)


WORDY = 4  # words before a number from which they are a sentence, and its number may be a year


def shown_value(pile: Pile, value: FindingValue) -> str:
    """Write a value for people; one that is a word in the page ("thousands") by that word."""
    if value.value.startswith("vague") and value.evidence:
        return pile.words(value.evidence[0])
    return value_in_words(value)


def value_in_words(value: FindingValue) -> str:
    """Write a value of a finding: minutes as hours, days by name, hedges kept; the noun counted is left to the words."""
    hedge, _, number = value.value.rpartition(" ")
    if value.unit == "minute" and number.replace(".", "", 1).isdigit():
        return f"{hedge} {minutes_in_words(float(number))}".strip()
    if value.unit == "day":
        return " to ".join(day_in_words(v) for v in value.value.split("/"))
    if number.isdigit() and len(number) > 3 and value.unit != "year" and len(hedge.split()) < WORDY:
        return f"{hedge} {int(number):,}".strip()
    return value.value


def listed(words: Sequence[str], most: int = 4, last: str = "and") -> str:
    """Write a list: "A, B and C", the rest as a number; "or" for what may be one or the other."""
    kept = list(dict.fromkeys(words))
    if len(kept) > most:
        kept = [*kept[: most - 1], f"{len(kept) - most + 1} others"]
    return kept[0] if len(kept) == 1 else f"{', '.join(kept[:-1])} {last} {kept[-1]}" if kept else ""


def parties(pile: Pile, occurrence: Occurrence, events: Sequence[Event]) -> list[str]:
    """Name who takes part in an occurrence: its entities, else the words of the event that names most."""
    who = list(dict.fromkeys((*occurrence.actors, *occurrence.recipients)))
    denying = deniers(pile, events)
    if known := named(pile, [w for w in who if w not in denying] or who):
        return known
    best = max(events, key=lambda e: (len(e.actors) + len(e.recipients), e.event_id), default=None)
    told = [p.text for p in (*best.actors, *best.recipients)] if best else []
    return [t for t in told if t.lower() not in PRONOUNS and (t[:1].isupper() or " " in t)]


def named(pile: Pile, who: Sequence[str]) -> list[str]:
    """Name entities: those with a name of their own and bodies, else people whom a page only describes."""
    own = [e for e in who if not described(pile, e)]
    names = whole(list(dict.fromkeys(pile.name(e) for e in own or who)))
    return [n for n in names if n.lower() not in PRONOUNS and n.lower().replace("-", " ").split()[0] not in VALUES]


def whole(names: Sequence[str]) -> list[str]:
    """Leave out a name all of whose words stand in a longer one: Halde Millers beside the Guild of Halde Millers."""
    words = [{*n.lower().split()} for n in names]
    return [n for n, mine in zip(names, words, strict=True) if not any(mine < other for other in words)]


def described(pile: Pile, entity_id: str) -> bool:
    """Tell whether an entity is a group or a person without a name: sailors, sixty-three people."""
    name, entity = pile.name(entity_id), pile.entities.get(entity_id)
    numbered = name.lower().replace("-", " ").split()[0] in VALUES
    return (numbered or name[:1].islower()) and (entity is None or entity.type in ("group", "person"))


def deniers(pile: Pile, events: Sequence[Event]) -> set[str]:
    """List who only denies an act on behalf of others: no report of it names him as taking part."""
    said = [pile.attributions.get(e.attributed_to or "") for e in events if e.status == "denied"]
    told = {p.entity_id for e in events if e.status != "denied" for p in (*e.actors, *e.recipients)}
    return {a.speaker for a in said if a and a.speaker} - {t for t in told if t}


def noun_of(occurrence: Occurrence, events: Sequence[Event]) -> str:
    """Name the kind of an occurrence; of a calamity, which has no type, the kind most events give."""
    if occurrence.type is not None:
        return NOUNS.get(occurrence.type, occurrence.type.title())
    modes = Counter(e.mode for e in events if e.mode)
    return min(modes, key=lambda m: (-modes[m], m)).title() if modes else "Calamity"


def label(pile: Pile, occurrence: Occurrence) -> str:
    """Name an occurrence by its fields: kind of act, who, when; what befell by where. The day of a page is no day of an act."""
    events = [
        pile.events[e] for r in pile.reports_of.get(occurrence.occurrence_id, ()) for e in r.events if e in pile.events
    ]
    noun = noun_of(occurrence, events)
    who = occurrence.place if occurrence.type is None else listed(parties(pile, occurrence, events), 3)
    bases = {e.date_basis for e in events if e.date_start == occurrence.date_start}
    when = days_in_words(occurrence.date_start, occurrence.date_end) if not (bases and bases <= OF_PAGE) else ""
    return ", ".join(p for p in (f"{noun}: {who}" if who else noun, when) if p)
