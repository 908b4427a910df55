"""Fits `index/embedding/cross_encoder.npz`, and tells how well it ranks sets it has not seen.

    python -m benchmarks.cross_encoder FOLDER... --out FILE [--unseen FOLDER...] [--minutes 45]

Each folder holds a set of questions (`questions.jsonl` and `records/`). For each question the
sentences that search finds are laid before the judge: good is one whose quotation alone would be
judged correct. Half of them are found without regard to the place and the year asked about, so
that the network learns what a near miss is. The upper layers of the embedded model get low-rank
additions (Hu et al. 2021, arXiv:2106.09685); the loss is binary cross-entropy, plus half the
cross-entropy of the good sentence among its neighbours. Two cores take some 45 minutes.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.evidence import find_units
from assistant.quoting import quote_unit
from assistant.read_together import passage_text, question_text
from benchmarks.asking import asked_all
from evaluation.judge import judge
from evaluation.run import given
from index.embedding.cross_encoder import together
from index.embedding.tokenizer import Tokenizer
from index.embedding.weights import Weights, find_weights
from index.embedding.words import WordTable
from index.library import Library

_RANK = 8
_FIRST = 4  # the layers below stay as they are
_SCALE = 2.0  # of the additions while they are learned
_DROPOUT = 0.1
_RATE = 1e-3  # of learning, falling to a thirtieth
_WARMING = 60  # steps
_QUESTIONS = 8  # a step
_NEAR, _NEXT = 2, 2  # bad sentences a step, from the four that search puts first and the rest
_FOUND, _FOUND_ANYWHERE = 8, 7  # sentences a question


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the sentences found for it, as the network reads them."""

    text: str
    good: list[str]
    bad: list[str]


class _Noting:
    """Finds the sentences that a question may be answered with, and answers nothing."""

    def __init__(self, library: Library) -> None:
        self._assistant = Assistant(library)
        self.found: list[tuple[str, list[tuple[Answer, str]]]] = []

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        asked, query = self._assistant.understood(question, history)
        shelf = self._assistant.shelf
        anywhere = replace(asked, periods=(), places=())
        units = find_units(asked, shelf, query, least=0.05)[:_FOUND]
        units += find_units(anywhere, shelf, query, least=0.05)[:_FOUND_ANYWHERE]
        told = {(u.read.record.id, u.span): u for u in units}.values()
        quoted = [(quote_unit(asked, u), passage_text(asked, u)) for u in told]
        pairs = [(answer, text) for answer, text in quoted if answer is not None]
        self.found.append((question_text(asked, query), pairs))
        return Answer("", found=False)


def asked_in(folder: Path) -> list[Asked]:
    """A set's questions. Raises `BadQuestions`."""
    questions, noting = asked_all(folder, _Noting)
    read = []
    for question, (text, pairs) in zip(questions, noting.found, strict=True):
        right = [judge(question, given(answer)) == "correct" for answer, _ in pairs]
        told = [passage for _, passage in pairs]
        good = [t for t, is_right in zip(told, right, strict=True) if is_right]
        bad = [t for t, is_right in zip(told, right, strict=True) if not is_right]
        read.append(Asked(text, good, bad))
    return read


class _Linear(nn.Module):
    """A frozen linear map, with a low-rank addition if `rank` is not 0."""

    def __init__(self, weights: Weights, name: str, outputs: int, inputs: int, rank: int) -> None:
        super().__init__()
        self.register_buffer("w", torch.tensor(weights.matrix(f"{name}.w", outputs)))
        self.register_buffer("bias", torch.tensor(weights.vector(f"{name}.b")))
        self.rank = rank
        if rank:
            self.a = nn.Parameter(torch.randn(rank, inputs) / math.sqrt(inputs))
            self.b = nn.Parameter(torch.zeros(outputs, rank))

    def forward(self, state: Tensor) -> Tensor:
        plain = functional.linear(state, cast(Tensor, self.w), cast(Tensor, self.bias))
        if not self.rank:
            return plain
        return plain + _SCALE * functional.linear(functional.linear(state, self.a), self.b)


