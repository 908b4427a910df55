"""Above the question: what the questions to come are filtered by, as chips, and a form to choose.

A filter is read from the form as strictly as any input: what the library does not know is refused.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import get_args

from assistant.filters import Choices, Filters
from corpus.normalize import fold
from corpus.record import RecordKind
from index.store import RecordInfo
from pages.conversation import Conversation
from pages.markup import attributes, button, escape
from pages.text import Texts

_MOST_RECORDS = 20  # chosen one by one
_LISTED = 500  # records to choose from, the last added first


def bar_html(conversation: Conversation, titles: Mapping[str, str], t: Texts) -> str:
    """`titles`: the names of the records that the filters hold, by id."""
    chips = [
        _chip(label, part, value, t)
        for label, part, value in _chosen(conversation.filters, titles, t)
    ]
    chips += [
        button(f"+ {label}", "filter-add", style="chip faint", title=t.filter_add, **value)
        for label, value in _offered(conversation, t)
    ]
    choose = button(
        t.filter, "filter", style="link", aria_haspopup="dialog", title=t.filter_hint, data_home="1"
    )
    return (
        f'<div class="bb-filter-bar" role="group" aria-label="{escape(t.filter_title)}">'
        f"{choose}{''.join(chips)}</div>"
    )


def without(filters: Filters, part: str, value: str) -> Filters:
    """The filters without one chip's."""
    if part == "place":
        return replace(filters, place="")
    if part == "year":
        return replace(filters, year=0)
    if part == "kind":
        return replace(filters, kinds=tuple(k for k in filters.kinds if k != value))
    return replace(filters, records=tuple(r for r in filters.records if r != value))


def form_html(
    filters: Filters,
    choices: Choices,
    infos: Sequence[RecordInfo],
    t: Texts,
    *,
    problem: str = "",
    typed: Mapping[str, object] | None = None,
) -> str:
    """`problem`: what was wrong with what was `typed`, which stays to be mended."""
    place, record = filters.place, ""
    if typed is not None:
        place, record = (str(typed.get(name, "")) for name in ("place", "record"))
    alert = f'<p class="bb-problem" role="alert">{escape(problem)}</p>' if problem else ""
    places = "".join(f'<option value="{escape(place)}"></option>' for place in choices.places)
    years = f'<option value="">{escape(t.all_years)}</option>' + "".join(
        f"<option{' selected' if year == filters.year else ''}>{year}</option>"
        for year in choices.years
    )
    kinds = "".join(
        f'<label><input type="checkbox" name="kind-{kind}"'
        f"{' checked' if kind in filters.kinds else ''}> {escape(t.record_kinds[kind])}</label>"
        for kind in _kinds_of(infos)
    )
    records = "".join(
        f'<option value="{escape(record_label(info))}"></option>'
        for info in reversed(infos[-_LISTED:])
        if info.id not in filters.records
    )
    return (
        '<div class="bb-veil clear" data-do="close"></div>'
        '<section class="bb-popover" role="dialog" aria-modal="true" '
        f'aria-labelledby="bb-filter-title"><h2 id="bb-filter-title">{escape(t.filter_title)}</h2>'
        f'<p class="bb-hint">{escape(t.filter_hint)}</p><form>{alert}'
        '<div class="bb-filter-fields">'
        f'<div class="bb-field"><label for="filter-place">{escape(t.filter_place)}</label>'
        '<input id="filter-place" name="place" list="filter-places" autocomplete="off" data-focus '
        f'value="{escape(place)}" placeholder="{escape(t.all_places)}">'
        f'<datalist id="filter-places">{places}</datalist></div>'
        f'<div class="bb-field"><label for="filter-year">{escape(t.year)}</label>'
        f'<select id="filter-year" name="year">{years}</select></div></div>'
        f'<fieldset class="bb-kinds"><legend>{escape(t.filter_records)}</legend>{kinds}</fieldset>'
        f'<div class="bb-field"><label for="filter-record">{escape(t.filter_record)}</label>'
        '<input id="filter-record" name="record" list="filter-record-list" autocomplete="off" '
        f'value="{escape(record)}" placeholder="{escape(t.filter_record_hint)}">'
        f'<datalist id="filter-record-list">{records}</datalist></div>'
        f'<div class="bb-actions">{button(t.filter_apply, "filter-apply", style="solid")}'
        f"{button(t.close, 'close', title=t.close_title)}</div></form></section>"
    )


