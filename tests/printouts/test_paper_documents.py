"""What each document says, in which order, and what it must never say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.printouts.pdf_reading import page_texts, read_aloud, squeezed, tags_of, text_of
from tests.printouts.sample_papers import (
    SEEN,
    SILAS,
    anonymous,
    follow_up,
    konsultation,
    overgreb,
    sagsresume,
    theme,
    underretning,
)
from tvaerfaglig.domain.concern import Position
from tvaerfaglig.printouts.charts import course as charts
from tvaerfaglig.printouts.composing.commonplaces import genitive
from tvaerfaglig.printouts.composing.evidence_annex import cited_in
from tvaerfaglig.printouts.papers.course import Course, CourseEvent, PositionPoint
from tvaerfaglig.printouts.papers.konsultation import KonsultationPaper
from tvaerfaglig.printouts.papers.parts import ChildFacts, Fact, Imprint, ParentsView, Quotation
from tvaerfaglig.printouts.papers.summary import SagsresumePaper
from tvaerfaglig.printouts.papers.underretning import (
    Assessment,
    InformedRow,
    ParentFacts,
    Phoned,
    UnderretningPaper,
)
from tvaerfaglig.printouts.printing import Paper, plain_sections, render


def in_order(text: str, *words: str) -> None:
    at = 0
    for word in words:
        found = text.find(word, at)
        assert found >= 0, f"{word!r} is missing or too early"
        at = found + len(word)


def headings(paper: Paper) -> list[str]:
    return [heading for heading, _ in plain_sections(paper)]


UNDERRETNING = (
    "Underretning",
    "Hastegrad",
    "Vold eller overgreb",
    "Forældrene orienteret",
    "Tolk",
    "Kort fortalt",
    "Barnet",
    "Forældre og husstand",
    "Hvem ved besked",
    "Hvem skriver",
    "I gang og tidligere",
    "Observationer",
    "Silas’ egne ord",
    "Over tid",
    "Ressourcer",
    "Forældrenes syn",
    "Det har vi gjort",
    "Faglig vurdering",
    "Underskrift og bilag",
    "Bilag 1. Belæg",
)


def test_the_letter_has_its_sections_in_order() -> None:
    """From how urgent to what it rests on, on paper, for the screen reader and for the copy alike."""
    pdf = render(underretning())

    in_order(text_of(pdf), "Underretning", "om Silas", *UNDERRETNING[5:])
    in_order(read_aloud(pdf), *UNDERRETNING)
    assert tuple(headings(underretning())) == UNDERRETNING


def test_the_letter_says_what_was_put_into_it() -> None:
    """Each fact stands where a caseworker looks for it."""
    told = read_aloud(render(underretning()))

    in_order(
        told, "Til ", "Fjordby Kommune, Familieafdelingen", "Dato ", "Formål ", "At kommunen kan"
    )
    in_order(told, "Barnet", "3. februar 2022 (4 år 9 mdr.)", "031322-xxxx", "dansk og tyrkisk")
    in_order(told, "Mor", "Elif Yıldız", "12 34 56 79", "Far", "Rasmus Brandt", "12 34 56 80")
    in_order(told, "Hvem ved besked", "Elif Yıldız", "af Gitte Wulff", "»Jeg er bange for")
    in_order(told, "Observationer", "Set og hørt", "man. 7. sept. 2026", "kl. 9.40", "(set)")
    in_order(
        told, "Den voksne spurgte: »Hvad har du spist i dag?«", "Silas: »Der var kun ketchup.«"
    )
    in_order(told, "Ressource. Far afleverer")
    in_order(
        told, "Faglig vurdering", "Vurderet", "Vi vurderer", "Hvis intet ændres", "Det ved vi ikke"
    )
    in_order(told, "Gitte Wulff", "Pædagog, underretter", "Dato og sted", "Bente Kjær", "Pligten")
    in_order(told, "Bilag 1. Belæg: de syv registreringer", "Bilag 2. Fremmødeliste")
    in_order(told, "Bilag 1. Belæg", "Rettet", "»70« rettet til", "Ikke brugt", "sprogleg")


def test_the_copy_holds_the_whole_text() -> None:
    """What is copied section by section is what stands on paper, word for word."""
    copied = dict(plain_sections(underretning()))

    assert copied["Hastegrad"] == "Hurtigt – ikke akut fare i dag"
    assert copied["Kort fortalt"] == underretning().summary
    assert copied["Over tid"] == underretning().over_time
    assert copied["Ressourcer"] == underretning().resources
    assert "Bopæl: Strandstien 9, 2. th., 9999 Fjordby" in copied["Barnet"]
    first, *_ = copied["Observationer"].split("\n\n")[1:]
    assert first.startswith(
        "1. man. 7. sept. 2026 kl. 9.40 · Garderoben, aflevering · Gitte Wulff (set)"
    )
    for row in SEEN:
        assert row.what in copied["Observationer"]
    assert "Hvis intet ændres\nser vi en risiko" in copied["Faglig vurdering"]


def test_an_empty_section_is_left_out() -> None:
    """A letter with hardly anything in it prints, and prints no heading without text under it."""
    bare = UnderretningPaper(
        imprint=Imprint(house="Huset"),
        child=ChildFacts(name="Bo Vang", first_name="Bo"),
        summary="Kort.",
    )
    text = text_of(render(bare))

    assert headings(bare) == ["Underretning", "Kort fortalt", "Barnet"]
    assert not any(word in text for word in (*UNDERRETNING[7:], "Formål", "Dato", "Hastegrad"))
    assert len(page_texts(render(bare))) == 1


def test_the_shortest_letter_is_valid() -> None:
    """Nothing but a name still prints: nothing blocks an underretning."""
    nothing = UnderretningPaper(imprint=Imprint(house=""), child=ChildFacts(name="", first_name=""))

    assert "Underretning" in text_of(render(nothing))


def test_the_guarded_letter_holds_no_way_to_the_parents_and_none_of_their_words() -> None:
    """Whatever the fields hold, no address, telephone or word of a parent comes on the paper or the copy."""
    text = text_of(render(overgreb()))
    copied = "\n".join(body for _, body in plain_sections(overgreb()))

    for shown in (text, copied):
        for kept_out in ("Hemmelig Allé", "99 88 77", "Ord, der ikke", "Samtale, der ikke"):
            assert squeezed(kept_out) not in squeezed(shown)
        for there in ("Signe Thorning", "Mistanken gælder en voksen i hjemmet."):
            assert squeezed(there) in squeezed(shown)


def test_the_call_comes_first() -> None:
    """A phoned letter tells of the call before anything else is told."""
    in_order(
        read_aloud(render(overgreb())), "Ringet først", "kl. 12.41", "Lone Krag", "Kort fortalt"
    )
    phoned = replace(underretning(), phoned=Phoned(when="i dag kl. 9"))
    in_order(read_aloud(render(phoned)), "Ringet først", "i dag kl. 9", "Kort fortalt")


def test_a_protected_address_is_never_printed() -> None:
    """The address itself stays out even if it was filled in."""
    full = underretning()
    shielded = replace(
        full,
        child=replace(full.child, protected_address=True),
        parents=(
            replace(full.parents[0], address="Strandstien 9,  2. th. 9999 Fjordby"),
            replace(full.parents[1], protected_address=True),
        ),
    )
    text = text_of(render(shielded))

    assert "Strandstien" not in text
    assert "Havnegade" not in text
    assert text.count("oplyses til kommunen") == 3


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_any_number_of_custody_holders(count: int) -> None:
    """One stands alone, two side by side, more below."""
    full = underretning()
    parents = tuple(
        ParentFacts(role=f"Indehaver {nr}", name=f"Navn Nummer{nr}", phone=f"10 20 30 4{nr}")
        for nr in range(count)
    )
    informed = tuple(InformedRow(who=parent.name, told=False) for parent in parents)
    told = read_aloud(render(replace(full, parents=parents, informed=informed)))

    for parent in parents:
        in_order(
            told, parent.role, parent.name, parent.phone, "Hvem ved besked", parent.name, "Nej"
        )


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (InformedRow(who="Mor", told=True), "Ja"),
        (InformedRow(who="Mor", told=False), "Nej"),
        (InformedRow(who="Mor"), "Ikke oplyst"),
        (InformedRow(who="Mor", why_not="Er på rejse."), "Nej"),
        (InformedRow(who="Mor", when="9. nov.", by="Bo"), "9. nov., af Bo"),
    ],
)
def test_who_was_told_is_never_guessed(row: InformedRow, said: str) -> None:
    """A question nobody answered is not printed as a no."""
    paper = replace(underretning(), informed=(row,))

    assert f"Orienteret: {said}" in dict(plain_sections(paper))["Hvem ved besked"]


def test_an_unborn_child_has_a_due_date() -> None:
    """The head and the facts say termin where there is no birthday."""
    child = ChildFacts(
        name="Barn af Ida Lind", first_name="barnet", born="3. maj 2027", unborn=True
    )
    text = text_of(render(replace(underretning(), child=child)))

    assert "Barn af Ida Lind, termin 3. maj 2027" in text
    assert "f. 3. maj" not in text


def test_a_correction_says_what_it_corrects() -> None:
    """A new version names the one that it replaces."""
    paper = replace(underretning(), replaces="underretning af 12. november 2026")

    in_order(text_of(render(paper)), "Rettelse til", "underretning af 12. november 2026")


def test_lists_and_paragraphs_are_kept() -> None:
    """Lines that begin with a dash become a list, others paragraphs."""
    one = replace(konsultation(), goals="Først.\n- et\n- to\nSå.\n– tre")
    tags = tags_of(render(one))
    other = replace(konsultation(), goals="Først.\net\nto\nSå.\ntre")

    assert tags.count("LI") - tags_of(render(other)).count("LI") == 3
    assert tags.count("L") - tags_of(render(other)).count("L") == 2


def test_a_typed_quotation_is_set_as_one() -> None:
    """A line that is somebody's words becomes a quotation with what follows it below."""
    typed = replace(
        underretning(), own_words=(), own_words_text="»Jeg vil hjem.« Til Bo [1]\nHun lo."
    )
    plain = replace(typed, own_words_text="Jeg vil hjem. Til Bo [1]\nHun lo.")

    assert tags_of(render(typed)).count("BlockQuote") == 1
    assert tags_of(render(plain)).count("BlockQuote") == 0
    in_order(read_aloud(render(typed)), "»Jeg vil hjem.«", "Til Bo", "[1]", "Hun lo.")


