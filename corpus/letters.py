"""Letters and forwarded mails: who sends them, and about what; not to whom they go."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate

_HEADER = re.compile(
    r"^\W*(?P<field>from|to|cc|bcc|date|sent|subject|từ|gửi|đến|ngày gửi|người gửi|người nhận"
    r"|chủ đề|tiêu đề)\s*:\s*(?P<value>[^\n]*)$",
    re.I | re.M,
)
_SUBJECTS = ("subject", "chủ đề", "tiêu đề")
_SENDERS = ("from", "từ", "người gửi")
_FORWARDED = re.compile(r"(?:(?:fwd?|re|tr|trả lời|chuyển tiếp)\s*:\s*)+", re.I)
_FEWEST_HEADERS = 2  # lines by which a text is known as a mail
_TOP = 700  # characters in which they stand
_ADDRESSED = re.compile(
    r"^[^\S\n]*(?:kính gửi|to|cc|bcc|gửi|đến|người nhận|nơi nhận)\s*:[^\n]*$", re.I | re.M
)


def _headers(text: str) -> dict[str, str]:
    """The fields of a mail's head, lower case; none for other papers."""
    found = {m["field"].lower(): m["value"].strip() for m in _HEADER.finditer(text[:_TOP])}
    mail = found.keys() & {*_SUBJECTS, *_SENDERS}
    return found if mail and len(found) >= _FEWEST_HEADERS else {}


def subject_of(text: str) -> str:
    """What a mail says it is about, "" for other papers."""
    headers = _headers(text)
    return next((_FORWARDED.sub("", headers[f]) for f in _SUBJECTS if headers.get(f)), "")


def sender_of(text: str) -> str:
    """Who sends a mail, without the address, "" for other papers."""
    headers = _headers(text)
    sender = next((headers[field] for field in _SENDERS if headers.get(field)), "")
    return re.sub(r"<[^>]*>|\S+@\S+", " ", sender).strip()


def without_addressees(text: str) -> str:
    """A text without the lines that say to whom it goes: they are not whose business it is."""
    return _ADDRESSED.sub("", text)


def sent_on(text: str) -> date | None:
    """The day on which a mail was sent; None for other papers and days that cannot be read."""
    headers = _headers(text)
    stamp = next((headers[field] for field in ("date", "sent") if headers.get(field)), "")
    read = parsedate(stamp) if stamp else None
    try:
        return date(*read[:3]) if read else None
    except ValueError:
        return None
