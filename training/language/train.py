"""Train the network on all corpora together, keeping a running mean of its weights.

usage: python -m training.language.train --minilm DIR --data DIR --out DIR --epochs N
       [--start FILE] [--first N] [--rate SHARE] [--layers 6] [--fast-layers 3]
`--minilm`: the folder with model.safetensors and vocab.txt of MiniLM-L6. `--data`: the folder with ud/ and ner/.
`--start`: a checkpoint to go on from; `--first`: the number of the first epoch, which seeds augmentation and order;
`--rate`: a factor on the learning rates.
"""

import argparse
import json
import random
import sys
import time
from dataclasses import asdict
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional

from readout.models.wordpiece import WordPiece
from training.language import names
from training.language.augment import augmented
from training.language.batches import (
    NOTHING,
    Encode,
    Example,
    Labels,
    collect_labels,
    grouped,
    short_enough,
    tensors,
)  # fmt: skip
from training.language.corpus import Sentence, read_conllu, read_uner, with_names
from training.language.dev import measure
from training.language.name_lists import NAMES
from training.language.network import Heads, Inputs, Network, Scores, Sizes, load_minilm
from training.language.vocabulary import read_vocabulary

BATCH_PIECES = 2400
# Learning rates and decay after the usual fine-tuning recipes for small encoders; heads start from nothing.
ENCODER_RATE, HEAD_RATE, DECAY = 2e-4, 1.5e-3, 0.01
WARM_UP, LOWEST = 0.08, 0.02
# The mean of about the last 300 steps, taken every fourth step to save time.
MEAN_DECAY, MEAN_EVERY = 0.988, 4
# What the fast tier's own loss and its distance from the accurate tier count, each.
FAST_SHARE = 0.5
LOSS_SHARES = {"tags": 0.5, "heads": 1.0, "rels": 1.0, "lemmas": 0.4, "names": 1.0}
# Share of the sentences with names only that one epoch sees; they are far from news and would outweigh it.
CROSSNER_SHARE = 0.6


def corpora(data: Path, chance: random.Random) -> tuple[list[Sentence], list[Sentence]]:
    """Sentences with trees, and sentences with names only."""
    ud, ner = data / "ud", data / "ner"
    ewt = with_names(read_conllu(ud / "en_ewt-ud-train.conllu"), read_uner(ner / "en_ewt-ud-train.2022-12.iob2"))
    gum = [names.from_gum(s) for s in read_conllu(ud / "en_gum-open-train.conllu")]
    crossner = [s for s in names.crossner(ner) if chance.random() < CROSSNER_SHARE]
    return [*ewt, *gum], [*names.wikigold(ner), *names.re3d(ner), *crossner]


def epoch_examples(data: Path, encode: Encode, seed: int) -> list[Example]:
    """One epoch's examples, with fresh augmentation."""
    chance = random.Random(seed)
    trees, named = corpora(data, chance)
    found = [encode(augmented(s, NAMES, chance)) for s in (*trees, *named)]
    return [e for e in found if short_enough(e)]


def loss_of(heads: Heads, scores: Scores, targets: dict[str, Tensor]) -> Tensor:
    """The weighted sum of the heads' losses; heads whose labels the batch lacks give nothing."""
    rels = heads.rels(scores, targets["heads"].clamp(min=0))
    found = {"tags": scores.tags, "heads": scores.arcs, "rels": rels, "lemmas": scores.lemmas, "names": scores.names}
    total = scores.tags.sum() * 0
    for part, logits in found.items():
        wanted = targets[part]
        if bool((wanted != NOTHING).any()):
            total = total + LOSS_SHARES[part] * functional.cross_entropy(
                logits.flatten(0, 1), wanted.flatten(), ignore_index=NOTHING
            )
    return total


def distance(network: Network, given: Inputs, fast: Scores, accurate: Scores) -> Tensor:
    """How far the fast tier is from the accurate one, over all words (Hinton et al. 2015, temperature 1)."""
    heads = accurate.arcs.argmax(-1)
    pairs = {
        "tags": (fast.tags, accurate.tags),
        "heads": (fast.arcs, accurate.arcs),
        "rels": (network.fast.rels(fast, heads), network.accurate.rels(accurate, heads)),
        "lemmas": (fast.lemmas, accurate.lemmas),
        "names": (fast.names, accurate.names),
    }
    there = given.word_mask
    apart = [LOSS_SHARES[part] * _apart(own[there], other[there].detach()) for part, (own, other) in pairs.items()]
    return torch.stack(apart).sum()


def _apart(own: Tensor, other: Tensor) -> Tensor:
    own, other = functional.log_softmax(own, -1), functional.log_softmax(other, -1)
    return functional.kl_div(own, other, log_target=True, reduction="batchmean")