def test_outer_quotation_marks_are_not_doubled() -> None:
    """The program's guillemets replace one typed pair and leave the rest alone."""
    said = Quotation('"Han sagde "nej" til mig"', "")
    text = text_of(render(replace(underretning(), own_words=(said,))))

    assert '»Han sagde "nej" til mig«' in text


def test_rows_know_where_they_are_cited() -> None:
    """The annex finds out which sections use each observation; one that none uses has a dash."""
    used = cited_in(underretning())

    assert used[3] == ("Kort fortalt", "Egne ord", "Ressourcer", "Vurdering")
    assert used[6] == ("Ressourcer",)
    alone = replace(underretning(), resources="", parents_view=ParentsView())
    assert 6 not in cited_in(alone)
    assert "Bruges i: Ressourcer" in dict(plain_sections(underretning()))["Bilag 1. Belæg"]


def test_an_assessment_written_in_one_is_parted() -> None:
    """Paragraphs that open with the panel's own words find their place; nothing is lost."""
    made = Assessment.of(
        "Vi vurderer, at Bo har brug for støtte.\nVi er i tvivl.\n\nHvis intet ændres: mister han ro.\nDet ved vi ikke: hvem der henter."
    )

    assert made.judged == "Vi vurderer, at Bo har brug for støtte.\nVi er i tvivl."
    assert made.unchanged == "mister han ro."
    assert made.unknown == "hvem der henter."
    told = read_aloud(render(replace(underretning(), assessment=made)))
    in_order(
        told, "Faglig vurdering", "Vurdering", "Vi vurderer, at Bo", "Hvis intet ændres", "mister"
    )


