"""Read meeting records and understand what they say: documents, passages, figures.

Nothing here knows about search, answers or pages: `corpus <- index <- assistant <- app`.
"""
