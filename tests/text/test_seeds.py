import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from readout.text.seeds import hits, in_partition, pairs, stable_order
from readout.text.sharing import sharing
from readout.text.shingles import Shingles

rows = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 1)), max_size=40)
Place = tuple[int, int]


def laid_out(uses: list[tuple[int, int]], per_text: int = 4) -> Shingles:
    """Shingles in text order; a use is (which shingle, which surroundings)."""
    spread = np.uint64(0x9E3779B97F4A7C15)
    return Shingles(
        np.array([h for h, _ in uses], np.uint64) * spread,
        np.array([a for _, a in uses], np.uint64),
        np.arange(len(uses), dtype=np.uint32) // np.uint32(per_text),
        np.arange(len(uses), dtype=np.uint32) % np.uint32(per_text),
    )


def slow(made: Shingles, cap: int) -> set[tuple[Place, Place]]:
    """The obvious version, with dictionaries."""
    found = set()
    for use in by_key(made, range(len(made.hashes)), lambda i: int(made.hashes[i])):
        if len(use) <= cap:
            found |= {(a, b) for i, a in enumerate(use) for b in use[i + 1 :]}
            continue
        for alike in by_key(made, use, lambda i: int(made.around[i])):
            reach = len(alike) if len(alike) <= cap else 1
            found |= {(a, b) for i, a in enumerate(alike) for b in alike[i + 1 : i + 1 + reach]}
    place = [(int(t), int(a)) for t, a in zip(made.texts, made.at, strict=True)]
    return {(place[a], place[b]) for a, b in found}


def by_key(made: Shingles, members: object, key: object) -> list[list[int]]:
    groups: dict[int, list[int]] = {}
    for i in members:  # type: ignore[attr-defined]
        groups.setdefault(key(i), []).append(i)  # type: ignore[operator]
    return list(groups.values())


def fast(made: Shingles, cap: int) -> list[tuple[Place, Place]]:
    found = hits(made, cap)
    left = zip(found.left.tolist(), found.left_at.tolist(), strict=True)
    right = zip(found.right.tolist(), found.right_at.tolist(), strict=True)
    return list(zip(left, right, strict=True))


@given(rows, st.integers(2, 6))
def test_finds_the_hits_the_slow_version_finds_each_once(uses: list[tuple[int, int]], cap: int) -> None:
    made = laid_out(uses)
    found = fast(made, cap)
    assert len(found) == len(set(found))
    assert set(found) == slow(made, cap)


@given(st.lists(st.sampled_from([5, 6, 7, 2**40 + 5, 2**40 + 6, 2**63]), max_size=30), st.integers(2, 6))
def test_hashes_that_differ_in_their_last_bits_only_are_kept_apart(close: list[int], cap: int) -> None:
    made = laid_out([(0, 0)] * len(close))._replace(hashes=np.array(close, np.uint64))
    assert set(fast(made, cap)) == slow(made, cap)


@given(rows, st.integers(1, 5))
def test_hits_of_all_partitions_are_the_hits_of_the_whole(uses: list[tuple[int, int]], parts: int) -> None:
    made = laid_out(uses)
    apart = [hit for part in range(parts) for hit in fast(in_partition(made, part, parts), 3)]
    assert sorted(apart) == sorted(fast(made, 3))


@given(rows, st.integers(2, 3), st.randoms())
def test_pairs_hold_their_hits_in_order_whatever_order_hits_come_in(
    uses: list[tuple[int, int]], least: int, random: object
) -> None:
    found = hits(laid_out(uses), 40)
    shuffled = np.array(random.sample(range(len(found.left)), len(found.left)), int)  # type: ignore[attr-defined]
    made = pairs(type(found)(*(column[shuffled] for column in found)), least)
    wanted: dict[Place, list[Place]] = {}
    for left, right, left_at, right_at in zip(*(c.tolist() for c in found), strict=True):
        wanted.setdefault((left, right), []).append((left_at, right_at))
    kept = {pair: sorted(places) for pair, places in sorted(wanted.items()) if len(places) >= least}
    assert list(zip(made.left.tolist(), made.right.tolist(), strict=True)) == list(kept)
    places = list(zip(made.left_at.tolist(), made.right_at.tolist(), strict=True))
    assert [places[a:b] for a, b in zip(made.firsts[:-1], made.firsts[1:], strict=True)] == list(kept.values())


def test_a_phrase_used_everywhere_links_no_strangers_but_a_big_family_stays_in_one_piece() -> None:
    family, strangers = [(1, 0)] * 50, [(1, i + 9) for i in range(50)]
    found = fast(laid_out(family + strangers, per_text=1), cap=8)
    assert {place for hit in found for place in hit} == {(i, 0) for i in range(50)}
    assert len(found) == 49


@given(rows, st.integers(1, 5), st.integers(2, 6), st.integers(1, 4))
def test_texts_are_paired_alike_text_by_text_and_hit_by_hit(
    uses: list[tuple[int, int]], per_text: int, cap: int, least: int
) -> None:
    made = laid_out(uses, per_text)
    one, other = sharing(made, cap, least), pairs(hits(made, cap), least)
    assert [c.tolist() for c in one] == [c.tolist() for c in other]
    assert [c.dtype for c in one] == [c.dtype for c in other]


@given(rows)
def test_hits_are_sorted_alike_whether_or_not_they_fit_one_number(uses: list[tuple[int, int]]) -> None:
    found = hits(laid_out(uses), 40)
    far = found._replace(left_at=found.left_at + np.uint32(2**31), right_at=found.right_at + np.uint32(2**31))
    one, other = pairs(found), pairs(far)
    assert (other.left_at - np.uint32(2**31)).tolist() == one.left_at.tolist()
    assert other.left.tolist() == one.left.tolist() and other.firsts.tolist() == one.firsts.tolist()


@given(st.lists(st.integers(0, 2**64 - 1) | st.integers(0, 3), max_size=20))
def test_stable_order_sorts_and_keeps_equals_in_order(keys: list[int]) -> None:
    assert stable_order(np.array(keys, np.uint64)).tolist() == sorted(range(len(keys)), key=keys.__getitem__)
