import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from readout.text.chains import chains
from readout.text.seeds import hits, pairs
from readout.text.shingles import shingles
from readout.text.skeleton import Skeleton, among, anchors, names, skeleton
from readout.text.synonyms import function_words, word_hashes
from readout.text.words import DIGIT, Words, words, words_of_texts

CLOSED = word_hashes(function_words())
KNOWN = word_hashes(["talks", "lasted", "officials"])
SWAPS = {"officials": "functionaries", "said": "stated", "talks": "negotiations", "lasted": "endured"}
STORY = (
    "Officials said on Monday that the talks with Ana Lima had lasted for 5 hours and that she would be back in "
    "Porto before the end of the long week, but not with any of them."
)


def bones_of(made: Words) -> Skeleton:
    closed = among(made.hashes, CLOSED)
    return skeleton(made, closed | names(made, closed, among(made.hashes, KNOWN)) | (made.flags & DIGIT > 0))


def kept(text: str) -> list[str]:
    made = words(text)
    return [text[made.starts[i] : made.ends[i]] for i in bones_of(made).places]


def spun(text: str) -> str:
    return " ".join(SWAPS.get(word, word) for word in text.split())


def test_keeps_function_words_names_and_numbers() -> None:
    assert kept("Talks lasted 5 hours. Porto officials met Ana Lima in the hall.") == [
        "5", "Porto", "Ana", "Lima", "in", "the",
    ]  # fmt: skip


def test_a_text_with_other_content_words_has_the_same_skeleton() -> None:
    one, other = words_of_texts([STORY, ""]), words_of_texts([spun(STORY), ""])
    assert one.hashes.tolist() != other.hashes.tolist()
    assert bones_of(one).hashes.tolist() == bones_of(other).hashes.tolist()


@given(st.lists(st.sampled_from(["the deal", "Ana", "7", "long", ""]), max_size=4))
def test_each_text_has_its_own_part_of_the_skeleton(texts: list[str]) -> None:
    made = bones_of(words_of_texts(texts))
    for i, text in enumerate(texts):
        alone = bones_of(words_of_texts([text]))
        here = slice(made.firsts[i], made.firsts[i + 1])
        assert made.hashes[here].tolist() == alone.hashes.tolist()
        assert made.places[here].tolist() == alone.places.tolist()


def test_a_spun_copy_is_found_chained_and_anchored_word_on_word() -> None:
    made = words_of_texts([STORY, "Elsewhere it rained. " + spun(STORY)])
    bones = bones_of(made)
    found = pairs(hits(shingles(bones.hashes, bones.firsts, 6)))
    assert (found.left.tolist(), found.right.tolist()) == ([0], [1])
    texts = found.left, found.right
    made_chains = anchors(bones, texts, chains(bones.hashes, bones.firsts, found))
    at_left, at_right = made_chains.left, made_chains.right
    assert (at_right - at_left == 3).all()
    assert (made_chains.lengths == 1).all()
    assert made_chains.firsts.tolist() == [0, len(at_left)]
    assert (made.hashes[at_left] == made.hashes[made.firsts[1] :][at_right]).all()
    assert np.diff(at_left).min() > 0
