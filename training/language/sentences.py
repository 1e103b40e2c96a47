"""Train the sentence splitter on the paragraphs of the treebanks' training parts.

usage: python -m training.language.sentences --minilm DIR --data DIR --out sentences.npz
"""

import argparse
import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from readout.models.forms import SHAPES
from readout.models.reader import Reader
from readout.models.splitter import word_features
from readout.models.wordpiece import WordPiece
from readout.text.tokens import words
from training.language.corpus import blocks
from training.language.vocabulary import kept, read_vocabulary

PIECE_WIDTH, SHAPE_WIDTH, SPACE_WIDTH, CHANNELS = 32, 8, 2, 64
# Chosen on the development parts, as is the dropping of pieces and channels.
EPOCHS, BATCH, RATE, DECAY = 7, 24, 3e-3, 0.05
# Shares of paragraphs changed in training, ours: quotes made curly, all in lower case.
CURLY_SHARE, LOWER_SHARE = 0.35, 0.03
# Paragraphs made of sentences from anywhere, to those as written; and the sentences put in quotes there.
SHUFFLED_SHARE, QUOTED_SHARE = 0.4, 0.25
# Dropping pieces makes the network lean on shape and spacing for words it has not seen.
PIECE_DROP, CHANNEL_DROP = 0.25, 0.35

Item = tuple[list[int], list[int], list[int], list[int]]


def paragraphs(path: Path) -> list[list[str]]:
    """The sentence texts of each paragraph of a treebank."""
    found: list[list[str]] = []
    for comments, _ in blocks(path):
        if not found or any(c.startswith(("# newpar", "# newdoc")) for c in comments):
            found.append([])
        found[-1].extend(c[9:] for c in comments if c.startswith("# text = "))
    return found


def curly(text: str) -> str:
    """Straight quotes made curly: opening after a space or at the start, else closing."""
    made = []
    for at, char in enumerate(text):
        opens = at == 0 or text[at - 1] in " ([—"
        made.append({'"': "“" if opens else "”", "'": "‘" if opens else "’"}.get(char, char))
    return "".join(made)


def item_of(sentences: Sequence[str], read: Reader) -> Item:
    """Features of a paragraph's words and, for each, whether a sentence ends after it."""
    text = " ".join(sentences)
    ends, at = set(), -1
    for sentence in sentences:
        at += len(sentence) + 1
        ends.add(len(text[:at].rstrip()))
    spans = words(text)
    return *word_features(text, spans, read), [int(e in ends) for _, e in spans]


def varied(sentences: list[str], chance: random.Random) -> list[str]:
    """The paragraph, sometimes with curly quotes or in lower case."""
    if chance.random() < CURLY_SHARE:
        sentences = [curly(s) for s in sentences]
    return [s.lower() for s in sentences] if chance.random() < LOWER_SHARE else sentences


def shuffled(given: Sequence[Sequence[str]], chance: random.Random) -> list[list[str]]:
    """New paragraphs of whole sentences from anywhere, some of them quoted: news changes voice more often."""
    whole = [s for p in given for s in p if s[-1:] in {".", "?", "!"} and s[:1].isupper() and len(s) > 20]
    sizes = [chance.randint(2, 6) for _ in range(int(SHUFFLED_SHARE * len(given)))]
    return [[_quoted(s, chance) for s in chance.sample(whole, size)] for size in sizes]


def _quoted(sentence: str, chance: random.Random) -> str:
    return f'"{sentence}"' if chance.random() < QUOTED_SHARE and '"' not in sentence else sentence


class Borders(nn.Module):
    """The splitter as a trainable module; the same sums as in readout.models.splitter."""

    def __init__(self, pieces: Tensor) -> None:
        super().__init__()
        self.pieces = nn.Embedding.from_pretrained(pieces, freeze=False)
        self.shapes = nn.Embedding(SHAPES, SHAPE_WIDTH)
        self.spaces = nn.Embedding(3, SPACE_WIDTH)
        self.first = nn.Conv1d(PIECE_WIDTH + SHAPE_WIDTH + SPACE_WIDTH, CHANNELS, 5, padding=2)
        self.second = nn.Conv1d(CHANNELS, CHANNELS, 7, padding=3)
        self.out = nn.Linear(CHANNELS, 1)

    def forward(self, pieces: Tensor, shapes: Tensor, spaces: Tensor, there: Tensor) -> Tensor:
        """All [B, T] → log odds [B, T]."""
        seen = self.pieces(pieces)
        if self.training:
            seen = seen * (torch.rand(pieces.shape) > PIECE_DROP)[..., None]
        x = torch.cat([seen, self.shapes(shapes), self.spaces(spaces)], -1) * there[..., None]
        x = functional.relu(self.first(x.transpose(1, 2))) * there[:, None]
        x = functional.relu(self.second(functional.dropout(x, CHANNEL_DROP, self.training)))
        return self.out(x.transpose(1, 2)).squeeze(-1)


