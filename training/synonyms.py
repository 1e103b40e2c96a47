"""Compile the synonym lexicon from a dump of Open English WordNet.

Usage: python training/synonyms.py SYNSETS.tsv

SYNSETS.tsv holds one synset per line: id, part of speech, members parted by `|`. Written to
`readout/lexicon/synonyms.txt`: one set per line, members parted by `|`, most usual first as WordNet lists them, all in
lower case. Left out: members of more than three words and sets of nothing but names, since no text is rewritten with
those.
"""

from __future__ import annotations

import sys
from pathlib import Path

MOST_WORDS = 3
TARGET = Path(__file__).parent.parent / "readout" / "lexicon" / "synonyms.txt"
HEAD = """\
# Sets of English words and phrases that share a sense, most usual first. One set per line, members parted by |.
# From Open English WordNet (https://en-word.net), licensed CC BY 4.0; itself derived from WordNet 3.0,
# Copyright 2006 by Princeton University. Compiled by training/synonyms.py, names and long phrases left out.
"""


def usable(members: list[str]) -> list[str]:
    """Keep what a text can be rewritten with; nothing if fewer than two members remain."""
    if all(member[:1].isupper() for member in members):
        return []
    short = [member.lower() for member in members if len(member.split()) <= MOST_WORDS]
    distinct = list(dict.fromkeys(short))
    return distinct if len(distinct) > 1 else []


def compiled(lines: list[str]) -> list[str]:
    """Give the sets as lines, each once, in the order of the alphabet."""
    sets = (usable(line.rstrip("\n").split("\t")[2].split("|")) for line in lines)
    return sorted({"|".join(members) for members in sets if members})


def main(path: str) -> None:
    lines = Path(path).read_text("utf-8").splitlines()
    made = compiled(lines)
    TARGET.write_text(HEAD + "\n".join(made) + "\n", "utf-8")
    print(f"{len(made)} sets of {len(lines)} synsets, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
