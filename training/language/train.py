"""Train the network on all corpora together, keeping a running mean of its weights.

usage: python -m training.language.train --minilm DIR --data DIR --out DIR --layers N --epochs N [--start FILE]
       [--teacher FILE]
`--minilm`: the folder with model.safetensors and vocab.txt of MiniLM-L6. `--data`: the folder with ud/ and ner/.
`--start`: a checkpoint whose layers and heads the network begins with; `--teacher`: one whose scores it also learns.
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
from training.language.network import Inputs, Network, Scores, Sizes, load_minilm

BATCH_PIECES = 2400
# Learning rates and decay after the usual fine-tuning recipes for small encoders; heads start from nothing.
ENCODER_RATE, HEAD_RATE, DECAY = 2e-4, 1.5e-3, 0.01
WARM_UP, LOWEST = 0.08, 0.02
# The mean of about the last 300 steps, taken every fourth step to save time.
MEAN_DECAY, MEAN_EVERY = 0.988, 4
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


def loss_of(network: Network, scores: Scores, targets: dict[str, Tensor]) -> Tensor:
    """The weighted sum of the heads' losses; heads whose labels the batch lacks give nothing."""
    rels = network.rels(scores, targets["heads"].clamp(min=0))
    heads = {"tags": scores.tags, "heads": scores.arcs, "rels": rels, "lemmas": scores.lemmas, "names": scores.names}
    total = scores.tags.sum() * 0
    for part, logits in heads.items():
        wanted = targets[part]
        if bool((wanted != NOTHING).any()):
            total = total + LOSS_SHARES[part] * functional.cross_entropy(
                logits.flatten(0, 1), wanted.flatten(), ignore_index=NOTHING
            )
    return total


def teaching_loss(network: Network, teacher: Network, given: Inputs, scores: Scores) -> Tensor:
    """How far the scores are from the teacher's, over all real words (Hinton et al. 2015, temperature 1)."""
    with torch.no_grad():
        wanted = teacher(given)
        heads = wanted.arcs.argmax(-1)
        wanted_rels = teacher.rels(wanted, heads)
    pairs = [(scores.tags, wanted.tags, 0.5), (scores.arcs, wanted.arcs, 1.0), (scores.names, wanted.names, 1.0)]
    pairs += [(scores.lemmas, wanted.lemmas, 0.4), (network.rels(scores, heads), wanted_rels, 1.0)]
    return sum(share * _apart(own[given.word_mask], other[given.word_mask]) for own, other, share in pairs)


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


def begin(minilm: Path, labels: Labels, layers: int, start: Path | None) -> Network:
    """A network that starts from MiniLM, or from the first layers and the heads of a deeper one of ours."""
    sizes = Sizes(layers, len(labels.tags), len(labels.rels), len(labels.lemmas), len(labels.names))
    network = Network(sizes)
    load_minilm(network, load_file(minilm / "model.safetensors"))
    if start is not None:
        deep = load(start)[0].state_dict()
        deep["mix"] = torch.zeros(layers)
        network.load_state_dict({k: deep[k] for k in network.state_dict()})
    return network


def optimizer_of(network: Network) -> torch.optim.Optimizer:
    """AdamW with a small rate for the encoder and a larger one for the heads."""
    encoder = list(network.encoder.parameters())
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}]
    return torch.optim.AdamW(groups, weight_decay=DECAY, betas=(0.9, 0.98), fused=True)


def train(options: argparse.Namespace) -> None:
    """Run all epochs; after each, write a checkpoint and measure it on the development parts."""
    vocabulary = (options.minilm / "vocab.txt").read_text("utf-8").splitlines()
    labels = collect_labels(corpora(options.data, random.Random(0))[0])
    encode = Encode(WordPiece(vocabulary), labels)
    network = begin(options.minilm, labels, options.layers, options.start)
    teacher = load(options.teacher)[0].eval() if options.teacher else None
    optimizer, mean = optimizer_of(network), Mean(network)
    steps = options.epochs * len(grouped(epoch_examples(options.data, encode, 0), BATCH_PIECES, random.Random(0)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate_at(step, steps))
    log({"labels": {k: len(v) for k, v in asdict(labels).items()}, "steps": steps})
    step = 0
    for epoch in range(1, options.epochs + 1):
        network.train()
        for batch in grouped(epoch_examples(options.data, encode, epoch), BATCH_PIECES, random.Random(epoch)):
            value = one_step(network, teacher, batch, optimizer)
            schedule.step()
            if step % MEAN_EVERY == 0:
                mean.take(network, step)
            step += 1
            if step % 50 == 0:
                log({"step": step, "loss": round(value, 3), "seconds": round(time.monotonic() - options.began)})
        save(options.out, network, mean, labels, epoch)
        log({"epoch": epoch, **measure(load(options.out / f"epoch{epoch}.pt")[0], encode, options.data)})


def one_step(
    network: Network, teacher: Network | None, batch: list[Example], optimizer: torch.optim.Optimizer
) -> float:
    """One step down the gradient; gives the loss."""
    given, targets = tensors(batch)
    scores = network(given)
    loss = loss_of(network, scores, targets)
    if teacher is not None:
        loss = 0.5 * loss + teaching_loss(network, teacher, given, scores)
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
    for name in ("--start", "--teacher"):
        parser.add_argument(name, type=Path)
    for name in ("--layers", "--epochs"):
        parser.add_argument(name, type=int, required=True)
    options = parser.parse_args(arguments)
    options.began = time.monotonic()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(2)
    torch.set_flush_denormal(True)
    torch.manual_seed(0)
    train(options)


if __name__ == "__main__":
    main(sys.argv[1:])
