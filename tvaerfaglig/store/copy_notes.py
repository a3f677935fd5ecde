"""What the vault remembers of its own copies: the second place, and how it went last.

They lie in the vault itself, because a path may name a person and everyone who logs in on the computer
shares them; but in no event, because they are true of this computer alone: a restored vault has none.
"""

from __future__ import annotations

import msgspec

from tvaerfaglig.store.driver import Database, write

_NAME = "kopier"


class CopyNotes(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Moments are ISO 8601; empty means never.

    `second` is the folder that was chosen and `called` what people call the drive. `there` is when the
    newest copy known to lie there was taken, and `missing` since when it could not be reached. `ask_on`
    is the day that choosing a second place was put off to. `signed` says how far every signature was
    good, `all_signed` when they were last all looked at. Copies with keys older than generation `retire`
    are to go from the second place as soon as it can be reached.
    """

    second: str = ""
    called: str = ""
    there: str = ""
    missing: str = ""
    ask_on: str = ""
    trouble: str = ""
    trouble_at: str = ""
    second_trouble: str = ""
    signed: int = 0
    signed_head: str = ""
    all_signed: str = ""
    retire: int = 0


def copy_notes(db: Database) -> CopyNotes:
    """Empty ones where none were written, or what was written makes no sense to this program."""
    row = db.conn.execute("SELECT value FROM vault WHERE name=?", (_NAME,)).fetchone()
    try:
        return msgspec.json.decode(row[0], type=CopyNotes) if row else CopyNotes()
    except msgspec.MsgspecError:
        return CopyNotes()


def keep_copy_notes(db: Database, notes: CopyNotes) -> None:
    with write(db):
        db.conn.execute(
            "INSERT OR REPLACE INTO vault VALUES(?, ?)",
            (_NAME, msgspec.json.encode(notes).decode()),
        )


def forget_copy_notes(db: Database) -> None:
    with write(db):
        db.conn.execute("DELETE FROM vault WHERE name=?", (_NAME,))
