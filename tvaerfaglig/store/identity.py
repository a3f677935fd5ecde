"""A person's own age key pair, for what not even the other keyholders may read.

The private half lies in her slot under a key made from her password, and from nothing else: the master
key does not reach it, and a password that someone else sets loses it. The public half stands in clear,
vouched for by the header's seal. Whoever holds the master key could put a public half of their own in its
place; its owner's next unlock finds that out, because her private half is bound to the public one.
"""

from __future__ import annotations

import base64
import secrets
from collections.abc import Iterable
from dataclasses import replace

from tvaerfaglig.store.errors import VaultError
from tvaerfaglig.store.key_file import Identity, Slot, canonical
from tvaerfaglig.store.opened import derive

_PAGE = 4096


class NotForYou(VaultError):
    """The key at hand opens none of the locks on it."""


class Tampered(VaultError):
    """It is not what was sealed."""


def new_identity() -> str:
    from pyrage import x25519

    return str(x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """The public half, which others seal to."""
    from pyrage import x25519

    return str(x25519.Identity.from_str(identity).to_public())


def kept_in(slot: Slot, identity: str, kek: bytes, vault_id: str) -> Slot:
    """The slot with the identity closed into it. `kek` is what her password, stretched, gave."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    recipient, nonce = recipient_of(identity), secrets.token_bytes(12)
    sealed = AESGCM(_key(kek, slot)).encrypt(
        nonce, identity.encode(), _bound(slot, recipient, vault_id)
    )
    return replace(slot, identity=Identity(recipient=recipient, nonce=nonce, sealed=sealed))


def found_in(slot: Slot, kek: bytes, vault_id: str) -> str | None:
    """The identity in the slot; None when there is none. Raises Tampered when it is another's."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    kept = slot.identity
    if kept is None:
        return None
    try:
        opened = AESGCM(_key(kek, slot)).decrypt(
            kept.nonce, kept.sealed, _bound(slot, kept.recipient, vault_id)
        )
    except InvalidTag:
        raise Tampered from None
    return opened.decode()


def _key(kek: bytes, slot: Slot) -> bytes:
    return derive(kek, salt=slot.salt, purpose="identity")


def _bound(slot: Slot, recipient: str, vault_id: str) -> bytes:
    person = slot.person.person_id if slot.person else ""
    return canonical({"vault_id": vault_id, "person": person, "recipient": recipient})


def seal_to(text: str, recipients: Iterable[str]) -> str:
    """The text as age ciphertext in base64, padded so that its length tells little of what it says."""
    import pyrage
    from pyrage import x25519

    plain = text.encode()
    plain += b" " * (-len(plain) % _PAGE)
    keys = [x25519.Recipient.from_str(one) for one in recipients]
    return base64.b64encode(pyrage.encrypt(plain, keys)).decode()


def unseal(sealed: str, identity: str) -> str:
    """The text again. Raises NotForYou or Tampered."""
    import pyrage
    from pyrage import x25519

    try:
        content = base64.b64decode(sealed, validate=True)
        plain = pyrage.decrypt(content, [x25519.Identity.from_str(identity)])
    except ValueError:
        raise Tampered from None
    except pyrage.DecryptError as trouble:
        # the library tells its two reasons apart by their words alone
        raise (NotForYou if "matching keys" in str(trouble) else Tampered) from None
    return str(plain.decode().rstrip(" "))
