"""The shape of the tables, step by step. Alembic is imported only when a step is due.

A new step is a file in `versions/` and its name at the end of REVISIONS. A test holds the steps equal to the nouns.
"""

import io
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

REVISIONS = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0010",
    "0011",
    "0012",
    "0013",
    "0014",
    "0015",
    "0016",
    "0017",
    "0018",
    "0019",
    "0020",
)
HEAD = REVISIONS[-1]


def upgrade(connection: "Connection") -> None:
    """Bring the tables to HEAD inside the caller's transaction, with foreign keys off."""
    from alembic import command
    from alembic.config import Config

    config = Config(stdout=io.StringIO(), attributes={"connection": connection})
    # Config fills in "%(name)s": a folder named "100%" must come through as it is.
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, "head")
