"""How much a process of its own holds that has opened records and shown each of their longest pages."""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import select

from carer_app.domain.child import Child
from carer_app.storage.vault import Vault
from tests import builders
from tests.benchmarks import first_seen, papers
from tests.benchmarks.big_household import big_household
from tests.benchmarks.long_lists import settled
from tests.benchmarks.papers_household import papers_household
from ui.shell.window import Window

ROOT = Path(__file__).resolve().parents[2]


def twelve_years_beside_a_few_weeks() -> tuple[float, float]:
    """In megabytes: 6 children of twelve years with 2,000 pages of words, and one child of a few weeks."""

    def a_few_weeks(vault: Vault) -> object:
        return big_household(vault, actions=6, notes=6, children=1)

    return _held_with(papers_household), _held_with(a_few_weeks)


def _held_with(fill: Callable[[Vault], object]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        vault = builders.new_vault(Path(folder) / "vault")
        fill(vault)
        vault.close()
        asked = [sys.executable, "-m", "tests.benchmarks.memory", folder]
        said = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return float(said.split()[-1])


def main(folder: Path) -> None:
    """Open what lies there, show each page once, and say so many megabytes."""
    vault = Vault.open(folder / "vault", builders.PASSWORD)
    with papers.house_of(vault, folder) as house:
        with vault.reading() as session:
            child = session.scalars(select(Child.id).order_by(Child.id)).first() or 0
        window = Window(house)
        window.resize(first_seen.WIDE, first_seen.HIGH)
        window.show()
        for place in papers.places_shown(vault, child).values():
            window.go(place)
            settled()
            assert window.page is not None
            window.page.fill_whole()
            settled()
        print(papers.megabytes())
        window.let_go_of_pages()
        window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
