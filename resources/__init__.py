"""Files the application carries with it: fonts, icons, words to choose from, example term dates."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def path(name: str) -> Path:
    """Where a carried file is, for example ``path("icons/house.svg")``.

    Works from source, installed and in the frozen build, which keeps this folder beside its own modules.
    Raises ValueError for a name that leads out of the folder and FileNotFoundError for a file we do not carry.
    """
    wanted = (_HERE / name).resolve()
    if not wanted.is_relative_to(_HERE):
        raise ValueError(f"{name} is not inside the resources folder")
    if not wanted.exists():
        raise FileNotFoundError(f"{name} is not among the files the application carries")
    return wanted
