"""The commands and their options, in Vietnamese. Imports nothing but argparse."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

USAGE_ERROR = 2

_MESSAGES = (
    (r"the following arguments are required: (.+)", r"còn thiếu \1"),
    (r"unrecognized arguments: (.+)", r"không hiểu \1"),
    (r"argument (\S+): invalid choice: (.+?) \(choose from (.+)\)", r"\2 không dùng được; có \3"),
    (r"argument (.+): invalid \w+ value: (.+)", r"\1 không nhận giá trị \2"),
    (r"argument (.+): expected .*", r"\1 cần một giá trị"),
    (r"argument (.+): not allowed with argument (.+)", r"\1 không đi cùng \2"),
)

Subcommands = Any  # argparse's own type has no public name


class _Help(argparse.HelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30)

    def add_usage(
        self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """argparse in Vietnamese: headings, help and errors."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, add_help=False, formatter_class=_Help, allow_abbrev=False)
        self._positionals.title = "Tham số"
        self._optionals.title = "Tùy chọn"
        self.add_argument("-h", "--help", action="help", help="in hướng dẫn này")

    def error(self, message: str) -> NoReturn:
        for english, vietnamese in _MESSAGES:
            if re.fullmatch(english, message):
                message = re.sub(english, vietnamese, message)
                break
        self.exit(
            USAGE_ERROR, f"Lệnh chưa đúng: {message}; hãy xem hướng dẫn bằng {self.prog} --help.\n"
        )


def build_parser() -> Parser:
    """All commands; the chosen one's name is in `command`."""
    parser = Parser(
        prog="bienban",
        description="Hỏi đáp trên hồ sơ họp của cơ quan: câu trả lời kèm trích dẫn nguyên văn.",
    )
    parser.add_argument(
        "--library",
        type=Path,
        metavar="THƯ_MỤC",
        help="thư mục kho hồ sơ (mặc định: biến BIENBAN_HOME, hoặc thư mục dữ liệu của bạn)",
    )
    commands = parser.add_subparsers(
        dest="command", metavar="LỆNH", title="Lệnh", required=True, parser_class=Parser
    )
    _records(commands)
    _asking(commands)
    _care(commands)
    return parser


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    return build_parser().parse_args(arguments)


def _command(commands: Subcommands, name: str, help: str) -> Parser:
    parser: Parser = commands.add_parser(
        name, help=help, description=f"{help[0].upper()}{help[1:]}."
    )
    # also behind the command's name; left out there, the value before it stays
    parser.add_argument(
        "--library", type=Path, metavar="THƯ_MỤC", default=argparse.SUPPRESS, help=argparse.SUPPRESS
    )
    return parser


def _records(commands: Subcommands) -> None:
    add = _command(commands, "add", "thêm tệp và thư mục vào kho hồ sơ")
    add.add_argument("paths", nargs="+", type=Path, metavar="ĐƯỜNG_DẪN")
    _command(commands, "list", "liệt kê các hồ sơ")
    show = _command(commands, "show", "in một hồ sơ: thông tin và toàn văn")
    show.add_argument("record", metavar="HỒ_SƠ", help="mã hồ sơ, hoặc một phần của tên tệp")
    remove = _command(commands, "remove", "gỡ một hồ sơ (chuyển vào thùng rác, khôi phục được)")
    remove.add_argument("record", metavar="HỒ_SƠ", help="mã hồ sơ, hoặc một phần của tên tệp")


def _asking(commands: Subcommands) -> None:
    ask = _command(commands, "ask", "hỏi một câu, hoặc nhiều câu với --jsonl")
    ask.add_argument("question", nargs="?", metavar="CÂU_HỎI")
    ask.add_argument(
        "--jsonl",
        action="store_true",
        help='đọc từ đầu vào chuẩn mỗi dòng một câu {"id", "question", "history"}, '
        "in mỗi dòng một câu trả lời",
    )
    figures = _command(commands, "figures", "liệt kê số liệu đọc được từ hồ sơ")
    figures.add_argument("--indicator", default="", metavar="TÊN", help="chỉ tiêu: «giảm nghèo»")
    figures.add_argument("--place", default="", metavar="NƠI", help="địa phương, đơn vị")
    figures.add_argument("--year", type=int, metavar="NĂM")
    figures.add_argument("--kind", default="", metavar="LOẠI", help="target, result, plan_share...")
    figures.add_argument(
        "--csv", type=Path, metavar="TỆP", help="ghi ra tệp CSV mở được bằng Excel"
    )
    serve = _command(commands, "serve", "mở trang hỏi đáp trong trình duyệt")
    serve.add_argument("--host", metavar="ĐỊA_CHỈ", help="mặc định 127.0.0.1: chỉ máy này")
    serve.add_argument("--port", type=int, metavar="CỔNG", help="mặc định 7860")
    serve.add_argument("--mcp", action="store_true", help="mở thêm cổng công cụ MCP")
    user = _command(commands, "user", "in một dòng cho tệp người dùng (BIENBAN_AUTH)")
    user.add_argument("name", metavar="TÊN")
    user.add_argument(
        "--role",
        choices=("reader", "editor"),
        default="reader",
        help="reader: chỉ xem và hỏi (mặc định); editor: thêm, sửa, xoá được hồ sơ",
    )


def _care(commands: Subcommands) -> None:
    rebuild = _command(commands, "rebuild", "phân tích lại hồ sơ và dựng lại chỉ mục")
    rebuild.add_argument("--reread", action="store_true", help="đọc lại cả các tệp gốc đã lưu")
    _command(commands, "doctor", "kiểm tra kho hồ sơ, mô hình và các chương trình phụ")
    evaluate = _command(commands, "eval", "chấm điểm trên bộ câu hỏi có đáp án")
    evaluate.add_argument("questions", nargs="+", type=Path, metavar="CÂU_HỎI.jsonl")
    evaluate.add_argument(
        "--records", type=Path, metavar="THƯ_MỤC",
        help="hồ sơ để hỏi (mặc định: thư mục records cạnh tệp câu hỏi, hoặc các tệp cạnh nó)",
    )  # fmt: skip
    evaluate.add_argument(
        "--failures", type=int, default=0, metavar="N", help="in N câu trả lời chưa đúng đầu tiên"
    )
    evaluate.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    floors = evaluate.add_mutually_exclusive_group()
    floors.add_argument("--pin", action="store_true", help="nâng ngưỡng lên kết quả lần này")
    floors.add_argument(
        "--lower-floors", action="store_true", help="ghi kết quả lần này làm ngưỡng, kể cả thấp hơn"
    )
