"""What a carer saves is there next time, whole, and nobody else can read a word of it."""

import gc
import os
import stat
import subprocess
import sys
import weakref
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import IntegrityError, StatementError
from sqlcipher3 import dbapi2

from carer_app.domain.child import Child, Schooling
from carer_app.domain.draft import Draft
from carer_app.errors import CarerAppError, VaultFolderNotEmpty, WrongPassphrase
from carer_app.storage import keys
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Session, Vault

WORDS = "otter lantern marble"
NAME = "Zoë O'Łukasz-Canary"


def names(vault: Vault) -> list[str]:
    with vault.reading() as session:
        return list(session.scalars(select(Child.name).order_by(Child.id)))


def test_what_was_saved_is_there_after_closing_and_opening(tmp_path: Path, cheap: Cost) -> None:
    vault = Vault.create(tmp_path / "new" / "vault", WORDS, cheap)
    with vault.work() as session:
        session.add(Child(name=NAME))
    vault.close()
    again = Vault.open(tmp_path / "new" / "vault", WORDS)
    assert names(again) == [NAME]
    again.close()


def test_the_slow_part_can_be_done_elsewhere(tmp_path: Path, cheap: Cost) -> None:
    key_file, key = keys.new_key_file(WORDS, cheap)
    Vault.create_with(tmp_path, key_file, key).close()
    assert keys.unwrap(Vault.key_file(tmp_path), WORDS) == key
    Vault.open_with(tmp_path, key).close()


def test_a_wrong_password_opens_nothing_and_changes_nothing(folder: Path) -> None:
    before = (folder / "vault.db").read_bytes()
    with pytest.raises(WrongPassphrase):
        Vault.open(folder, "otter lantern pebble")
    assert (folder / "vault.db").read_bytes() == before
    Vault.open(folder, WORDS).close()


def test_new_records_never_go_over_something_that_is_there(tmp_path: Path, folder: Path, cheap: Cost) -> None:
    (tmp_path / "busy").mkdir()
    (tmp_path / "busy" / "shopping.txt").write_text("milk")
    (tmp_path / "a file").write_text("milk")
    for place in (folder, tmp_path / "busy", tmp_path / "a file"):
        with pytest.raises(VaultFolderNotEmpty):
            Vault.create(place, WORDS, cheap)
    assert (tmp_path / "busy" / "shopping.txt").read_text() == "milk"
    Vault.open(folder, WORDS).close()


def test_work_that_fails_halfway_saves_none_of_it(vault: Vault) -> None:
    before = names(vault)

    def half_of_it() -> None:
        with vault.work() as session:
            session.add(Child(name="Half"))
            session.flush()
            raise CarerAppError("No.")

    with pytest.raises(CarerAppError, match=r"No\."):
        half_of_it()
    assert names(vault) == before


def add(session: Session) -> None:
    session.add(Child(name="Sneaked in"))


def rename(session: Session) -> None:
    session.get_one(Child, 1).name = "Changed without a word"


def remove(session: Session) -> None:
    session.delete(session.get_one(Child, 1))


def insert_by_hand(session: Session) -> None:
    session.execute(insert(Child).values(name="By hand", support=""))


def delete_by_hand(session: Session) -> None:
    session.connection().exec_driver_sql("DELETE FROM child")


@pytest.mark.parametrize("sneak", [add, rename, remove, insert_by_hand, delete_by_hand])
def test_reading_cannot_save(vault: Vault, sneak: Callable[[Session], None]) -> None:
    before = names(vault)
    with pytest.raises(RuntimeError, match="Reading cannot save"), vault.reading() as session:
        sneak(session)
    assert names(vault) == before
    with vault.work() as session:
        session.add(Child(name="Saved"))
    assert names(vault) == [*before, "Saved"]


@pytest.mark.parametrize("sneak", [add, rename, remove])
@pytest.mark.parametrize("save", [Session.flush, Session.commit])
def test_reading_stops_where_saving_is_tried(
    vault: Vault, sneak: Callable[[Session], None], save: Callable[[Session], None]
) -> None:
    with vault.reading() as session:
        sneak(session)
        with pytest.raises(RuntimeError):
            getattr(session, save.__name__)()
        session.rollback()


def test_nobody_but_work_itself_saves(vault: Vault) -> None:
    with pytest.raises(RuntimeError, match="saves by itself"), vault.work() as session:
        session.commit()


def test_one_session_at_a_time(vault: Vault) -> None:
    with pytest.raises(RuntimeError, match="One at a time"), vault.reading(), vault.work():
        pass
    assert names(vault)


def test_readings_at_one_go_are_one_until_something_is_saved(vault: Vault) -> None:
    with vault.reading_at_one_go():
        with vault.reading() as first:
            child = first.get_one(Child, 1)
        with vault.reading() as second:
            assert second is first
            assert second.get_one(Child, 1) is child
        with vault.work() as session:
            session.get_one(Child, 1).name = "Ada"
        with vault.reading() as third:
            assert third is not first
            assert third.get_one(Child, 1).name == "Ada"
    with vault.reading() as later:
        assert later is not third


def test_readings_at_one_go_cannot_save_either_and_one_that_failed_is_the_last(vault: Vault) -> None:
    before = names(vault)
    with vault.reading_at_one_go():
        with pytest.raises(RuntimeError, match="Reading cannot save"), vault.reading() as session:
            session.get_one(Child, 1).name = "Ada"
        assert names(vault) == before
        vault.try_to_save()
        assert names(vault) == before


