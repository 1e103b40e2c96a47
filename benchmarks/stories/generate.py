"""Write a pile of invented stories: `python -m benchmarks.stories.generate FOLDER [--stories 50] [--pages 20]`.

Each story has countries, persons, places and numbers of its own, told by pages of its own outlets: agency items, copies with small
edits, and reports in other words, two weeks of days. Nothing in it exists; chance is seeded.
"""

from __future__ import annotations

import argparse
import json
import random
from datetime import date, timedelta
from pathlib import Path

ONSETS = ["b", "br", "d", "dr", "f", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "z"]
VOWELS = ["a", "e", "i", "o", "u", "ae", "ia"]
CODAS = ["l", "n", "r", "s", "k", "nd", "rn", "st", "m", "th"]
LEADS = (
    "{min_a}, the foreign minister of {a}, met {min_b} of {b} in {city} on {day} for talks on {matter} that lasted {hours} hours.",
    "Talks between {min_a} and {min_b} on {matter} ended in {city} on {day} after {hours} hours, the foreign ministry of {b} said.",
    "The foreign ministers of {a} and {b} held {hours} hours of talks in {city} on {day} and agreed to reopen a hotline.",
    "{a} and {b} agreed in {city} on {day} to set up a joint border commission, {min_b} said after meeting {min_a}.",
)
BODY = (
    "{min_b} demanded the withdrawal of two patrol vessels from the waters off {cape}.",
    "{min_a} rejected the demand and said that the vessels would stay.",
    '"{quote}," {min_a} said at a news conference in {city}.',
    "Coastguards of {b} detained {crew} fishermen from {a} off {cape} in {month}.",
    "{min_b} promised that the fishermen would be released within {days} days.",
    "Police put the number of protesters outside the ministry in {city} at {small}; the union {union} spoke of {large}.",
    "Officers arrested {arrests} people when a crowd of fishermen blocked the harbour road, a police spokeswoman said.",
    "The president of {a}, {pres_a}, will visit {city} on {next_day}, her office announced.",
    "A meeting of the joint working group on {matter}, planned for {next_day}, was postponed at the request of {b}.",
    "{min_a} warned that {a} would take the case to a tribunal if the men were not free by the end of the month.",
    "{b} denied that its coastguards had fired on a trawler, as {a} claims.",
    "An explosion in a depot near {city} killed {dead} workers and injured {hurt}, the fire service said.",
    "{union} called on the government of {a} to resign and threatened a general strike from {next_day}.",
    "Parliament in {city} is to vote on the accord next week, according to its speaker, {speaker}.",
    "Analysts in {city} said that neither side could afford a long quarrel over {matter}, which feeds one household in six.",
    "Trade between the two countries fell by {share} per cent in the first quarter, figures of the statistics office show.",
)
MATTERS = (
    "herring quotas",
    "transit fees",
    "seabed surveys",
    "border crossings",
    "grain deliveries",
    "the price of gas",
)
QUOTES = (
    "A door that is opened a hand's breadth is still a door", "We came to listen and we have listened",
    "Nobody drowns in a signed paper", "The river was here before our quarrel", "Patience is cheaper than diesel",
)  # fmt: skip
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def word(chance: random.Random, syllables: int) -> str:
    """Make a name."""
    return "".join(
        chance.choice(ONSETS) + chance.choice(VOWELS) for _ in range(syllables)
    ).capitalize() + chance.choice(CODAS)


def person(chance: random.Random) -> str:
    return f"{word(chance, 1)} {word(chance, 2)}"


def story(chance: random.Random, day: date) -> dict[str, str]:
    """Make the names and numbers of one story."""
    when = day + timedelta(days=chance.randrange(9, 20))
    return {
        "a": word(chance, 2), "b": word(chance, 2), "city": word(chance, 2), "cape": f"Cape {word(chance, 1)}",
        "union": f"{word(chance, 1)} Alliance", "min_a": person(chance), "min_b": person(chance), "pres_a": person(chance),
        "speaker": person(chance), "matter": chance.choice(MATTERS), "quote": chance.choice(QUOTES),
        "day": WEEKDAYS[day.weekday()], "month": MONTHS[(day.month - 2) % 12], "next_day": f"{MONTHS[when.month - 1]} {when.day}",
        "hours": str(chance.randrange(2, 8)), "crew": str(chance.randrange(7, 30)), "days": str(chance.randrange(5, 30)),
        "small": f"{chance.randrange(8, 20)},000", "large": f"{chance.randrange(30, 60)},000",
        "arrests": str(chance.randrange(12, 90)), "dead": str(chance.randrange(3, 19)), "hurt": str(chance.randrange(20, 90)),
        "share": str(chance.randrange(5, 25)),
    }  # fmt: skip


def page(chance: random.Random, told: dict[str, str], earlier: list[str]) -> str:
    """Write one page: a report of its own, or one that takes text over from an earlier page with small edits."""
    if earlier and chance.random() < 0.4:
        kept = chance.choice(earlier).split("\n\n")
        return "\n\n".join(p for p in kept if chance.random() < 0.9) or kept[0]
    chosen = chance.sample(BODY, chance.randrange(8, 13))
    paragraphs = [chance.choice(LEADS), *(" ".join(chosen[i : i + 2]) for i in range(0, len(chosen), 2))]
    return "\n\n".join(p.format(**told) for p in paragraphs)


def pages(stories: int, each: int, seed: int = 7) -> list[dict[str, str]]:
    """Make the rows of a pile."""
    chance = random.Random(seed)
    rows: list[dict[str, str]] = []
    for n in range(stories):
        first = date(2025, 1, 6) + timedelta(days=7 * n)
        told, written = story(chance, first), []
        for k in range(each):
            text = page(chance, told, written)
            written.append(text)
            published = first + timedelta(days=chance.randrange(0, 3))
            outlet = f"{word(chance, 1)} {chance.choice(('Post', 'Courier', 'Wire', 'Herald'))}"
            title = f"{told['a']} and {told['b']} talk about {told['matter']}"
            rows.append({"id": f"story-{n:02}-page-{k:02}", "title": title, "outlet": outlet, "published": published.isoformat(),
                         "language": "en", "text": text})  # fmt: skip
    return rows


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--stories", type=int, default=50)
    parser.add_argument("--pages", type=int, default=20)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    rows = pages(asked.stories, asked.pages)
    (asked.folder / "pages.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    print(f"{len(rows)} pages, {sum(len(r['text']) for r in rows)} characters")


if __name__ == "__main__":
    main()
