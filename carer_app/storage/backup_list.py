"""The list in the folder of one backup: what it is, when it was made and proved, which papers belong to it.

It is sealed with a key made from the key of the records, so that nobody can forge one, and has a checksum, so that
damage is found where no key is at hand.
"""

import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from carer_app.paths import KEY_FILE, RECORDS_FILE
from carer_app.storage import keys, trouble
from carer_app.storage.key_file import derive
from carer_app.storage.safe_files import PART
from carer_app.storage.sealed_files import FOLDER_NAME

LIST = "backup.json"
PUT_ASIDE = "put aside"
"""How a folder beside the backups begins that is none: records as they were found before going back."""
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup, as its list says. `made` is local time; `proved_on` is the day it was last opened and compared.

    `missing` counts papers that were damaged or gone already when it was made. `has_problem` once a proof failed.
    `is_before_going_back` for how things were before the carer went back to an older backup.
    """

    folder: Path
    vault_id: bytes
    saves: int
    made: datetime
    digest: str
    papers: tuple[str, ...]
    missing: int
    proved_on: date
    has_problem: bool
    is_before_going_back: bool

    @property
    def records(self) -> Path:
        return self.folder / RECORDS_FILE

    def key_file(self) -> bytes:
        """Raises KeyFileDamaged."""
        try:
            data = (self.folder / KEY_FILE).read_bytes()
        except OSError as error:
            raise trouble.key_file_damaged() from error
        keys.read_key_file(data)
        return data


def looks_like_backup(folder: Path) -> bool:
    """Whether this folder is a backup, with a list that can be read or not."""
    other = folder.name == FOLDER_NAME or folder.name.endswith(PART) or folder.name.startswith(PUT_ASIDE)
    return folder.is_dir() and not other


def write_list(backup: Backup, key: bytes) -> bytes:
    """The bytes of a list."""
    body: dict[str, Any] = {
        "format": _FORMAT,
        "records": backup.vault_id.hex(),
        "saves": backup.saves,
        "made": backup.made.isoformat(),
        "digest": backup.digest,
        "papers": list(backup.papers),
        "missing": backup.missing,
        "proved": backup.proved_on.isoformat(),
        "problem": backup.has_problem,
        "before": backup.is_before_going_back,
    }
    return _with_checksum({**body, "seal": _seal(body, key)})


def _with_checksum(sealed: dict[str, Any]) -> bytes:
    """The one spelling of a list. The checksum finds damage where no key is at hand; the seal finds forgery."""
    whole = {**sealed, "checksum": hashlib.sha256(_spell(sealed)).hexdigest()}
    return json.dumps(whole, indent=1).encode("ascii")


def _spell(body: dict[str, Any]) -> bytes:
    return json.dumps(body, sort_keys=True, separators=(",", ":")).encode("ascii")


def _seal(body: dict[str, Any], key: bytes) -> str:
    return hmac.new(derive(key, "list of a backup"), _spell(body), "sha256").hexdigest()


def has_seal(backup: Backup, key: bytes) -> bool:
    """Whether the list of this backup was written by whoever has the key."""
    try:
        body = json.loads((backup.folder / LIST).read_bytes())
        del body["checksum"]
        return hmac.compare_digest(str(body.pop("seal")), _seal(body, key))
    except (OSError, ValueError, KeyError, AttributeError):
        return False


def read_list(folder: Path) -> Backup | None:
    """What the list of one backup says; None where there is none that can be read."""
    try:
        data = (folder / LIST).read_bytes()
        body: Any = json.loads(data)
        del body["checksum"]
        if body["format"] != _FORMAT or _with_checksum(body) != data:
            return None
        return Backup(
            folder=folder,
            vault_id=bytes.fromhex(body["records"]),
            saves=int(body["saves"]),
            made=datetime.fromisoformat(body["made"]),
            digest=str(body["digest"]),
            papers=tuple(map(str, body["papers"])),
            missing=int(body["missing"]),
            proved_on=date.fromisoformat(body["proved"]),
            has_problem=bool(body["problem"]),
            is_before_going_back=bool(body["before"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
