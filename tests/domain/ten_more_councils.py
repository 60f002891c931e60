"""The newer councils, from 2026-11-29 on, copied by hand from stored copies of their own pages.

The first ten are the largest councils in England whose rules were still missing and whose pages give
something to count by.
Largest by people living there, mid-2022: Office for National Statistics, “Mid-Year Population Estimates, UK, June
2022”, read in Wikipedia’s “List of two-tier counties of England” and “List of English districts by population”.

Hampshire, Norfolk, West Sussex, Oxfordshire, Gloucestershire and North Yorkshire are as large, but nothing to count
by was found in what is stored of their pages: no day, no age and no rhythm.
"""

from datetime import date

from carer_app.domain.authority_rules import Rhythm

W, C = "working", "calendar"
TERM = Rhythm("each_term")
LOOKED_AT = date(2026, 11, 29)

# council: (first PEP begun, ready), rhythm, new school, from, until, copy. What the page does not give is None.
TEN_MORE: dict[str, tuple[str, tuple[object, ...]]] = {
    "essex": ("Essex", (None, None, TERM, None, None, 18, None)),
    "surrey": ("Surrey", (None, (20, W), TERM, None, 3, 18, None)),
    "hertfordshire": ("Hertfordshire", (None, (14, C), TERM, None, 2, None, None)),
    "staffordshire": ("Staffordshire", (None, (20, W), TERM, None, None, 18, None)),
    "nottinghamshire": ("Nottinghamshire", (None, None, TERM, None, None, 18, None)),
    "derbyshire": ("Derbyshire", (None, None, TERM, None, None, 18, None)),
    "lincolnshire": ("Lincolnshire", (None, None, TERM, None, None, 18, None)),
    "suffolk": ("Suffolk", (None, None, TERM, None, None, 13, None)),
    "cambridgeshire": ("Cambridgeshire", ((10, W), None, TERM, None, None, None, None)),
    "worcestershire": ("Worcestershire", (None, None, TERM, None, 2, None, None)),
}
