"""How much the reader process takes and gives: said once, for it and for whoever asked it."""

MOST_PAGES = 300
MOST_WIDE = 4_000
MOST_PIXELS = 16_000_000
LONGEST_PT = 14_400.0  # 200 inches, the most the PDF format itself allows
ALL_TEXT = 2_000_000
MOST_PICTURE_SIDE = 1_400
"""Pixels of the longer side of a photograph: enough for half a page of A4."""
MOST_PAPER_SIDE = 2_400
"""Pixels of the longer side of a photographed page: small print can be read at about 200 in an inch."""
MOST_LETTERS = 60_000
"""Letters of one page whose places are told."""
ALONG = 65_535
"""How long each side of a page is, where the places of its letters are told."""
A_BOX = 8
"""Bytes of one letter's place: four numbers of two."""
MOST_OUTLINE = 300
"""Lines of a PDF's own table of contents."""
MOST_WORDS = 5_000
"""Words that a machine may find in one picture."""
PER_MILLE = 1_000
"""How long each side of a picture is, where the places of words in it are told."""
MOST_TOLD = 120_000
"""Letters of a Word or text file: about 50 pages."""
MOST_BLOCKS = 10_000
MOST_CELLS = 12
