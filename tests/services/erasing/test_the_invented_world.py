"""In the invented world, with its letters, konsultationer and papers: one child after the other until none is left."""

from __future__ import annotations

from tests.store.bare_vault import everything_in
from tvaerfaglig.domain.people import Child
from tvaerfaglig.services.erasing import proof, scope
from tvaerfaglig.services.erasing.acts import Done
from tvaerfaglig.services.erasing.traces import traces_of
from tvaerfaglig.store import queries
from tvaerfaglig.store.everything import erased_children


def _gone(session, child):
    """As an erasure does it, without asking what holds her back."""
    with session.write() as pen:
        found = scope.of_child(session.vault, child)
        traces = traces_of(session.vault, found)
        found.carry_out(pen, found.decision("prøve"))
    assert found.unread == 0
    return Done("", child, "", pen.changes, traces)


def test_the_one_most_is_written_about_leaves_nothing_and_the_others_all_of_theirs(demo_world):
    """A letter that was sent, its frozen paper, talks, agreements, absence: gone; every other child as before."""
    session = demo_world.session("Hanne")
    vault = session.vault
    kept = {one.id: one.record for one in queries.all_of(vault, Child)}
    written = {one: queries.count_by_kind(vault, one) for one in kept}
    most = max(kept, key=lambda one: ("faerdig" in written[one], sum(written[one].values())))
    others = {one: counts for one, counts in written.items() if one != most}
    assert {"underretning", "faerdig", "afsnit", "observation"} <= set(written[most])
    done = _gone(session, most)
    assert {one: queries.count_by_kind(vault, one) for one in others} == others
    shown = proof.prove(session, done)
    assert shown.gone
    assert shown.chain_holds, shown.flaws
    assert "navnet" not in {one.what for one in shown.elsewhere}
    assert "CPR-nummeret" not in {one.what for one in shown.elsewhere}


def test_all_of_them_one_after_the_other(demo_world):
    """Nothing of any child is left, every record that stays can be read, and the log holds."""
    session = demo_world.session("Hanne")
    vault = session.vault
    names = {one.id: one.record.name for one in queries.all_of(vault, Child)}
    for child in names:
        _gone(session, child)
    assert erased_children(vault) == set(names)
    inside = everything_in(vault)
    assert [name for name in names.values() if name in inside] == []
    left = vault.db.conn.execute("SELECT DISTINCT kind FROM about").fetchall()
    assert {row[0] for row in left} <= {"slettet"}
    report = vault.examine()
    assert report.sound, report.flaws
    assert vault.rebuild()


def test_what_a_form_says_is_no_trace_of_a_child(demo_world):
    """Two families' sheets have the same headings and the same offered answers; neither is looked for."""
    session = demo_world.session("Hanne")
    adam = next(one for one, kept in session.children().items() if kept.record.name[:4] == "Adam")
    shown = proof.prove(session, _gone(session, adam))
    assert shown.gone
    assert shown.elsewhere == ()