def _normalisation(weights: Weights, name: str) -> nn.LayerNorm:
    layer = nn.LayerNorm(weights.shape.hidden, eps=weights.shape.epsilon)
    layer.weight.data = torch.tensor(weights.vector(f"{name}.w"))
    layer.bias.data = torch.tensor(weights.vector(f"{name}.b"))
    return layer.requires_grad_(False)


class _Layer(nn.Module):
    def __init__(self, weights: Weights, number: int) -> None:
        super().__init__()
        hidden, wide, name = weights.shape.hidden, weights.shape.feed_forward, f"l{number}."
        rank = _RANK if number >= _FIRST else 0
        self.heads = weights.shape.heads
        self.q = _Linear(weights, f"{name}q", hidden, hidden, rank)
        self.k = _Linear(weights, f"{name}k", hidden, hidden, rank)
        self.v = _Linear(weights, f"{name}v", hidden, hidden, rank)
        self.ao = _Linear(weights, f"{name}ao", hidden, hidden, rank)
        self.fi = _Linear(weights, f"{name}fi", wide, hidden, rank)
        self.fo = _Linear(weights, f"{name}fo", hidden, wide, rank)
        self.aln = _normalisation(weights, f"{name}aln")
        self.oln = _normalisation(weights, f"{name}oln")
        self.dropout = nn.Dropout(_DROPOUT)

    def forward(self, state: Tensor, mask: Tensor) -> Tensor:
        texts, tokens, hidden = state.shape
        query, key, value = (
            part(state).view(texts, tokens, self.heads, -1).transpose(1, 2)
            for part in (self.q, self.k, self.v)
        )
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        seen = self.ao(seen.transpose(1, 2).reshape(texts, tokens, hidden))
        state = self.aln(state + self.dropout(seen))
        wide = functional.gelu(self.fi(state))
        return cast(Tensor, self.oln(state + self.dropout(self.fo(wide))))


class Network(nn.Module):
    """The encoder of `index.embedding.graph` with additions and a head, to be learned."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self.tokenizer = Tokenizer(weights.vocabulary())
        self.words = WordTable(weights, self.tokenizer.pad)
        self.first = _normalisation(weights, "emb.ln")
        self.layers = nn.ModuleList(_Layer(weights, n) for n in range(weights.shape.layers))
        self.head = nn.Linear(weights.shape.hidden, 1)
        nn.init.normal_(self.head.weight, std=0.02)

    def forward(self, texts: Sequence[Sequence[int]]) -> Tensor:
        """Log-odds, shape (len(texts),)."""
        embeddings, there = self.words.look_up(texts)
        state, mask = self.first(torch.tensor(embeddings)), torch.tensor(there)
        for layer in self.layers:
            state = layer(state, mask[:, None, None, :].bool())
        counted = mask[:, :, None].to(state.dtype)
        mean = (state * counted).sum(1) / counted.sum(1)
        return cast(Tensor, self.head(mean)[:, 0])


Group = tuple[list[list[int]], list[list[int]]]  # token ids of good sentences, of bad ones


def _groups(network: Network, asked: Sequence[Asked]) -> list[Group]:
    return [
        (together(network.tokenizer, a.text, a.good), together(network.tokenizer, a.text, a.bad))
        for a in asked
        if a.good or a.bad
    ]


def _drawn(group: Group) -> tuple[list[list[int]], bool]:
    """One step's sentences of a question, and whether the first is a good one."""
    good, bad = group
    near, rest = bad[:4], bad[4:]
    drawn = random.sample(near, min(len(near), _NEAR)) + random.sample(rest, min(len(rest), _NEXT))
    return ([random.choice(good), *drawn], True) if good else (drawn, False)


