"""The vault's head once more, in the keyring of the login: it stands when the state folder was cleared.

Only a count and a hash, no key: any program of the login may read it. Nobody is ever asked for anything and
nothing is waited for longer than a second: a keyring that is locked, slow, or of a kind that may ask is
left alone. So is macOS's, which asks anew for each new version of a program.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from tvaerfaglig.store.remembered_head import RememberedHead, is_head

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "Tværfaglig"
_WAIT_S = 1.0
_MOST_BYTES = 2560

T = TypeVar("T")


def recall(vault_id: str) -> RememberedHead | None:
    """What was noted last; None where nothing was, or cannot be said at once."""

    def ask() -> str | None:
        backend = _silent_backend()
        return backend.get_password(_SERVICE, vault_id) if backend else None

    kept: str | None = _soon(ask)
    return _read(kept or "")


def note(vault_id: str, head: RememberedHead) -> None:
    def put() -> None:
        backend = _silent_backend()
        if backend is not None:
            backend.set_password(_SERVICE, vault_id, f"{head.count}:{head.head}")

    _soon(put)


def _read(kept: str) -> RememberedHead | None:
    count, _, head = kept[:_MOST_BYTES].partition(":")
    sound = count.isascii() and count.isdigit() and len(count) < 16 and is_head(head)
    return RememberedHead(int(count), head) if sound else None


def _soon(work: Callable[[], T]) -> T | None:
    """Its answer if it comes within a second. Whatever goes wrong out there is not our people's trouble."""
    found: list[T] = []

    def run() -> None:
        with contextlib.suppress(BaseException):
            found.append(work())

    thread = threading.Thread(target=run, name="keyring", daemon=True)
    thread.start()
    thread.join(_WAIT_S)
    return found[0] if found else None


def _silent_backend() -> KeyringBackend | None:
    import keyring

    chosen = keyring.get_keyring()
    for backend in getattr(chosen, "backends", None) or [chosen]:
        is_silent = _SILENT.get(type(backend).__module__)
        if is_silent is not None and is_silent():
            found: KeyringBackend = backend
            return found
    return None


def _secret_service_is_open() -> bool:
    """The default collection is there and not locked; making or unlocking one would ask."""
    import secretstorage

    with contextlib.closing(secretstorage.dbus_init()) as bus:
        if not secretstorage.check_service_availability(bus):
            return False
        collection = secretstorage.Collection(bus, "/org/freedesktop/secrets/aliases/default")
        return not collection.is_locked()


_SILENT: dict[str, Callable[[], bool]] = {
    "keyring.backends.Windows": lambda: True,
    "keyring.backends.SecretService": _secret_service_is_open,
}
