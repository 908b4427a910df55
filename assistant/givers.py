"""Whose plan is asked about: "dự toán tỉnh giao", "mức xã tự đề ra"."""

from __future__ import annotations

import re

# "xã tự đề ra", "xã A phấn đấu": its own aim, not what is set from above
_OWN_AIM = re.compile(
    r"\b(xa|phuong|dac khu|thi tran|huyen|thi xa|thanh pho)\b(?: \w+){0,3}? (?:tu )?"
    r"(?:phan dau|de ra|dat ra|quyet tam|tu dat)\b"
)


def asked_giver(folded: str) -> str:
    """Who set the plan that is asked about, folded; or which version of it, "" where none is."""
    match = re.search(
        r"\b(tinh|huyen|thi xa|thanh pho|trung uong|bo|province|district)\b(?: \w+)? (?:giao"
        r"|de ra)"
        r"|\bhdnd (xa|phuong|dac khu|thi tran|huyen|thi xa"
        r"|thanh pho)\b(?: (?!duoc\b)\w+){0,3} giao\b"
        r"|assigned by the (province|district)"
        r"|(?:du toan|ke hoach|chi tieu) (?P<of>tinh|huyen|thi xa|thanh pho)\b(?=\W*$| (?:la|thi))",
        folded,
    )
    if not match and (
        version := re.search(r"dieu chinh|(?<=ban )dau\b|(?<!thang )(?<!quy )dau(?= nam)", folded)
    ):
        return version[0]  # the plan as it was at first, or as it was changed
    if not match and (own := _OWN_AIM.search(folded)):
        return own[1]
    found = (match[1] or match[2] or match[3] or match["of"]) if match else ""
    return {"province": "tinh", "district": "huyen"}.get(found, found)