def test_run_gives_back_what_was_asked_for(vault: Vault) -> None:
    def take_in(session: Session, name: str, *, support: str) -> int:
        child = Child(name=name, support=support)
        session.add(child)
        session.flush()
        return child.id

    number = vault.run(take_in, "Ada", support="sen")
    with vault.reading() as session:
        assert session.get_one(Child, number).name == "Ada"


def test_deleted_rows_are_left_out_of_every_read_unless_asked_for(vault: Vault) -> None:
    with vault.work() as session:
        session.get_one(Child, 1).deleted_on = date(2026, 3, 10)
    anyway = {"include_deleted": True}
    with vault.reading() as session:
        assert session.get(Child, 1) is None
        assert session.scalar(select(Child).where(Child.id == 1)) is None
        assert session.scalar(select(Child.name).where(Child.id == 1)) is None
        assert session.scalar(select(func.count()).select_from(Child)) == 100
        assert session.get(Child, 1, execution_options=anyway) is not None
        assert session.scalar(select(func.count()).select_from(Child), execution_options=anyway) == 101


def test_the_settings_that_keep_saves_safe_are_on(vault: Vault) -> None:
    wanted = {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "cipher_memory_security": "0",
        "query_only": 0,
        "application_id": 0x50455043,
    }
    with vault.work() as session:
        found = {name: session.scalar(text(f"PRAGMA {name}")) for name in wanted}
    assert found == wanted


def test_a_row_cannot_point_at_nothing(vault: Vault) -> None:
    with pytest.raises(IntegrityError), vault.work() as session:
        session.add(Schooling(child_id=999_999, school_id=1))


def test_no_name_is_readable_in_any_file(vault: Vault, folder: Path) -> None:
    with vault.work() as session:
        session.add(Draft(place="home", field="note", text=f"{NAME} said"))
    vault.sealed.seal(f"{NAME} went to school".encode())
    with vault.work() as session:
        session.get_one(Child, 1).name = f"{NAME} again"
        session.flush()
        assert_unreadable(folder)  # with the journal there
    vault.close()
    assert_unreadable(folder)


def assert_unreadable(folder: Path) -> None:
    files = [each for each in folder.rglob("*") if each.is_file()]
    assert len(files) >= 4
    for each in files:
        data = each.read_bytes()
        for word in ("Zoë", "Łukasz", "Canary", "otter", "SQLite format", "child", WORDS):
            for code in ("utf-8", "utf-16-le", "utf-16-be"):
                assert word.encode(code) not in data, each.name


def test_only_the_owner_can_look_in(vault: Vault, folder: Path) -> None:
    vault.sealed.seal(b"a paper")
    for each in [each for each in folder.rglob("*") if each.is_file()]:
        assert stat.S_IMODE(each.stat().st_mode) == 0o600, each.name
    assert stat.S_IMODE((folder / "documents").stat().st_mode) == 0o700


def test_a_new_folder_is_the_owners_alone_whatever_the_umask(tmp_path: Path, cheap: Cost) -> None:
    old = os.umask(0)
    try:
        Vault.create(tmp_path / "above" / "vault", WORDS, cheap).close()
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "above").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "above" / "vault").stat().st_mode) == 0o700


def test_what_python_says_of_trouble_quotes_nothing_the_carer_wrote(vault: Vault) -> None:
    with pytest.raises(IntegrityError) as caught, vault.work() as session:
        session.add_all([Draft(place="p", field="f", text=NAME), Draft(place="p", field="f", text=NAME)])
    assert "Canary" not in str(caught.value)
    with pytest.raises(StatementError) as other, vault.work() as session:
        session.add(Child(name=NAME, birthday=NAME))  # type: ignore[arg-type]
    assert "Canary" not in str(other.value)
    assert "vault" not in repr(vault).lower().replace("<vault open>", "")


def test_a_closed_vault_leaves_nothing_behind(folder: Path) -> None:
    vault = Vault.open(folder, WORDS)
    assert names(vault)
    with vault.work() as session:
        session.add(Child(name="Last"))
    gone = weakref.ref(vault)
    sealed_gone = weakref.ref(vault.sealed)
    gc.disable()
    try:
        vault.close()
        vault.close()
        del vault
        assert gone() is None
        assert sealed_gone() is None
    finally:
        gc.enable()


def test_a_closed_vault_can_be_asked_nothing(folder: Path) -> None:
    vault = Vault.open(folder, WORDS)
    connection = vault._connection
    vault.close()
    with pytest.raises(RuntimeError, match="closed"), vault.reading():
        pass
    with pytest.raises(RuntimeError, match="closed"), vault.work():
        pass
    with pytest.raises(dbapi2.ProgrammingError):
        connection.execute("SELECT 1")


def test_is_here_tells_first_run_from_next_run(folder: Path, tmp_path: Path) -> None:
    assert not Vault.is_here(tmp_path / "nowhere")
    assert not Vault.is_here(tmp_path)
    assert Vault.is_here(folder)
    (folder / "vault.key").unlink()
    assert Vault.is_here(folder)


def test_opening_does_not_load_what_only_upgrading_needs(folder: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from carer_app.storage.vault import Vault;"
        f"Vault.open(Path({str(folder)!r}), {WORDS!r}).close();"
        "print('alembic' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    ran = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
    assert ran.stderr == ""
