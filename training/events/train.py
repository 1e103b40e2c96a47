"""Train the event head: MiniLM-L6 with a head for the type of an act and one for its status.

    python -m training.events.train --minilm DIR --corpus DIR --out FILE.pt [--epochs 8] [--layers 6]

The encoder sees the sentence with its parties marked, and again with its trigger marked. Weights are averaged over the
last half of the run. One sentence in eight is held out by the hash of its text; scores on those are printed.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from readout.models.event_input import STATUSES, TYPES, VOCABULARY
from readout.models.wordpiece import WordPiece
from training.events.examples import Example, examples
from training.language.network import WIDTH, Layer

SEED, BATCH = 0, 24
VOCAB = Path(__file__).parents[2] / "readout/models/weights/vocab.txt"


class EventNetwork(nn.Module):
    """Encoder over the shared pieces and four marks; both heads read the start piece and the mean of the marks."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.pieces.weight.requires_grad_(False)
        self.marks = nn.Parameter(torch.zeros(4, WIDTH))
        self.places = nn.Embedding(512, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.drop = nn.Dropout(0.1)
        self.hidden = nn.Linear(3 * WIDTH, 256)
        self.kind = nn.Linear(256, len(TYPES))
        self.standing = nn.Linear(256, len(STATUSES))

    def forward(self, pieces: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of types and statuses; pieces [B, T], zero is padding."""
        mask = pieces > 0
        plain = self.pieces(pieces.clamp(max=VOCABULARY - 1))
        mine = pieces >= VOCABULARY
        x = torch.where(mine.unsqueeze(-1), self.marks[(pieces - VOCABULARY).clamp(min=0)], plain)
        x = self.drop(self.norm(x + self.places.weight[: pieces.shape[1]]))
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        marks = (pieces >= VOCABULARY) & (pieces < VOCABULARY + 3)
        both = torch.cat([x[:, 0], mean(x, marks), mean(x, mask)], 1)
        seen = self.drop(functional.gelu(self.hidden(self.drop(both))))
        return self.kind(seen), self.standing(seen)


def mean(x: Tensor, where: Tensor) -> Tensor:
    """Mean over the places where it is true; zero where there are none."""
    weights = where.float().unsqueeze(-1)
    return (x * weights).sum(1) / weights.sum(1).clamp(min=1)


def begin(network: EventNetwork, minilm: Path) -> None:
    """Start from MiniLM; the marks start near the mean of all pieces."""
    given = load_file(minilm / "model.safetensors")
    names = (minilm / "vocab.txt").read_text("utf-8").splitlines()
    number = {piece: k for k, piece in enumerate(names)}
    shipped = VOCAB.read_text("utf-8").splitlines()
    table = given["embeddings.word_embeddings.weight"][[number[p] for p in shipped]]
    network.pieces.weight.data = table
    network.marks.data = table.mean(0) + 0.02 * torch.randn(4, WIDTH)
    network.places.weight.data = (
        given["embeddings.position_embeddings.weight"] + given["embeddings.token_type_embeddings.weight"][0]
    )
    copy(network.norm, given, "embeddings.LayerNorm")
    for at, layer in enumerate(network.layers):
        base = f"encoder.layer.{at}"
        parts = [f"{base}.attention.self.{n}" for n in ("query", "key", "value")]
        layer.qkv.weight.data = torch.cat([given[f"{p}.weight"] for p in parts])
        layer.qkv.bias.data = torch.cat([given[f"{p}.bias"] for p in parts])
        copy(layer.out, given, f"{base}.attention.output.dense")
        copy(layer.norm1, given, f"{base}.attention.output.LayerNorm")
        copy(layer.up, given, f"{base}.intermediate.dense")
        copy(layer.down, given, f"{base}.output.dense")
        copy(layer.norm2, given, f"{base}.output.LayerNorm")


def copy(module: nn.Linear | nn.LayerNorm, given: dict[str, Tensor], name: str) -> None:
    """Take over weight and bias."""
    module.weight.data, module.bias.data = given[f"{name}.weight"], given[f"{name}.bias"]


def batch(rows: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Pieces, types, statuses and weights of some examples."""
    longest = max(len(r.pieces) for r in rows)
    pieces = torch.tensor([[*r.pieces, *[0] * (longest - len(r.pieces))] for r in rows])
    columns = [torch.tensor([getattr(r, n) for r in rows]) for n in ("type", "status", "weight")]
    return pieces, columns[0], columns[1], columns[2]


def batches(rows: Sequence[Example], chance: random.Random) -> list[list[Example]]:
    """Examples of like length together, in chance order."""
    shown = [r for r in rows if chance.random() < (0.65 if r.pair else 0.4)]
    ordered = sorted(shown, key=lambda r: len(r.pieces) + 6 * chance.random())
    made = [list(ordered[i : i + BATCH]) for i in range(0, len(ordered), BATCH)]
    chance.shuffle(made)
    return made


def scores(network: EventNetwork, rows: Sequence[Example]) -> tuple[float, float]:
    """Accuracy of types and statuses, with the parties marked."""
    rows = [r for r in rows if r.pair]
    network.eval()
    right = [0, 0]
    there = 0
    with torch.no_grad():
        for i in range(0, len(rows), 64):
            pieces, kinds, statuses, _ = batch(rows[i : i + 64])
            k, s = network(pieces)
            right[0] += int((k.argmax(1) == kinds).sum())
            right[1] += int(((s.argmax(1) == statuses) & (statuses >= 0)).sum())
            there += int((statuses >= 0).sum())
    network.train()
    return right[0] / max(1, len(rows)), right[1] / max(1, there)


def groups(network: EventNetwork, rate: float) -> list[dict[str, object]]:
    """Lower layers learn more slowly; the heads fast."""
    made: list[dict[str, object]] = [
        {"params": [network.places.weight, *network.norm.parameters()], "lr": rate * 0.3},
        {"params": [network.marks], "lr": rate},
    ]
    count = len(network.layers)
    made += [
        {"params": list(la.parameters()), "lr": rate * 0.85 ** (count - 1 - k)} for k, la in enumerate(network.layers)
    ]
    heads = [*network.hidden.parameters(), *network.kind.parameters(), *network.standing.parameters()]
    return [*made, {"params": heads, "lr": rate * 5}]


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1e-4)
    args = parser.parse_args()
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    network = EventNetwork(args.layers)
    begin(network, args.minilm)
    rows = examples(args.corpus, WordPiece(VOCAB.read_text("utf-8").splitlines()), SEED)
    train, held = [r for r in rows if not r.held_out], [r for r in rows if r.held_out]
    print(len(train), "examples,", len(held), "held out", flush=True)
    fit(network, train, held, args, chance)


def fit(
    network: EventNetwork, train: list[Example], held: list[Example], args: argparse.Namespace, chance: random.Random
) -> None:
    """Train, average, save."""
    optimizer = torch.optim.AdamW(groups(network, args.rate), weight_decay=0.01)
    peaks = [g["lr"] for g in optimizer.param_groups]
    total = args.epochs * int(sum(0.65 if r.pair else 0.4 for r in train) / BATCH + 1)
    step, began, mean_of, count = 0, time.time(), None, 0
    for epoch in range(args.epochs):
        for rows in batches(train, chance):
            share = min(step / (0.1 * total), (total - step) / (0.9 * total))
            for g, peak in zip(optimizer.param_groups, peaks, strict=True):
                g["lr"] = peak * max(share, 0.02)
            pieces, kinds, statuses, weights = batch(rows)
            k, s = network(pieces)
            loss = (functional.cross_entropy(k, kinds, label_smoothing=0.1, reduction="none") * weights).mean()
            loss = loss + 0.7 * functional.cross_entropy(s, statuses, ignore_index=-1, label_smoothing=0.05)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
            if step % 50 == 0:
                print(step, round(float(loss), 3), f"{time.time() - began:.0f}s", flush=True)
            if step > total // 2 and step % 10 == 0:
                state = network.state_dict()
                count += 1
                mean_of = state if mean_of is None else mean_of
                if count == 1:
                    mean_of = {n: v.clone() for n, v in state.items()}
                else:
                    for n, v in state.items():
                        mean_of[n] += (v - mean_of[n]) / count
        print(f"epoch {epoch + 1} {time.time() - began:.0f}s held out {scores(network, held)}", flush=True)
        torch.save(network.state_dict(), args.out)
    if mean_of is not None:
        network.load_state_dict(mean_of)
        print("averaged", scores(network, held), flush=True)
        torch.save(network.state_dict(), args.out)


if __name__ == "__main__":
    main()