def test_the_genitive_is_danish() -> None:
    """Malthes, but Silas’ and Max’."""
    assert [genitive(name) for name in ("Malthe", "Silas", "Max", "Liz")] == [
        "Malthes",
        "Silas’",
        "Max’",
        "Liz’",
    ]


def test_the_note_has_its_fifteen_parts_in_order() -> None:
    """From who was there to whom it is shared with."""
    told = read_aloud(render(konsultation()))

    in_order(
        told,
        "Konsultationsnotat",
        "om Silas Yıldız Brandt",
        "Tid og sted",
        "Til stede",
        "Rikke Dam, socialrådgiver (mødeleder)",
        "Grundlag",
        "Samtykke fra begge",
        "Tovholder",
        "Næste gang",
        "Det spørger vi om",
        "Hvorfor nu",
        "Det ved vi",
        "Set og hørt",
        "Det går godt",
        "Silas’ syn",
        "Forældrenes syn",
        "Det er prøvet",
        "Tre blikke",
        "Vurderet",
        "Pædagogisk",
        "Gitte Wulff",
        "Fælles forståelse",
        "Position for trivsel",
        "Mål og aftaler",
        "Senest",
        "Beslutning",
        "Tilbud nu:",
        "Alle i mødet kan altid selv underrette",
        "Delt med",
    )


