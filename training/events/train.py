"""Train the event network: MiniLM-L6 with heads for every word of a sentence, and for two marked parties.

    python -m training.events.train --minilm DIR --out FILE.pt [--epochs 8] [--share "stories words=0.5"]
        [--from START.pt --packs PACK… --records FOLDER…] [--web DATA]

Learns from the corpus (one event of a sentence is marked: only that word and words that are no triggers count), from the stories
(all are), from the sets of contrast, from the pages of story packs, where clauses are marked and the network that one starts from
says which of their words tells the act, and from marked pages of the web (`web.py`). `--share` says what part of a kind of rows an
epoch reads, 2 for all of them twice.
Weights are averaged over the last half of the run. One sentence of the corpus and one file of the stories and sets in eight is held
out by hash; scores on those are printed.
"""

from __future__ import annotations

import argparse
import pickle
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from readout.models.english import load_english
from readout.models.event_input import TYPES, Row
from readout.models.wordpiece import WordPiece
from training.events.examples import contrasts, corpus, stories
from training.events.inputs import (
    NONE,
    SKIPPED,
    Pair,
    Sentence,
    of_pages,
    padded,
    pair_batch,
    pairs,
    sentences,
    word_batch,
)  # fmt: skip
from training.events.network import VOCAB, EventNetwork, begin
from training.events.pages import read_packs
from training.events.web import lines as web_lines

SEED, BATCH = 0, 32
MATRIX_INSTRUCTIONS = torch.cpu._is_amx_tile_supported()  # half-width numbers are slower than floats without them
HERE = Path(__file__).parent
Rows = Sequence[Any]


def word_loss(network: EventNetwork, rows: Sequence[Sentence]) -> Tensor:
    """Types of all known words, statuses and parties of the triggers."""
    b = word_batch(rows)
    said = network.of_words(b.pieces, b.first, b.last)
    kinds = functional.cross_entropy(
        said.types.float().transpose(1, 2), b.types, ignore_index=SKIPPED, label_smoothing=0.05, reduction="none"
    )
    loss = (kinds * b.weights).sum() / len(rows)
    if not len(b.triggers):
        return loss
    at = (b.triggers[:, 0], b.triggers[:, 1])
    statuses = functional.cross_entropy(
        said.statuses[at].float(), b.statuses[at], ignore_index=SKIPPED, label_smoothing=0.05, reduction="sum"
    )
    scores = said.parties[at[0], :, at[1]].float()
    mask = torch.arange(scores.shape[-1])[None] < (b.weights[at[0]] > 0).sum(-1, keepdim=True)
    parties = functional.binary_cross_entropy_with_logits(scores, b.parties, reduction="none") * mask[:, None] * b.known
    return loss + (statuses + parties.sum()) / len(rows)


def pair_loss(network: EventNetwork, rows: Sequence[Pair]) -> Tensor:
    """Type, status and relation of the marked parties, and where the trigger is."""
    pieces, kinds, statuses, relations, triggers = pair_batch(rows)
    said = network.of_parties(pieces)
    loss = functional.cross_entropy(said.relations.float(), relations, label_smoothing=0.1)
    loss = loss + 0.5 * functional.cross_entropy(said.types.float(), kinds, label_smoothing=0.1)
    loss = loss + 0.3 * functional.cross_entropy(said.looked, triggers, ignore_index=SKIPPED)
    return loss + 0.5 * functional.cross_entropy(
        said.statuses.float(), statuses, ignore_index=SKIPPED, label_smoothing=0.05
    )


def batches(rows: Rows, chance: random.Random, jitter: float = 8.0) -> list[list[Any]]:
    """Rows of like length together, in chance order."""
    ordered = sorted(rows, key=lambda r: len(r.pieces) + jitter * chance.random())
    made = [list(ordered[i : i + BATCH]) for i in range(0, len(ordered), BATCH)]
    chance.shuffle(made)
    return made


