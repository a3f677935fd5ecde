"""Row 11, nightly: a million records. Searching, opening and reading a child go on as on the first day."""

from __future__ import annotations

import time
from collections.abc import Callable
from random import Random

import pytest

from tests.many import BUSY, cache, many, words_of
from tvaerfaglig.services import finding
from tvaerfaglig.services.children import timeline
from tvaerfaglig.services.lock import entering


@pytest.fixture
def vault(times, tmp_path):
    """Built through the real log, which takes its time: hence by night alone."""
    records = times(0, 1_000_000)
    if not records:
        pytest.skip("a million records are built by night: --nightly")
    return many(records, cache()).copy_to(tmp_path / "million")


def seconds(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def p95(took: list[float]) -> float:
    return sorted(took)[int(len(took) * 0.95)]


def test_a_million_records_are_searched_opened_and_read(vault, request):
    """Search within 100 ms (95 of 100), the vault open within a second, a child's timeline within 50 ms."""
    opened: list[float] = []
    for _ in range(3):
        began = time.perf_counter()
        session = vault.open()
        opened.append(time.perf_counter() - began)
        entering.close(session)
    session = vault.open()
    random, words = Random(7), words_of(Random(1849))
    searched = []
    for _ in range(100):
        rare, common = random.choice(words[50:2000]), random.choice(words[:200])
        both = f"{rare} {common[:4]}"
        searched += [
            seconds(lambda asked=asked: finding.find(session, asked)) for asked in (rare, both)
        ]
    read = [seconds(lambda: timeline.timeline(session, BUSY)) for _ in range(20)]
    figures = {"open": min(opened), "search": p95(searched), "timeline": p95(read)}
    for name, took in figures.items():
        request.node.user_properties.append((name, f"{took * 1000:.1f} ms"))
    entering.close(session)
    assert figures["search"] <= 0.1, figures
    assert figures["open"] <= 1, figures
    assert figures["timeline"] <= 0.05, figures
