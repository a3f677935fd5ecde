"""What a person looks at before a paper leaves the house; nothing of it stops her."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.people import Child
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.printing import paper_facts
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

LOST = "Nogle tegn kan ikke trykkes og står som [?]. Ret dem i teksten, før du sender."

Sections = tuple[tuple[str, str], ...]


def cautions(
    session: Session, child_id: str, sections: Sections, *, lost: bool = False
) -> tuple[str, ...]:
    """What a person looks at before the paper leaves the house; nothing of it stops her."""
    from tvaerfaglig.printouts.door import loses

    texts = tuple(text for _, text in sections)
    found = []
    family = _sisters_and_brothers(session, child_id)
    read = _without_parents(session, child_id, texts)
    names = [
        name
        for name in paper_facts.names_to_look_at(session, child_id, read)
        if not family.issuperset(name.split())
    ]
    if names:
        said = danish.join_and([f"»{name}«" for name in names])
        found.append(f"Her står {said}. Er det et andet barn, så skal navnet måske ikke med.")
    streets = paper_facts.streets_to_look_at(session, child_id, texts)
    found += [f"Her står »{one}«. Adressen er beskyttet og skal ikke med." for one in streets]
    if lost or any(map(loses, texts)):
        found.append(LOST)
    return tuple(found)


def _without_parents(session: Session, child_id: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """A parent called by her whole name is no child who bears the same first name."""
    child = queries.one(session.vault, Child, child_id)
    for one in child.record.parents if child else ():
        if " " in one.name.strip():
            texts = tuple(text.replace(one.name, "") for text in texts)
    return texts


def _sisters_and_brothers(session: Session, child_id: str) -> set[str]:
    """The words of their names: a family's own children may stand on one another's papers."""
    child = queries.one(session.vault, Child, child_id)
    siblings = child.record.siblings if child else ()
    return {word for one in siblings for word in one.name.split()}


def guard_advice(session: Session, *children: str) -> str:
    """While the guard hides the parents: nothing on paper may reach them, and who is asked first.

    Of several children it is said once, with the names together.
    """
    known = session.children()
    guarded = [one for one in children if hides_parents(session, one)]
    if not guarded:
        return ""
    names = [known[one].record.first_name if one in known else "barnet" for one in guarded]
    return (
        f"Værnet er sat for {danish.join_and(names)}. Papiret må ikke nå forældrene. "
        "Beder de om at se noget, så spørg kommunen, før nogen svarer."
    )
