"""This computer's own key store (Keychain, Credential Manager, Secret Service, KWallet): one secret for each vault.

Off unless the carer asks for it. Nothing depends on it: whatever goes wrong here, the password opens the records.
`keyring` is imported late, and each question is asked on a thread of its own: a key store may ask the person for a
password first, which takes as long as it takes, and a dead one may never answer.
"""

import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from carer_app.errors import KeyringTrouble
from carer_app.words import _

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

T = TypeVar("T")

SERVICE = "PEP Companion"
PATIENCE_SECONDS = 90.0
"""A person may have to find and type the key store's own password meanwhile."""

_TRUSTED = (
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
    "keyring.backends.macOS",
    "keyring.backends.Windows",
)
"""Those that lock what they keep. Others write plain files, or keep nothing at all without saying so."""


def remember(vault_id: bytes, secret: str) -> None:
    """Keep `secret` for these records, and read it back. Slow. Raises KeyringTrouble."""

    def ask(store: "KeyringBackend") -> str | None:
        store.set_password(SERVICE, vault_id.hex(), secret)
        return store.get_password(SERVICE, vault_id.hex())

    if _ask(ask) != secret:
        raise KeyringTrouble(
            _(
                "This computer’s key store did not keep what it was given, so it stays off. Your records are safe, and "
                "your password opens them as before."
            )
        )


def recall(vault_id: bytes) -> str:
    """The secret that was kept. Slow. Raises KeyringTrouble where there is none, or it cannot be had."""
    secret = _ask(lambda store: store.get_password(SERVICE, vault_id.hex()))
    if not secret:
        raise KeyringTrouble(
            _(
                "This computer’s key store does not have the key any more. Your records are safe, and your password "
                "opens them as before. After that you can switch the key store on again in Settings."
            )
        )
    return secret


def forget(vault_id: bytes) -> bool:
    """Take the secret away. Slow. True if it is surely gone.

    Never raises, whatever a key store may raise: what it is taken away after has been done, and cannot be taken back.
    """
    try:
        return _ask(lambda store: _delete(store, vault_id.hex()))
    except Exception:  # noqa: BLE001 - see above
        return False


def why_not() -> str:
    """Why this computer's key store cannot be used, in a sentence; empty where it can. Slow."""
    try:
        _ask(lambda store: store.get_password(SERVICE, "is it there?"))
    except KeyringTrouble as trouble:
        return str(trouble)
    return ""


def is_missing() -> str:
    """Why this computer has no key store at all, in a sentence; empty where there is one. Asks nobody for a password.

    Slow. One that is there may still be locked, or not answer: see `why_not`.
    """
    try:
        _ask(lambda _store: None)
    except KeyringTrouble as trouble:
        return str(trouble)
    return ""


def _delete(store: "KeyringBackend", name: str) -> bool:
    if store.get_password(SERVICE, name) is not None:
        store.delete_password(SERVICE, name)
    return store.get_password(SERVICE, name) is None


def _ask(question: "Callable[[KeyringBackend], T]") -> T:
    """Ask the key store something, and wait for it in bounded time."""
    answers: list[T] = []
    failures: list[BaseException] = []

    def work() -> None:
        try:
            answers.append(question(_store()))
        except BaseException as error:  # noqa: BLE001 - handed to the thread that asked, which tells them apart
            failures.append(error)

    # A daemon: one that never answers must not keep the application from ending.
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(PATIENCE_SECONDS)
    if answers:
        return answers[0]
    if not failures:
        raise _no_answer()
    error = failures[0]
    if isinstance(error, KeyringTrouble):
        raise error
    if not isinstance(error, _known_failures()):
        raise error
    raise (_locked() if type(error).__name__ in _LOCKED else _no_answer()) from error


def _store() -> "KeyringBackend":
    import keyring

    try:
        chosen: Any = keyring.get_keyring()
    except Exception as error:  # a setting of its own may name anything, also what is not there
        raise _no_store() from error
    for store in getattr(chosen, "backends", None) or [chosen]:
        if type(store).__module__ in _TRUSTED:
            return store  # type: ignore[no-any-return]
    raise _no_store()


def _no_store() -> KeyringTrouble:
    return KeyringTrouble(
        _(
            "This computer has no key store that PEP Companion can use. Your records are safe. Your password opens "
            "them, and so does your way-back-in sheet."
        )
    )


_LOCKED = ("KeyringLocked", "LockedException", "PromptDismissedException", "InitError", "PasswordSetError")


def _known_failures() -> tuple[type[BaseException], ...]:
    """What the key store's own libraries raise, as tried with a real one in every state (see the tests)."""
    from keyring.errors import KeyringError

    known: list[type[BaseException]] = [KeyringError, OSError]
    if sys.platform == "win32":
        from win32ctypes.pywin32.pywintypes import error as windows_error

        known.append(windows_error)
    if sys.platform == "linux":
        from jeepney import DBusErrorResponse
        from secretstorage.exceptions import SecretStorageException

        known += [DBusErrorResponse, SecretStorageException]
    return tuple(known)


def _locked() -> KeyringTrouble:
    return KeyringTrouble(
        _(
            "This computer’s key store is locked, and nobody opened it. Your records are safe, and your password opens "
            "them as before."
        )
    )


def _no_answer() -> KeyringTrouble:
    return KeyringTrouble(
        _(
            "This computer’s key store did not answer. Your records are safe, and your password opens them as before. "
            "If this happens each time, leave the key store off."
        )
    )
