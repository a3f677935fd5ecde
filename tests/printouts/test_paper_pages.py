"""Every paper: tagged, embedded, the same bytes twice, page by page what a reader must know first."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from tests.printouts.pdf_reading import (
    actions_in,
    fonts_of,
    page_texts,
    read_aloud,
    squeezed,
    tags_of,
    text_of,
)
from tests.printouts.sample_consent_papers import CONSENT_PAPERS
from tests.printouts.sample_effort_papers import EFFORT_PAPERS, FOR_ANYBODY
from tests.printouts.sample_meeting_papers import MEETING_PAPERS
from tests.printouts.sample_papers import EVERY, draft, frozen, overgreb, recovery, underretning
from tvaerfaglig.printouts.papers.parts import GUARDED
from tvaerfaglig.printouts.printing import Paper, render
from tvaerfaglig.printouts.typeface import ACCENT_HEX

ROOT = Path(__file__).parents[2]
_ALL = EVERY | MEETING_PAPERS | CONSENT_PAPERS | EFFORT_PAPERS
_FOR_ANYBODY = {EFFORT_PAPERS[one] for one in FOR_ANYBODY}
every = pytest.mark.parametrize("make", _ALL.values(), ids=_ALL.keys())


@every
def test_the_same_paper_gives_the_same_bytes(make: Callable[[], Paper]) -> None:
    """A print can be compared with its stored copy byte for byte."""
    assert render(make()) == render(make())


@every
def test_only_embedded_faces(make: Callable[[], Paper]) -> None:
    """No reader has to guess a typeface, and none but the house's own is used."""
    fonts = fonts_of(render(make()))

    assert fonts
    assert all(embedded and "SourceSansPro" in name for name, embedded in fonts)


@every
def test_tagged_for_screen_readers(make: Callable[[], Paper]) -> None:
    """The file says its language and title, and every page has its part of the structure tree."""
    pdf = render(make())
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == "da-DK"
        assert opened.Root.MarkInfo.Marked
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        assert opened.open_metadata()["dc:title"] in read_aloud(pdf)
        assert all(page.Tabs == "/S" and "/StructParents" in page for page in opened.pages)
    tags = tags_of(pdf)
    assert tags[0] == "Document"
    assert tags.count("H1") == 1
    poppler = subprocess.run(["pdfinfo", "-"], input=pdf, capture_output=True, check=True)
    assert re.search(rb"Tagged:\s+yes", poppler.stdout)


@every
def test_everything_drawn_is_told_or_decoration(make: Callable[[], Paper]) -> None:
    """No word and no line on the page stands outside the tree without being marked as decoration."""
    painted = {"Tj", "S", "s", "f", "f*", "B", "B*", "b", "b*"}
    with pikepdf.open(io.BytesIO(render(make()))) as opened:
        for page in opened.pages:
            depth = 0
            for _, operator in pikepdf.parse_content_stream(page):
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(str(operator), 0)
                assert depth in {0, 1}
                assert str(operator) not in painted or depth == 1


@every
def test_no_object_shows_its_inside(make: Callable[[], Paper]) -> None:
    """No Python value comes on paper as itself."""
    text = text_of(render(make()))

    assert not re.search(r"object at 0x|None|frozenset|Row\(|\{\}|&amp;|<b>|<font", text)


@every
def test_nothing_in_the_file_acts_or_names_a_user(make: Callable[[], Paper]) -> None:
    """No links, scripts or pictures; the metadata holds title, language and the house at most."""
    pdf = render(make())
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        described = " ".join(str(value) for value in opened.docinfo.values())

    assert actions_in(pdf) == []
    assert "Wulff" not in described
    assert "Silas" not in described


@every
def test_every_page_tells_what_it_is(make: Callable[[], Paper]) -> None:
    """Each page has page x of y, who printed it when, the house, and for whose eyes it is."""
    pages = page_texts(render(make()))

    for number, page in enumerate(pages, 1):
        assert f"Side {number} af {len(pages)}" in page
        assert "12. november 2026 kl." in page or "2026 kl. " in page
        assert "Børnehuset Mælkebøtten" in page
        assert "ortroligt" in page or "Til intern brug" in page or make in _FOR_ANYBODY


