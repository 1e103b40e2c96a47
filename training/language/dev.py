"""Quick scores on the development parts with gold words, to watch a training run; the judge is evaluation.language."""

import random
from pathlib import Path

import torch

from training.language import names
from training.language.batches import NOTHING, Encode, Example, grouped, tensors
from training.language.corpus import NER_TAGS, read_conllu, read_uner, with_names
from training.language.network import Heads, Network


def measure(network: Network, encode: Encode, data: Path) -> dict[str, float]:
    """Tag accuracy, UAS, LAS (all words, full labels), lemma script accuracy and name F1."""
    ud, ner = data / "ud", data / "ner"
    ewt = with_names(read_conllu(ud / "en_ewt-ud-dev.conllu"), read_uner(ner / "en_ewt-ud-dev.iob2"))
    gum = read_conllu(ud / "en_gum-open-dev.conllu")
    rows = {"ewt": [encode(s) for s in ewt], "gum": [encode(s) for s in gum]}
    network.eval()
    return {
        f"{tier}_{part}_{k}": v
        for tier in ("accurate", "fast")
        for part, found in rows.items()
        for k, v in scores_of(network, tier, found).items()
    }


@torch.no_grad()
def scores_of(network: Network, tier: str, examples: list[Example]) -> dict[str, float]:
    part: Heads = getattr(network, tier)
    right = dict.fromkeys(("upos", "uas", "las", "lemma"), 0)
    words, names_right, names_found, names_there = 0, 0, 0, 0
    for batch in grouped(examples, 4000, random.Random(0)):
        given, targets = tensors(batch)
        scores = part(network.encoder(given), given)
        heads = scores.arcs.argmax(-1)
        there = given.word_mask
        head_right = (heads == targets["heads"]) & there
        right["uas"] += int(head_right.sum())
        right["las"] += int((head_right & (part.rels(scores, heads).argmax(-1) == targets["rels"])).sum())
        right["upos"] += int(((scores.tags.argmax(-1) == targets["tags"]) & there).sum())
        right["lemma"] += int(((scores.lemmas.argmax(-1) == targets["lemmas"]) & there).sum())
        words += int(there.sum())
        found, gold = _names(scores.names.argmax(-1), there), _names(targets["names"], there)
        names_right, names_found = names_right + len(found & gold), names_found + len(found)
        names_there += len(gold)
    name_f = 200 * names_right / max(1, names_found + names_there)
    return {k: round(100 * v / words, 2) for k, v in right.items()} | {"ner_f": round(name_f, 2)}


def _names(numbers: torch.Tensor, there: torch.Tensor) -> set[tuple[int, int, int, str]]:
    found = set()
    for row, (line, mask) in enumerate(zip(numbers.tolist(), there.tolist(), strict=True)):
        tags = [NER_TAGS[n] if ok and n != NOTHING else "O" for n, ok in zip(line, mask, strict=True)]
        found |= {(row, s, e, tags[s][2:]) for s, e in names.spans(tags)}
    return found
