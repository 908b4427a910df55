"""Every text that the pages show, in two languages.

`Texts` names them, so that a misspelt or missing one is an error before the page opens; the
sentences themselves are in text_vi.py and text_en.py. `{...}` are filled in with `str.format`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

Language = Literal["vi", "en"]


@dataclass(frozen=True, slots=True)
class Texts:
    """One language's texts; the comments beside the Vietnamese ones say where they stand."""

    language: Language
    other_language: str
    other_url: str
    brand: str
    tagline: str
    tab_ask: str
    tab_figures: str
    tab_briefing: str
    tab_records: str
    tab_about: str
    skip: str
    thousands: str
    decimal: str
    close: str
    close_title: str
    actions: str
    action_failed: str
    sign_in: str
    sign_out: str
    user_name: str
    password: str
    sign_in_wrong: str
    sign_in_wait: str
    sign_in_needed: str
    readers_only_read: str
    ask_placeholder: str
    ask_label: str
    ask_hint: str
    ask_send: str
    ask_failed: str
    ask_again: str
    ask_stopped: str
    searching: str
    welcome: str
    welcome_text: str
    welcome_empty: str
    go_to_records: str
    new_conversation: str
    talks: str
    talks_empty: str
    talk_turns: str
    talk_current: str
    delete_talk: str
    talk_deleted: str
    talk_gone: str
    today: str
    yesterday: str
    filter: str
    filter_title: str
    filter_hint: str
    filter_place: str
    filter_records: str
    filter_record: str
    filter_record_hint: str
    filter_apply: str
    filter_add: str
    filter_drop: str
    filter_year: str
    filter_no_place: str
    filter_no_record: str
    unfiltered: str
    edit_question: str
    undo_understood: str
    asked_alone: str
    more: str
    copy: str
    copied: str
    copy_sources: str
    right: str
    wrong: str
    wrong_comment: str
    send: str
    rated: str
    sources_head: str
    sources_nearest: str
    sources_empty: str
    sources_none: str
    source_n: str
    open_source: str
    source_changed: str
    view_in_record: str
    open_original: str
    download_original: str
    original_missing: str
    page_n: str
    table_row: str
    series_label: str
    chart_label: str
    target: str
    result: str
    record_gone: str
    record_gone_advice: str
    reader_cut: str
    unknown_date: str
    figures_head: str
    figures_filter: str
    figures_filter_label: str
    figures_empty: str
    figures_no_match: str
    figures_found: str
    figures_count: str
    figures_found_cut: str
    indicator: str
    value: str
    kind: str
    period: str
    year: str
    place: str
    record: str
    beside: str
    beside_target: str
    beside_result: str
    verdicts: Mapping[str, str]
    points: str
    all_places: str
    all_years: str
    all_kinds: str
    all_records: str
    only_paired: str
    export_csv: str
    export_xlsx: str
    export_name: str
    export_heads: tuple[str, ...]
    figure_kinds: Mapping[str, str]
    period_parts: Mapping[str, str]
    add_to_briefing: str
    added_to_briefing: str
    briefing_head: str
    briefing_place: str
    briefing_first: str
    briefing_last: str
    briefing_topics: str
    briefing_draft: str
    briefing_empty: str
    briefing_nothing: str
    briefing_no_figures: str
    briefing_title: str
    briefing_about: str
    briefing_year: str
    briefing_years: str
    briefing_body: str
    briefing_state: str
    briefing_motto: str
    briefing_parts: Mapping[str, str]
    briefing_topic_names: Mapping[str, str]
    briefing_count: str
    briefing_part_empty: str
    briefing_write: str
    briefing_write_label: str
    briefing_edit_label: str
    briefing_up: str
    briefing_down: str
    briefing_drop: str
    briefing_dropped: str
    briefing_take_back: str
    briefing_conflict: str
    briefing_conflict_title: str
    briefing_unsourced: str
    briefing_unsourced_title: str
    briefing_sources: str
    briefing_docx: str
    briefing_markdown: str
    briefing_clear: str
    briefing_cleared: str
    briefing_file: str
    records_head: str
    records_filter: str
    records_filter_label: str
    records_empty: str
    records_no_match: str
    records_count: str
    records_count_cut: str
    date: str
    passages: str
    sample: str
    sample_title: str
    samples_here: str
    drop_samples: str
    samples_dropped: str
    marks: Mapping[str, str]
    mark_titles: Mapping[str, str]
    record_kinds: Mapping[str, str]
    view_record: str
    edit: str
    edit_record: str
    edit_title: str
    edit_labels: Mapping[str, str]
    edit_hint: str
    date_example: str
    date_wrong: str
    title_needed: str
    by_hand: str
    save: str
    saved: str
    as_read: str
    as_read_done: str
    remove: str
    remove_record: str
    removed: str
    undo: str
    restore: str
    restore_record: str
    restored: str
    trash: str
    trash_text: str
    trash_removed: str
    trash_replaced: str
    drop_head: str
    drop_formats: str
    choose_files: str
    choose_folder: str
    sending: str
    too_many: str
    stop: str
    hide: str
    retry: str
    add_failed: str
    upload_problems: Mapping[str, str]
    upload_reading: str
    upload_waiting: str
    upload_not_read: str
    upload_marks: Mapping[str, str]
    upload_counts: Mapping[str, str]
    upload_progress: str
    upload_done: str
    upload_stopped: str
    upload_more: str
    about_head: str
    about_sections: tuple[tuple[str, str], ...]
    backup_head: str
    backup_text: str
    version: str
    count_records: str
    count_passages: str
    count_figures: str
    count_feedback: str
    count_trash: str
    doctor_run: str
    doctor_ok: str
    doctor_bad: str
    feedback_export: str
    gradio: Mapping[str, str]


@cache
def texts(language: Language) -> Texts:
    """The texts in a language, read when first asked for."""
    if language == "en":
        from pages.text_en import EN

        return Texts(**EN)
    from pages.text_vi import VI

    return Texts(**VI)
