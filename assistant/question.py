"""A question as understood: what is asked, of which indicator, period, kind and place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant import english
from assistant.answer import Language
from assistant.asides import (
    ABOUT_PAPER,
    ADDRESSED,
    BESIDE_PLACE,
    BESIDE_YEAR,
    FOR_WHAT,
    OF_SECTOR,
    WHOM,
    YEAR_AFTER,
)
from assistant.asked_form import YIELD, asked_form, content_terms, of_part
from assistant.asked_periods import find_asked_periods
from assistant.disagreement import BETWEEN_PAPERS, DISAGREE
from assistant.english_intents import read_english_intent
from assistant.givers import asked_giver
from assistant.guessed_kind import likelier_intent
from assistant.intents import Intent, Status, read_intent
from assistant.kinds import RAISED_TO, Kind, read_kind
from assistant.meeting_years import by_the_end, of_tasks_paper, year_written
from assistant.organisations import ORGANISATION_WORDS
from assistant.page import Page
from assistant.papers import NUMBERED
from assistant.plan_cues import PLAN
from assistant.posts import asked_post, english_post
from assistant.scope import find_asked_places, numbered_place
from assistant.standing import asked_standing, asks_which
from corpus.figure_context import last_month
from corpus.indicators import Form
from corpus.measures import admitted
from corpus.normalize import TOKEN, canonical_tones, fold, syllables
from corpus.periods import first_months
from corpus.places import Place
from corpus.record import Period
from corpus.vocabulary import Vocabulary, respelled


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood. `terms` are its folded content syllables, in order."""

    text: str
    folded: str
    language: Language
    intent: Intent
    by_rules: Intent  # what the rules alone read
    kind: Kind
    form: Form
    periods: tuple[Period, ...]
    places: tuple[Place, ...]
    terms: tuple[str, ...]
    unit: str = ""  # folded unit asked for: "%", "ty", "ho", "xa"...
    status: Status = ""  # of a list of indicators
    post: str = ""  # folded post asked for
    numbered: str = ""  # a place by its number, folded: "khu 8"
    month: int = 0  # of a point in time ("tháng 12/2023"): posts change hands
    average: bool = False
    explicit_kind: bool = False
    meeting: str = ""  # folded "lan thu 16": which meeting is asked about
    spelling: tuple[tuple[str, str], ...] = ()  # folded syllable -> as typed, where it has accents
    leaning: bool = False  # says only a part; the rest comes from the conversation
    written: int = 0  # the year of the paper that is meant: "nghị quyết ban hành năm 2020"
    giver: str = ""  # folded plan giver asked for: "tinh", "huyen"
    background: tuple[str, ...] = ()  # content syllables of the questions that it leans on
    focus: tuple[tuple[str, int], ...] = ()  # records and offsets that the last answer cited

    @property
    def years(self) -> frozenset[int]:
        """The first and the last year of each period asked for."""
        return frozenset(y for p in self.periods for y in (p.first, p.last) if y)


_DAY_ASKED = re.compile(r"^(?!.*\bai\b).*\b(?:ngay|hom) nao\b")
_UNIT = re.compile(
    r"(?:bao nhieu|may|bn|how many|mấy)\s+(?:(?:dong chi|chiec|cai)\s+)?(phan tram|%"
    r"|diem phan tram|ty|trieu|nghin|ha|tan|km|met|chi tieu|ho so|ho|xa|thon|ban|nguoi|lao dong"
    r"|dang vien|doanh nghiep|ngay cong|em|chau"
    r"|hop tac xa|truong(?! hop\b)|luot|vu|giai(?! doan)|hoc sinh|lop|tieu chi|san pham|du an"
    r"|nghi quyet|cap"
    r"|con|may"
    r"|giao vien|lit|m3|khoi|kwh|giuong"
    r"|can(?= nha)|m2|met vuong|thang(?! dau| cuoi| nay)|tuan"
    r"|thanh vien|dai bieu|hoi vien|doan vien|bac si|co dong|phieu"
    r"|suat|giay|cong trinh|nha|cuoc|khach hang|can bo|to|mo hinh"
    r"|tau|thuyen|xe|diem|von|kinh phi|tien(?! (?:do|bo)))\b"
)


