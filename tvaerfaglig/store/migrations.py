"""The shape of the vault, one frozen step at a time.

To add a step: write a new function at the end, never touch an earlier one, import nothing of ours in it,
re-create any trigger that `transform()` would drop, and give it a test in tests/store/test_migrations.py
(the suite fails for a step without one). The vault is copied before steps are applied.

Each index is a page more to encrypt with every save, and most of what a save costs. So an event's hash has none
(it covers the id, which is unique), nor has its stamp (ids rise with it), a body lies at its event's place, a record
at the place of its first event, and states that nobody asks for have none, nor have the days of what there is most
of: looks and observations are asked for by child, or by when they were written.
"""

from __future__ import annotations

from tvaerfaglig.store.driver import Database, spoken
from tvaerfaglig.store.errors import CannotOpen, NewerVault

STEPS: list[tuple[str, str]] = [
    (
        "0001_first",
        """
        CREATE TABLE vault(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
        CREATE TABLE device(id TEXT PRIMARY KEY, public BLOB NOT NULL, since TEXT NOT NULL) STRICT;
        CREATE TABLE event(
            place INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            device TEXT NOT NULL REFERENCES device(id),
            case_id TEXT NOT NULL,
            seq INTEGER NOT NULL,
            hlc TEXT NOT NULL,
            actor TEXT NOT NULL,
            kind TEXT NOT NULL,
            record TEXT NOT NULL,
            parents TEXT NOT NULL,
            commitment BLOB NOT NULL,
            prev BLOB NOT NULL,
            hash BLOB NOT NULL UNIQUE,
            sig BLOB NOT NULL,
            UNIQUE(device, case_id, seq)
        ) STRICT;
        CREATE INDEX event_record ON event(record, place);
        CREATE INDEX event_hlc ON event(hlc);
        CREATE TABLE body(
            event TEXT PRIMARY KEY REFERENCES event(id), salt BLOB NOT NULL, data TEXT NOT NULL
        ) STRICT;
        CREATE TABLE blob(id TEXT NOT NULL, n INTEGER NOT NULL, chunk BLOB NOT NULL, PRIMARY KEY(id, n)) STRICT;
        CREATE TABLE erased(what TEXT PRIMARY KEY, event TEXT NOT NULL REFERENCES event(id)) STRICT;
        CREATE TABLE draft(
            owner TEXT NOT NULL, key TEXT NOT NULL, kind TEXT NOT NULL, content TEXT NOT NULL, at INTEGER NOT NULL,
            PRIMARY KEY(owner, key)
        ) STRICT;

        CREATE TRIGGER event_no_update BEFORE UPDATE ON event
            BEGIN SELECT raise(ABORT, 'an event never changes'); END;
        CREATE TRIGGER event_no_delete BEFORE DELETE ON event
            BEGIN SELECT raise(ABORT, 'an event never changes'); END;
        CREATE TRIGGER event_no_replace BEFORE INSERT ON event
            WHEN EXISTS(SELECT 1 FROM event WHERE id = new.id OR hash = new.hash
                        OR (device = new.device AND case_id = new.case_id AND seq = new.seq))
            BEGIN SELECT raise(ABORT, 'an event never changes'); END;
        CREATE TRIGGER body_no_update BEFORE UPDATE ON body
            BEGIN SELECT raise(ABORT, 'a body never changes'); END;
        CREATE TRIGGER body_no_replace BEFORE INSERT ON body WHEN EXISTS(SELECT 1 FROM body WHERE event = new.event)
            BEGIN SELECT raise(ABORT, 'a body never changes'); END;
        CREATE TRIGGER body_delete_decided BEFORE DELETE ON body
            WHEN NOT EXISTS(SELECT 1 FROM erased WHERE what = old.event)
            BEGIN SELECT raise(ABORT, 'a body never changes'); END;
        CREATE TRIGGER body_stays_erased BEFORE INSERT ON body
            WHEN EXISTS(SELECT 1 FROM erased WHERE what = new.event)
            BEGIN SELECT raise(ABORT, 'a body never changes'); END;
        CREATE TRIGGER blob_no_update BEFORE UPDATE ON blob
            BEGIN SELECT raise(ABORT, 'a blob never changes'); END;
        CREATE TRIGGER blob_no_replace BEFORE INSERT ON blob
            WHEN EXISTS(SELECT 1 FROM blob WHERE id = new.id AND n = new.n)
              OR EXISTS(SELECT 1 FROM erased WHERE what = new.id)
            BEGIN SELECT raise(ABORT, 'a blob never changes'); END;
        CREATE TRIGGER blob_delete_decided BEFORE DELETE ON blob
            WHEN NOT EXISTS(SELECT 1 FROM erased WHERE what = old.id)
            BEGIN SELECT raise(ABORT, 'a blob never changes'); END;
        CREATE TRIGGER erased_names_decision BEFORE INSERT ON erased
            WHEN NOT EXISTS(SELECT 1 FROM event WHERE id = new.event AND kind = 'slettet')
            BEGIN SELECT raise(ABORT, 'a body never changes'); END;
        CREATE TRIGGER erased_no_replace BEFORE INSERT ON erased
            WHEN EXISTS(SELECT 1 FROM erased WHERE what = new.what)
            BEGIN SELECT raise(ABORT, 'an event never changes'); END;
        CREATE TRIGGER erased_no_update BEFORE UPDATE ON erased
            BEGIN SELECT raise(ABORT, 'an event never changes'); END;
        CREATE TRIGGER erased_no_delete BEFORE DELETE ON erased
            BEGIN SELECT raise(ABORT, 'an event never changes'); END;

        CREATE TRIGGER device_no_update BEFORE UPDATE ON device
            BEGIN SELECT raise(ABORT, 'a device never changes'); END;
        CREATE TRIGGER device_no_delete BEFORE DELETE ON device
            BEGIN SELECT raise(ABORT, 'a device never changes'); END;
        CREATE TRIGGER device_no_replace BEFORE INSERT ON device
            WHEN EXISTS(SELECT 1 FROM device WHERE id = new.id)
            BEGIN SELECT raise(ABORT, 'a device never changes'); END;

        CREATE TABLE current(
            place INTEGER PRIMARY KEY,
            record TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            case_id TEXT NOT NULL,
            version TEXT NOT NULL,
            heads TEXT NOT NULL,
            data TEXT NOT NULL,
            happened TEXT NOT NULL,
            state TEXT NOT NULL,
            written_at INTEGER NOT NULL,
            written_by TEXT NOT NULL,
            changed_at INTEGER NOT NULL,
            changed_by TEXT NOT NULL,
            versions INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX current_kind ON current(kind, happened);
        CREATE TABLE about(
            child TEXT NOT NULL, kind TEXT NOT NULL, happened TEXT NOT NULL, record TEXT NOT NULL,
            PRIMARY KEY(record, child)
        ) STRICT;
        CREATE INDEX about_child ON about(child, kind, happened);
        CREATE VIRTUAL TABLE words USING fts5(folded, tokenize = "unicode61 remove_diacritics 0");
        INSERT INTO words(words, rank) VALUES('secure-delete', 1);
        """,
    ),
    (
        "0002_by_state",
        """
        CREATE INDEX current_state ON current(kind, state);
        DROP INDEX about_child;
        CREATE INDEX about_child ON about(child, kind, happened, record);
        CREATE VIRTUAL TABLE words_now USING fts5(folded, tokenize = "unicode61 remove_diacritics 0", prefix = '2 3');
        INSERT INTO words_now(words_now, rank) VALUES('secure-delete', 1);
        INSERT INTO words_now(rowid, folded) SELECT rowid, folded FROM words;
        DROP TABLE words;
        ALTER TABLE words_now RENAME TO words;
        """,
    ),
    (
        "0003_fewer_pages",
        """
        DROP TRIGGER erased_names_decision;
        CREATE TABLE event_now(
            place INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            device TEXT NOT NULL REFERENCES device(id),
            case_id TEXT NOT NULL,
            seq INTEGER NOT NULL,
            hlc TEXT NOT NULL,
            actor TEXT NOT NULL,
            kind TEXT NOT NULL,
            record TEXT NOT NULL,
            parents TEXT NOT NULL,
            commitment BLOB NOT NULL,
            prev BLOB NOT NULL,
            hash BLOB NOT NULL,
            sig BLOB NOT NULL,
            UNIQUE(device, case_id, seq)
        ) STRICT;
        INSERT INTO event_now SELECT * FROM event;
        CREATE TABLE body_now(
            event INTEGER PRIMARY KEY REFERENCES event(place), salt BLOB NOT NULL, data TEXT NOT NULL
        ) STRICT;
        INSERT INTO body_now SELECT e.place, b.salt, b.data FROM event e JOIN body b ON b.event = e.id ORDER BY e.place;
        DROP TABLE body;
        DROP TABLE event;
        ALTER TABLE event_now RENAME TO event;
        ALTER TABLE body_now RENAME TO body;
        CREATE INDEX event_record ON event(record, place);
        CREATE INDEX event_hlc ON event(hlc);
        CREATE TRIGGER event_no_update BEFORE UPDATE ON event
            BEGIN SELECT raise(ABORT, 'an event never changes'); END;
        CREATE TRIGGER event_no_delete BEFORE DELETE ON event
            BEGIN SELECT raise(ABORT, 'an event never changes'); END;
        CREATE TRIGGER event_no_replace BEFORE INSERT ON event
            WHEN EXISTS(SELECT 1 FROM event WHERE id = new.id
                        OR (device = new.device AND case_id = new.case_id AND seq = new.seq))
            BEGIN SELECT raise(ABORT, 'an event never changes'); END;
        CREATE TRIGGER body_no_update BEFORE UPDATE ON body
            BEGIN SELECT raise(ABORT, 'a body never changes'); END;
        CREATE TRIGGER body_no_replace BEFORE INSERT ON body WHEN EXISTS(SELECT 1 FROM body WHERE event = new.event)
            BEGIN SELECT raise(ABORT, 'a body never changes'); END;
        CREATE TRIGGER body_delete_decided BEFORE DELETE ON body
            WHEN NOT EXISTS(SELECT 1 FROM erased WHERE what = (SELECT id FROM event WHERE place = old.event))
            BEGIN SELECT raise(ABORT, 'a body never changes'); END;
        CREATE TRIGGER body_stays_erased BEFORE INSERT ON body
            WHEN EXISTS(SELECT 1 FROM erased WHERE what = (SELECT id FROM event WHERE place = new.event))
            BEGIN SELECT raise(ABORT, 'a body never changes'); END;
        CREATE TRIGGER erased_names_decision BEFORE INSERT ON erased
            WHEN NOT EXISTS(SELECT 1 FROM event WHERE id = new.event AND kind = 'slettet')
            BEGIN SELECT raise(ABORT, 'a body never changes'); END;

        DROP INDEX current_state;
        CREATE INDEX current_state ON current(kind, state) WHERE state NOT IN ('', 'skrevet');
        CREATE TABLE about_now(
            child TEXT NOT NULL, kind TEXT NOT NULL, happened TEXT NOT NULL, record TEXT NOT NULL,
            PRIMARY KEY(record, child)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO about_now SELECT child, kind, happened, record FROM about;
        DROP TABLE about;
        ALTER TABLE about_now RENAME TO about;
        CREATE INDEX about_child ON about(child, kind, happened, record);
        CREATE VIRTUAL TABLE words_now USING fts5(
            folded, tokenize = "unicode61 remove_diacritics 0", prefix = '2 3', columnsize = 0
        );
        INSERT INTO words_now(words_now, rank) VALUES('secure-delete', 1);
        INSERT INTO words_now(rowid, folded) SELECT rowid, folded FROM words;
        DROP TABLE words;
        ALTER TABLE words_now RENAME TO words;
        """,
    ),
    (
        "0004_a_place_for_each",
        """
        DROP INDEX event_hlc;
        DROP TRIGGER event_no_replace;
        CREATE TRIGGER event_no_replace BEFORE INSERT ON event
            WHEN EXISTS(SELECT 1 FROM event WHERE id = new.id)
              OR EXISTS(SELECT 1 FROM event WHERE device = new.device AND case_id = new.case_id AND seq = new.seq)
            BEGIN SELECT raise(ABORT, 'an event never changes'); END;
        DROP TABLE current;
        DROP TABLE about;
        DELETE FROM words;
        DELETE FROM vault WHERE name = 'tables';
        CREATE TABLE current(
            place INTEGER PRIMARY KEY,
            record TEXT NOT NULL,
            kind TEXT NOT NULL,
            case_id TEXT NOT NULL,
            children TEXT NOT NULL,
            version TEXT NOT NULL,
            heads TEXT NOT NULL,
            data TEXT NOT NULL,
            happened TEXT NOT NULL,
            state TEXT NOT NULL,
            written_at INTEGER NOT NULL,
            written_by TEXT NOT NULL,
            changed_at INTEGER NOT NULL,
            changed_by TEXT NOT NULL,
            versions INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX current_about ON current(kind, children, happened);
        CREATE INDEX current_day ON current(kind, happened) WHERE kind NOT IN ('laest', 'observation');
        CREATE INDEX current_state ON current(kind, state) WHERE state NOT IN ('', 'skrevet');
        CREATE TABLE several(
            kind TEXT NOT NULL, child TEXT NOT NULL, happened TEXT NOT NULL, place INTEGER NOT NULL,
            PRIMARY KEY(kind, child, happened, place)
        ) STRICT, WITHOUT ROWID;
        CREATE VIEW about AS
            SELECT children AS child, kind, happened, place FROM current WHERE children >= '!'
            UNION ALL SELECT child, kind, happened, place FROM several;
        """,
    ),
    (
        "0005_a_record_begins_with_itself",
        """
        DROP INDEX event_record;
        CREATE INDEX event_record ON event(record, place) WHERE record <> id;
        CREATE VIEW version AS
            SELECT id AS record, place FROM event WHERE record = id
            UNION ALL SELECT record, place FROM event WHERE record <> id;
        """,
    ),
    (
        "0006_what_is_counted",
        """
        CREATE TABLE counted(unit TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT;
        """,
    ),
]