def test_an_anonymous_note_names_no_child_anywhere() -> None:
    """No subject, no name in head or foot, no name in the headings."""
    pdf = render(anonymous())

    assert "Silas" not in text_of(pdf)
    assert "Brandt" not in text_of(pdf)
    assert "\nom " not in text_of(pdf)
    foot = page_texts(pdf)[0].split("Side 1 af")[0]
    assert "Børnehuset Mælkebøtten\nUdskrevet" in text_of(pdf)
    assert "et barn, 3–5 år" in foot


def test_a_note_can_be_copied_too() -> None:
    """Every paper gives its sections as plain text, people, voices and agreements included."""
    copied = dict(plain_sections(konsultation()))
    asked = dict(plain_sections(theme()))["Det spørger vi om"]

    assert "Rikke Dam, socialrådgiver (mødeleder); Gitte Wulff" in copied["Konsultationsnotat"]
    assert "Mor: »Nætterne er hårde." in copied["Forældrenes syn"]
    assert "Senest: 9. nov. 2026" in copied["Mål og aftaler"]
    assert "Pædagogisk (Gitte Wulff)\nTræthed og uro" in copied["Tre blikke"]
    assert asked == "»Hvordan inviterer vi, så det føles som hjælp?«"


def test_a_summary_of_nothing_prints() -> None:
    """A child with no history yet gives one page and room to write."""
    bare = SagsresumePaper(imprint=Imprint(house="Huset"), child=SILAS, lines=2)

    assert headings(bare) == ["Sagsresumé"]
    in_order(text_of(render(bare)), "Sagsresumé", "om Silas", "Lederens note")


def test_words_around_a_typed_quotation_stay_where_they_were() -> None:
    """What is typed before and after somebody's words, as prose or list, keeps its place."""
    text = "Hun sad stille.\n- »Nej.«\n»Jeg vil hjem.«\nSå lo hun."
    told = read_aloud(render(replace(konsultation(), child_words=(), child_view=text)))

    in_order(told, "Silas’ syn", "Hun sad stille.", "»Nej.«", "»Jeg vil hjem.«", "Så lo hun.")


def test_a_named_note_ignores_the_anonymous_line() -> None:
    """The age band stands only where the name does not."""
    assert "3–5 år" not in text_of(render(replace(konsultation(), anonymous="et barn, 3–5 år")))


