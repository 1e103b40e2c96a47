"""Make the fast tier smaller and quicker: fewer hidden units in each layer, one fixed scale for each product.

usage: python -m training.language.compact --weights DIR --data DATA --out DIR --hidden N --version TEXT

`--weights`: the folder with vocab.txt and fast/ (model.onnx, labels.json) of version 1. No gradients: the units whose
loss costs least are dropped and what stays is fitted to give what all gave (Hassibi and Stork 1993; Frantar and Alistarh
2022), on sentences of the training parts, one layer after another.
"""

import argparse
import json
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path

import onnx
import torch
from torch import Tensor, nn

from readout.models.wordpiece import WordPiece
from training.language.batches import Encode, Labels, grouped, short_enough, tensors
from training.language.network import Inputs, Layer, Network, Sizes
from training.language.recover import recovered
from training.language.together import Ranges, build
from training.language.train import corpora

TREES, NAMED = 2500, 1000
# Units dropped before the fit is made anew, and how much is added to the diagonal, as a share of its mean.
AT_ONCE, DAMP = 64, 1e-3
# Room beyond the activations seen, as a share: other sentences go a little further.
ROOM = 0.03
PRODUCTS = ("qkv", "out", "up", "down")


def sample(data: Path, encode: Encode) -> list[Inputs]:
    """Sentences of the training parts, in batches."""
    trees, named = corpora(data, random.Random(0))
    chance = random.Random(1)
    chosen = [encode(s) for s in (*chance.sample(trees, TREES), *chance.sample(named, NAMED))]
    found = [e for e in chosen if short_enough(e)]
    return [tensors(batch)[0] for batch in grouped(found, 4000, random.Random(0))]


@contextmanager
def watched(module: nn.Module) -> Iterator[list[Tensor]]:
    """Collect what goes into a module."""
    seen: list[Tensor] = []
    handle = module.register_forward_pre_hook(lambda _, given: seen.append(given[0].detach()))
    yield seen
    handle.remove()


def inputs_of(module: nn.Module, run: Callable[[Inputs], object], batches: Sequence[Inputs], mask: str) -> Tensor:
    """All rows that go into a module, without padding; `mask` names the mask of its rows."""
    with watched(module) as seen, torch.no_grad():
        for batch in batches:
            run(batch)
    return torch.cat([rows[getattr(batch, mask)] for rows, batch in zip(seen, batches, strict=True)])


def prune(layer: Layer, given: Tensor, keep: int) -> None:
    """Cut a layer to `keep` hidden units; `given` [N, units] went into its second product."""
    rows, weight = given.double(), layer.down.weight.data.double()
    mean = rows.mean(0)
    spread = (rows - mean).T @ (rows - mean) / len(rows)
    stay = torch.arange(len(mean))
    while len(stay) > keep:
        fit, inverse = _fitted(weight, spread, stay)
        cost = (fit**2).sum(0) / inverse.diag()
        stay = stay[cost.argsort()[min(AT_ONCE, len(stay) - keep) :].sort().values]
    fit, _ = _fitted(weight, spread, stay)
    layer.down.bias.data = (layer.down.bias.data.double() + weight @ mean - fit @ mean[stay]).float()
    layer.down.weight.data = fit.float()
    layer.up.weight.data, layer.up.bias.data = layer.up.weight.data[stay], layer.up.bias.data[stay]


def _fitted(weight: Tensor, spread: Tensor, stay: Tensor) -> tuple[Tensor, Tensor]:
    """The weights of the units that stay which come closest to all, and the inverse of their spread."""
    damped = spread[stay][:, stay] + DAMP * spread.diag().mean() * torch.eye(len(stay), dtype=spread.dtype)
    inverse = torch.linalg.inv(damped)
    return weight @ spread[:, stay] @ inverse, inverse


def ranges_of(network: Network, batches: Sequence[Inputs]) -> Ranges:
    """Low and high end of what goes into each product, over all batches."""
    heads = network.fast
    layers = {f"{k}.{p}": getattr(layer, p) for k, layer in enumerate(network.encoder.layers) for p in PRODUCTS}
    found = {name: _ends(inputs_of(m, network.encoder, batches, "piece_mask")) for name, m in layers.items()}

    def run(batch: Inputs) -> None:
        heads.rel_dep(heads.words(network.encoder(batch), batch))

    words = inputs_of(heads.rel_dep, run, batches, "word_mask")
    with torch.no_grad():
        return {**found, "heads": _ends(words), "rel": _ends(heads.rel_dep(words))}


def _ends(values: Tensor) -> tuple[float, float]:
    low, high = min(0.0, values.min().item()), values.max().item()
    return low - ROOM * (high - low), high + ROOM * (high - low)


def compact(options: argparse.Namespace) -> None:
    """Read the weights, make them smaller, write them."""
    stored = json.loads((options.weights / "fast" / "labels.json").read_text("utf-8"))
    labels = Labels(*(tuple(stored[k]) for k in ("tags", "rels", "lemmas", "names")))
    vocabulary = (options.weights / "vocab.txt").read_text("utf-8").splitlines()
    counts = [len(c) for c in (labels.tags, labels.rels, labels.lemmas, labels.names)]
    sizes = Sizes(stored["layers"], stored["layers"], *counts)
    network = recovered(options.weights / "fast" / "model.onnx", sizes, len(vocabulary)).eval()
    batches = sample(options.data, Encode(WordPiece(vocabulary), labels))
    for layer in network.encoder.layers:
        prune(layer, inputs_of(layer.down, network.encoder, batches, "piece_mask"), options.hidden)
    network.sizes = replace(sizes, hidden=options.hidden)
    torch.save({"sizes": asdict(network.sizes), "weights": network.state_dict()}, options.out / "compact.pt")
    folder = options.out / "fast"
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(build(network, network.fast, ranges_of(network, batches)), folder / "model.onnx")
    found = {"version": options.version, "layers": stored["layers"], **asdict(labels)}
    (folder / "labels.json").write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")


def main(arguments: list[str]) -> None:
    """Read the command line and make the tier."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--weights", "--data", "--out"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--hidden", type=int, required=True)
    parser.add_argument("--version", required=True)
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    compact(options)


if __name__ == "__main__":
    main(sys.argv[1:])
