"""The hard conditions of a figure: the unit, the place and the period that were asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.knowledge import Known
from assistant.organisations import is_short_for
from assistant.question import Question
from corpus.figure_context import last_month
from corpus.normalize import fold
from corpus.places import FOLDED_RANKS, LEVEL_RANK, Place
from corpus.record import Figure, FigureKind, Period
from corpus.vocabulary import Vocabulary, respelled

PLAN: tuple[FigureKind, ...] = ("plan_share", "plan_excess", "plan_shortfall")

# Folded unit asked for -> pattern of the folded units that answer it.
_UNIT_GROUPS: dict[str, str] = {
    "%": r"%|phan tram|diem",
    "phan tram": r"%|phan tram|diem",
    "diem phan tram": r"%|phan tram|diem",
    "diem": r"%|phan tram|diem",
    "ty": r"ty|ti|trieu|dong(?! chi)",
    "tien": r"dong(?! chi)|usd|(?:ty|ti|trieu|nghin|ngan)(?: ty)?(?: dong|$)",
    "trieu": r"ty|ti|trieu|tr\b|dong(?! chi)|nghin|usd",
    "nghin": r"nghin|ngan|dong(?! chi)|tan",
    "ha": r"ha|hec.?ta",
    "tan": r"tan|ta|kg",
    "ta/ha": r"(?:ta|tan)\W*ha",
    "nguoi": (
        r"nguoi|em\b|chau\b|lao dong|dang vien|hoc sinh|dai bieu|thanh vien|dong chi"
        r"|co dong|can bo|giao vien|khach|doi tuong|quan chung|thanh nien|cong nhan|doan vien"
        r"|hoi vien|nong dan|bac si|nhan vien|vien chuc|cong chuc"
    ),
    "lao dong": r"lao dong|nguoi",
    "dang vien": r"dang vien|nguoi|dong chi|d/c|quan chung",
    "von": r"ty|ti|trieu|nghin|dong(?! chi)|usd",
    "kinh phi": r"ty|ti|trieu|nghin|dong(?! chi)|usd",
    "xa": r"xa|^$",
    "can": r"can|nha|ngoi|ho",
    "ho": r"ho",
    "luot": r"luot|khach|nguoi",
    "doanh nghiep": r"doanh nghiep|^$",
    "tieu chi": r"tieu chi|^$",
    "can bo": r"nguoi|can bo|cong chuc|dong chi",
    "km": r"km|m\b|cay so",
    "met": r"m\b|met\b",
    "dai bieu": r"dai bieu|vi\b|dong chi|nguoi",
    "hoc sinh": r"hoc sinh|em\b|nguoi",
    "m2": r"m2|m²|met vuong",
    "met vuong": r"m2|m²|met vuong",
    "khoi": r"m3|m³|khoi|met khoi",
    "m3": r"m3|m³|khoi|met khoi",
}


# "sinh năm bao nhiêu?": no figure tells it
BIRTH = r"\bsinh (?:vao )?(?:nam|ngay) (?:bao nhieu|nao|may)\b"
_OF_A_PERSON = re.compile(BIRTH)
# "mấy cháu mồ côi": things, of which none is money
_COUNTS_THINGS = re.compile(
    r"(?<!\w)mấy (?!(?:tiền|tỷ|tỉ|triệu|nghìn|ngàn|đồng|phần|điểm|lần|năm|tháng|ngày|giờ|phút|tuổi"
    r"|hôm|nay|khi|mươi|trăm|chục)\b)[^\W\d]{2,}",
    re.I,
)
RESULTS: tuple[FigureKind, ...] = ("result", "estimate")
TARGETS: tuple[FigureKind, ...] = ("target", "amended_target", "former_target")
PERCENT = ("%", "phan tram", "diem phan tram")  # as a question names the unit


_LEVEL_ASKED = re.compile(r"\b(?:xuong|len|xuong con|ve con|o muc) (?:bao nhieu|may)\b(?! diem)")


def unit_fits(question: Question, known: Known) -> bool:
    """Whether the value has the unit that the question asks for."""
    unit = " ".join(respelled(known.figure.value.unit, Vocabulary.load()))
    if not unit.isascii() or not unit or known.figure.value.unit.startswith("%"):
        unit = fold(known.figure.value.unit)  # "%/năm"
    kind = known.figure.kind
    if question.intent == "fulfilled" and unit not in ("", "chi tieu"):
        return False  # "mấy chỉ tiêu đạt?": a number of targets
    asked = question.unit
    if kind in PLAN or kind == "change":
        # "hết bao nhiêu tiền" is not answered by a share of the plan
        return question.intent != "value" or not asked or (asked in PERCENT) == (unit[:1] == "%")
    points = re.match(r"điểm (?:%|phần trăm)", known.figure.value.unit) is not None
    if (points and not _MOVES.search(question.folded)) or (
        unit.startswith("diem") and _LEVEL_ASKED.search(question.folded)
    ):
        return False  # "xuống còn bao nhiêu phần trăm?": not by how much
    if re.search(r"/\s?ngày", known.figure.value.unit) and not _A_DAY.search(question.folded):
        return False  # "tổng số hồ sơ?": not how many a day
    if re.search(r"\bdien tich\b", question.folded) and not asked and kind in (*RESULTS, *TARGETS):
        return not unit or re.match(r"ha\b|hec.?ta|m2|m²|km2|km²|%|met|mau|sao", unit) is not None
    share = unit.startswith("%") and kind in (*RESULTS, *TARGETS)
    if share and not asked and _COUNTS_NOUN.search(question.folded):
        return False  # "bao nhiêu giường bệnh?": no share of them
    if _OUTPUT.search(question.folded) and not asked and _NO_OUTPUT.match(unit):
        return False  # "sản lượng sầu riêng?": not on how much land
    if _OF_A_PERSON.search(question.folded):
        return False
    counts = "how many" in question.folded and asked not in PERCENT
    if counts and not _COUNTS_MONEY.search(question.folded) and _NO_COUNT.match(unit):
        return False  # "How many poor households": no rate, no sum of money
    if (
        not asked
        and _COUNTS_THINGS.search(question.text)
        and re.search(r"\b(?:dong(?! chi)|usd)\b", unit)
    ):
        return False  # "mấy cháu mồ côi?": no sum of money
    if not asked:
        return not (unit.startswith("%") and _share_of_money(question, known))
    if asked == "%":
        explicit = re.search(r"phan tram|%|percent|\brate\b", question.folded)
        if explicit or question.form.rate:
            return bool(re.match(_UNIT_GROUPS["%"], unit)) or (
                known.figure.value.ratio and not explicit
            )
        return True
    if asked == "tan" and "/ha" in known.figure.value.unit and "nang suat" not in question.folded:
        return False  # the output, no yield
    measured = unit if "/" in asked else unit.split("/")[0]  # "mấy xã": not "13 tiêu chí/xã"
    if re.search(rf"(?<!\w)(?:{_UNIT_GROUPS.get(asked, re.escape(asked))})", measured):
        return True
    # "số hộ nghèo: 171", "Số hội viên | người | 1.124"
    if not unit and asked == "nguoi" and set(known.form.rest) <= {*question.form.rest, "nu"}:
        return True  # "kết nạp 214 đảng viên, trong đó 121 là người dân tộc, 74 nữ"
    if not unit and asked == "nguoi" and known.figure.parent is not None:
        return True
    if not unit and asked == "nguoi" and _OF_PEOPLE.search(fold(known.figure.topic)):
        return True  # "Khá | 302" under "Số học sinh"
    counted = re.search(r"%|dong|usd|\bha\b|\bkm|\btan\b|\bta\b", unit) is None
    # "Khách hàng mới | hộ | 3.200", but no "số chuyển lên doanh nghiệp | hộ | 39"
    opens = rf"(?:tong )?(?:so )?(?:luong )?{re.escape(asked)}\b"
    named = fold(known.figure.indicator)
    listed = asked in _LISTED and re.search(rf"\b{asked}\b", fold(known.figure.topic))
    if not unit and listed:
        return True  # "Mầm non | 17" in a column or a table that counts schools
    return counted and (asked in named if not unit else re.match(opens, named) is not None)


# What tables count by kinds, in cells without a unit.
_LISTED = ("truong", "lop", "xa", "phuong", "thon", "ban", "ap", "cho", "tram", "du an")
_COUNTS_MONEY = re.compile(r"\bhow many (?:\w+ )?(?:billions?|millions?|dong|dollars|vnd)\b")
_NO_COUNT = re.compile(r"%|.*\b(?:(?<!lao )dong(?! chi)|usd)\b")
_A_DAY = re.compile(r"\bngay\b|binh quan|trung binh|\bday\b|daily|average|cong suat")
_MOVES = re.compile(r"\b(?:giam|tang|diem|ha|keo|nang|bot|hon|kem|thap|cao|chenh|points?|by)\b")
_COUNTS_NOUN = re.compile(
    r"^(?!.*\b(?:ty le|ti le|ty trong|cong suat|phan tram)\b)(?!.*%)"
    r".*\b(?:bao nhieu|may|so|so luong) (?:giuong|tram|phong|khoa|bac si|giao vien|hoc sinh|tre|ca"
    r"|cay|nguoi|ho|co so|cong trinh|du an|thon|vu|doanh nghiep|luot|suat|buoi|cuoc|mo hinh|lop"
    r"|chau|em|tin bao|ho so|don|doi tuong|truong hop|the|tai khoan|san pham|hoi vien|doan vien)\b"
)
_OUTPUT = re.compile(r"\bsan luong\b")
_NO_OUTPUT = re.compile(
    r"(?:ha|ho|nguoi)\b|hec.?ta|m2|m²|km|(?:ta|tan)\W*ha|(?:nghin |trieu )?dong/"
)
_OF_PEOPLE = re.compile(r"\bso (?:luong )?(?:hoc sinh|nguoi|em|hoi vien|dang vien|lao dong)\b")
_MONEY = re.compile(r"(?:tổng )?(?:thu|chi|doanh thu|lợi nhuận|dư nợ)(?!\w)(?! hút)", re.I)


def _share_of_money(question: Question, known: Known) -> bool:
    """Whether an amount is asked for ("lãi bao nhiêu?") and a figure is a percentage of one."""
    if question.intent != "value" or known.form.rate or known.form.growth:
        return False
    labels = Vocabulary.load().labels
    return any(_MONEY.match(labels.get(f, "")) for f in question.form.families)


def place_fits(question: Question, place: Place | None) -> bool:
    """Whether a figure's place is (one of) the question's; any place where it names none."""
    if not question.places:
        return True
    return any(same_place(asked, place) for asked in question.places)


# "Hội Nông dân huyện", "toàn xã": a level without a name, but for one that gives plans.
_LEVEL_ALONE = re.compile(
    r"\b(?:hoi (?!nghi|truong)\w+ \w+|toan|dang bo|ubnd|hdnd|dia ban) "
    r"(huyen|thi xa|thanh pho|xa|phuong|dac khu|thi tran)\b(?! (?:giao|nao|uy|da giao|hoi))"
)


def level_asked(question: Question) -> int | None:
    """The rank of the level that a question names without a place."""
    said = None if question.places else _LEVEL_ALONE.search(question.folded)
    return FOLDED_RANKS[said[1]] if said else None


def level_fits(rank: int | None, place: Place | None) -> bool:
    """Whether a figure's place is of the level asked for, if one is."""
    if rank is None or place is None or place.is_organisation:
        return True
    return LEVEL_RANK[place.level] == rank


