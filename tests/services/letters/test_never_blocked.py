"""Nothing stops an underretning: not an empty letter, a "no", a role, a guard, a conflict or a full disk."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time

import pytest

from tests.services.letters.a_letter import begun, three
from tests.services.printing.test_papers import text_of
from tvaerfaglig.domain.acts import Read
from tvaerfaglig.domain.people import Role
from tvaerfaglig.domain.protection import Against, Basis
from tvaerfaglig.domain.underretning import Section, Stage
from tvaerfaglig.services import library, underretninger
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.letters import phoning
from tvaerfaglig.services.letters.kept_under import section_id
from tvaerfaglig.services.printing import noting
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import past, queries
from tvaerfaglig.store.errors import DiskFull

TODAY = date(2026, 11, 12)


@pytest.fixture(scope="module")
def shelf():
    return library.load()


def goes_out(session: Session, letter: str, shelf: library.Library) -> str:
    """Finished, looked at, copied, noted as printed, sent: the words of its paper."""
    assert underretninger.plain_sections(session, letter, shelf)
    frozen = underretninger.finish(session, letter, shelf)
    pdf = underretninger.frozen_pdf(session, frozen.id)
    noting.note_printed(
        session, document="underretning", how="har udskrevet", child="alma", record=letter
    )
    underretninger.register_step(session, letter, Stage.AFSENDT, channel="sikker post")
    page = underretninger.open_letter(session, letter)
    assert page.stage is Stage.AFSENDT
    return text_of(pdf)


@contextlib.contextmanager
def full_disk(session: Session) -> Iterator[None]:
    """The file may grow no further: SQLite answers as it does where no room is left."""
    conn = session.vault.db.conn
    conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    pages = conn.execute("PRAGMA page_count").fetchone()[0]
    most = conn.execute("PRAGMA max_page_count").fetchone()[0]
    conn.execute(f"PRAGMA max_page_count={pages}")
    try:
        yield
    finally:
        conn.execute(f"PRAGMA max_page_count={most}")


def test_an_empty_letter_goes_out(world, shelf):
    """No receiver, no ground, no word, no writer: it is finished, printed and sent."""
    mette = world.session("mette")
    letter = begun(mette)
    page = underretninger.open_letter(mette, letter)
    bare = replace(
        page.record, receiver="", receiver_unit="", writers=(), relation="", known_since="",
        interpreter="", informed=(),
    )  # fmt: skip
    underretninger.save_head(mette, letter, bare)
    assert "Alma Nowak" in goes_out(mette, letter, shelf)


@pytest.mark.parametrize("role", list(Role))
def test_no_role_is_too_small(world, shelf, role):
    """Whoever may see the child finishes and sends alone, also a medhjælper and a guest of the house."""
    hanne = world.session("hanne")
    with hanne.write() as pen:
        me = replace(hanne.staff()["yusuf"], role=role, oversees=("jonas",))
        pen.put(me, "yusuf")
        if role in {Role.DAGPLEJER, Role.DAGPLEJEPAEDAGOG}:
            alma = hanne.child("alma").record
            pen.put(replace(alma, dagplejer="yusuf" if role is Role.DAGPLEJER else "jonas"), "alma")
    if role.visits:
        protecting.share_child(hanne, "alma", "yusuf", Basis.UNDERRETNINGSPLIGT)
    yusuf = world.session("yusuf")
    assert "Alma" in goes_out(yusuf, begun(yusuf), shelf)


def test_a_leaders_no_is_kept_and_locks_nothing(world, shelf):
    """It stands beside the letter; the letter goes out."""
    mette, hanne = world.session("mette"), world.session("hanne")
    letter = begun(mette)
    underretninger.comment(hanne, letter, "Jeg er ikke enig. Vent.", disagrees=True)
    assert "Jeg er ikke enig" not in goes_out(mette, letter, shelf)
    said = underretninger.open_letter(mette, letter).comments
    assert [one.record.disagrees for one in said] == [True]


def test_two_who_wrote_apart_stop_nobody_and_lose_nothing(world, shelf):
    """Both texts stand in the conflict; the letter is finished with the newest, and both are still there."""
    mette, hanne = world.session("mette"), world.session("hanne")
    letter = begun(mette)
    underretninger.save_section(mette, letter, "resume", "Først.")
    seen = underretninger.open_letter(mette, letter).sections["resume"].heads
    underretninger.save_section(mette, letter, "resume", "Mettes ord.", seen)
    underretninger.save_section(hanne, letter, "resume", "Hannes ord.", seen)
    section = underretninger.open_letter(mette, letter).sections["resume"]
    assert {section.text, *(one.text for one in section.apart)} == {"Mettes ord.", "Hannes ord."}
    assert "ord." in goes_out(mette, letter, shelf)
    versions = past.versions(mette.vault, Section, section_id(letter, "resume"))
    assert {one.record.text for one in versions} >= {"Mettes ord.", "Hannes ord."}


@pytest.mark.parametrize("against", list(Against))
def test_the_guard_stops_no_letter(world, shelf, against):
    """Set before, and set in between."""
    mette = world.session("mette")
    letter = begun(mette)
    three(mette)
    protecting.set_guard(mette, "alma", against)
    assert "Alma" in goes_out(mette, letter, shelf)
    assert "Alma" in goes_out(mette, begun(mette), shelf)


def test_a_letter_laid_aside_or_closed_still_goes_out(world, shelf):
    """Someone else laid it away: that is an opinion too."""
    mette, hanne = world.session("mette"), world.session("hanne")
    letter = begun(mette)
    underretninger.lay_aside(hanne, letter, "Vi venter.", date(2026, 12, 1))
    assert "Alma" in goes_out(mette, letter, shelf)


def test_a_call_counts_whatever_is_missing(world):
    """No name, no number, no time: the clock runs, and the letter is a task."""
    mette = world.session("mette")
    letter = phoning.phoned(mette, "alma", at=None, spoke_with="").id
    page = underretninger.open_letter(mette, letter)
    assert page.stage is Stage.AFSENDT
    assert page.needs_writing
    assert page.record.calls[0].at == time(8, 0)


def test_on_a_full_disk_the_letter_is_still_read_copied_and_printed(world, shelf):
    """Nothing more can be kept, which is said; the draft comes out as paper, and the look is noted later."""
    mette = world.session("mette")
    letter = begun(mette)
    underretninger.save_section(mette, letter, "resume", "Alma er sulten.")
    world.clock.forward(minutes=30)
    with full_disk(mette):
        with pytest.raises(DiskFull, match="ikke mere plads"):
            underretninger.keep_section(mette, letter, "resume", "Mere. " * 40_000)
        with pytest.raises(DiskFull):
            underretninger.save_section(mette, letter, "resume", "Mere. " * 40_000)
        with pytest.raises(DiskFull):
            _look_until_it_is_full(mette)
        assert "Alma er sulten." in text_of(underretninger.preview_pdf(mette, letter, shelf))
        assert underretninger.plain_sections(mette, letter, shelf)
        assert underretninger.open_letter(mette, letter).text("resume") == "Alma er sulten."
        assert underretninger.read_through(mette, letter, shelf).sections
    underretninger.open_letter(mette, letter)
    looks = [one for one in queries.all_of(mette.vault, Read) if one.record.child == "alma"]
    noted = {one.record.what for one in looks if one.changed_at > _half_past(world)}
    assert "underretning, forhåndsvisning" in noted
    assert mette.vault.examine().sound


def _look_until_it_is_full(session: Session) -> None:
    for number in range(5_000):
        with session.write() as pen:
            pen.put(Read(child="alma", record=f"{number:036d}", what="underretning"))


def _half_past(world) -> datetime:
    return world.clock.now().astimezone().replace(minute=29)


def test_what_a_full_disk_refused_is_whole_afterwards(world):
    """Refused is refused whole: the old text stands, and the next save takes the new."""
    mette = world.session("mette")
    letter = begun(mette)
    underretninger.save_section(mette, letter, "resume", "Før.")
    with full_disk(mette), pytest.raises(DiskFull):
        underretninger.save_section(mette, letter, "resume", "Efter. " * 40_000)
    assert underretninger.open_letter(mette, letter).text("resume") == "Før."
    underretninger.save_section(mette, letter, "resume", "Efter.")
    assert underretninger.open_letter(mette, letter).text("resume") == "Efter."
