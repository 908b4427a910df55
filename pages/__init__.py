"""The Gradio pages: one module a page, and what they share."""