def numbered_fits(asked: str, figure: Figure) -> bool:
    """Whether a figure names the numbered place asked for, if one is; the whole's is another."""
    said = fold(f"{figure.indicator} {figure.topic} {figure.place}") if asked else ""
    return re.search(rf"\b{asked}\b", said) is not None if asked else True


def same_place(asked: Place, place: Place | None) -> bool:
    """One name at one level; an organisation's name may be given in part."""
    if place is None or asked.key != place.key:
        return place is not None and _same_organisation(asked, place)
    if asked.is_organisation != place.is_organisation:
        return False
    if asked.key.isdigit() and asked.level != place.level:
        return False  # "khu phố 4" is no "tổ dân phố 4"
    if asked.is_organisation and asked.level != place.level:
        return False  # a cooperative and a credit fund of one name
    a, b = LEVEL_RANK.get(asked.level), LEVEL_RANK.get(place.level)
    return a is None or b is None or asked.level == place.level


def _same_organisation(one: Place, other: Place) -> bool:
    """Whether an organisation is named in part: "Cảng cá A" is "Cảng cá và dịch vụ A"."""
    if not (one.is_organisation and other.is_organisation):
        return False
    if one.key in other.key or other.key in one.key:
        return True
    return is_short_for(one, other) or is_short_for(other, one)


