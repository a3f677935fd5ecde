"""The letter as paper: masked, without protected addresses, without the parents' parts under the guard."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.assessment import Share, shares, without_lead
from tvaerfaglig.domain.citations import spelled_out
from tvaerfaglig.domain.law import Law
from tvaerfaglig.domain.observation import Observation, Sign, Source
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.quality.evidence.log import hand
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.template import Template
from tvaerfaglig.domain.underretning import Row
from tvaerfaglig.printouts.papers.parts import (
    Deed,
    Imprint,
    ObservationRow,
    ParentsView,
    Quotation,
    Signer,
    Voice,
)
from tvaerfaglig.printouts.papers.underretning import (
    Assessment,
    Evidence,
    EvidenceRow,
    UnderretningPaper,
)
from tvaerfaglig.services.children import remarks
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.following.on_paper import summary as news_summary
from tvaerfaglig.services.letters import facts
from tvaerfaglig.services.letters.kept_under import OBSERVATIONS, PARENTS
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.services.printing import paper_facts
from tvaerfaglig.services.printing.withheld import Withheld

DUTY = "skaerpet_pligt"
SEEN_BY = "set af forælder med forældremyndighed, ikke en betingelse"
EVIDENCE_ANNEX = "Observationer, der ligger til grund"
_VOICE = re.compile(r"(?P<who>[^:»«\n]{2,40}):\s*»(?P<words>[^»«]+)«\.?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """Under which circumstances a paper is made: by whom, when, as a draft or as the finished copy."""

    by: str
    at: datetime
    finished: bool = False
    kontrolnr: str = ""
    cpr: str = ""

    @property
    def moment(self) -> str:
        return paper_facts.moment(self.at.astimezone(DANISH), self.by)


def paper_of(page: LetterPage, law: Law, template: Template, made: Making) -> UnderretningPaper:
    """Everything that leaves, as it leaves: the one place where a letter becomes paper."""
    head, hidden = page.record, page.hides_parents

    def say(section: str) -> str:
        return masked(page, page.text(section))

    paper = UnderretningPaper(
        title=template.title,
        order=template.pack.paper_order if template.pack else (),
        headings=_headings(page, template),
        imprint=imprint(page, made),
        child=facts.child_facts(page, made.cpr),
        law=legal_line(page, law, template),
        receiver=head.receiver,
        receiver_unit=head.receiver_unit,
        date=danish.day(made.at.astimezone(DANISH).date()),
        replaces=_replaces(page),
        strip=facts.strip(page, template),
        guarded=hidden,
        phoned=facts.phoned(page),
        news=masked(page, news_summary(page)),
        summary=say("resume"),
        parents=facts.parents(page),
        household=facts.household(page, say("barnet")),
        informed=() if hidden else facts.informed(page),
        writers=facts.writers(page),
        under_way=facts.under_way(page),
        observations_note=_note(page),
        observations=_observations(page),
        own_words=_quotations(page),
        own_words_text=say("barnets_ord"),
        over_time=say("over_tid"),
        resources=say("ressourcer"),
        parents_view=_parents_view(page),
        remarks=_remarks(page),
        deeds=tuple(
            Deed(
                danish.day_table(one.day) if one.day else "",
                masked(page, one.what),
                masked(page, one.effect),
            )
            for one in head.actions
            if one.what.strip() or one.effect.strip()
        ),
        deeds_text=say("indsats"),
        assessment=_assessment(say("vurdering")),
        signers=_signers(page, template),
        attachments=tuple(_annex(one.title, separately=one.separately) for one in head.annexes),
        evidence=_evidence(page),
    )
    return paper_facts.masked_through(paper, page.child.id, page.child.record)


def masked(page: LetterPage, text: str) -> str:
    """The words as they may leave: only this child is named."""
    return masked_for(page.child, text)


def masked_for(child: Stored[Child], text: str) -> str:
    """The same for any paper about this child that cites its rows."""
    return spelled_out(paper_facts.masked(text, child.id, child.record))


def imprint(page: LetterPage, made: Making) -> Imprint:
    """House and moment."""
    child, house = page.child.record, page.house
    draft = "" if made.finished else f"Udkast nr. {page.draft_number} – ikke afsendt"
    who = child.first_name if child.born else "barnet"
    return Imprint(
        house=paper_facts.house_name(house, child),
        address=paper_facts.house_line(house, child),
        printed="" if made.finished else made.moment,
        finished=made.moment if made.finished else "",
        draft=draft,
        kontrolnr=made.kontrolnr,
        purpose=f"At kommunen kan vurdere, om {who} har brug for hjælp eller beskyttelse.",
    )


def legal_line(page: LetterPage, law: Law, template: Template) -> str:
    """Efter barnets lov § …, by the grounds chosen; the duty itself where none is."""
    chosen = [one for one in template.grounds if one.law in page.record.grounds]
    refs = [law.ref(one.law) for one in chosen if not one.cite] or [law.ref(DUTY)]
    cited = [f"{ref.cite} – {_lower(ref.heading)}" if chosen else ref.cite for ref in refs]
    return f"efter {'; '.join((*cited, *(one.cite for one in chosen if one.cite)))}"


def _headings(page: LetterPage, template: Template) -> tuple[tuple[str, str], ...]:
    """What the municipality calls its sections on paper; the program's own stand where it calls them nothing."""
    words = template.pack.sections if template.pack else ()
    name = danish.possessive(page.child.record.first_name)
    return tuple((one.id, one.paper.replace("{barns}", name)) for one in words if one.paper)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _replaces(page: LetterPage) -> str:
    before = page.frozen if page.is_correction else None
    if before is None:
        return ""
    return f"underretning af {danish.day(before.record.day)} (nr. {before.record.number})"