def test_a_theme_has_a_theme() -> None:
    """A general meeting is headed by what it was about."""
    in_order(
        text_of(render(theme())),
        "Tema",
        "Når forældre ikke møder op",
        "Fælles vurdering",
        "Aftaler",
    )


def test_a_follow_up_begins_with_how_it_went() -> None:
    """The earlier agreements come with their outcome before the new ones."""
    told = read_aloud(render(follow_up()))

    in_order(
        told, "Siden sidst", "Sådan gik det", "Ja fra begge", "Holdt; 12 min.", "Mål og aftaler"
    )


def test_the_duty_stands_even_without_a_decision() -> None:
    """That anyone may always notify is said on every note about a child."""
    undecided = replace(konsultation(), decision="", decision_because="")

    in_order(text_of(render(undecided)), "Husk", "Alle i mødet kan altid selv underrette")
    assert isinstance(undecided, KonsultationPaper)


def test_the_summary_puts_what_waits_first() -> None:
    """What waits, how the concern went, what happened, what was sent, what is left out, room to write."""
    told = read_aloud(render(sagsresume()))

    in_order(
        told,
        "Sagsresumé",
        "7. september–13. november 2026",
        "Status",
        "Kort fortalt",
        "Det venter",
        "4 dage over tid",
        "Bekymring over tid",
        "Position: trives (3 af 10) fra 7. sept. 2026",
        "Forløb",
        "Kilde",
        "Dage",
        "obs. 1",
        "66",
        "Aftaler",
        "Sendt og besvaret",
        "Kvittering ventes",
        "Udeladt",
        "Lederens note",
    )


def test_a_guarded_summary_wears_the_banner() -> None:
    """The summary of a guarded child warns as the letter does."""
    for page in page_texts(render(replace(sagsresume(), guarded=True))):
        assert "Må ikke udleveres til eller gennemgås med forældrene" in page


def test_the_chart_says_in_words_what_it_shows() -> None:
    """Who cannot see the chart is told each position, its day, and what was done."""
    course = sagsresume().course
    assert course is not None
    said = charts.sentence(course)

    in_order(said, "trives", "7. sept. 2026", "bekymring", "stærk bekymring", "5. nov. 2026")
    in_order(said, "Gjort:", "morgenmad 14. sept.", "underretning 12. nov.")


@pytest.mark.parametrize(
    "course",
    [
        Course(points=(PositionPoint(date(2026, 1, 1), Position.TRIVES),), until=date(2026, 1, 1)),
        Course(
            points=tuple(
                PositionPoint(
                    date(2024 + nr // 12, nr % 12 + 1, 5), list(Position)[nr % 3], nr % 11
                )
                for nr in range(30)
            ),
            events=tuple(CourseEvent(date(2025, 2, 1 + nr), "samtale " * 9) for nr in range(25)),
            until=date(2026, 12, 1),
        ),
        Course(
            points=(PositionPoint(date(2026, 3, 1), Position.STAERK),),
            events=(CourseEvent(date(2010, 1, 1), "før"), CourseEvent(date(2026, 5, 9), "efter")),
            until=date(2020, 1, 1),
        ),
    ],
    ids=["one day", "crowded", "long"],
)
def test_any_course_can_be_drawn(course: Course) -> None:
    """One day or ten years, empty or crowded: the chart stays on its sheet."""
    drawn = charts.drawing(course)
    left, bottom, right, top = drawn.getBounds()

    assert left >= -1
    assert right <= drawn.width + 1
    assert bottom >= -1
    assert top <= drawn.height + 1
    assert len(page_texts(render(replace(sagsresume(), course=course)))) <= 3


def test_extra_facts_are_printed() -> None:
    """Facts beyond the usual ones stand in the lists they belong to."""
    full = underretning()
    more = replace(full, household=(*full.household, Fact("Også i hjemmet", "mormor")))

    in_order(text_of(render(more)), "Søskende", "Også i hjemmet", "mormor", "Hvem skriver")