def stands_for(asked: Place, place: Place | None) -> bool:
    """Whether a place tells of the one asked for: itself, or a district's health centre."""
    if same_place(asked, place):
        return True
    if place is None or asked.is_organisation:
        return False
    return place.level in ("trung tâm y tế", "bệnh viện") and asked.key == place.key


def tells_of_asked(question: Question, place: Place | None) -> bool:
    """Whether a place is (one of) the question's or stands for it; any where it names none."""
    return not question.places or any(stands_for(asked, place) for asked in question.places)


def period_fit(asked: Sequence[Period], period: Period | None) -> float:
    """1 for the same period, less for a looser one, 0 for another; 0.5 where none is asked."""
    if not asked:
        return 0.5
    if period is None:
        return 0.0
    return max(_one_fit(a, period) for a in asked)


def sums_up_years(question: Question, figure: Figure) -> bool:
    """Whether a sum of money of a whole term is told where one year's is asked for."""
    period, value = figure.period, figure.value
    if period is None or not period.is_term or period.part == "school" or figure.average:
        return False
    years = question.periods and not any(p.is_term or p.part == "by" for p in question.periods)
    return bool(years) and "/" not in value.unit and _SUM.match(fold(value.unit)) is not None


_SUM = re.compile(r"(?:(?:ty|trieu|nghin|ngan)\b\s*)+(?:dong)?$|dong$")