def squeezed(table: Tensor) -> Tensor:
    """The encoder's piece table on its main axes, scaled to unit variance."""
    centred = table - table.mean(0)
    axes = torch.linalg.eigh(centred.T @ centred).eigenvectors[:, -PIECE_WIDTH:]
    found = centred @ axes
    return found / found.std(0) * 0.5


def padded(items: Sequence[Item]) -> list[Tensor]:
    """pieces, shapes, spaces, targets and mask, [B, T]."""
    width = max(len(i[0]) for i in items)
    columns = [torch.tensor([i[k] + [0] * (width - len(i[k])) for i in items]) for k in range(4)]
    there = torch.tensor([[1.0] * len(i[0]) + [0.0] * (width - len(i[0])) for i in items])
    return [*columns, there]


def fit(data: Path, read: Reader, table: Tensor) -> Borders:
    """Train for a fixed number of epochs with a falling rate."""
    chance = random.Random(0)
    given = [p for f in ("ewt-ud", "gum-open") for p in paragraphs(data / "ud" / f"en_{f}-train.conllu")]
    network = Borders(squeezed(table))
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, EPOCHS)
    for epoch in range(EPOCHS):
        items = [item_of(varied(p, chance), read) for p in (*given, *shuffled(given, chance))]
        items.sort(key=lambda i: len(i[0]) + chance.random() * 5)
        batches = [items[k : k + BATCH] for k in range(0, len(items), BATCH)]
        chance.shuffle(batches)
        losses = [step(network, optimizer, batch) for batch in batches]
        schedule.step()
        print(json.dumps({"epoch": epoch, "loss": float(np.mean(losses))}), flush=True)
    return network.eval()


def step(network: Borders, optimizer: torch.optim.Optimizer, batch: Sequence[Item]) -> float:
    """One step; the last word of a paragraph is no question and gives no loss."""
    pieces, shapes, spaces, wanted, there = padded(batch)
    asked = there * functional.pad(there, (0, 1))[:, 1:]
    odds = network(pieces, shapes, spaces, there)
    losses = functional.binary_cross_entropy_with_logits(odds, wanted.float(), reduction="none")
    loss = (losses * asked).sum() / asked.sum().clamp(min=1)
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    return loss.item()


def write(network: Borders, out: Path) -> None:
    """Store the weights; the table of pieces as bytes."""
    table = network.pieces.weight.detach().numpy()
    scale = np.float32(np.abs(table).max() / 127)
    np.savez_compressed(
        out,
        pieces=np.round(table / scale).astype(np.int8),
        piece_scale=scale,
        shapes=network.shapes.weight.detach().numpy(),
        spaces=network.spaces.weight.detach().numpy(),
        first=network.first.weight.detach().permute(2, 1, 0).numpy(),
        first_bias=network.first.bias.detach().numpy(),
        second=network.second.weight.detach().permute(2, 1, 0).numpy(),
        second_bias=network.second.bias.detach().numpy(),
        out=network.out.weight.detach()[0].numpy(),
        out_bias=network.out.bias.detach()[0].numpy(),
    )


def main(arguments: list[str]) -> None:
    """Read the command line, train, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--minilm", "--data", "--out"):
        parser.add_argument(name, type=Path, required=True)
    options = parser.parse_args(arguments)
    torch.manual_seed(0)
    vocabulary = read_vocabulary(options.minilm)
    numbers = kept(vocabulary)
    table = load_file(options.minilm / "model.safetensors")["embeddings.word_embeddings.weight"].float()[numbers]
    write(fit(options.data, Reader(WordPiece([vocabulary[n] for n in numbers])), table), options.out)


if __name__ == "__main__":
    main(sys.argv[1:])
