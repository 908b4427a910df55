"""Colours and type of the pages. The rules that use them are in style.css."""

from __future__ import annotations

import gradio as gr
from gradio.themes.utils import fonts


def theme() -> gr.themes.Base:
    """Quiet and legible: system text sizes, one accent, hairlines in place of boxes."""
    # Gradio's own copy of this font lacks Vietnamese letters in semi-bold: 400 and 700 only.
    text = fonts.LocalFont("Source Sans Pro", weights=(400, 700))
    return gr.themes.Base(
        primary_hue=gr.themes.colors.teal,
        neutral_hue=gr.themes.colors.stone,
        font=[text, "system-ui", "sans-serif"],
        font_mono=["ui-monospace", "monospace"],
        radius_size=gr.themes.sizes.radius_md,
    ).set(
        body_background_fill="var(--bb-paper)",
        body_background_fill_dark="var(--bb-paper)",
        body_text_color="var(--bb-ink)",
        body_text_color_dark="var(--bb-ink)",
        block_background_fill="transparent",
        block_background_fill_dark="transparent",
        block_border_width="0px",
        block_border_width_dark="0px",
        block_label_background_fill="transparent",
        block_label_background_fill_dark="transparent",
        block_label_text_color="var(--bb-soft)",
        block_label_text_color_dark="var(--bb-soft)",
        # Gradio's own grey has a contrast of 4,43 on this paper; 4,5 is the least that is legible.
        block_title_text_color="var(--bb-soft)",
        block_title_text_color_dark="var(--bb-soft)",
        block_info_text_color="var(--bb-soft)",
        block_info_text_color_dark="var(--bb-soft)",
        block_shadow="none",
        input_background_fill="var(--bb-sheet)",
        input_background_fill_dark="var(--bb-sheet)",
        checkbox_background_color_selected="var(--bb-accent)",
        checkbox_background_color_selected_dark="var(--bb-accent)",
        checkbox_border_color_selected="var(--bb-accent)",
        checkbox_border_color_selected_dark="var(--bb-accent)",
        input_border_width="1px",
        input_border_width_dark="1px",
        input_border_color="var(--bb-line)",
        input_border_color_dark="var(--bb-line)",
        input_border_color_focus="var(--bb-accent)",
        input_border_color_focus_dark="var(--bb-accent)",
        body_text_color_subdued="var(--bb-soft)",
        body_text_color_subdued_dark="var(--bb-soft)",
        input_placeholder_color="var(--bb-soft)",
        input_placeholder_color_dark="var(--bb-soft)",
        button_secondary_background_fill="var(--bb-sheet)",
        button_secondary_background_fill_dark="var(--bb-sheet)",
        button_secondary_border_color="var(--bb-line)",
        button_secondary_border_color_dark="var(--bb-line)",
        button_secondary_text_color="var(--bb-ink)",
        button_secondary_text_color_dark="var(--bb-ink)",
    )