def just_over(period: Period, month: int) -> bool:
    """Whether a part of the year had ended shortly before: a year's end tells no nine months."""
    if period.part in ("", "by", "school", "h2", "q4"):
        return True
    return 0 <= month - last_month(period.part) <= _SHORTLY


_SHORTLY = 2  # months
_EARLY = 4  # the month up to which papers sum up the year before


def _months(part: str) -> int:
    """How many months of the year a part of it takes from January on, 0 for other parts."""
    if part.startswith("to"):
        return int(part[2:])
    return {"q1": 3, "h1": 6}.get(part, 0)


def _one_fit(asked: Period, period: Period) -> float:
    if asked == period:
        return 1.0
    if asked.is_term and asked.part != "school":
        if period.is_term:
            return 0.9 if (asked.last == period.last) else 0.0
        return {"by": 0.8, "": 0.6}.get(period.part, 0.0) if period.first == asked.last else 0.0
    if period.is_term and period.part != "school":
        return {"by": 0.6, "": 0.4}.get(asked.part, 0.0) if asked.first == period.last else 0.0
    if asked.part == "school" or period.part == "school":
        years = {asked.first, asked.last} & {period.first, period.last}
        if asked.part == period.part:
            return 0.0
        return 0.4 if years else 0.0
    if asked.first != period.first:
        return 0.0
    plain = ("", "by")
    if asked.part in plain and period.part in plain:
        return 0.85
    if month := re.fullmatch(r"m(\d+)", asked.part):
        if period.part in plain:
            return 0.5
        return 0.6 if _months(period.part) == int(month[1]) else 0.0
    if period.part in ("m12", "m11", "to11") and asked.part == "":
        return 0.4
    return 0.0


OF_MEETING = 0.4  # of a figure whose record is of the year asked for, itself being of another
_SEASON = re.compile(
    r"(?:dong|chiem) xuan|he thu|thu dong|vu (?:mua|xuan|dong|chiem)|lua (?:mua|xuan|chiem)"
)


def season_fit(question: Question, known: Known) -> float:
    """A season asked for by name is over where the half-year's report tells of it."""
    asked, period = _SEASON.search(question.folded), known.figure.period
    if asked is None or period is None or period.part not in ("h1", "to9"):
        return 0.0
    told = fold(f"{known.figure.indicator} {known.figure.topic}")
    of_year = any(p.first == period.first and p.part in ("", "by") for p in question.periods)
    return OF_MEETING if of_year and asked[0] in told else 0.0


def state_fit(question: Question, known: Known) -> float:
    """A rate that a month's meeting tells is how things stood up to that month."""
    figure = known.figure
    month = re.fullmatch(r"m(\d+)", figure.period.part) if figure.period else None
    told = (*RESULTS, "target")
    if month is None or figure.kind not in told or not figure.value.unit.startswith("%"):
        return 0.0
    ends = {(p.first, _months(p.part)) for p in question.periods}
    return OF_MEETING if (figure.period and (figure.period.first, int(month[1])) in ends) else 0.0


def month_fits(question: Question, known: Known) -> bool:
    """Whether a figure of a whole year can tell of the month asked for: said in that month."""
    period, day = known.figure.period, known.info.date
    months = [int(p.part[1:]) for p in question.periods if re.fullmatch(r"m\d+", p.part)]
    if not months or period is None or period.part not in ("", "by"):
        return True
    if re.search(rf"\bthang 0?{months[0]}\b", fold(known.figure.indicator)):
        return True  # "... mưa tuyết tháng 2 làm chết ..."
    return day is not None and day.year == period.first and day.month - months[0] in (0, 1)


# What a meeting is asked about: its year may be the question's, whatever its figures tell of.
_OF_A_MEETING = re.compile(
    r"\b(?:hop|hoi nghi|dai hoi|ky hop|phien|cuoc|buoi|bao cao|nghi quyet|bien ban|thong bao|bau"
    r"|bieu quyet|thong qua|du|co mat|vang|trieu tap|dai bieu|co dong|chat van|kien nghi|giao"
    r"|cam ket|yeu cau|meeting|session|congress|conference|attended|present)\b"
)


def held_in(question: Question, known: Known) -> bool:
    """Whether a figure's record is of the year asked for, where a meeting is asked about."""
    day = known.info.date
    if not _OF_A_MEETING.search(question.folded) and day is not None and day.month <= _EARLY:
        return False  # in January the year before is told of
    if known.figure.period is not None and known.figure.period.part not in ("", "by"):
        return False  # a quarter's figure is no year's
    planned = known.figure.kind not in RESULTS  # a plan is the year's, whenever it is asked for
    return day is not None and any(
        p.first <= day.year <= p.last and (planned or just_over(p, day.month))
        for p in question.periods
    )
