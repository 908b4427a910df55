"""The library's records as a table, a form to correct one, what was deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus.normalize import fold
from index.store import RecordInfo, TrashItem
from pages.markup import attributes, button, escape, tag
from pages.text import Texts
from pages.wording import day, whole

SHOWN = 200  # rows at once; the filter finds the others


def matching(infos: Sequence[RecordInfo], query: str) -> list[RecordInfo]:
    """Records that hold every typed word, accents or not; last added first."""
    words = fold(query).split()
    found = []
    for info in reversed(infos):
        year = str(info.date.year) if info.date else ""
        text = fold(" ".join((info.title, info.source, info.body, info.place, year)))
        if all(word in text for word in words):
            found.append(info)
    return found


def table_html(
    infos: Sequence[RecordInfo],
    query: str,
    marks: Mapping[str, frozenset[str]],
    trash: Sequence[TrashItem],
    t: Texts,
    editable: bool = True,
) -> str:
    """`marks`: record id -> how far its text can be trusted. `editable`: with its buttons."""
    found = matching(infos, query)
    if not infos:
        body = f'<p class="bb-hint">{escape(t.records_empty)}</p>'
    elif not found:
        body = f'<p class="bb-hint">{escape(t.records_no_match)}</p>'
    else:
        heads = [t.record, t.date, t.place, t.kind, t.passages, t.figures_count]
        heads += [""] if editable else []
        head = "".join(
            f'<th scope="col"{" class=number" if h in (t.passages, t.figures_count) else ""}>'
            f"{escape(h) or f'<span class=sr>{escape(t.actions)}</span>'}</th>"
            for h in heads
        )
        rows = "".join(
            _row(info, marks.get(info.id, frozenset()), t, editable) for info in found[:SHOWN]
        )
        body = (
            f'<table class="bb-table records"><thead><tr>{head}</tr></thead>'
            f"<tbody>{rows}</tbody></table>"
        )
    return _count(infos, found, t, editable) + body + _trash(trash, t)


def _count(
    infos: Sequence[RecordInfo], found: Sequence[RecordInfo], t: Texts, editable: bool
) -> str:
    if not infos:
        return ""
    if len(found) > SHOWN:
        said = t.records_count_cut.format(found=whole(len(found), t), shown=SHOWN)
    else:
        said = t.records_count.format(found=whole(len(found), t), all=whole(len(infos), t))
    samples = sum(info.sample for info in infos)
    drop = ""
    if samples and editable:
        sentence = escape(t.samples_here.format(number=samples))
        drop = f'<span class="bb-samples">{sentence} {button(t.drop_samples, "samples")}</span>'
    return f'<div class="bb-count"><span role="status">{escape(said)}</span>{drop}</div>'


def _row(info: RecordInfo, marks: frozenset[str], t: Texts, editable: bool) -> str:
    tags = []
    if info.sample:
        tags.append(tag(t.sample, "sample", t.sample_title))
    tags += [tag(t.marks[m], "mark", t.mark_titles[m]) for m in sorted(marks & t.marks.keys())]
    name = attributes(data_do="read", data_id=info.id, title=t.view_record)
    cells = (
        (
            "",
            f'<button type="button" class="bb-title"{name}>{escape(info.title)}</button>'
            f'<span class="bb-file">{escape(info.source)}</span> {"".join(tags)}',
        ),
        (t.date, escape(day(info.date, t))),
        (t.place, escape(info.place or "–")),
        (t.kind, escape(t.record_kinds[info.kind])),
        (t.passages, whole(info.passages, t)),
        (t.figures_count, whole(info.figures, t)),
    )
    row = "".join(
        f"<td{attributes(class_='number' if i > 3 else None, data_label=label or None)}>"
        f"{content}</td>"
        for i, (label, content) in enumerate(cells)
    )
    if not editable:
        return f"<tr>{row}</tr>"
    edit = button(
        t.edit, "edit", data_id=info.id, aria_label=t.edit_record.format(title=info.title)
    )
    remove = button(
        t.remove, "remove", data_id=info.id, aria_label=t.remove_record.format(title=info.title)
    )
    return f'<tr>{row}<td class="bb-row-actions">{edit}{remove}</td></tr>'


def _trash(trash: Sequence[TrashItem], t: Texts) -> str:
    if not trash:
        return ""
    items = []
    for item in trash[:SHOWN]:
        reason = t.trash_removed if item.reason == "removed" else t.trash_replaced
        back = button(
            t.restore,
            "restore",
            data_item=item.id,
            aria_label=t.restore_record.format(title=item.title),
        )
        items.append(
            f"<li><span><b>{escape(item.title)}</b> {escape(item.source)} · {escape(reason)}"
            f"</span>{back}</li>"
        )
    said = escape(t.trash.format(number=len(trash)))
    return (
        f'<details class="bb-trash"><summary>{said}</summary>'
        f"<p>{escape(t.trash_text)}</p><ul>{''.join(items)}</ul></details>"
    )


def edit_form(info: RecordInfo, corrected: Sequence[str], t: Texts, problem: str = "") -> str:
    """A dialog with the metadata that a person may set; `corrected` fields can be given back."""
    shown = f"{info.date.day:02d}/{info.date.month:02d}/{info.date.year}" if info.date else ""
    values = {"title": info.title, "date": shown, "body": info.body, "place": info.place}
    rows = [_field(name, value, name in corrected, t) for name, value in values.items()]
    options = "".join(
        f'<option value="{kind}"{" selected" if kind == info.kind else ""}>{escape(label)}</option>'
        for kind, label in t.record_kinds.items()
    )
    rows.append(
        f'<div class="bb-field"><label for="edit-kind">{escape(t.edit_labels["kind"])}</label>'
        f'<select id="edit-kind" name="kind">{options}</select></div>'
    )
    alert = f'<p class="bb-problem" role="alert">{escape(problem)}</p>' if problem else ""
    save = button(t.save, "save", style="solid", data_id=info.id)
    back = button(t.as_read, "as-read", data_id=info.id) if corrected else ""
    return (
        '<div class="bb-veil" data-do="close"></div>'
        '<section class="bb-reader bb-form" role="dialog" aria-modal="true" '
        'aria-labelledby="bb-edit-title"><header><div class="bb-reader-top">'
        f'<h2 id="bb-edit-title">{escape(t.edit_title)}</h2>'
        f"{button(t.close, 'close', title=t.close_title)}</div>"
        f'<p class="bb-file">{escape(info.source)}</p></header>'
        f'<div class="bb-reader-body"><form>{alert}{"".join(rows)}'
        f'<p class="bb-hint">{escape(t.edit_hint)}</p>'
        f'<div class="bb-actions">{save}{back}</div></form></div></section>'
    )


def _field(name: str, value: str, corrected: bool, t: Texts) -> str:
    focus = " data-focus" if name == "title" else ""
    example = attributes(placeholder=t.date_example) if name == "date" else ""
    by_hand = f" {tag(t.by_hand, 'mark')}" if corrected else ""
    return (
        f'<div class="bb-field"><label for="edit-{name}">{escape(t.edit_labels[name])}{by_hand}'
        f'</label><input id="edit-{name}" name="{name}" value="{escape(value)}"{example}{focus}>'
        "</div>"
    )