def per_epoch(rows: Rows, share: float) -> int:
    """How many batches of some rows one epoch reads."""
    return round(share * -(-len(rows) // BATCH))


def drawn(rows: Rows, share: float, chance: random.Random) -> list[list[Any]]:
    """The batches of some rows that one epoch reads, in chance order; a share of more than one reads all again."""
    made: list[list[Any]] = []
    while len(made) < per_epoch(rows, share):
        made += batches(rows, chance)
    return made[: per_epoch(rows, share)]


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
    heads = [*network.words.parameters(), *network.parties.parameters()]
    return [*made, {"params": heads, "lr": rate * 5}]


def word_scores(network: EventNetwork, rows: Sequence[Sentence]) -> dict[str, float]:
    """On held-out sentences: types and statuses at the triggers; precision and recall where all events are marked."""
    n = {"there": 0, "type": 0, "status": 0, "whole": 0, "found": 0, "hit": 0}
    for batch in batches(rows, random.Random(SEED)):
        b = word_batch(batch)
        said = network.of_words(b.pieces, b.first, b.last)
        guess, statuses = said.types.argmax(-1), said.statuses.argmax(-1)
        mine = (b.types != NONE) & (b.types != SKIPPED)
        n["there"] += int(mine.sum())
        n["type"] += int((guess == b.types)[mine].sum())
        n["status"] += int((statuses == b.statuses)[mine].sum())
        whole = torch.tensor([SKIPPED not in r.types for r in batch])[:, None] & (b.weights > 0)
        n["whole"] += int((mine & whole).sum())
        n["found"] += int(((guess != NONE) & whole).sum())
        n["hit"] += int(((guess != NONE) & mine & whole).sum())
    return {
        "type": n["type"] / max(1, n["there"]), "status": n["status"] / max(1, n["there"]),
        "precision": n["hit"] / max(1, n["found"]), "recall": n["hit"] / max(1, n["whole"]), "whole": n["whole"],
    }  # fmt: skip


def pair_scores(network: EventNetwork, rows: Sequence[Pair]) -> dict[str, float]:
    """Accuracy on held-out pairs."""
    n = {"type": 0, "status": 0, "relation": 0, "trigger": 0}
    for batch in batches(rows, random.Random(SEED)):
        pieces, *gold = pair_batch(batch)
        said = network.of_parties(pieces)
        made = (said.types, said.statuses, said.relations, said.looked)
        for name, scores, wanted in zip(n, made, gold, strict=True):
            n[name] += int((scores.argmax(-1) == wanted).sum())
    return {name: count / max(1, len(rows)) for name, count in n.items()}


def shown(network: EventNetwork, held: dict[str, Rows]) -> str:
    """Scores of all held-out parts."""
    network.eval()
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=MATRIX_INSTRUCTIONS):
        found = {name: (pair_scores if "pairs" in name else word_scores)(network, r) for name, r in held.items() if r}
    network.train()
    return " | ".join(f"{name} " + " ".join(f"{k} {v:.3f}" for k, v in s.items()) for name, s in found.items())


class Averaged:
    """The mean of the weights at many steps."""

    def __init__(self) -> None:
        self.count = 0
        self.state: dict[str, Tensor] = {}

    def add(self, network: EventNetwork) -> None:
        """Take in the weights as they are now."""
        self.count += 1
        for name, value in network.state_dict().items():
            if name not in self.state:
                self.state[name] = value.clone()
            else:
                self.state[name] += (value - self.state[name]) / self.count


def fit(network: EventNetwork, train: dict[str, Rows], held: dict[str, Rows], args: argparse.Namespace) -> None:
    """Train, average, save."""
    chance = random.Random(args.seed)
    optimizer = torch.optim.AdamW(groups(network, args.rate), weight_decay=0.01, fused=True)
    peaks = [g["lr"] for g in optimizer.param_groups]
    shares = {name: args.share.get(name, 1.0) for name in train}
    total = args.epochs * sum(per_epoch(rows, shares[name]) for name, rows in train.items())
    step, began, averaged = 0, time.time(), Averaged()
    for epoch in range(args.epochs):
        made = [(name, b) for name, rows in train.items() for b in drawn(rows, shares[name], chance)]
        chance.shuffle(made)
        for name, rows in made:
            share = min(step / (0.08 * total), (total - step) / (0.92 * total))
            for g, peak in zip(optimizer.param_groups, peaks, strict=True):
                g["lr"] = peak * max(share, 0.02)
            with torch.autocast("cpu", torch.bfloat16, enabled=MATRIX_INSTRUCTIONS):
                loss = (pair_loss if "pairs" in name else word_loss)(network, rows)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
            if step % 50 == 0:
                print(step, total, name, round(float(loss), 3), f"{time.time() - began:.0f}s", flush=True)
            if step > total // 2 and step % 10 == 0:
                averaged.add(network)
        print(f"epoch {epoch + 1} {time.time() - began:.0f}s", flush=True)
        torch.save(network.state_dict(), args.out)
    network.load_state_dict(averaged.state)
    print("averaged", shown(network, held), flush=True)
    torch.save(network.state_dict(), args.out)


def material(args: argparse.Namespace) -> dict[str, Rows]:
    """All sentences and pairs by kind; kept in a file, as the parse takes a minute."""
    if args.kept and args.kept.is_file():
        kept: dict[str, Rows] = pickle.loads(args.kept.read_bytes())
        return kept
    cut, english = WordPiece(VOCAB.read_text("utf-8").splitlines()), load_english("accurate")
    kinds = {"corpus": corpus, "stories": stories, "contrasts": contrasts}
    lines = {name: list(read(HERE / name)) for name, read in kinds.items()}
    if args.web:
        lines["web"] = list(web_lines(args.web))
    chance = random.Random(SEED)
    found: dict[str, Rows] = {f"{name} words": list(sentences(some, english, cut)) for name, some in lines.items()}
    found |= {f"{name} pairs": list(pairs(some, cut, chance)) for name, some in lines.items()}
    if args.kept:
        args.kept.write_bytes(pickle.dumps(found))
    return found


def placed(network: EventNetwork, args: argparse.Namespace) -> Rows:
    """The sentences of packs, their acts placed by the network as it is."""
    lines = read_packs(args.packs, args.records)
    cut, english = WordPiece(VOCAB.read_text("utf-8").splitlines()), load_english("accurate")
    network.eval()
    found = list(of_pages(lines, english, cut, lambda rows: chances(network, rows)))
    network.train()
    return found


def chances(network: EventNetwork, rows: Sequence[Row]) -> list[tuple[Tensor, Tensor]]:
    """Types [W, 18] and statuses [W, 16] of the words of each row, as chances."""
    said: dict[int, tuple[Tensor, Tensor]] = {}
    order = sorted(range(len(rows)), key=lambda i: len(rows[i].pieces))
    with torch.no_grad():
        for k in range(0, len(order), BATCH):
            some = order[k : k + BATCH]
            pieces, first, last = (padded([rows[i][n] for i in some], 0) for n in range(3))
            made = network.of_words(pieces, first, last)
            kinds, stands = made.types.softmax(-1), made.statuses.softmax(-1)
            said |= {i: (kinds[j, : len(rows[i].first)], stands[j, : len(rows[i].first)]) for j, i in enumerate(some)}
    return [said[i] for i in range(len(rows))]


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--from", dest="start", type=Path, help="start from a checkpoint")
    parser.add_argument("--kept", type=Path, help="a file to keep the numbered sentences in")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--word-layers", type=int, default=6)
    parser.add_argument(
        "--share", action="append", default=[], help='how much of some rows an epoch reads: "stories pairs=0.5"'
    )
    parser.add_argument("--web", type=Path, help="folder of the corpora whose pages are marked")
    parser.add_argument("--packs", type=Path, nargs="*", default=[], help="story packs to learn from")
    parser.add_argument("--records", type=Path, nargs="+", default=[], help="folders with a record of each pack")
    args = parser.parse_args()
    args.share = {name: float(value) for name, _, value in (given.partition("=") for given in args.share)}
    torch.manual_seed(args.seed)
    network = EventNetwork(6, args.word_layers)
    begin(network, args.minilm)
    if args.start:
        network.load_state_dict(torch.load(args.start))
    found = material(args)
    if args.packs:
        found["pages words"] = placed(network, args)
    train = {name: [r for r in rows if not r.held_out] for name, rows in found.items()}
    held = {name: [r for r in rows if r.held_out] for name, rows in found.items()}
    print({name: (len(train[name]), len(held[name])) for name in found}, len(TYPES), flush=True)
    fit(network, {name: rows for name, rows in train.items() if rows}, held, args)


if __name__ == "__main__":
    main()
