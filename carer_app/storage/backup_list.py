"""The list in the folder of one backup: what it is, when it was made and proved, which papers belong to it.

It is sealed with a key made from the key of the records, so that nobody can forge one, and has a checksum, so that
damage is found where no key is at hand. It is read in one place only, `read_list`, which takes nothing on trust. A list
that is missing or wrong costs no backup: what a backup holds stands in its records, and is read from there.
"""

import hashlib
import hmac
import json
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from carer_app.computer.paths import KEY_FILE, RECORDS_FILE
from carer_app.errors import KeyFileDamaged, VaultTooNew
from carer_app.storage import backup_trouble, keys
from carer_app.storage.key_file import derive
from carer_app.storage.looking import MOST_SAVES
from carer_app.storage.safe_files import PART, is_real_folder, must_be_plain, read_safely
from carer_app.storage.sealed_files import FOLDER_NAME, is_fingerprint

LIST = "backup.json"
PUT_ASIDE = "put aside"
"""How a folder beside the backups begins that is none: records as they were found before going back."""
MOST_LIST_BYTES = 4 * 1024 * 1024
MOST_PAPERS = 40_000
_FORMAT = 1
_HEX_32, _HEX_64 = re.compile(r"[0-9a-f]{32}"), re.compile(r"[0-9a-f]{64}")
_NAMED = re.compile(r"\d{4}-\d\d-\d\d \d\d\.\d\d")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup, as its list says. `made` is local time; `proved_on` the day it was last opened and compared where
    it lies, None where it never was. Whoever copies a whole place by hand copies that day too, until its next turn.

    `missing` counts papers that are damaged or gone. `has_problem` once a proof failed. `is_before_going_back` for how
    things were before the carer went back to an older backup. `is_listed` is False where there is no list that can be
    read: `made` is a guess then, and nothing else is known.
    """

    folder: Path
    vault_id: bytes
    saves: int
    made: datetime
    digest: str
    papers: tuple[str, ...]
    missing: int
    proved_on: date | None
    has_problem: bool
    is_before_going_back: bool
    is_listed: bool = True
    seal: str = field(default="", compare=False, repr=False)

    @property
    def records(self) -> Path:
        return self.folder / RECORDS_FILE

    @property
    def is_here(self) -> bool:
        """Whether there are records in it at all, without looking into them."""
        try:
            return must_be_plain(self.records) and self.records.lstat().st_size > 0
        except OSError:
            return False

    @property
    def order(self) -> tuple[int, datetime]:
        """Newest last. The clock on the wall decides between equals: a clock without a zone can be compared too."""
        return self.saves, self.made.replace(tzinfo=None)

    def key_file(self) -> bytes:
        """Raises KeyFileDamaged, VaultTooNew."""
        try:
            data = read_safely(self.folder / KEY_FILE, keys.MOST_BYTES)
        except OSError as error:
            raise backup_trouble.key_file_damaged() from error
        try:
            keys.read_key_file(data)
        except KeyFileDamaged as error:
            raise backup_trouble.key_file_damaged() from error
        except VaultTooNew as error:
            raise backup_trouble.too_new() from error
        return data

    def is_sealed(self, key: bytes) -> bool:
        """Whether this list was written by whoever has the key: nothing else may decide anything."""
        return self.is_listed and hmac.compare_digest(self.seal, _seal(_body(self), key))

    def opens_with(self, key: bytes) -> bool:
        """Whether the key file in it is whole and for this key: it is all that a new computer has."""
        try:
            return keys.read_key_file(self.key_file()).fits(key)
        except (KeyFileDamaged, VaultTooNew):
            return False


def looks_like_backup(folder: Path) -> bool:
    """Whether this folder is a backup, with a list that can be read or not. A link to one is none."""
    other = folder.name == FOLDER_NAME or folder.name.endswith(PART) or folder.name.startswith(PUT_ASIDE)
    return not other and is_real_folder(folder)


def write_list(backup: Backup, key: bytes) -> bytes:
    """The bytes of a list."""
    body = _body(backup)
    return _with_checksum({**body, "seal": _seal(body, key)})


def read_list(folder: Path) -> Backup | None:
    """What the list of one backup says; None where there is none that is whole, of our form and within bounds."""
    try:
        data = read_safely(folder / LIST, MOST_LIST_BYTES)
        said: Any = json.loads(data, parse_constant=_refuse, parse_float=_refuse, parse_int=_number)
        if not isinstance(said, dict):
            return None
        del said["checksum"]
        if _with_checksum(said) != data:
            return None
        seal = said.pop("seal", "")
        found = _read(folder, said, seal)
        return found if _body(found) == said else None
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None


def without_list(folder: Path) -> Backup | None:
    """A backup whose list cannot be read: records and a key file, and a day by the name of its folder."""
    try:
        key_file = keys.read_key_file(read_safely(folder / KEY_FILE, keys.MOST_BYTES))
        when = datetime.fromtimestamp((folder / RECORDS_FILE).lstat().st_mtime, UTC)
    except (OSError, KeyFileDamaged, VaultTooNew, ValueError, OverflowError):
        return None
    return Backup(
        folder, key_file.vault_id, 0, _by_name(folder) or when, "", (), 0, None, False, False, is_listed=False
    )


def _by_name(folder: Path) -> datetime | None:
    found = _NAMED.match(folder.name)
    try:
        return datetime.strptime(found.group(), "%Y-%m-%d %H.%M") if found else None  # local time
    except ValueError:
        return None


def _body(backup: Backup) -> dict[str, Any]:
    return {
        "format": _FORMAT,
        "records": backup.vault_id.hex(),
        "saves": backup.saves,
        "made": backup.made.isoformat(),
        "digest": backup.digest,
        "papers": list(backup.papers),
        "missing": backup.missing,
        "proved": backup.proved_on.isoformat() if backup.proved_on else None,
        "problem": backup.has_problem,
        "before": backup.is_before_going_back,
    }


def _read(folder: Path, said: dict[str, Any], seal: Any) -> Backup:
    """Raises ValueError, TypeError or KeyError for what no list of ours says."""
    papers = said["papers"]
    _must(type(said["format"]) is int)
    _must(type(papers) is list and len(papers) <= MOST_PAPERS and len(set(papers)) == len(papers))
    _must(all(type(paper) is str and is_fingerprint(paper) for paper in papers))
    _must(type(said["problem"]) is bool and type(said["before"]) is bool)
    _must(type(said["saves"]) is int and 0 <= said["saves"] <= MOST_SAVES)
    _must(type(said["missing"]) is int and 0 <= said["missing"] <= MOST_PAPERS)
    _must(_HEX_32.fullmatch(said["records"]) is not None and _HEX_64.fullmatch(said["digest"]) is not None)
    _must(type(seal) is str and (seal == "" or _HEX_64.fullmatch(seal) is not None))
    return Backup(
        folder=folder,
        vault_id=bytes.fromhex(said["records"]),
        saves=said["saves"],
        made=datetime.fromisoformat(said["made"]),
        digest=said["digest"],
        papers=tuple(papers),
        missing=said["missing"],
        proved_on=date.fromisoformat(said["proved"]) if said["proved"] is not None else None,
        has_problem=said["problem"],
        is_before_going_back=said["before"],
        seal=seal,
    )


def _must(holds: bool) -> None:
    if not holds:
        raise ValueError


def _refuse(_number: str) -> None:
    raise ValueError


def _number(digits: str) -> int:
    _must(len(digits) <= len(str(MOST_SAVES)))
    return int(digits)


def _with_checksum(sealed: dict[str, Any]) -> bytes:
    """The one spelling of a list. The checksum finds damage where no key is at hand; the seal finds forgery."""
    whole = {**sealed, "checksum": hashlib.sha256(_spell(sealed)).hexdigest()}
    return json.dumps(whole, indent=1).encode("ascii")


def _spell(body: dict[str, Any]) -> bytes:
    return json.dumps(body, sort_keys=True, separators=(",", ":")).encode("ascii")


def _seal(body: dict[str, Any], key: bytes) -> str:
    return hmac.new(derive(key, "list of a backup"), _spell(body), "sha256").hexdigest()
