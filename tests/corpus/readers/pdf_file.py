"""Writes small PDF files for tests: text at places, ruled lines, pictures of nothing."""

from __future__ import annotations

from collections.abc import Sequence


def pdf(pages: Sequence[str], extra: str = "", trailer: str = "") -> bytes:
    """A PDF whose pages have the given content streams; fonts /F1 (plain) and /F2 (bold)."""
    count = len(pages)
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>",
    ]
    for n, content in enumerate(pages):
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font "
            f"<< /F1 3 0 R /F2 4 0 R >> >> /Contents {6 + 2 * n} 0 R >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    if extra:
        objects.append(extra)
    out = "%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    out += "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n"
    return (out + f"startxref\n{start}\n%%EOF\n").encode("latin-1")


def text(x: float, y: float, words: str, font: str = "F1") -> str:
    escaped = words.replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} 11 Tf {x} {y} Td ({escaped}) Tj ET\n"


def lines(x: float, top: float, texts: Sequence[str], font: str = "F1") -> str:
    return "".join(text(x, top - 14 * n, words, font) for n, words in enumerate(texts))


def grid(xs: Sequence[float], ys: Sequence[float]) -> str:
    """A ruled table with full lines."""
    rules = [f"{x} {ys[-1]} m {x} {ys[0]} l S\n" for x in xs]
    rules += [f"{xs[0]} {y} m {xs[-1]} {y} l S\n" for y in ys]
    return "".join(rules)
