"""Keep records and find passages: the store (the truth), the derived indexes, search.

`corpus <- index <- assistant <- app`: nothing here knows about answers or pages. Start at
`index.library.Library`.
"""