def test_the_child_stands_on_every_page_and_the_cpr_only_on_the_first() -> None:
    """Pages that part are still known; the CPR number is printed once."""
    pages = page_texts(render(underretning()))

    assert len(pages) == 4
    assert all("Silas Yıldız Brandt, f. 3. februar 2022" in page for page in pages)
    assert ["031322-xxxx" in page for page in pages] == [True, False, False, False]


def test_a_draft_cannot_be_taken_for_the_letter() -> None:
    """UDKAST and the draft's number stand on every page; the finished letter has neither."""
    for page in page_texts(render(draft())):
        assert "UDKAST" in squeezed(page)
        assert "Udkast nr. 4 – ikke afsendt" in page
    finished = squeezed(text_of(render(underretning())))
    assert "UDKAST" not in finished
    assert "Udkast" not in finished


def test_a_frozen_copy_tells_who_finished_it() -> None:
    """The footer names the finishing, not the printing, and the number to check it by in groups."""
    for page in page_texts(render(frozen())):
        assert "Afsluttet 12. november 2026 kl. 15.02 af Gitte Wulff, pædagog" in page
        assert "Kontrolnr. 7F3A 91C2 04DE" in page
        assert "Udskrevet" not in page


def test_the_overgreb_banner_stands_on_every_page_twice() -> None:
    """In the head and in the foot, with the strictest mark."""
    for page in page_texts(render(overgreb())):
        assert page.count(GUARDED) == 2
        assert "Strengt fortroligt" in page


def test_marks_are_read_aloud_once() -> None:
    """What stands on every page is told on the first only."""
    full = replace(overgreb(), summary="Ord. " * 4000)

    assert read_aloud(render(full)).count(GUARDED) == 1


def test_a_repeated_table_head_is_read_once() -> None:
    """A table over several pages shows its heads on each and tells them once."""
    full = underretning()
    rows = tuple(replace(row, number=nr) for nr in range(1, 50) for row in full.observations[:1])
    pdf = render(replace(full, observations=rows, evidence=None))

    assert text_of(pdf).count("Hvad skete\n") + text_of(pdf).count("Hvad skete ") > 2
    assert read_aloud(pdf).count("Hvad skete") == 1


def test_words_do_not_run_together_when_copied() -> None:
    """Line ends on paper become spaces for a screen reader."""
    told = read_aloud(render(underretning()))

    assert "Strandstien 9, 2. th. 9999 Fjordby" in told
    assert "Kort fortalt" in told


def test_the_recovery_sheet_is_one_page_with_the_code_in_groups() -> None:
    """Nine fields of four characters in order, each told letter by letter, on a single page."""
    pdf = render(recovery())
    told = read_aloud(pdf)

    assert len(page_texts(pdf)) == 1
    groups = ["G22Y", "QDC8", "0K4M", "7TRP", "XW15", "J9HV", "ZE6N", "B3AS", "F8C2"]
    for number, group in enumerate(groups, 1):
        assert f"Felt {number}: {' '.join(group)}" in told
    shown = re.sub(r"\s", "", text_of(pdf))
    assert all(group in shown for group in groups)
    assert render(replace(recovery(), code="".join(groups).lower())) != pdf


def test_paper_and_screen_have_one_accent() -> None:
    """The accent on paper is the screen's accent in light."""
    tokens = json.loads((ROOT / "resources/theme/tokens.json").read_text(encoding="utf-8"))

    assert tokens["colours"]["accent"]["light"] == ACCENT_HEX


def test_start_up_does_not_pay_for_the_press() -> None:
    """What the services import loads neither reportlab nor pikepdf; rendering does."""
    code = (
        "import sys; from tvaerfaglig.printouts import printing; "
        "from tvaerfaglig.printouts.papers import parts, recovery; "
        "assert not {'reportlab', 'pikepdf', 'PIL'} & set(sys.modules), 'loaded'; "
        "paper = recovery.RecoveryPaper(imprint=parts.Imprint(house='H'), code='AAAA'); "
        "printing.render(paper); "
        "assert 'reportlab' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=60)
