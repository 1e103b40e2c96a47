"""Make a shallower fast tier from a shipped one: keep its first layers and heads, train them further.

usage: python -m training.language.shallow --weights DIR --data DIR --out DIR --layers N [--epochs 2] [--rate 0.5]
`--weights`: the folder with vocab.txt and fast/ (model.onnx, labels.json). `--data`: the folder with ud/ and ner/.
The tables of pieces and places stay as they are.
"""

import argparse
import json
import random
import sys
import time
from pathlib import Path

import torch

from readout.models.wordpiece import WordPiece
from training.language.batches import Encode, Example, Labels, grouped, tensors
from training.language.corpus import read_conllu, read_uner, with_names
from training.language.dev import scores_of
from training.language.network import Network, Sizes
from training.language.recover import recovered
from training.language.train import (
    BATCH_PIECES,
    MEAN_EVERY,
    Mean,
    epoch_examples,
    log,
    loss_of,
    optimizer_of,
    rate_at,
    save,
)  # fmt: skip


def begin(weights: Path, layers: int) -> tuple[Network, Encode, Labels]:
    """The network as far as it is kept, with its vocabulary and labels."""
    stored = json.loads((weights / "fast" / "labels.json").read_text("utf-8"))
    labels = Labels(*(tuple(stored[k]) for k in ("tags", "rels", "lemmas", "names")))
    vocabulary = (weights / "vocab.txt").read_text("utf-8").splitlines()
    counts = [len(c) for c in (labels.tags, labels.rels, labels.lemmas, labels.names)]
    network = recovered(weights / "fast" / "model.onnx", Sizes(layers, layers, *counts), len(vocabulary))
    for table in (network.encoder.pieces, network.encoder.places):
        table.weight.requires_grad_(False)
    return network, Encode(WordPiece(vocabulary), labels), labels


def train(options: argparse.Namespace) -> None:
    """Run all epochs, then write the running mean and measure it on a development part."""
    network, encode, labels = begin(options.weights, options.layers)
    optimizer, mean, began = optimizer_of(network, options.rate), Mean(network), time.process_time()
    batches = [b for epoch in range(1, options.epochs + 1) for b in epoch_batches(options.data, encode, epoch)]
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate_at(step, len(batches)))
    network.train()
    for step, batch in enumerate(batches):
        loss = one_step(network, batch, optimizer)
        schedule.step()
        if step % MEAN_EVERY == 0:
            mean.take(network, step)
        if step % 50 == 0:
            log({"step": step, "of": len(batches), "loss": round(loss, 3), "cpu_s": time.process_time() - began})
    save(options.out, network, mean, labels, options.epochs)
    network.load_state_dict(mean.weights)
    log(measured(network, encode, options.data))


def epoch_batches(data: Path, encode: Encode, epoch: int) -> list[list[Example]]:
    """The batches of one epoch, with augmentation of its own."""
    return grouped(epoch_examples(data, encode, 100 + epoch), BATCH_PIECES, random.Random(epoch))


def one_step(network: Network, batch: list[Example], optimizer: torch.optim.Optimizer) -> float:
    """One step down the gradient of the fast heads' loss alone; gives the loss."""
    given, targets = tensors(batch)
    loss = loss_of(network.fast, network.fast(network.encoder(given), given), targets)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad()
    return loss.item()


def measured(network: Network, encode: Encode, data: Path) -> dict[str, float]:
    """Scores on EWT's development part, words given."""
    trees = read_conllu(data / "ud" / "en_ewt-ud-dev.conllu")
    gold = with_names(trees, read_uner(data / "ner" / "en_ewt-ud-dev.iob2"))
    network.eval()
    return scores_of(network, "fast", [encode(s) for s in gold])


def main(arguments: list[str]) -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--weights", "--data", "--out"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--layers", type=int, required=True)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rate", type=float, default=0.5)
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.manual_seed(0)
    train(options)


if __name__ == "__main__":
    main(sys.argv[1:])
