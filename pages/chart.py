"""A course over years as an SVG and as a table with a source in every cell."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Answer, SeriesPoint
from pages.markup import attributes, escape
from pages.text import Texts

_HEIGHT, _TOP, _BOTTOM = 200, 26, 26
_STEP, _NARROWEST = 84, 300  # pixels for a year, and for the whole
_BAR = 34  # the widest bar


def series_chart(points: Sequence[SeriesPoint], t: Texts) -> str:
    """Bars from zero, target beside result; "" where fewer than two values can be drawn."""
    values = [v for p in points for v in (p.target_value, p.result_value) if v is not None]
    if len(values) < 2:
        return ""
    high, low = max(0.0, *values), min(0.0, *values)
    room = _HEIGHT - _TOP - _BOTTOM
    scale = room / ((high - low) or 1)
    zero = _TOP + high * scale
    wide = max(_NARROWEST, _STEP * len(points))
    step = wide / len(points)
    width = min(_BAR, step * 0.36)
    both = any(p.target_value is not None for p in points) and any(
        p.result_value is not None for p in points
    )
    parts = [f'<line class="axis" x1="0" x2="{wide}" y1="{zero:.1f}" y2="{zero:.1f}"/>']
    for number, point in enumerate(points):
        middle = (number + 0.5) * step
        bars = (
            ("target", point.target_value, point.target),
            ("result", point.result_value, point.result),
        )
        drawn = [bar for bar in bars if bar[1] is not None]
        left = middle - (width * len(drawn) + 3 * (len(drawn) - 1)) / 2
        for place, (style, value, label) in enumerate(drawn):
            assert value is not None
            x = left + place * (width + 3)
            top, tall = (
                (zero - value * scale, value * scale) if value >= 0 else (zero, -value * scale)
            )
            parts.append(
                f'<rect class="{style}" x="{x:.1f}" y="{top:.1f}" width="{width:.1f}" '
                f'height="{max(tall, 1):.1f}" rx="2"><title>{escape(point.label)}: '
                f"{escape(label)}</title></rect>"
            )
            parts.append(
                f'<text class="value" x="{x + width / 2:.1f}" y="{top - 6:.1f}">'
                f"{escape(_number_of(label))}</text>"
            )
        parts.append(
            f'<text class="label" x="{middle:.1f}" y="{_HEIGHT - 6}">{escape(point.label)}</text>'
        )
    legend = (
        f'<p class="bb-legend"><span class="target"></span>{escape(t.target)} '
        f'<span class="result"></span>{escape(t.result)}</p>'
        if both
        else ""
    )
    label = escape(t.chart_label.format(first=points[0].label, last=points[-1].label))
    return (
        f'<figure class="bb-chart">{legend}<svg width="{wide}" viewBox="0 0 {wide} {_HEIGHT}" '
        f'role="img" aria-label="{label}">{"".join(parts)}</svg></figure>'
    )


def series_table(answer: Answer, turn: int, t: Texts) -> str:
    """Each value with the number of the citation that it stands in."""
    has_target = any(p.target for p in answer.series)
    has_result = any(p.result for p in answer.series)
    heads = [
        t.series_label,
        *([t.target] if has_target else []),
        *([t.result] if has_result else []),
    ]
    rows = []
    for point in answer.series:
        cells = [f'<th scope="row">{escape(point.label)}</th>']
        if has_target:
            cells.append(_cell(point.target, point.target_citation, answer, turn, t))
        if has_result:
            cells.append(_cell(point.result, point.result_citation, answer, turn, t))
        rows.append(f"<tr>{''.join(cells)}</tr>")
    head = "".join(f'<th scope="col">{escape(h)}</th>' for h in heads)
    return (
        '<div class="bb-table-scroll"><table class="bb-table series">'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def _cell(value: str, citation: int | None, answer: Answer, turn: int, t: Texts) -> str:
    if not value:
        return '<td class="none">–</td>'
    mark = ""
    if citation is not None and 0 <= citation < len(answer.citations):
        label = t.open_source.format(number=citation + 1, title=answer.citations[citation].title)
        extra = attributes(
            data_do="cite", data_turn=turn, data_n=citation + 1, title=label, aria_label=label
        )
        mark = f'<button type="button" class="bb-cite"{extra}>{citation + 1}</button>'
    return f"<td>{escape(value)}{mark}</td>"


def _number_of(printed: str) -> str:
    """The number alone: over a bar there is no room for "triệu đồng/người/năm"."""
    kept = printed.split(" ")[0]
    return kept if any(c.isdigit() for c in kept) else printed[:12]