def _note(page: LetterPage) -> str:
    if not page.rows:
        return ""
    many = danish.count(len(page.rows), "observation", "observationer")
    return f"{danish.capital(many)}, ældste først. Tal i kantet parentes i teksten peger hertil."


def _observations(page: LetterPage) -> tuple[ObservationRow, ...]:
    """The rows; what was written outside the log comes after them, a paragraph a row, without a day."""
    rows = [row_on_paper(row, page.child, page.held) for row in page.rows]
    loose = [line.strip() for line in masked(page, page.text(OBSERVATIONS)).splitlines()]
    rows += [
        ObservationRow(number=nr, date="Uden dag", what=line)
        for nr, line in enumerate(filter(None, loose), len(rows) + 1)
    ]
    return tuple(rows)


def row_on_paper(row: Row, child: Stored[Child], held: Withheld) -> ObservationRow:
    """A chosen observation as it leaves: masked for this child, without a place that must not be known."""
    return ObservationRow(
        number=row.number,
        date=danish.day_table(row.day),
        time=paper_facts.row_time(row.at, row.until),
        place=held.place(row.place),
        witness=row.seen_by or row.told_by,
        how=_how(row),
        what=masked_for(child, row.text),
        words=masked_for(child, row.child_words),
        asked=masked_for(child, row.asked),
        resource=row.sign is Sign.RESSOURCE,
    )


def _how(row: Row) -> str:
    if row.source == Source.FORTALT:
        return f"fortalt af {row.told_by}" if row.told_by and row.seen_by else "fortalt"
    return Source(row.source).word if row.source in set(Source) else row.source


def _quotations(page: LetterPage) -> tuple[Quotation, ...]:
    """The child's words out of the rows, unless the section says them itself."""
    said = page.text("barnets_ord")
    return tuple(
        Quotation(masked(page, row.child_words), _source(page, row))
        for row in page.rows
        if row.child_words.strip() and row.child_words.strip(" »«.") not in said
    )


def _source(page: LetterPage, row: Row) -> str:
    at = f" kl. {danish.clock(row.at)}" if row.at else ""
    said = f"Sagt til {row.seen_by} {danish.day_short(row.day)}{at} [{row.number}]."
    if not row.seen_by:
        said = f"Sagt {danish.day_short(row.day)}{at} [{row.number}]."
    asked = masked(page, row.asked.strip().strip("»«"))
    return f"{said} Den voksne spurgte: »{asked}«" if asked else said