def applied(db: Database) -> int:
    """How many steps this vault has taken. Raises NewerVault when it has taken more than we know."""
    taken = int(db.conn.execute("PRAGMA user_version").fetchone()[0])
    if taken > len(STEPS):
        raise NewerVault(
            "Boksen er skrevet af en nyere Tværfaglig. Opdatér programmet, så åbner den."
        )
    return taken


def apply(db: Database, upto: int | None = None) -> None:
    """Take the steps that are missing, each in one transaction with its number.

    A table that others refer to can only be made anew while SQLite keeps no watch over that; it is looked
    at before the step is done. Raises CannotOpen when something then refers to nothing.
    """
    db.conn.execute("PRAGMA foreign_keys=OFF")
    try:
        for number, (_, script) in enumerate(STEPS[:upto], 1):
            if number > applied(db):
                with spoken():
                    _take(db, number, script)
    finally:
        db.conn.execute("PRAGMA foreign_keys=ON")


def _take(db: Database, number: int, script: str) -> None:
    try:
        db.conn.executescript(f"BEGIN IMMEDIATE;{script}\nPRAGMA user_version = {number};")
        _require_whole(db)
        db.conn.commit()
    except BaseException:
        db.conn.rollback()
        raise


def _require_whole(db: Database) -> None:
    if db.conn.execute("PRAGMA foreign_key_check").fetchone():
        raise CannotOpen(
            "Boksen kunne ikke føres op til i dag og er, som den var. Hent den fra en kopi."
        )
