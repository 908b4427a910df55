"""Questions that a library can answer, for the empty page."""

from __future__ import annotations

from assistant.choosing import indicator_name, lowered
from assistant.knowledge import Knowledge
from assistant.wording import period_phrase


def examples(knowledge: Knowledge, limit: int) -> list[str]:
    """One question for each of the newest figures' indicators, at most `limit`."""
    seen: dict[str, str] = {}
    shown = [
        k
        for k in knowledge.figures
        if k.form.families
        and not k.form.rest
        and k.figure.period
        and k.figure.kind in ("target", "result")
    ]
    ranked = sorted(
        shown,
        key=lambda k: (k.info.day.toordinal(), k.figure.kind == "target"),
        reverse=True,
    )
    for known in ranked:
        family = min(known.form.families)
        if family in seen:
            continue
        name = indicator_name(known.figure)
        period = period_phrase(known.figure.period)
        head = "Chỉ tiêu" if known.figure.kind == "target" else "Kết quả"
        seen[family] = f"{head} {lowered(name)} {period} là bao nhiêu?"
        if len(seen) == limit:
            break
    return list(seen.values())
