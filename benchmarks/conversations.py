"""Fifty people at the page at once: how long an answer takes, and whether it is their own.

    python -m benchmarks.conversations URL QUESTIONS.jsonl [--people 50] [--questions 4]

URL is a program that serves the records of the questions (`bienban serve`). Each person asks some
of the questions one after another, as the page would; every answer is compared with what the
same questions get when nobody else asks.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.page_client import PageClient


def talk(url: str, questions: list[str]) -> tuple[list[str], list[float]]:
    """The answers of one new conversation, and the seconds that each took."""
    person = PageClient(url)
    answers, seconds = [], []
    for question in questions:
        start = time.perf_counter()
        answers.append(words(person.ask(question)))
        seconds.append(time.perf_counter() - start)
    return answers, seconds


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url")
    parser.add_argument("questions_file", type=Path)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--questions", type=int, default=4)
    options = parser.parse_args()
    lines = options.questions_file.read_text(encoding="utf-8").splitlines()
    asked = [json.loads(line)["question"] for line in lines if line.strip()]
    count = options.questions
    talks = [
        [asked[(person * count + i) % len(asked)] for i in range(count)]
        for person in range(options.people)
    ]
    alone = [talk(options.url, questions) for questions in talks]
    with ThreadPoolExecutor(options.people) as people:
        together = list(people.map(lambda questions: talk(options.url, questions), talks))
    for name, told in (("one after another", alone), ("at once", together)):
        times = sorted(t for _, seconds in told for t in seconds)
        p50, p95 = (times[int(part * (len(times) - 1))] for part in (0.5, 0.95))
        print(f"{name:18} p50 {p50:.3f} s   p95 {p95:.3f} s   longest {times[-1]:.3f} s")
    own = sum(a == b for (a, _), (b, _) in zip(alone, together, strict=True))
    print(f"{own} of {len(talks)} conversations word for word as when nobody else asked")


if __name__ == "__main__":
    main()
