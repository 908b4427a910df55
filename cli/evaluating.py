"""`eval`: the scoreboard of the assistant on questions with known answers, and its gate."""

from __future__ import annotations

import json
from argparse import Namespace

from cli.console import ProgressBar, complain, say
from cli.reaching import settings


def evaluate(options: Namespace) -> int:
    """1 where a set falls below its floors."""
    from evaluation import floors, run, scoreboard
    from evaluation.questions import BadQuestions, read_questions
    from service.opening import open_library

    pinning = options.pin or options.lower_floors
    bar = ProgressBar()
    failed = False
    try:
        sets = [read_questions(path) for path in options.questions]
        pinned = floors.read_floors()
        for questions in sets:
            result = run.evaluate(
                questions, options.records, settings(options), open_library, bar.show
            )
            bar.clear()
            scores = scoreboard.score(result.outcomes)
            if options.json:
                say(json.dumps({"set": questions.name, **scores.as_json()}, ensure_ascii=False))
            else:
                for line in scoreboard.lines(result, scores):
                    say(line)
                for line in scoreboard.failures(result.outcomes, options.failures):
                    say(line)
            floor = pinned.get(questions.fingerprint)
            if floor is None and not pinning:
                complain(f"Bộ {questions.name} chưa có ngưỡng; dùng --pin để đặt.")
            if floor is not None and not options.lower_floors:
                for sentence in floors.shortfalls(scores, floor):
                    failed = True
                    complain(f"DƯỚI NGƯỠNG {questions.name}: {sentence}")
            if pinning:
                lower = options.lower_floors
                floors.pin(questions.fingerprint, questions.name, scores, lower=lower)
    except (BadQuestions, floors.BadFloors) as error:
        complain(str(error))
        return 2
    finally:
        bar.clear()
    return 1 if failed else 0