def _steps(groups: Sequence[Group]) -> Iterator[list[Group]]:
    """Questions of one step, again and again; those of like length go together."""
    while True:
        order = random.sample(range(len(groups)), len(groups))
        steps = []
        for at in range(0, len(order), 8 * _QUESTIONS):
            part = [groups[n] for n in order[at : at + 8 * _QUESTIONS]]
            part.sort(key=lambda group: max(map(len, group[0] + group[1])))
            steps += [part[n : n + _QUESTIONS] for n in range(0, len(part), _QUESTIONS)]
        yield from random.sample(steps, len(steps))


def train(network: Network, groups: Sequence[Group], minutes: float) -> None:
    learned = [p for p in network.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(learned, lr=_RATE, weight_decay=0.01)
    network.train()
    start, shown = time.monotonic(), 0.5
    for number, step in enumerate(_steps(groups), 1):
        gone = (time.monotonic() - start) / (60 * minutes)
        if gone >= 1:
            break
        for settings in optimiser.param_groups:
            settings["lr"] = _RATE * min(1, number / _WARMING) * max(0.03, 1 - gone)
        drawn = [_drawn(group) for group in step]
        odds = network([ids for texts, _ in drawn for ids in texts])
        answers = [float(good and n == 0) for texts, good in drawn for n in range(len(texts))]
        loss = functional.binary_cross_entropy_with_logits(odds, torch.tensor(answers))
        own = odds.split([len(texts) for texts, _ in drawn])
        among = [
            -functional.log_softmax(part, 0)[0]
            for part, (texts, good) in zip(own, drawn, strict=True)
            if good and len(texts) > 1
        ]
        total = loss + 0.5 * torch.stack(among).mean() if among else loss
        optimiser.zero_grad()
        total.backward()
        nn.utils.clip_grad_norm_(learned, 1.0)
        optimiser.step()
        shown = 0.98 * shown + 0.02 * float(loss.detach())
        if number % 50 == 0:
            print(f"  step {number}, {100 * gone:.0f}% of the time, loss {shown:.3f}", flush=True)


def told_apart(network: Network, groups: Sequence[Group]) -> float:
    """How often a good sentence of a question is put above a bad one of any (AUC)."""
    network.eval()
    with torch.no_grad():
        good = [float(network([ids])[0]) for g, _ in groups for ids in g]
        bad = [float(network([ids])[0]) for _, b in groups for ids in b]
    ranks = np.argsort(np.argsort(np.array(good + bad)))[: len(good)] + 1
    return float((ranks.sum() - len(good) * (len(good) + 1) / 2) / (len(good) * len(bad)))


def save(network: Network, weights: Weights, out: Path) -> None:
    arrays: dict[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]] = {
        "head.w": network.head.weight.detach().numpy()[0],
        "head.b": network.head.bias.detach().numpy(),
        "fitted_to": np.array(weights.digest),
    }
    for number, layer in enumerate(network.layers):
        for part, linear in layer.named_children():
            if isinstance(linear, _Linear) and linear.rank:
                stem = f"l{number}.{part}"
                arrays[f"{stem}.a"] = linear.a.detach().numpy().astype(np.float16)
                arrays[f"{stem}.b"] = (_SCALE * linear.b.detach()).numpy().astype(np.float16)
    np.savez(out, **arrays)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--unseen", nargs="*", type=Path, default=[])
    parser.add_argument("--minutes", type=float, default=45.0)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    torch.manual_seed(0)
    random.seed(0)
    with ProcessPoolExecutor(options.workers) as pool:
        seen = [a for found in pool.map(asked_in, options.folders) for a in found]
        unseen = [a for found in pool.map(asked_in, options.unseen) for a in found]
    weights = Weights(find_weights())
    network = Network(weights)
    groups = _groups(network, seen)
    print(f"{len(groups)} questions, {sum(bool(good) for good, _ in groups)} with a good sentence")
    train(network, groups, options.minutes)
    save(network, weights, options.out)
    if unseen:
        print(f"told apart, unseen: {told_apart(network, _groups(network, unseen)):.3f}")


if __name__ == "__main__":
    main()
