"""Attendance comes in per child and month, is counted, and is taken back as one."""

from __future__ import annotations

from datetime import date

import pytest

from tvaerfaglig.domain.attendance import Attendance
from tvaerfaglig.exchange.errors import CannotRead
from tvaerfaglig.services import access_log
from tvaerfaglig.services.children import timeline
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.lists import attendance, brought, opening
from tvaerfaglig.services.summarising import paper as summary
from tvaerfaglig.store import queries

TEXT = (
    "Navn;26.10.2026;27.10.2026;28.10.2026;2.11.2026\n"
    "Alma Nowak;x;syg;x;x\n"
    "Bertil Kjær;x;x;;\n"
    "Ukendt Barn;x;x;x;x\n"
)


@pytest.fixture
def bring(tmp_path):
    def run(session, text=TEXT, *, go=True):
        path = tmp_path / "fremmoede.csv"
        path.write_text(text, encoding="utf-8")
        opened = attendance.open_attendance(
            session, opening.read_file(session, path, step=lambda _: None)
        )
        seen = attendance.look_at_attendance(session, opened, "maelkeboetten", opened.crosses)
        if go:
            return attendance.bring_in_attendance(
                session, opened, "maelkeboetten", opened.crosses, seen
            )
        return seen

    return run


def months(session, child="alma"):
    found = queries.of_child(session.vault, Attendance, child)
    return {one.record.month: one.record.words_of_days() for one in found}


def test_a_list_comes_in_and_stands_on_the_timeline(session_of, bring):
    """Per child and month; whoever is not found is said."""
    session = session_of("hanne")
    seen = bring(session, go=False)
    assert [one.name for one in seen.lines] == ["Alma Nowak", "Bertil Kjær", "Ukendt Barn"]
    assert "findes ikke i huset" in seen.lines[2].notes[0]
    assert attendance.said(seen.lines[0]).startswith(
        "oktober 2026: 2 fremmødedage og 1 fraværsdag (1 syg)"
    )
    done = bring(session)
    assert (done.new, done.changed) == (3, 0)
    assert months(session) == {
        "2026-10": "2 fremmødedage og 1 fraværsdag (1 syg)",
        "2026-11": "1 fremmødedag",
    }
    assert timeline.timeline(session, "alma").of(Attendance)
    assert any(one.what == "fremmøde" for one in access_log.of_child(session, "alma"))


def test_the_same_list_again_is_nothing_new_and_a_newer_one_changes_its_days(session_of, bring):
    """As new versions, which are taken back to the ones before."""
    session = session_of("hanne")
    bring(session)
    assert bring(session, go=False).to_write == 0
    later = bring(session, "Navn;27.10.2026;29.10.2026\nAlma Nowak;x;ferie\n")
    assert months(session)["2026-10"] == "3 fremmødedage og 1 fraværsdag (1 ferie)"
    first = brought.lines(session)[-1]
    assert "Så bliver listen stående" in first.stays
    brought.take_back(session, later.id)
    assert months(session)["2026-10"] == "2 fremmødedage og 1 fraværsdag (1 syg)"
    brought.take_back(session, first.id)
    assert months(session) == {}
    assert session.vault.examine().sound


def test_a_summary_counts_the_days_where_they_are_known(session_of, bring):
    """And says nothing of them where they are not."""
    session = session_of("hanne")
    wanted = summary.Wanted("Netværksmøde", date(2026, 10, 1), date(2026, 11, 12))
    assert "fremmødedage" not in summary.paper(session, "alma", wanted).summary
    bring(session)
    made = summary.paper(session, "alma", wanted)
    assert "Alma havde 3 fremmødedage af 4 i perioden efter husets fremmødelister." in made.summary
    assert not any("remmøde" in row.what for row in made.chronology)


def test_namesakes_are_parted_by_their_number_and_otherwise_not_guessed(session_of, bring):
    """Two of one name."""
    session = session_of("hanne")
    with session.write() as pen:
        pen.put(session.child("alma").record)
    seen = bring(session, go=False)
    assert any("Flere børn hedder det samme" in note for one in seen.lines for note in one.notes)


def test_only_the_leader_and_only_lists_of_days(session_of, bring):
    """In words."""
    with pytest.raises(NotAllowed):
        bring(session_of("mette"))
    with pytest.raises(CannotRead, match="oktober 2026"):
        bring(session_of("hanne"), "Navn;Stue\nAlma;Sol\n")
