"""`add`, `list`, `show`, `remove`."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter

from cli.console import ProgressBar, complain, say, table
from cli.reaching import reached

_STATUSES = {
    "added": "thêm mới",
    "unchanged": "đã có, không đổi",
    "replaced": "thay bản cũ",
    "failed": "không thêm được",
}
KINDS = {
    "article": "bài viết",
    "report": "báo cáo",
    "minutes": "biên bản",
    "resolution": "nghị quyết",
    "notice": "thông báo",
    "plan": "kế hoạch",
    "table": "bảng số liệu",
    "other": "khác",
}


def add(options: Namespace) -> int:
    counts: Counter[str] = Counter()
    failures: list[str] = []
    bar = ProgressBar()
    with reached(options) as service:
        try:
            for progress in service.add([path.absolute() for path in options.paths]):
                result = progress["result"]
                if result is not None:
                    counts[result["status"]] += 1
                    if result["status"] == "failed":
                        failures.append(result["sentence"])
                bar.show(progress["done"], progress["total"], progress["name"])
        finally:
            bar.clear()
    if not counts:
        complain("Không thấy tệp nào để thêm; hãy kiểm tra lại thư mục.")
        return 1
    told = [f"{counts[status]} {words}" for status, words in _STATUSES.items() if counts[status]]
    say(f"Xong {counts.total()} tệp: {', '.join(told)}.")
    for sentence in failures:
        complain(f"  - {sentence}")
    return 1 if failures else 0


def list_records(options: Namespace) -> int:
    with reached(options) as service:
        records = service.records()
    if not records:
        say("Kho hồ sơ còn trống; hãy thêm hồ sơ bằng lệnh bienban add.")
        return 0
    rows = [
        (
            record["id"],
            record["date"] or "",
            KINDS.get(record["kind"], record["kind"]),
            record["title"],
            record["source"] + (" (mẫu)" if record["sample"] else ""),
        )
        for record in records
    ]
    say(table(("Mã", "Ngày", "Loại", "Tiêu đề", "Tệp"), rows))
    return 0


def show(options: Namespace) -> int:
    with reached(options) as service:
        shown = service.show(options.record)
    record = shown["record"]
    facts = (
        ("Mã", record["id"], ""),
        ("Tệp", record["source"], ""),
        ("Tiêu đề", record["title"], "title"),
        ("Ngày", record["date"] or "không rõ", "date"),
        ("Cơ quan", record["body"] or "không rõ", "body"),
        ("Địa bàn", record["place"] or "không rõ", "place"),
        ("Loại", KINDS.get(record["kind"], record["kind"]), "kind"),
        ("Đoạn / số liệu", f"{record['passages']} / {record['figures']}", ""),
    )
    for name, value, field in facts:
        origin = shown["provenance"].get(field, "")
        say(f"{name}: {value}" + (f"  [đọc từ: {origin}]" if origin else ""))
    say()
    say(shown["text"])
    return 0


def remove(options: Namespace) -> int:
    with reached(options) as service:
        record = service.remove(options.record)
    say(f"Đã gỡ hồ sơ {record['source']} ({record['id']}); có thể khôi phục từ thùng rác.")
    return 0
