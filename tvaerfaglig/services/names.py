"""Who is who, for pages: names of staff, and of the children that the asker may see."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.masking import ANOTHER, GONE, shown
from tvaerfaglig.domain.people import Staff
from tvaerfaglig.services.session import WHO_SEES, Session
from tvaerfaglig.store.everything import erased_children


@dataclass(frozen=True, slots=True)
class Names:
    """Names by id. A child who may not be seen is not in it, and is said as "et andet barn".

    Of one who was lawfully erased (`gone`) it is said that she was.
    """

    staff: dict[str, str]
    children: dict[str, str]
    me: str
    gone: frozenset[str] = frozenset()
    _firsts: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        firsts = {child: danish.first_name(name) for child, name in self.children.items()}
        object.__setattr__(self, "_firsts", firsts)

    def of_staff(self, person: str) -> str:
        """A colleague's full name; what was typed, when it was a name and not an id."""
        return self.staff.get(person, person)

    def first(self, person: str) -> str:
        return danish.first_name(self.of_staff(person))

    def of_child(self, child: str) -> str:
        return self.children.get(child, GONE if child in self.gone else ANOTHER)

    def said(self, text: str) -> str:
        """Text with its tokens said by first name, where the child may be seen."""
        return shown(text, self._firsts, self.gone)


def names(session: Session) -> Names:
    return session.while_unchanged("names", (*WHO_SEES, Staff), partial(_names, session))


def _names(session: Session) -> Names:
    return Names(
        {one: staff.name for one, staff in session.staff().items()},
        {one: child.record.name for one, child in session.children().items()},
        session.my_id,
        erased_children(session.vault),
    )