# "sửa trạm hết bao nhiêu?", "tiền dịch vụ môi trường rừng là bao nhiêu?"
_SUM_ASKED = re.compile(
    r"\b(?:het|ton) (?:bao nhieu|may)\W*$|\b(?:bao nhieu|may) dong\b(?! (?:chi|bao|y)\b)"
    r"|^\W*(?:so )?tien\b(?!.*%).*\bbao nhieu\W*$"
)
_ALL_YEAR = re.compile(r"\bca nam\b")
_SO_FAR = re.compile(r"\b(?:luy ke|cong don|(?:tinh |ke )?tu dau nam)\b")
_PASSES_MARK = re.compile(
    r"\b(?:vuot|dat|cham|qua|len)(?: duoc| toi| den| qua)* (?:moc|nguong|muc|con so) \d"
)
_MORE_HOUSEHOLDS = re.compile(
    r"\b(?:nhieu|it) ho (?:can )?ngheo\b|\b(?:more|most|fewer|fewest) (?:\w+ )?households\b"
)
_NUMBER_OF = re.compile(r"(?<!lệ )(?<!trong )\bsố (hộ|xã|thôn|doanh nghiệp|đảng viên)\b")
# "có vượt mức HĐND giao không", "did it meet its target": the result beside the plan.
_MEETS_PLAN = re.compile(
    r"\b(?:vuot|dat|hoan thanh|du|ve|kip|giu|nam trong|meet|reach|achieve|exceed)\b.*"
    r"\b(?:ke hoach|chi tieu"
    r"|muc tieu|khong che|yeu cau"
    r"|giao|nghi quyet|du toan|targets?|plans?)\b"
    r"|\bnhu (?:trong )?(?:ke hoach|chi tieu|muc tieu|nghi quyet|de ra|dat ra|cam ket|giao)\b"
    r"|^(?:.* )?(?:ke hoach|chi tieu|muc tieu|du toan)\b.*\b(?:dat|vuot|hoan thanh|ve dich)\b"
    r".{0,12}\b(?:khong|chua)\W*$|\b(?:ke hoach|chi tieu|muc tieu|targets?"
    r"|plans?)\b"
    r".*\b(?:met|reached|achieved|exceeded)\b"
)
_PERCENT = re.compile(r"phan tram|%|percent|what share|ty le|ti le|\brate\b")