def rate_at(step: int, steps: int) -> float:
    """Linear warm-up, then a straight line down."""
    return min(1.0, (step + 1) / (WARM_UP * steps)) * max(LOWEST, 1 - step / steps)


class Mean:
    """A running mean of the weights, which generalises better than the last step (Polyak and Juditsky 1992)."""

    def __init__(self, network: Network) -> None:
        self.weights = {k: v.detach().clone() for k, v in network.state_dict().items()}

    def take(self, network: Network, step: int) -> None:
        """Move towards the network; faster at the beginning."""
        share = max(1 - MEAN_DECAY, 1 / (step // MEAN_EVERY + 1))
        for name, value in network.state_dict().items():
            self.weights[name].lerp_(value.detach(), share)


def save(out: Path, network: Network, mean: Mean, labels: Labels, epoch: int) -> None:
    """Write the running mean as the checkpoint of this epoch."""
    state = {"weights": mean.weights, "sizes": asdict(network.sizes), "labels": asdict(labels)}
    torch.save(state, out / f"epoch{epoch}.pt")


def load(path: Path) -> tuple[Network, Labels]:
    """The network and its labels from a checkpoint."""
    state = torch.load(path, weights_only=True)
    network = Network(Sizes(**state["sizes"]))
    network.load_state_dict(state["weights"])
    return network, Labels(**{k: tuple(v) for k, v in state["labels"].items()})


def begin(minilm: Path, labels: Labels, depths: tuple[int, int], start: Path | None) -> Network:
    """A network that starts from MiniLM, or goes on from a checkpoint of ours."""
    counts = [len(c) for c in (labels.tags, labels.rels, labels.lemmas, labels.names)]
    network = Network(Sizes(*depths, *counts))
    load_minilm(network, load_file(minilm / "model.safetensors"))
    if start is not None:
        network.load_state_dict(load(start)[0].state_dict())
    return network


def optimizer_of(network: Network, rate: float) -> torch.optim.Optimizer:
    """AdamW with a small rate for the encoder and a larger one for the heads."""
    encoder = list(network.encoder.parameters())
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": encoder, "lr": rate * ENCODER_RATE}, {"params": heads, "lr": rate * HEAD_RATE}]
    return torch.optim.AdamW(groups, weight_decay=DECAY, betas=(0.9, 0.98), fused=True)


def train(options: argparse.Namespace) -> None:
    """Run all epochs; after each, write a checkpoint and measure it on the development parts."""
    vocabulary = read_vocabulary(options.minilm)
    labels = collect_labels(corpora(options.data, random.Random(0))[0])
    encode = Encode(WordPiece(vocabulary), labels)
    network = begin(options.minilm, labels, (options.layers, options.fast_layers), options.start)
    optimizer, mean = optimizer_of(network, options.rate), Mean(network)
    size = len(grouped(epoch_examples(options.data, encode, options.first), BATCH_PIECES, random.Random(0)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate_at(step, size * options.epochs))
    log({"labels": {k: len(v) for k, v in asdict(labels).items()}, "steps": size * options.epochs})
    for epoch in range(options.first, options.first + options.epochs):
        network.train()
        batches = grouped(epoch_examples(options.data, encode, epoch), BATCH_PIECES, random.Random(epoch))
        for step, batch in enumerate(batches, (epoch - options.first) * size):
            value = one_step(network, batch, optimizer)
            schedule.step()
            if step % MEAN_EVERY == 0:
                mean.take(network, step)
            if step % 20 == 0:
                log({"step": step, "loss": round(value, 3), "seconds": round(time.monotonic() - options.began)})
        save(options.out, network, mean, labels, epoch)
        log({"epoch": epoch, **measure(load(options.out / f"epoch{epoch}.pt")[0], encode, options.data)})


def one_step(network: Network, batch: list[Example], optimizer: torch.optim.Optimizer) -> float:
    """One step down the gradient; gives the loss."""
    given, targets = tensors(batch)
    accurate, fast = network(given)
    loss = loss_of(network.accurate, accurate, targets)
    loss = loss + FAST_SHARE * (loss_of(network.fast, fast, targets) + distance(network, given, fast, accurate))
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad()
    return loss.item()


def log(row: dict[str, object]) -> None:
    """One JSON line."""
    print(json.dumps(row), flush=True)


def main(arguments: list[str]) -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--minilm", "--data", "--out"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--epochs", type=int, required=True)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--rate", type=float, default=1.0)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--fast-layers", type=int, default=3)
    options = parser.parse_args(arguments)
    options.began = time.monotonic()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(2)
    torch.set_flush_denormal(True)
    torch.manual_seed(0)
    train(options)


if __name__ == "__main__":
    main(sys.argv[1:])
