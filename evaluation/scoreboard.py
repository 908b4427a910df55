"""The scoreboard of a run: what was right, by type and language, how fast, how well proved."""

from __future__ import annotations

import math
import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from evaluation.run import Outcome, Run

_NOT_CORRECT = ("wrong", "false_answer", "missed")


@dataclass(frozen=True, slots=True)
class EvidenceShare:
    """Of `asked` questions, for `found` the evidence lay in the first passages."""

    found: int
    asked: int

    @property
    def share(self) -> float:
        return self.found / self.asked if self.asked else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """Shares from 0 to 1; `unsupported` counts answers; seconds; characters."""

    questions: int
    accuracy: float
    wrong_rate: float  # wrong and false answers
    missed_rate: float
    unanswerable: float  # of the unanswerable questions, refused; 1 where there are none
    unsupported: int
    seconds_p50: float
    seconds_p95: float
    evidence: dict[str, EvidenceShare]  # by language
    passage_characters: float  # mean over the passages that search gave

    def as_json(self) -> dict[str, Any]:
        return {
            "questions": self.questions,
            "accuracy": round(self.accuracy, 4),
            "wrong_rate": round(self.wrong_rate, 4),
            "missed_rate": round(self.missed_rate, 4),
            "unanswerable": round(self.unanswerable, 4),
            "unsupported_figures": self.unsupported,
            "seconds_p50": round(self.seconds_p50, 4),
            "seconds_p95": round(self.seconds_p95, 4),
            "evidence_top5": {
                language: [share.found, share.asked] for language, share in self.evidence.items()
            },
            "passage_characters": round(self.passage_characters, 1),
        }


def score(outcomes: Sequence[Outcome]) -> Scores:
    """Raises `ValueError` for no outcomes."""
    if not outcomes:
        raise ValueError("nothing was asked")
    total = len(outcomes)
    verdicts = Counter(outcome.verdict for outcome in outcomes)
    refusable = [outcome for outcome in outcomes if not outcome.question.answerable]
    refused = sum(outcome.verdict == "correct" for outcome in refusable)
    seconds = sorted(outcome.seconds for outcome in outcomes)
    lengths = [n for outcome in outcomes if outcome.looked for n in outcome.looked.lengths]
    return Scores(
        questions=total,
        accuracy=verdicts["correct"] / total,
        wrong_rate=(verdicts["wrong"] + verdicts["false_answer"]) / total,
        missed_rate=verdicts["missed"] / total,
        unanswerable=refused / len(refusable) if refusable else 1.0,
        unsupported=sum(bool(outcome.unsupported) for outcome in outcomes),
        seconds_p50=statistics.median(seconds),
        seconds_p95=seconds[math.floor(0.95 * (total - 1))],
        evidence=_evidence(outcomes),
        passage_characters=statistics.fmean(lengths) if lengths else 0.0,
    )


def lines(run: Run, scores: Scores) -> Iterator[str]:
    """The scoreboard for people."""
    yield f"== {run.questions.name}: {scores.questions} câu, {run.records} hồ sơ"
    yield from _breakdown("loại", run.outcomes, lambda o: o.question.type)
    yield from _breakdown("tiếng", run.outcomes, lambda o: o.question.language)
    for language, share in scores.evidence.items():
        counted = f"{share.found}/{share.asked} ({share.share:.1%})"
        yield f"bằng chứng trong 5 đoạn đầu, {language}: {counted}"
    yield (
        f"đúng {scores.accuracy:.1%}  sai {scores.wrong_rate:.1%}  "
        f"bỏ sót {scores.missed_rate:.1%}  từ chối đúng {scores.unanswerable:.1%}  "
        f"số không có căn cứ {scores.unsupported}"
    )
    yield (
        f"giây một câu p50 {scores.seconds_p50:.3f}, p95 {scores.seconds_p95:.3f}; "
        f"đoạn dài trung bình {scores.passage_characters:.0f} ký tự; "
        f"thêm hồ sơ {run.adding:.1f} giây"
    )


def failures(outcomes: Iterable[Outcome], limit: int) -> Iterator[str]:
    """The first `limit` answers that are not right or state a figure without support."""
    left = limit
    for outcome in outcomes:
        if left <= 0:
            return
        if outcome.verdict == "correct" and not outcome.unsupported:
            continue
        left -= 1
        question = outcome.question
        yield ""
        yield f"{outcome.verdict}: [{question.id}] {' > '.join((*question.history, question.text))}"
        wanted = ", ".join("|".join(choices) for choices in question.must_include)
        yield f"  cần {wanted or '(từ chối)'}; không được có {', '.join(question.must_not_include)}"
        cited = ", ".join(citation.source for citation in outcome.answer.citations[:3])
        yield f"  trả lời: {outcome.answer.text[:300]} [{cited}]"
        if outcome.unsupported:
            yield f"  số không có căn cứ: {', '.join(outcome.unsupported)}"


def _breakdown(
    head: str, outcomes: Sequence[Outcome], key: Callable[[Outcome], str]
) -> Iterator[str]:
    tallies: dict[str, Counter[str]] = {}
    for outcome in outcomes:
        tallies.setdefault(key(outcome), Counter())[outcome.verdict] += 1
    for name, tally in sorted(tallies.items()):
        rest = "  ".join(
            f"{verdict} {tally[verdict]}" for verdict in _NOT_CORRECT if tally[verdict]
        )
        yield f"{head:6}{name:22}{tally['correct']:4}/{tally.total():<4} {rest}".rstrip()


def _evidence(outcomes: Sequence[Outcome]) -> dict[str, EvidenceShare]:
    found: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for outcome in outcomes:
        if outcome.looked is not None:
            asked[outcome.question.language] += 1
            found[outcome.question.language] += outcome.looked.hit
    return {name: EvidenceShare(found[name], asked[name]) for name in sorted(asked)}
