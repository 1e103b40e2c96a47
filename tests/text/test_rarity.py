from readout.text.rarity import rarity


def test_common_words_are_less_rare_than_their_stilted_synonyms() -> None:
    for common, stilted in (("help", "succour"), ("big", "sizeable"), ("buy", "procure"), ("start", "commence")):
        assert rarity(common) < rarity(stilted)


def test_rarity_is_bits_of_share() -> None:
    assert 4 < rarity("the") < 6
    assert rarity("qwertyuiop") > 18
