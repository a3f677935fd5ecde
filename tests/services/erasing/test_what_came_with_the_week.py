"""A child is erased with all that the week's work left: ratings, hand-overs, threads, sheets and what was never saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.services.rounds.hold import begun, give, joint, rated
from tests.store.bare_vault import everything_in
from tvaerfaglig.domain.konsultation import Agreement, Konsultation, KonsultationKind, Participant
from tvaerfaglig.domain.meetings.answers import Line, OwnAnswer
from tvaerfaglig.domain.preparing.preparation import ForParents, Preparation
from tvaerfaglig.domain.protection import Basis, Samtykke
from tvaerfaglig.domain.rounds.records import Assigned
from tvaerfaglig.domain.snooze import Snoozed
from tvaerfaglig.domain.thread import ThreadLink
from tvaerfaglig.domain.tovholder import Tovholder
from tvaerfaglig.domain.visiting.contribution import Contribution
from tvaerfaglig.services.erasing import proof, scope
from tvaerfaglig.services.erasing.acts import Done
from tvaerfaglig.services.erasing.traces import traces_of
from tvaerfaglig.services.konsultation import sitting as konsultation_sitting
from tvaerfaglig.services.konsultation.sitting import Sitting
from tvaerfaglig.services.rounds import rating, together
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.store import queries

DAY = date(2026, 11, 12)
SAID = [f"Kvabbel{number}" for number in range(20)]


def _written(world):
    """A word of its own for each thing that is hers."""
    hanne, mette = world.session("hanne"), world.session("mette")
    word = iter(SAID)
    alone = Assigned(child="alma", raters=("mette", "hanne"), alone=next(word))
    key = begun(hanne, assigned=(alone, Assigned(child="bertil", raters=("mette", "hanne"))))
    give(mette, key, "alma", said=next(word))
    give(mette, key, "bertil", said="Bertils eget")
    rating.keep(hanne, rated(key, said=next(word)))
    together.keep(mette, replace(joint(key), sentence=next(word)))
    note = Konsultation(
        kind=KonsultationKind.NAVNGIVET, child="alma", day=DAY, basis=Basis.ANDET, basis_text=next(word),
        dagtilbud="maelkeboetten", question=next(word), preparation=Preparation(unknown=next(word)),
        for_parents=ForParents(talked=next(word), given_to=next(word)),
        own=(OwnAnswer(part="x", heading="Nyt", lines=(Line(text=next(word), who=next(word)),)),),
        participants=(Participant(name="Mette Sørensen", staff="mette"),),
    )  # fmt: skip
    with mette.write() as pen:
        made = pen.put(note)
        pen.put(
            Agreement(
                what=next(word), line=next(word), child="alma", konsultation=made, made_on=DAY
            )
        )
        pen.put(Samtykke(child="alma", given_by="alma-mor", given_on=DAY, withhold=next(word)))
        pen.put(Tovholder(child="alma", who="mette", by="mette", day=DAY, note=next(word)))
        pen.put(ThreadLink(child="alma", concern="b", target=made, day=DAY, by="mette"))
        pen.put(
            Snoozed(child="alma", thing="k", until=DAY, because=next(word), by="mette", day=DAY)
        )
        pen.put(
            Contribution(
                visit="v",
                house="maelkeboetten",
                day=DAY,
                by="line",
                child="alma",
                advice=next(word),
            )
        )
    konsultation_sitting.keep(
        mette, made, Sitting(note=replace(note, goals=next(word)), changed=("goals",))
    )
    return hanne, list(word)


def test_all_of_it_goes_and_bertils_rating_stays(world):
    """No word of it is left in any row, index or draft, the proof finds nothing, and the log holds."""
    hanne, unused = _written(world)
    said = [one for one in SAID if one not in unused]
    assert len(said) >= 15
    assert [one for one in said if one not in everything_in(hanne.vault)] == []
    with hanne.write() as pen:
        found = scope.of_child(hanne.vault, "alma")
        traces = traces_of(hanne.vault, found)
        found.carry_out(pen, found.decision("prøve"))
    shown = proof.prove(hanne, Done("", "alma", "Alma Nowak", pen.changes, traces))
    assert (shown.gone, shown.chain_holds) == (True, True)
    inside = everything_in(hanne.vault)
    assert [one for one in said if one in inside] == []
    assert queries.count_by_kind(hanne.vault, "alma").keys() <= {"slettet"}
    assert "Bertils eget" in inside
    assert keeping.verify(hanne.vault.folder, hanne.opened, hanne.state).sound
