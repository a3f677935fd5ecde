"""What the family does and what we do: an agreement with both stands with both."""

from __future__ import annotations

import re

from tvaerfaglig.domain.konsultation import Agreement
from tvaerfaglig.domain.people import Child

_FAMILY = frozenset(
    {"mor", "far", "forældre", "forældrene", "familien", "mormor", "morfar", "farmor", "farfar"}
)


def is_familys(made: Agreement, child: Child) -> bool:
    """Whether someone of the family is named as the one who does it."""
    if made.parents:
        return True
    return bool(set(re.findall(r"\w+", made.who_else.casefold())) & _called(child))


def is_ours(made: Agreement, child: Child) -> bool:
    """Whether staff is named, or somebody who is not of the family; what nobody does yet is ours."""
    return bool(made.who) or not is_familys(made, child)


def _called(child: Child) -> frozenset[str]:
    words = (word for one in child.parents for word in (*one.name.split(), one.relation))
    return _FAMILY | {word.casefold() for word in words if word}
