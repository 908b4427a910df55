"""Which targets a question asks about by their standing: missed, exceeded, amended."""

from __future__ import annotations

import re

from assistant.answer import Language
from assistant.intents import Intent, Status
from assistant.kinds import AMENDED
from corpus.indicators import Form

_MISSED = re.compile(
    r"lo hen|loi hen|\b(?:de|bi) lo\b|\btruot\b|\brot\b|\bhut\b|khong kip"
    r"|con (?:thieu|no|vuong|do dang)|dang do|(?:khong|chua) (?:toi|xong)\b"
    r"|(?:khong|chua|kho) (?:dat|hoan thanh|ve dich|can dich|(?:lam|thuc hien) (?:duoc|xong))"
    r"|\bmiss(?:ed)?\b"
    r"|duoi (?:muc )?(?:giao|ke hoach|chi tieu)"
    r"|not (?:met|meet|achieved?|reach(?:ed)?|hit|fulfil(?:led|l)?)|unmet|fail(?:ed)? to"
    r"|f[ae]ll short"
    r"|duy nhat .{0,20}khong"
)


_EXCEEDED = re.compile(r"\bvuot\b|exceed")


# "Bốn chỉ tiêu chưa hoàn thành?": which ones
_COUNTED_TARGETS = re.compile(
    r"\W*(?:hai|ba|bon|nam|sau|bay|tam|chin|muoi|cac|nhung|[2-9]|1\d)\s"
    r"(?:trong .{1,12}?\s)?chi tieu\b"
)
_HOW_MANY_TARGETS = re.compile(r"^(?!.*\b(?:nao|gi)\b).*\b(?:bao nhieu|may) chi tieu\b")


def asked_standing(folded: str, intent: Intent, form: Form, language: Language) -> Status:
    """Which targets a (folded) question is about; "" where of none or of one alone."""
    if intent not in ("list", "yes_no", "passage", "value", "plan_share", "fulfilled"):
        return ""
    of_criteria = intent == "list" and "tieu chi" in folded
    if "chi tieu" not in folded and not of_criteria and not (language == "en" and intent == "list"):
        return ""
    if _MISSED.search(folded):
        return "missed"
    if AMENDED.search(folded):
        # their number, or the amended target of one indicator: no list of them
        of_one = intent == "plan_share" and form.families - {"indicator_count"}
        return "" if of_one or _HOW_MANY_TARGETS.search(folded) else "amended"
    return "exceeded" if _EXCEEDED.search(folded) else ""


def asks_which(folded: str, intent: Intent, form: Form) -> bool:
    """Whether a (folded) question about the standing of targets asks for their names."""
    return intent in ("value", "plan_share", "yes_no") and bool(
        re.search(r"\b(?:la gi|nao|nhung gi|ke ten|liet ke|gom)\b", folded)
        or _COUNTED_TARGETS.match(folded)
        or not ((form.families - {"indicator_count"}) or form.rest)
    )