def read_form(
    form: Mapping[str, object],
    before: Filters,
    choices: Choices,
    infos: Sequence[RecordInfo],
    t: Texts,
) -> tuple[Filters, str]:
    """The filters chosen, and a sentence where a field names what the library does not know."""
    place, record = (" ".join(str(form.get(name, "")).split()) for name in ("place", "record"))
    year = next((y for y in choices.years if str(y) == str(form.get("year"))), 0)
    kinds = tuple(k for k in get_args(RecordKind) if form.get(f"kind-{k}"))
    # A record of the filters that is gone from the library stays until its chip is taken off.
    after = Filters("", year, kinds, before.records)
    if place:
        fitting = _fitting(place, choices.places)
        if fitting is None:
            return after, t.filter_no_place.format(place=place)
        after = replace(after, place=fitting)
    if record:
        label = _fitting(record, [record_label(info) for info in infos])
        chosen = next((i.id for i in infos if record_label(i) == label), None)
        if chosen is None:
            return after, t.filter_no_record.format(record=record)
        ids = dict.fromkeys((*after.records, chosen))
        after = replace(after, records=tuple(ids)[-_MOST_RECORDS:])
    return after, ""


def record_label(info: RecordInfo) -> str:
    return f"{info.title} ({info.source})"


def _fitting(typed: str, known: Sequence[str]) -> str | None:
    """The known name that was typed, with or without accents; a part will do where one has it."""
    wanted = fold(typed)
    exact = [name for name in known if name == typed] or [n for n in known if fold(n) == wanted]
    if exact:
        return exact[0]
    holding = [name for name in known if wanted in fold(name)]
    return holding[0] if len(holding) == 1 else None


def _kinds_of(infos: Sequence[RecordInfo]) -> list[RecordKind]:
    held = {info.kind for info in infos}
    return [kind for kind in get_args(RecordKind) if kind in held]


def _chosen(filters: Filters, titles: Mapping[str, str], t: Texts) -> list[tuple[str, str, str]]:
    """(label, part, value) of each chip."""
    chosen = []
    if filters.place:
        chosen.append((_capital(filters.place), "place", filters.place))
    if filters.year:
        chosen.append((t.filter_year.format(year=filters.year), "year", str(filters.year)))
    chosen += [(t.record_kinds[kind], "kind", kind) for kind in filters.kinds]
    chosen += [(titles.get(r, t.record_gone), "record", r) for r in filters.records]
    return chosen


def _offered(conversation: Conversation, t: Texts) -> list[tuple[str, dict[str, object]]]:
    """What the last question was about and no filter holds yet."""
    if not conversation.turns:
        return []
    answer, filters = conversation.turns[-1].answer, conversation.filters
    offered: list[tuple[str, dict[str, object]]] = []
    if answer.place and answer.place != filters.place:
        offered.append((_capital(answer.place), {"data_place": answer.place}))
    if answer.year and answer.year != filters.year:
        label = t.filter_year.format(year=answer.year)
        offered.append((label, {"data_year": answer.year}))
    return offered


def _chip(label: str, part: str, value: str, t: Texts) -> str:
    drop = t.filter_drop.format(name=label)
    extra = attributes(
        data_do="unfilter", data_part=part, data_value=value, aria_label=drop, title=drop
    )
    return (
        f'<span class="bb-filter"><span title="{escape(label)}">{escape(label)}</span>'
        f'<button type="button"{extra}>×</button></span>'
    )


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
