"""The composition root of the pages: which page stands where, and how they are served."""

from __future__ import annotations

import gc
import logging
import threading
from typing import TYPE_CHECKING, Any

from assistant.assistant import Assistant
from assistant.briefing import Briefing
from index.library import Library
from index.settings import LibrarySettings
from pages.gradio_loading import load_gradio
from pages.text import Texts, texts
from service.users import Users

if TYPE_CHECKING:
    import gradio as gr
    from fastapi import FastAPI

_log = logging.getLogger(__name__)


def build(
    library: Library, assistant: Assistant, t: Texts | None = None, *, guarded: bool = False
) -> gr.Blocks:
    """The pages in one language, Vietnamese unless told otherwise.

    `guarded`: people sign in, and readers among them change nothing.
    """
    load_gradio()
    import gradio as gr

    from pages.about import AboutPage, build_about
    from pages.api import add_endpoints
    from pages.ask import AskPage, build_ask
    from pages.briefing import BriefingPage, build_briefing, collect_answers
    from pages.figures import FiguresPage, build_figures
    from pages.head import build_head
    from pages.part import part
    from pages.records import RecordsPage, build_records

    t = t or texts("vi")
    briefing_page = BriefingPage(library, t)
    about_page, records_page = AboutPage(library, t), RecordsPage(library, t, guarded)
    with gr.Blocks(
        title=f"{t.brand} – {t.tagline}", analytics_enabled=False, fill_width=True
    ) as blocks:
        build_head(t, blocks, guarded)
        reader = part("", "reader")
        kept_briefing = gr.BrowserState(None, storage_key="bienban-briefing", secret="bienban")
        briefing_state = gr.State(Briefing())
        # Not the menu for what does not fit: measured before the style is there, it hid tabs.
        with gr.Tabs(elem_id="tabs", overflow_behavior="wrap") as tabs:
            with gr.Tab(t.tab_ask, id="ask"):
                ask = build_ask(AskPage(library, assistant, t), reader, tabs, "records")
            with gr.Tab(t.tab_figures, id="figures") as figures_tab:
                refresh, (fields, shown) = build_figures(FiguresPage(library, t), reader)
            with gr.Tab(t.tab_briefing, id="briefing") as briefing_tab:
                briefing = build_briefing(briefing_page, briefing_state, kept_briefing, reader)
            with gr.Tab(t.tab_records, id="records") as records_tab:
                records = build_records(records_page, reader)
            with gr.Tab(t.tab_about, id="about") as about_tab:
                state = build_about(about_page)
        if t.language == "vi":
            add_endpoints(library, assistant)
        private: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        ask.bring_back(blocks)
        collect_answers(briefing_page, ask.thread, ask.state, briefing_state, kept_briefing)
        briefing_tab.select(briefing.refresh, briefing.inputs, briefing.outputs, **private)
        figures_tab.select(refresh, fields, shown, **private)
        records_tab.select(records.refresh, None, records.outputs, **private)
        about_tab.select(about_page.state, None, [state], **private)
    return blocks


def web(
    library: Library,
    assistant: Assistant,
    token: str,
    mcp: bool = False,
    users: Users | None = None,
) -> FastAPI:
    """Everything that is served: pages in both languages, links, `/healthz`, the service.

    With `users` everyone signs in first.
    """
    load_gradio()
    import gradio as gr
    from fastapi import FastAPI
    from fastapi.responses import RedirectResponse

    from pages import downloads
    from pages.assets import read_asset
    from pages.intake import LARGEST
    from pages.sign_in import SignIn
    from pages.theme import theme
    from service.routes import router

    application = FastAPI(title="BiênBản", docs_url=None, redoc_url=None, openapi_url=None)

    @application.get("/healthz", include_in_schema=False)
    def healthz() -> dict[str, Any]:
        return {"ok": True}

    @application.get("/en", include_in_schema=False)
    def english() -> RedirectResponse:
        return RedirectResponse("/en/")

    application.include_router(router(library, assistant, token))
    application.include_router(downloads.router(library))
    for language, path in (("en", "/en"), ("vi", "/")):
        t = texts("en" if language == "en" else "vi")
        blocks = build(library, assistant, t, guarded=users is not None)
        blocks.queue(max_size=200)
        application = gr.mount_gradio_app(
            application,
            blocks,
            path,
            theme=theme(),
            css=read_asset("style.css"),
            i18n=gr.I18n(en=dict(t.gradio)) if t.gradio else None,
            head=f'<script>document.documentElement.lang="{language}"</script>',
            footer_links=[],
            max_file_size=LARGEST,
            show_error=False,
            ssr_mode=False,
            mcp_server=mcp and path == "/",
        )
    if users is not None:
        application.add_middleware(SignIn, users=users)
    return application


def serve(
    settings: LibrarySettings,
    host: str,
    port: int,
    mcp: bool = False,
    users: Users | None = None,
) -> None:
    """Open the library and serve it until stopped. Raises `LibraryError`, `EmbeddingError`."""
    gc.disable()  # loading makes no rubbish, and collecting it takes a quarter of the start
    load_gradio()
    import uvicorn

    from service.opening import open_library
    from service.samples import load_samples
    from service.token import issue_token

    with open_library(settings, "bienban serve") as library:
        load_samples(library)
        url = f"http://{'127.0.0.1' if host in ('0.0.0.0', '::') else host}:{port}"
        assistant = Assistant(library)
        application = web(library, assistant, issue_token(settings.home), mcp, users)
        # What stands now stands until the end: no later collection need look at it.
        gc.freeze()
        gc.enable()
        # The first question would otherwise wait for the model and the accents to be learnt.
        threading.Thread(target=lambda: _warm(assistant), daemon=True).start()
        library.announce(url)
        print(f"BiênBản đang chạy tại {url} (dừng bằng Ctrl+C).", flush=True)
        uvicorn.run(
            application,
            host=host,
            port=port,
            log_level="warning",
            access_log=False,
            timeout_graceful_shutdown=2,
        )


def _warm(assistant: Assistant) -> None:
    try:
        assistant.ask("Chi tieu nam nay la bao nhieu?")
        assistant.shelf.library.answering("Chỉ tiêu là bao nhiêu?", ["Chỉ tiêu: 10 xã."])
    except Exception:  # a person's question will say what is wrong
        _log.exception("warming up")