def _parents_view(page: LetterPage) -> ParentsView:
    if page.hides_parents:
        against = page.record.suspects or (page.guard.record.against if page.guard else None)
        why = f", fordi mistanken er mod {against.word}" if against else ""
        if against and against.value == "ukendt":
            why = ", fordi vi ikke ved, hvem mistanken er mod"
        return ParentsView(text=f"Forældrene er ikke hørt og ikke orienteret af os{why}.")
    voices, rest = [], []
    for line in masked(page, page.text(PARENTS)).splitlines():
        found = _VOICE.fullmatch(line.strip())
        if found:
            voices.append(Voice(found["who"].strip(), found["words"].strip()))
        else:
            rest.append(line)
    return ParentsView(voices=tuple(voices), text="\n".join(rest).strip())


def _remarks(page: LetterPage) -> tuple[Voice, ...]:
    """To the letter itself, and to the observations that it cites."""
    cited = {page.id, *(row.observation for row in page.rows)}
    child = page.child.record
    return tuple(
        remarks.said(child, one.record)
        for one in reversed(page.remarks)
        if one.record.to in cited and not page.hides_parents
    )


def _assessment(text: str) -> Assessment:
    """One text on the screen, three headings on paper."""
    said: dict[Share, list[str]] = {share: [] for share in Share}
    for share, line in shares(text):
        said[share].append(without_lead(line))
    whole = {share: "\n".join(lines).strip() for share, lines in said.items()}
    return Assessment(
        judged=whole[Share.JUDGED],
        unchanged=whole[Share.UNCHANGED],
        unknown=whole[Share.UNKNOWN],
    )


def _signers(page: LetterPage, template: Template) -> tuple[Signer, ...]:
    """Who writes, and whoever has signed with her; the leader's line stands empty for a pen, and so does the
    parents' where the municipality asks for one and the guard does not hide them.
    """
    people = list(page.record.writers)
    people += [one.record.by for one in page.comments if one.record.cosigns]
    signers = [_signer(page, one) for one in dict.fromkeys(people)]
    leads = any(page.staff[one].role.leads for one in people if one in page.staff)
    leader = () if leads else (Signer("", "leder"),)
    seen = template.seen_by_parents and not page.hides_parents
    return (*signers, *leader, *((Signer("", SEEN_BY),) if seen else ()))


def _signer(page: LetterPage, one: str) -> Signer:
    person = page.staff.get(one)
    return Signer(page.names.of_staff(one), person.role.word if person else "")


def _annex(title: str, *, separately: bool) -> str:
    return f"{title} (sendes for sig)" if separately else title


def _evidence(page: LetterPage) -> Evidence | None:
    if not page.rows or not page.record.evidence_annex:
        return None
    by_id = {one.id: one.stored for one in page.evidence}
    rows = tuple(_evidence_row(page, row, by_id.get(row.observation)) for row in page.rows)
    left_out = page.sections[OBSERVATIONS].left_out
    return Evidence(
        rows=rows,
        found=_found(page),
        left_out=masked(page, "\n".join(left_out)),
        title=EVIDENCE_ANNEX,
    )


def _evidence_row(page: LetterPage, row: Row, stored: Stored[Observation] | None) -> EvidenceRow:
    at = f" {danish.clock(row.at)}" if row.at else ""
    happened = f"{danish.day_table(row.day)}{at}"
    if stored is None:
        return EvidenceRow(number=row.number, happened=happened, hand=hand(row.source))
    written, changed = (when.astimezone(DANISH) for when in (stored.written_at, stored.changed_at))
    corrected = ""
    if stored.changed and stored.record.correction:
        corrected = f"{danish.day_of_month(changed.date())}: {stored.record.correction}"
    return EvidenceRow(
        number=row.number,
        happened=happened,
        written=f"{danish.day_of_month(written.date())} {danish.clock(written.time())}",
        by=page.names.of_staff(stored.written_by),
        corrected=masked(page, corrected),
        hand=hand(row.source),
    )


def _found(page: LetterPage) -> str:
    """How the rows were found, so that the reader knows what else there is."""
    days = [one.stored.record.day for one in page.evidence]
    if not days:
        return ""
    first, last = danish.day(min(days)), danish.day(max(days))
    name, all_of_them = page.child.record.first_name, len(days)
    if all_of_them == len(page.rows):
        return f"Alt, hvad huset har skrevet om {name} i loggen, står her."
    whole = danish.count(all_of_them, "observation", "observationer")
    return (
        f"Valgt blandt {whole} om {name} i husets log fra {first} til {last}. "
        "Kommunen kan få de øvrige."
    )
