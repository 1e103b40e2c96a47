"""Count English words in treebank text, so that common words can be told from rare ones.

Usage: python training/word_counts.py TRAIN.conllu...

Written to `readout/lexicon/share_alike/word_counts.txt`: each lower-case word of letters seen twice or more, with its count.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

LEAST = 2
TARGET = Path(__file__).parent.parent / "readout" / "lexicon" / "share_alike" / "word_counts.txt"
HEAD = """\
# How often English words occur, of {total} words. Counted by training/word_counts.py in the training parts of
# UD English EWT 2.16 (CC BY-SA 4.0) and UD English GUM 11, open genres (CC BY / CC BY-SA); this list: CC BY-SA 4.0.
"""


def tokens(lines: Iterable[str]) -> Iterator[str]:
    """Give the word forms of CoNLL-U lines."""
    for line in lines:
        number, _, rest = line.partition("\t")
        if number.isdigit():
            yield rest.partition("\t")[0].lower()


def main(paths: list[str]) -> None:
    seen = Counter(word for path in paths for word in tokens(Path(path).read_text("utf-8").splitlines()))
    kept = sorted((word, count) for word, count in seen.items() if count >= LEAST and word.isalpha())
    rows = "".join(f"{word} {count}\n" for word, count in kept)
    TARGET.write_text(HEAD.format(total=seen.total()) + rows, "utf-8")
    print(f"{len(kept)} words of {seen.total()}, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
