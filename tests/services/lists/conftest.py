"""A list in a file, brought in by the leader."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tvaerfaglig.services.lists import child_lists, opening


@pytest.fixture
def bring(tmp_path):
    """`bring(session, text)` opens, looks and (with `go`) writes; the parts are kept by name."""

    def run(
        session,
        text,
        *,
        go=True,
        house="maelkeboetten",
        stuer=None,
        answers=None,
        step=lambda _: None,
    ):
        path = tmp_path / "liste.csv"
        path.write_text(text, encoding="utf-8")
        listed = opening.read_file(session, path, step=lambda _: None)
        opened = opening.open_children(session, listed)
        wanted = child_lists.Wanted(house, opened.columns, stuer or {}, answers or {})
        seen = child_lists.look(session, opened, wanted)
        done = child_lists.bring_in(session, opened, wanted, seen, step=step) if go else None
        return SimpleNamespace(opened=opened, wanted=wanted, look=seen, done=done)

    return run
