"""Law as dated data: what may be shown as law, and how it is cited."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tvaerfaglig.domain.law import Evidence, parse_law
from tvaerfaglig.domain.resource import ResourceError

TODAY = date(2026, 11, 12)
ENTRY = """
[[lov]]
id = "{id}"
lov = "eksempelloven"
paragraf = "{paragraf}"
stk = "{stk}"
nr = "{nr}"
overskrift = "Et eksempel"
tekst = "Noget gælder."
gaelder_fra = {fra}
{til}
kilde = "{kilde}"
kontrolleret = 2026-11-02
af = "KL"
evidens = "{evidens}"
{mere}
"""


def entry(**changes: str) -> str:
    plain = {
        "id": "en", "paragraf": "7", "stk": "", "nr": "", "fra": "2024-01-01", "til": "",
        "kilde": "https://example.org", "evidens": "S", "mere": "",
    }  # fmt: skip
    return ENTRY.format(**plain | changes)


def test_a_reference_is_cited_as_far_as_it_goes():
    """Paragraph, stykke and number, each only where there is one."""
    assert parse_law(entry()).ref("en").cite == "eksempelloven § 7"
    assert parse_law(entry(stk="1", nr="4")).ref("en").cite == "eksempelloven § 7, stk. 1, nr. 4"
    assert parse_law(entry(mere="artikel = true")).ref("en").cite == "eksempelloven artikel 7"


@pytest.mark.parametrize("evidence", ["S*", "K"])
def test_what_was_not_read_is_never_law_and_never_numbered(evidence: str):
    """Inferred and background knowledge wait for someone to look."""
    law = parse_law(entry(evidens=evidence, kilde=""))
    assert law.ref("en").cite == "eksempelloven"
    assert not law.ref("en").is_law(TODAY)
    assert law.unverified() == (law.ref("en"),)


def test_a_rule_holds_from_its_first_day_through_its_last():
    """Both ends are included."""
    ref = parse_law(entry(til="gaelder_til = 2026-11-12")).ref("en")
    assert ref.is_law(TODAY)
    assert ref.is_law(date(2024, 1, 1))
    assert not ref.is_law(date(2023, 12, 31))
    assert not ref.is_law(date(2026, 11, 13))


def test_an_old_number_leads_to_the_new():
    """What people still meet on old pages."""
    old = entry(id="gammel", paragraf="3", til="gaelder_til = 2023-12-31", fra="2011-01-01",
                mere='erstattet_af = "en"')  # fmt: skip
    law = parse_law(entry() + old)
    assert [(a.cite, b.cite) for a, b in law.replaced(TODAY)] == [
        ("eksempelloven § 3", "eksempelloven § 7")
    ]
    assert [ref.id for ref in law.refs if ref.is_law(TODAY)] == ["en"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (entry(kilde=""), "evidens S kræver både »lov« og »kilde«"),
        (entry(evidens="måske"), "Vælg mellem S, S*, K"),
        (entry(mere='erstattet_af = "borte"'), "»borte« bliver brugt, men står der ikke"),
        (entry() + entry(), "»en« står der to gange"),
        ("lov = []", "der står ingen lovhenvisninger"),
    ],
)
def test_a_slip_in_the_file_is_explained(text: str, words: str):
    """Whoever edits it hears what is amiss."""
    with pytest.raises(ResourceError, match=re.escape(words)):
        parse_law(text)


def test_the_register_is_as_old_as_its_oldest_check():
    """»Kontrolleret den« may not promise more."""
    law = parse_law(entry() + entry(id="to").replace("2026-11-02", "2025-03-01"))
    assert law.oldest_check == date(2025, 3, 1)
    assert law.ref("to").evidence is Evidence.READ
