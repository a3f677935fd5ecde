"""The invented world holds together: people, days, ages and absences agree, and nobody repeats a sentence."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import holidays
import msgspec
import pytest

from tvaerfaglig.domain.kinds import KINDS
from tvaerfaglig.domain.record import Record

ROOT = Path(__file__).parent.parent / "resources"
WORLD = ROOT / "demo"
TODAY = date(2026, 11, 12)
BEGAN = date(2024, 11, 1)
FREE = holidays.country_holidays("DK", years=(2024, 2025, 2026))
LIVES = ("people", "liv", "observationer-*")
NO_FIELD = {"id", "login", "written", "rettelse", "senere"}
Row = dict[str, Any]


def _tables() -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for pattern in LIVES:
        for path in sorted(WORLD.glob(f"{pattern}.toml")):
            for kind, rows in tomllib.loads(path.read_text(encoding="utf-8")).items():
                found.setdefault(kind, []).extend(rows)
    return found


TABLES = _tables()
STAFF = {row["id"]: row for row in TABLES["medarbejder"]}
CHILDREN = {row["id"]: row for row in TABLES["barn"]}
PARENTS = {parent["id"] for row in TABLES["barn"] for parent in row["parents"]}
HOUSES = {row["id"] for row in TABLES["dagtilbud"]}
OBSERVATIONS = TABLES["observation"]


def _record(kind: str, row: Row) -> Record:
    own = set(KINDS[kind].__dataclass_fields__)
    kept = {key: value for key, value in row.items() if key in own}
    strange = set(row) - own - NO_FIELD - {"by"}
    assert not strange, f"{kind}: {strange}"
    return msgspec.convert(kept, KINDS[kind], strict=False)


def _versions() -> Iterator[tuple[str, Row]]:
    """Every version of every record, as one row each."""
    for kind, rows in TABLES.items():
        for row in rows:
            yield kind, row
            for later in (*row.get("rettelse", ()), *row.get("senere", ())):
                yield kind, row | later


def _workday(day: date) -> bool:
    return day.weekday() < 5 and day not in FREE


def _involved(row: Row) -> list[str]:
    return [one["child"] for one in row["involved"]]


def _written(row: Row) -> datetime:
    written: datetime = row["written"]
    return written


def test_every_row_is_a_record() -> None:
    """Each table is a KIND, each key a field of it, and each value one that the field takes."""
    for kind, row in _versions():
        _record(kind, row)


def test_everyone_named_exists() -> None:
    """Writers, witnesses, parents, siblings, houses and children are people of this world."""
    for kind, row in _versions():
        staff = [row.get("by"), row.get("dagplejer"), row.get("contact_person"), row.get("staff")]
        for key in ("seen_by", "staff", "set_by", "by", "guests_with", "oversees"):
            staff += row[key] if isinstance(row.get(key), list) else []
        people = {one for one in staff if isinstance(one, str) and one}
        assert people <= STAFF.keys(), (kind, people - STAFF.keys())
        parents = row.get("parents", []) if kind == "samtale" else []
        assert set(parents) | ({row["given_by"]} if "given_by" in row else set()) <= PARENTS, row
        assert row.get("child", "alma") in CHILDREN, row
        assert row.get("dagtilbud", "dagplejen") in HOUSES
        tokens = re.findall(r"\{barn:([^}]*)\}", str(row))
        assert set(tokens) <= CHILDREN.keys(), tokens
        for sibling in row.get("siblings", []):
            other = CHILDREN.get(sibling.get("child", ""))
            assert other is None or other["born"] == sibling["born"], row["id"]


def test_ids_are_unique() -> None:
    """No two rows share a slug."""
    ids = Counter(row["id"] for rows in TABLES.values() for row in rows if "id" in row)
    assert [one for one, count in ids.items() if count > 1] == []


def test_counts_are_as_the_house_says() -> None:
    """48 children in three stuer, 16 in the dagpleje, 14 staff and two who come, 150 observations."""
    here = [row for row in CHILDREN.values() if "enrolled" in row and "left" not in row]
    assert Counter(row.get("stue") or row["dagplejer"] for row in here) == {
        "solsikken": 19,
        "kloeveren": 12,
        "raeven": 17,
        "jonas": 4,
        "birthe": 4,
        "shabnam": 4,
        "kirsten": 4,
    }
    roles = Counter(row["role"] for row in STAFF.values())
    assert len(STAFF) == 16
    assert (roles["socialraadgiver"], roles["sundhedsplejerske"]) == (1, 1)
    assert len(OBSERVATIONS) >= 150
    assert sum("rettelse" in row for row in OBSERVATIONS) >= 2
    least = {"samtale": 25, "fravaer": 30, "familie": 15, "position": 60, "bekymring": 14}
    assert all(len(TABLES[kind]) >= count for kind, count in least.items())


def test_observations_happen_on_days_the_house_is_open() -> None:
    """A working day, between opening and closing, while every child in it is enrolled and not away."""
    away: dict[str, list[tuple[date, date]]] = {}
    for row in TABLES["fravaer"]:
        away.setdefault(row["child"], []).append((row["first"], row["last"]))
    for row in OBSERVATIONS:
        assert _workday(row["day"]), row["id"]
        assert BEGAN <= row["day"] < TODAY, row["id"]
        assert 6 <= row["at"].hour <= 17, row["id"]
        assert "until" not in row or row["until"] > row["at"], row["id"]
        for one in _involved(row):
            child = CHILDREN[one]
            if "due" in child:
                continue
            assert child["enrolled"] <= row["day"], row["id"]
            assert row["day"] <= child.get("left", TODAY), row["id"]
            assert not any(a <= row["day"] <= b for a, b in away.get(one, [])), row["id"]


def test_what_is_written_is_written_afterwards() -> None:
    """Nothing is typed before it happened, tomorrow, or by someone who had to remember it for a week."""
    for row in OBSERVATIONS:
        ended: time = row.get("until") or row["at"]
        happened = datetime.combine(row["day"], ended)
        assert timedelta(0) <= _written(row) - happened <= timedelta(days=2), row["id"]
    for _, row in _versions():
        if "written" in row:
            assert _written(row) < datetime.combine(TODAY, datetime.min.time()), row
            assert _written(row).weekday() < 5, row


def test_talks_and_positions_fall_on_working_days() -> None:
    """Talks are held, and positions set, when people are at work."""
    for kind, key in (("samtale", "day"), ("position", "day"), ("samtykke", "given_on")):
        for row in TABLES[kind]:
            assert _workday(row[key]), row


def test_weekdays_in_the_text_agree_with_the_calendar() -> None:
    """Where a sentence names a weekday with its date, it is that day."""
    names = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"]
    months = ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august"]
    months += ["september", "oktober", "november", "december"]
    pattern = rf"({'|'.join(names)})(?: den)? (\d+)\. ({'|'.join(months)})"
    for _, row in _versions():
        year = next((v.year for v in row.values() if isinstance(v, date)), 2026)
        for name, day, month in re.findall(pattern, str(row)):
            told = date(year, months.index(month) + 1, int(day))
            assert names[told.weekday()] == name, (name, told)


def test_categories_are_those_of_the_tree() -> None:
    """Observations and concerns are filed under subjects that exist, by id or by number."""
    tree = tomllib.loads((ROOT / "categories.toml").read_text(encoding="utf-8"))["kategori"]
    subjects = [one for top in tree for one in (top, *top.get("under", ()))]
    known = {one["id"] for one in subjects} | {one["nr"] for one in subjects}
    for row in (*OBSERVATIONS, *TABLES["bekymring"]):
        assert row["categories"], row["id"]
        assert set(row["categories"]) <= known, row["id"]


def test_only_the_quiet_children_are_quiet() -> None:
    """Four children have gone five to eight weeks unseen; of everyone else something was written since."""
    last: dict[str, date] = {}
    for row in OBSERVATIONS:
        for one in _involved(row):
            last[one] = max(last.get(one, BEGAN), row["day"])
    weeks = {
        one: (TODAY - last[one]).days // 7
        for one, row in CHILDREN.items()
        if "left" not in row and (TODAY - last[one]).days >= 35
    }
    assert weeks == {"elias": 5, "mikkeline": 6, "dicte": 7, "vega": 8}


def test_the_board_s_alma_is_here() -> None:
    """Her timeline holds what the design board shows."""
    mine = [row["day"] for row in OBSERVATIONS if "alma" in _involved(row)]
    board = [(10, 2), (10, 15), (10, 26), (11, 3), (11, 4), (11, 5), (11, 10)]
    assert {date(2026, month, day) for month, day in board} <= set(mine)
    assert len(mine) == 14
    assert len([row for row in TABLES["samtale"] if row["child"] == "alma"]) == 3
    assert len([row for row in TABLES["fravaer"] if row["child"] == "alma"]) == 4
    positions = sorted(
        (r["day"], r["position"]) for r in TABLES["position"] if r["child"] == "alma"
    )
    assert positions[-1] == (date(2026, 11, 10), "bekymring")


def test_the_round_in_solsikken_counts_as_the_board_says() -> None:
    """14 trives, 4 bekymring, 1 stærk on 21 September 2026."""
    day = date(2026, 9, 21)
    found = Counter(row["position"] for row in TABLES["position"] if row["day"] == day)
    assert found == {"trives": 14, "bekymring": 4, "staerk": 1}


def test_no_number_could_be_a_person_s() -> None:
    """Every CPR number has a thirteenth month, and every telephone number starts where none does."""
    everything = "\n".join(p.read_text(encoding="utf-8") for p in WORLD.glob("*.toml"))
    for number in re.findall(r"\b(\d{6})-?[\dx]{4}\b", everything):
        assert number[2:4] == "13", number
    for number in re.findall(r"\b\d\d \d\d \d\d \d\d\b", everything):
        assert number.startswith("12 "), number


def _prose(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            if key != "rettelse":
                yield from _prose(part)
    elif isinstance(value, list):
        for part in value:
            yield from _prose(part)


def _sentences(text: str) -> Iterator[str]:
    for sentence in re.split(r"(?<=[.!?])\s+|\n", text):
        bare = re.sub(r"[^\wæøå ]", "", sentence.lower()).strip()
        if len(bare.split()) > 4:
            yield bare


@pytest.mark.parametrize("kind", ["observation", "samtale", "bekymring", "position", "familie"])
def test_nobody_repeats_a_sentence(kind: str) -> None:
    """No sentence of more than four words stands twice, here or anywhere else in these files."""
    everywhere = Counter(
        sentence
        for name, rows in TABLES.items()
        if name not in {"barn", "medarbejder", "dagtilbud"}
        for text in _prose(rows)
        for sentence in _sentences(text)
    )
    mine = {one for text in _prose(TABLES[kind]) for one in _sentences(text)}
    assert [one for one in mine if everywhere[one] > 1] == []