def read_question(
    text: str,
    vocabulary: Vocabulary,
    places: Sequence[Place],
    newest_year: int = 0,
    restored: str = "",
    *,
    follows: bool = False,
    meant: Intent | None = None,
) -> Question:
    """A question as understood on its own.

    `places` are those that the library knows; `restored` is the text with its accents put back,
    where it was typed without: it tells "đang" from "đảng". One that `follows` another may leave
    out what it asks for. `meant` is what it asks for, where that is known.
    """
    language: Language = "en" if english.is_english(text, Page.of(text).folded) else "vi"
    typed = english.with_dates(english.with_verbs(text)) if language == "en" else restored or text
    page = Page.of(typed)
    folded = page.unlike_may(page.folded)
    page.mask(FOR_WHAT)
    page.mask(ADDRESSED)
    page.mask(WHOM, spelt=("anh", "chị", "em", "bạn", "bác", "sếp", "mn", "mng", "mọi người"))
    spoken = page.unlike_may(page.left())
    but = "" if "ngoại trú" in page.plain else "|ngoai tru"  # no out-patients
    page.mask(rf"\(?\b(?:khong (?:ke|tinh|bao gom)|chua ke{but})\b[^,.;()?]*\)?")
    called: list[tuple[str, Place]] = []
    if language == "en":
        called += english.named_organisations(typed, places, vocabulary)
        called += english.strange_places(typed, places)
    found_places = _each_once(find_asked_places(typed, page, places, called), vocabulary)
    page.mask(BESIDE_PLACE, spelt=("đảo", "vùng", "miền", "cũ", "mới"))
    page.mask(r"\b(?:phan tram|%) (?:so )?dan so\b(?=\W*$)")
    # without the places: "giao" in a district's name sets no target
    bare, bare_plain = (" ".join(text.split()) for text in (page.left(), page.rest()))
    written = year_written(page)
    page.mask(r"\b(?:nq|nghi quyet)(?: so)? \d{1,3}(?= thang \d)")  # "NQ 09 tháng 7/2020"
    periods = find_asked_periods(page, newest_year)
    if _SO_FAR.search(folded):  # "tháng 9 ... lũy kế": from January on
        periods = [first_months(p.first, last_month(p.part)) or p for p in periods]
    if any(p.level == "trường" for p in found_places):  # "khóa 2024-2025": of a school's years
        periods = [p.as_school_year() for p in periods]
    reads = read_english_intent if language == "en" else read_intent
    intent = by_rules = meant or reads(bare, bare_plain, periods, found_places)
    disagree = DISAGREE.search(folded) is not None
    kind, explicit = read_kind(re.sub(BETWEEN_PAPERS, " ", bare) if disagree else bare, bare_plain)
    if intent == "yes_no" and not kind and re.search(r"\bchua\W*$", folded):
        kind = "result"  # "xóa xong chưa?": a plan says nothing of it
    if not (follows or meant) and language == "vi":
        intent = likelier_intent(text, intent, len(found_places), periods)
    if intent == "task":
        periods, written = of_tasks_paper(folded, periods, written)
    if kind == "amended_target":  # "giữa năm 2023 chỉnh lại chỉ tiêu": when it was amended
        mid_year = re.search(r"\bgiua (?:nam )?\d{4}", folded) is not None
        periods = [replace(p, part="") if mid_year and p.part == "h1" else p for p in periods]
    if kind == "target":
        periods = [by_the_end(p, folded) for p in periods]
        if intent == "value" and _ALL_YEAR.search(folded):  # a half-year's paper plans the year
            periods = [replace(p, part="") if p.part != "school" else p for p in periods]
    ahead = periods and 0 < newest_year < min(p.first for p in periods)
    if kind == "result" and ahead and not (follows and YEAR_AFTER.search(folded)):
        kind = "target"  # "năm 2026 còn bao nhiêu hộ nghèo?": of a year to come
    if intent == "yes_no" and _MEETS_PLAN.search(folded):
        intent, kind = "plan_share", ""
    if intent == "yes_no" and _PASSES_MARK.search(bare):
        kind, explicit = "result", True  # "có vượt được mốc 60% như đề ra không?"
    if intent == "value" and re.search(r"\b(?:bao nhieu|may) diem phan tram\b", bare):
        intent = "change"  # no rate counts in points
    if intent == "plan_share" or (intent == "yes_no" and PLAN.search(folded)):
        kind, explicit = "", False  # the plan is the yardstick
    if intent == "why" and kind == "target":
        kind, explicit = "", False  # "vì sao không đạt chỉ tiêu": of what was reached
    page.mask(r"(?<!dau )(?<!cuoi )(?<!ca )\b(?:nam|thang|ngay|quy)\s*\W*$")
    page.mask(BESIDE_YEAR)
    page.mask(r"(?<=\bke hoach )(?:la )?\d[\d.,]* ?%?")  # the yardstick's own value
    page.mask(r"\bchenh(?: lech)?(?: nhau)?\b")
    page.mask(r"\b(?:(?:nam|thang|quy|vu|nhiem ky|thoi gian) )?vua (?:qua|roi)\b")
    page.mask(ABOUT_PAPER)
    page.mask(OF_SECTOR)
    page.mask(rf"{NUMBERED}[\w/-]*")
    page.mask(english.NTH_MEETING + r"\w+")
    if disagree:
        page.mask(BETWEEN_PAPERS)
    page.mask(DISAGREE.pattern)
    page.mask(RAISED_TO)
    page.mask(
        r"\b(?:hoi nghi |ky hop |phien )?(?:bch )?(?:lan )?(?:thu )?lan (?:thu )?(?:\d+|[ivx]+)\b"
        r"|(?<=dai hoi )(?:dang bo )?(?:lan )?(?:thu )?[ivxl]{1,6}\b"
        r"|\b(?:ky hop|phien|khoa) (?:thu )?(?:\d+|[ivx]+)\b|(?<=hoi nghi )\d{1,2}\b"
    )
    counted = (
        "(?:ha|tan|ty|trieu|km|nguoi|em|chau|luot|vu|con|cap|can|ngoi|chiec|suat|met vuong|met"
        "|m2|m3|m|kwh|kg|lit)"
    )
    page.mask(
        rf"(?<=bao nhieu ){counted}\b(?! (?:dong|nghiep|bo\b))"
        rf"|(?<=may ){counted}\b(?! (?:dong|nghiep|bo\b))"
    )
    unit_match = _UNIT.search(spoken)
    counted_in = unit_match[1] if unit_match else ""
    # "kết nạp bao nhiêu hội viên"
    form = admitted(asked_form(page, intent, vocabulary, folded, counted_in), counted_in)
    if (
        intent == "compare"
        and len(found_places) < 2
        and re.search(r"(?:target|plan)\b", folded)
        and language == "en"
    ):
        intent, kind, explicit = "plan_share", "", False
    form = of_part(form, folded, page.plain, vocabulary)
    if language == "en":
        form, phrases = english.read_asked(form, page.rest(), typed, vocabulary)
        terms = tuple(w for phrase in phrases for w in syllables(phrase))
        spelling = _spelling(f"{text} {' '.join(phrases)}")
        if any(p.is_organisation for p in found_places):  # "high school" is a part of the name
            terms = tuple(w for w in terms if w not in ("trung", "hoc", "pho", "thong"))
    else:
        terms, spelling = content_terms(page.rest(), vocabulary), _spelling(text)
    else_whole = {*syllables(folded), *re.findall(r"\S*\d\S*", folded)}
    terms = tuple(w for w in terms if len(w) > 1 or w in else_whole)  # no half of a masked word
    form = replace(form, rest=tuple(w for w in form.rest if len(w) > 1 or w in else_whole))
    if any(p.is_organisation for p in found_places):
        terms = tuple(w for w in terms if w not in ORGANISATION_WORDS)
        kinds = [fold(p.level) for p in found_places if p.is_organisation]
        said = {w for k in kinds if k in folded or language == "en" for w in syllables(k)}
        terms = tuple(w for w in terms if w not in said)
        form = replace(form, rest=tuple(w for w in form.rest if w not in said))
    if unit_match and unit_match[1] == "ha" and page.plain[slice(*unit_match.span(1))] == "hả":
        unit_match = None  # "được bao nhiêu hả bạn?"
    if (
        unit_match
        and form.rate
        and unit_match[1] not in ("phan tram", "%")
        and len(re.findall(r"bao nhieu|\bmay\b", folded)) > 1
    ):
        unit_match = None  # "tỷ lệ ... còn bao nhiêu, mấy hộ": both
    unit = unit_match[1] if unit_match else ("%" if _PERCENT.search(folded) else "")
    if not unit and re.search(r"\bso tien\b(?! do\b)", folded):
        unit = "tien"
    if not unit and intent == "compare" and _MORE_HOUSEHOLDS.search(folded):
        unit = "ho"  # "xã nào nhiều hộ nghèo hơn": no rates
    if not unit and (number := _NUMBER_OF.search(page.plain)):
        unit = fold(number[1])  # "số hộ nghèo": a count, no rate
    if unit in ("em", "chau"):
        unit, terms = "nguoi", (*terms, "chau") if unit == "chau" else terms
    if not unit and _SUM_ASKED.search(folded):
        unit = "tien"
    if YIELD.search(folded):
        unit = "ta/ha"
    if intent == "fulfilled" and not re.search(r"\bgiao\b|de ra (?:bao|may)", folded):
        kind, explicit = "", False  # "chỉ tiêu" is what is counted, no plan
    if intent == "vote" and unit == "dai bieu":
        unit = ""  # of those who voted for it, "36/41 tán thành"
    if measured := re.search(rf"\b(?:how many|in) ({'|'.join(english.UNITS)})\b", folded):
        unit = english.UNITS[measured[1]]
    if unit_match and unit not in _COMMON_UNITS:
        terms = tuple(dict.fromkeys((*terms, *syllables(unit))))
    if len(terms) < 3:  # little else to go by: the kind of paper or meeting helps
        terms = tuple(
            dict.fromkeys(
                (*terms, *(w for phrase in _PAPERS if phrase in folded for w in syllables(phrase)))
            )
        )
    status = asked_standing(folded, intent, form, language)
    if status and asks_which(folded, intent, form):
        intent = "list"
    if intent == "who" and _DAY_ASKED.search(folded):
        intent = "when"  # "bầu ông A làm Chủ tịch hôm nào?"
    post = asked_post(folded, vocabulary, found_places)
    if language == "en" and intent == "value" and re.match(r"\W*who\b", folded):
        intent = "who"
    if intent == "value" and post and not (form.families or _AMOUNT_ASKED.search(folded)):
        known = {*post.split(), *_BESIDE_POST}
        if not [w for w in re.findall(r"\w+", bare) if w not in known and not w.isdigit()]:
            intent = "who"  # "bí thư xã A": a post alone asks who holds it
    if post and re.search(r"\bten (?:la )?gi\b", folded):
        intent = "who"  # "Trưởng Công an huyện tên là gì?"
    if language == "en" and intent == "who":
        post = post or english_post(folded, vocabulary, found_places)
    month = next((int(p.part[1:]) for p in periods if re.fullmatch(r"m\d+", p.part)), 0)
    average = intent != "trend" and bool(
        re.search(
            r"bình quân (?:mỗi|hằng|hàng|các|một|1) năm|mỗi năm|hằng năm|hàng năm|per year"
            r"|each year",
            page.plain,
        )
    )
    return Question(
        text=text, folded=folded, language=language, intent=intent, by_rules=by_rules, kind=kind,
        form=form,
        periods=tuple(periods), places=tuple(found_places), terms=terms, unit=unit,
        status=status, post=post, month=month, numbered=numbered_place(folded),
        spelling=spelling, average=average, explicit_kind=explicit,
        meeting="" if disagree else _meeting(page), written=written,
        giver=asked_giver(re.sub(FOR_WHAT, " ", folded)),
    )  # fmt: skip


