"""Puts readings of clauses and table cells into their context: the record's `Figure`s."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.amendments import is_only_asked_for, tells_of_amending
from corpus.amounts_passed import with_reached
from corpus.bare_measures import is_bare, measure_of
from corpus.clause_place import (
    beside_level_above,
    counts_places,
    headed_place,
    is_organisation,
    of_level_above,
    own_bracket,
    own_words,
    place_below,
    place_of_clause,
    whole_place,
)
from corpus.criteria import as_criteria
from corpus.cues import mood_of_sentence
from corpus.document import Block, Document, Span
from corpus.figure_context import (
    TARGETS,
    due_by,
    due_later,
    has_ended,
    inside_brackets,
    is_ahead,
    month_widened,
    named_period,
    named_place,
    not_ahead,
    so_far,
    year_before,
    years_end,
)
from corpus.figure_kind import kind_of
from corpus.givers import given_right_before
from corpus.indicators import Form, read_form
from corpus.labels import opens_with_year, topic_of, without_part, without_places
from corpus.listed_places import named_alone, told_of_place
from corpus.measures import measured_form
from corpus.metadata import Metadata
from corpus.month_parts import before_month_alone, cumulated
from corpus.names import names_something
from corpus.outline import Statement
from corpus.own_period import year_met
from corpus.places import find_places
from corpus.prose import OF_LEVEL, read_clause
from corpus.quantities import find_quantities
from corpus.record import Figure, Period, Quantity
from corpus.roles import Reading
from corpus.sentence_head import Head
from corpus.since import compared_one_by_one
from corpus.table_figures import figures_of_tables, worded_cells
from corpus.terms import closes, unnamed_term
from corpus.vocabulary import Vocabulary


def read_figures(
    document: Document, statements: list[Statement], metadata: Metadata, vocabulary: Vocabulary
) -> tuple[Figure, ...]:
    """All figures of a record in reading order."""
    figures: list[Figure] = []
    subject, spoken = "", -1  # the indicator last spoken of, and in which block
    topic = ""
    spoken_of: Figure | None = None  # the figure whose indicator that is
    yearly = ""  # the label under which a sentence tells years one by one
    head, headed = Head(), Span(0, 0)  # what opens a sentence
    below = ""  # the place that the line above names: "3. Xã Kim Sơn"
    outer: dict[Span, Span | None] = {}  # sentence -> the clause that opens the list it is in
    for statement in statements:
        outer.setdefault(statement.sentence, statement.opener)
        block = document.blocks[statement.block]
        if block.kind == "row":
            continue
        text = document.quote(statement.span)
        if statement.block != spoken:
            below = place_below(document, block, metadata.place, below)
            subject, topic, spoken = "", "", statement.block
            spoken_of = spoken_of if Head.parts(text) else None
        if Head.parts(text) and spoken_of is not None:
            topic = topic or spoken_of.indicator  # "Trong đó: thủy lợi 1,1 tỷ đồng; vật tư 4,3"
        if _ITEM.match(text):
            subject = topic = ""  # "3. ..." leans on nothing said in "2. ..."
        if (
            _DATELINE.search(text)
            and len(text) < _LONGEST_DATELINE
            or _COLUMNS.match(document.text, block.start, block.end)
        ):
            continue
        label = topic_of(text)
        carried = yearly if statement.sentence == headed else ""
        if label and text.endswith(":"):
            yearly = label
        else:
            yearly = (label or carried) if opens_with_year(text) else ""
        if told_of := label or yearly:
            subject = topic = told_of
        before = len(figures)
        if statement.sentence != headed:
            head, headed = Head.over(text, spoken_of), statement.sentence
        for figure in _of_clause(
            document,
            statement,
            metadata,
            vocabulary,
            len(figures),
            subject,
            topic,
            outer[statement.sentence],
            head,
            headed_place(document.text[block.start : block.end], metadata.place) or below,
        ):
            if yearly and len(figures) == before and not Form.of(figure.key).families:
                form = measured_form(yearly, figure.value, vocabulary, figure.growth)
                figure = replace(figure, indicator=yearly, key=form.key, topic="")
            if not head.name and Form.of(figure.key).families:
                head = Head.of(figure)
            goes_on = subject and is_bare(figure.indicator)  # "...; năng suất 27 tạ/ha; sản lượng"
            if figure.kind in _SPOKEN_OF and len(figures) == before and not goes_on:
                subject, spoken_of = figure.indicator, figure
            heads = block.kind == "heading" or (text.isupper() and len(text.split()) > _SHOUTED)
            if heads and not (figure.kind == "fulfilled" or _in_capitals(block, figure)):
                continue
            figures[before:] = with_reached(document.text, figures[before:], figure, before)
        if len(figures) == before and len(text) < _SHORT:
            # "Xã A đạt chuẩn nông thôn mới; lũy kế 9/11 xã"
            subject = _ITEM_NUMBER.sub("", text.strip(" .;:+–•*-"))
    rows = {s.block: s for s in statements if document.blocks[s.block].kind == "row"}
    for figure in figures_of_tables(document, rows, metadata, vocabulary):
        figures.append(replace(figure, ordinal=len(figures)))
    read = {figure.statement for figure in figures}
    for row in rows.values():
        if row.span in read:
            continue
        name, *pieces = worded_cells(document, row)
        for piece in pieces:
            of = document.quote(name.span)
            for figure in _of_clause(document, piece, metadata, vocabulary, len(figures), "", of):
                figures.append(replace(figure, ordinal=len(figures)))
    return tuple(figures)


_ITEM = re.compile(r"\W*\d{1,2}[.)]\s")
# "Lệ phí ........ 68,0 - 74,8 - 110,0%": columns without heads
_COLUMNS = re.compile(r"(?:\d+\.)?[^.\n]{3,80}\.{4,}\s*\d[\d.,]*\s*[-–|]\s*\d")
_ITEM_NUMBER = re.compile(r"^(?:\(\d{1,2}\)|(?:\d{1,2}|[IVX]+|[a-zđ])[.)])\s+")
_SPOKEN_OF = ("result", "estimate", "target", "former_target", "amended_target")


def _in_capitals(block: Block, figure: Figure) -> bool:
    """Whether a value has a unit in a paragraph set in capitals: no title counts in hectares."""
    return block.kind != "heading" and bool(figure.value.unit)


_DATELINE = re.compile(
    r"lượt (?:xem|đọc|truy cập)|bình luận\W{1,3}\d|cỡ chữ|\bGMT\b"
    r"|\d{1,2}:\d{2}(?::\d{2})?\s*(?:$|\|)",
    re.I,
)
_LONGEST_DATELINE = 140  # characters
_SHOUTED = 4  # words from which on capitals are a heading, not an abbreviation ("BHYT 93,5%")
_SHORT = 80  # characters of a clause that can name what the next one counts


def _of_clause(
    document: Document,
    statement: Statement,
    metadata: Metadata,
    vocabulary: Vocabulary,
    first: int,
    subject: str,
    topic: str,
    opener: Span | None = None,
    head: Head | None = None,
    below: str = "",
) -> Iterator[Figure]:
    if not find_quantities(document.text, statement.span.start, statement.span.end):
        return  # most clauses count nothing
    clause = document.quote(statement.span)
    parent: int | None = None
    # the organisation, or the place, that the clause speaks of
    whose = place_of_clause(document, statement, metadata.place, below)
    said: Period | None = None  # a period named inside the clause, for the values behind it
    opening = ""  # the indicator that the clause speaks of first
    forms: dict[str, Form] = {}  # of the clause's indicators, as their first value shows them
    above = [*statement.section[-1:], *([opener] if opener else [])]
    block = document.blocks[statement.block]
    since = max(block.start, statement.span.start - _SAID_AHEAD)
    ahead = document.text[since : statement.span.start]
    above += statement.setting.sources
    amending = any(map(tells_of_amending, (*map(document.quote, above), ahead)))
    heading = document.quote(statement.section[-1]) if statement.section else ""
    readings = read_clause(document.text, statement.span, subject, amending=amending)
    readings = compared_one_by_one(document.text, statement.sentence, readings)
    up_to_here = Span(block.start, statement.span.end)
    readings = as_criteria(readings, document.text, up_to_here, heading)
    told = statement.setting.period or metadata.period
    mood = statement.setting.mood
    opened = " ".join(document.quote(s) for s in statement.setting.sources[-1:])
    term = unnamed_term(clause, heading, opened, mood, metadata)
    met = year_met(clause, told, metadata.date)
    widened = month_widened(clause, told) or met
    for offset, reading in enumerate(readings):
        setting = plain = inside_brackets(document.text, statement, reading)
        if term is not None and (setting.period is None or closes(setting, term)):
            setting = plain = replace(setting, period=term)
        if reading.period is not None:
            setting = replace(setting, period=reading.period)
        if reading.kind == "change" and said is not None and _earlier(said, told):
            said = None  # "61.200 tấn, năm 2022 là 55.400 tấn, tức tăng 10,5%": of what was told
        before_it, said = said, named_period(document.text, reading, setting, metadata) or said
        said = cumulated(document.text, reading, said or told) or said
        unsaid = plain is statement.setting or (term is not None and plain.period == term)
        if setting is plain and unsaid and (when := said or widened) is not None:
            setting = replace(setting, period=when)
        if plain is not statement.setting and term is None:
            said = before_it  # "(năm 2023: 64 ca), 2 ca sởi": of the bracket alone
        if reading.whole_year and setting.period is not None:
            setting = replace(setting, period=replace(setting.period, part=""))
        kind = kind_of(reading, setting, document.text)
        if kind == "result" and reading.quantity.unit not in _PRESENT:
            due = due_later(document.text, reading, metadata)
            if due or (is_ahead(setting.period, metadata) and not met):
                kind = "target"
            if due and setting.period is None:
                setting = replace(setting, period=Period(due.year, due.year))
        if kind in TARGETS and is_only_asked_for(
            document.text[statement.sentence.start : reading.quantity.start],
            document.text[reading.quantity.end : block.end],
        ):
            if kind != "former_target":
                continue
            kind = "target"  # what was to be changed is in force
        inherited = kind == "target" and reading.kind is None
        told_by = own_bracket(document.text, reading) or clause
        over = has_ended(reading, setting.period, document.text, metadata)
        if inherited and over and mood_of_sentence(told_by) != "target":
            kind = "result"  # "giảm từ 12% xuống 4,3% năm 2019" in a list of aims for 2025
        around = own_words(document.text, reading, statement.span)
        spoken = document.text[statement.sentence.start : reading.quantity.start]
        place = named_place(around) or whole_place(spoken, metadata.place)
        whose = place if is_organisation(place) else whose
        # "HTX A bán 41 tấn, doanh thu 7,9 tỷ đồng": an organisation's, to the clause's end
        place = place or whose or metadata.place
        listed = told_of_place(document, statement, reading.quantity)
        if listed is not None:
            place = listed.place
        above_it = of_level_above(reading.indicator, place) or beside_level_above(spoken, place)
        if place == metadata.place and above_it:
            place = ""
        counted_there = counts_places(reading.quantity, place, reading.indicator)
        if counted_there:
            place = metadata.place  # "xã A đạt chuẩn, lũy kế 11/14 xã": of the district
        if not reading.part and reading.kind is None and not reading.secondary:
            parent = first + offset
        indicator = reading.indicator
        if listed is not None:
            indicator = listed.indicator or opening or topic or subject or indicator
        if counted_there and names_something(without_places(indicator)):
            indicator = " ".join(without_places(indicator).split())
        alone = named_alone(document.text, indicator, place) if place == metadata.place else None
        if alone is not None:
            place, indicator = alone.place, alone.indicator or topic or opening or subject
        if find_places(indicator) and not names_something(without_places(indicator)):
            indicator = topic or opening or subject or indicator  # "xã A 46,9 tỷ, xã B 42,7 tỷ"
        if place and of_level_above(indicator, place):
            indicator = OF_LEVEL.sub("", indicator)  # "Tỷ lệ hộ nghèo toàn tỉnh 9%, huyện A 12%"
        if _WHOLE_PARTY.search(clause) and indicator.lower() == "đảng viên":
            indicator = "tổng số đảng viên"
        printed_name = indicator
        before = document.text[reading.words.start : reading.quantity.start]
        indicator = without_part(indicator, before, topic or subject)
        form = measured_form(indicator, reading.quantity, vocabulary, reading.growth)
        if not form.families:
            own = _SO_FAR.sub("", indicator)  # "Ngân sách: ...; lũy kế thu 168 tỷ đồng"
            wholes = [f"{own} {topic[:1].lower()}{topic[1:]}"] if topic else []
            if reading.part and opening:
                counted = readings[parent - first].quantity.unit if parent is not None else ""
                # "5.472 hồ sơ, trong đó trực tuyến 93,5%"
                wholes += [f"{counted} {indicator}".strip(), f"{opening} {indicator}"]
            if subject.lower().startswith(f"{indicator.lower()} "):
                wholes.append(subject)  # "dự toán thu ngân sách ...; cả năm thu 168 tỷ đồng"
            if head is not None and head.opens(reading):
                wholes.append(f"{head.name} {indicator}")
                if measure := _MEASURE.match(head.name):
                    wholes.append(f"{measure[0]} {indicator}")
            indicator, form = _completed(indicator, form, wholes, reading, vocabulary)
        bare = is_bare(indicator, reading.quantity.unit)
        if not form.families and bare and (opening or subject):
            heads = (document.quote(s) for s in above)
            joined = measure_of(indicator, opening or subject, topic, heads, reading, vocabulary)
            indicator, form = joined or (indicator, form)
        of_guests = form.families == {"revenue"} and bare
        spoken_of = (read_form(name, vocabulary).families for name in (opening, subject))
        if of_guests and any("tourists" in families for families in spoken_of):
            # "đón 48.200 lượt khách du lịch, doanh thu 26,5 tỷ đồng"
            indicator = f"{indicator} du lịch"
            form = measured_form(indicator, reading.quantity, vocabulary, reading.growth)
        if not form.families and indicator in forms:
            # "thủy sản 16.540 tấn, bằng 86% kế hoạch": the share is of the output as well
            form = replace(forms[indicator], growth=form.growth)
        if form.families and reading.quantity.unit == "phiếu":
            continue  # "sản lượng lương thực 91.000 tấn: 9 phiếu thuận": how many were for it
        forms.setdefault(indicator, form)
        forms.setdefault(printed_name, form)
        sentence = document.quote(statement.sentence)
        period = so_far(setting, kind, metadata, sentence)
        period = before_month_alone(document.text, statement.sentence, reading, period)
        period = not_ahead(period, kind, metadata, sentence)
        if reading.back:
            period = year_before(setting, metadata)
        elif kind == "target" and reading.quantity.unit == "%":
            behind = document.text[reading.quantity.end : statement.span.end]
            period = due_by(behind, period) or period
        giver = reading.giver
        if kind == "target":
            period = years_end(document.text, reading, period)
            giver = giver or given_right_before(document.text, reading.quantity.start)
        yield Figure(
            record_id="",
            ordinal=first + offset,
            indicator=indicator,
            key=form.key,
            kind=kind,
            value=reading.quantity,
            period=period,
            place=place,
            statement=statement.span,
            topic=_leaning(indicator, topic, opening or subject),
            growth=reading.growth,
            giver=giver,
            base=reading.base,
            parent=parent if reading.part else None,
            average=reading.average,
            sources=setting.sources,
        )
        opening = opening or indicator


# "Đảng bộ có 46 chi bộ, 2.187 đảng viên": all of them
_WHOLE_PARTY = re.compile(r"(?:đảng bộ|toàn (?:huyện|xã))\s[^,;.]{0,40}?(?:có|gồm)\s\d", re.I)


def _earlier(said: Period, told: Period | None) -> bool:
    return told is not None and 0 < said.last < told.first


_SAID_AHEAD = 400  # characters of a paragraph in which it says that targets are amended


def _completed(
    indicator: str, form: Form, wholes: Sequence[str], reading: Reading, vocabulary: Vocabulary
) -> tuple[str, Form]:
    """A name with the label or the whole that it leans on, where both make a known indicator.

    "Ngân sách: tháng 9 thu 41 tỷ đồng"; "giá trị sản xuất tăng 12%, trong đó công nghiệp 13%".
    """
    for whole in wholes:
        named = measured_form(whole, reading.quantity, vocabulary, reading.growth)
        if named.families and not named.rest:
            return whole, named
    return indicator, form


_PRESENT = ("đại biểu", "phiếu", "đồng chí", "nghị quyết")  # who met, and what they passed


_SO_FAR = re.compile(r"^(?:lũy|luỹ) kế\s+", re.I)


# "Giá trị sản xuất nông - lâm - thủy sản 1.402 tỷ đồng; công nghiệp - xây dựng 1.003 tỷ đồng"
_MEASURE = re.compile(r"giá trị sản xuất|tỷ trọng|sản lượng|năng suất|diện tích", re.I)


def _leaning(indicator: str, topic: str, before: str) -> str:
    """What a name may leave out: its list's label, or what was spoken of right before."""
    leaned_on = (t for t in (topic, before) if t and t not in indicator)
    return " - ".join(dict.fromkeys(leaned_on))


def printed(document_text: str, quantity: Quantity) -> str:
    """The value as printed, with a unit from a table's head or unit column put behind it."""
    value = document_text[quantity.start : quantity.end].strip()
    money = "đồng" in value and "đồng" in quantity.unit  # "11 tỷ 260 triệu đồng" in a column
    if quantity.unit and quantity.unit not in value and not money:
        return f"{value}{'' if quantity.unit.startswith('%') else ' '}{quantity.unit}"
    return value