_COMMON_UNITS = ("%", "phan tram", "nguoi", "ty", "trieu", "nghin", "ha", "km", "tan")
_AMOUNT_ASKED = re.compile(r"bao nhieu|\bmay\b|so luong|ty le|how many")
_BESIDE_POST = frozenset(
    syllables("xã huyện phường thị trấn tỉnh thành phố của hiện nay là năm thế còn thì sao vậy nhỉ")
)
_ONES = r"(?:mot|nhat|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin)"


def _meeting(page: Page) -> str:
    """Which meeting: its number, or the number of the resolution that it passed."""
    folded = page.folded
    if folded != page.plain:  # "thu năm 2023" is no "thứ năm"
        folded = re.sub(
            r"\bthu\b", lambda m: "thu" if page.plain[m.start() : m.end()] == "thứ" else "-", folded
        )
    folded = re.sub(r"\bnq (?=(?:so )?\d)", "nghi quyet ", folded)
    folded = re.sub(r"\b(\d+)(?:st|nd|rd|th)\b", r"thu \1", folded)
    folded = re.sub(
        english.NTH_MEETING,
        lambda m: f"thu {english.ORDINALS.index(m[1]) + 1} ",
        folded,
    )
    folded = re.sub(
        r"\b(?:lan|ky hop|phien|hoi nghi) (\d{1,2}|[ivx]{2,})\b(?! ?/)", r"lan thu \1", folded
    )
    match = re.search(
        rf"(?:lan )?(?<!con )thu (?:\d+|[ivx]+|muoi(?: {_ONES})?|{_ONES})\b"
        rf"|{NUMBERED}",
        folded,
    )
    if match and match[0].startswith("thu ") and not _GATHERS.search(folded):
        return ""  # "mở quầy tiếp nhận thứ 5"
    return match[0] if match else ""


_GATHERS = re.compile(
    r"\b(?:hop|hoi nghi|phien|dai hoi|lan|bch|ban chap hanh|hdnd|nghi quyet|meeting|session"
    r"|conference|congress)\b"
)


def _each_once(places: Sequence[Place], vocabulary: Vocabulary) -> list[Place]:
    """Places without those that are named by initials once more: "Hạ tầng KCN Sơn Ca"."""
    named: dict[tuple[str, tuple[str, ...]], Place] = {}
    for place in places:
        named.setdefault((place.level, respelled(place.name, vocabulary)), place)
    return list(named.values())


def _spelling(text: str) -> tuple[tuple[str, str], ...]:
    """Accents as the user typed them: what tells "gộp" from "góp" where both fold alike."""
    pairs = ((syllables(t), t) for t in TOKEN.findall(canonical_tones(text)) if not t.isascii())
    return tuple((folded[0], token) for folded, token in pairs if folded)


_PAPERS = (
    "nghi quyet",
    "dieu chinh",
    "chi tieu",
    "hoi nghi",
    "dai hoi",
    "ky hop",
    "bao cao",
    "de an",
    "ke hoach",
    "du toan",
)
