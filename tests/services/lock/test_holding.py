"""One program per vault: what the file beside it says, and what it never outlives."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tvaerfaglig.services.lock import door, entering, founding, holding
from tvaerfaglig.services.lock import door as lock_door

ROOT = Path(__file__).resolve().parents[3]
_HOLDS = """
import sys; sys.path.insert(0, {root!r})
from pathlib import Path
from tvaerfaglig.services.lock import holding
from tvaerfaglig.services.clock import SystemClock
hold = holding.hold(Path({folder!r}), "Mette Sørensen", SystemClock())
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def other_process(tmp_path):
    """Another process that has the vault open; `kill` ends it as a power cut would."""
    made = []

    def start(folder):
        code = _HOLDS.format(root=str(ROOT), folder=str(folder))
        one = subprocess.Popen(
            [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        made.append(one)
        assert one.stdout.readline() == "held\n"
        return one

    yield start
    for one in made:
        one.kill()
        one.wait()
        one.stdin.close()
        one.stdout.close()


def test_another_process_is_named_and_keeps_us_out(other_process, tmp_path, clock):
    """Who, and that it is on this computer; no second program opens the vault."""
    other_process(tmp_path)
    with pytest.raises(holding.OpenElsewhere, match="åben hos Mette Sørensen her på computeren"):
        holding.hold(tmp_path, "Yusuf Demir", clock)


def test_a_dead_process_holds_nothing(other_process, tmp_path, clock):
    """After kill -9 the file may lie there, and is taken over without a word."""
    one = other_process(tmp_path)
    os.kill(one.pid, signal.SIGKILL)
    one.wait()
    assert (tmp_path / holding.FILE).exists()
    assert holding.who(tmp_path, clock) is None
    taken = holding.hold(tmp_path, "Yusuf Demir", clock)
    assert holding.who(tmp_path, clock).name == "Yusuf Demir"
    taken.release()
    assert not (tmp_path / holding.FILE).exists()


def _noted(folder, **said):
    note = {"name": "Mette Sørensen", "computer": "KONTOR-PC", "since": "", "alive": ""} | said
    (folder / holding.FILE).write_text(json.dumps(note), encoding="utf-8")


def test_another_computer_counts_while_it_shows_life(tmp_path, clock):
    """A synchronised folder carries no hold: the last minutes' sign of life does; an old one does not."""
    _noted(tmp_path, since="2026-11-12T07:15:00+01:00", alive="2026-11-12T07:58:00+01:00")
    with pytest.raises(
        holding.OpenElsewhere, match=r"Mette Sørensen på KONTOR-PC siden kl\. 7\.15\."
    ):
        holding.hold(tmp_path, "Yusuf Demir", clock)
    clock.forward(minutes=6)
    holding.hold(tmp_path, "Yusuf Demir", clock).release()


def test_the_holder_shows_life(tmp_path, clock):
    """Each beat is written where others can read it."""
    mine = holding.hold(tmp_path, "Mette", clock)
    clock.forward(minutes=3)
    mine.beat(clock)
    assert "08:03" in json.loads((tmp_path / holding.FILE).read_bytes())["alive"]
    assert "08:00" in json.loads((tmp_path / holding.FILE).read_bytes())["since"]
    mine.release()


@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 50, b"[1]", b'{"name": 1}', b"[" * 100000, b'{"name":"\xff"}']
)
def test_nonsense_in_the_file_keeps_nobody_out(tmp_path, clock, content):
    """A file that nobody holds and that says nothing is nobody's."""
    (tmp_path / holding.FILE).write_bytes(content)
    holding.hold(tmp_path, "Mette", clock).release()


def test_strange_words_are_cut_before_they_are_shown(tmp_path, clock):
    """Whoever can write in the folder can write the note: no line breaks, no long tales."""
    _noted(tmp_path, name="x\n" * 500, alive=clock.now().isoformat())
    words = holding.in_words(holding.who(tmp_path, clock), clock)
    assert "\n" not in words
    assert len(words) < 250


def test_the_door_lets_one_in_at_a_time(world):
    """The second is told who is in; after closing the way is free."""

    def enter(person):
        return entering.held(
            world.folder,
            person,
            world.clock,
            lambda: entering.unlock(
                world.folder,
                person,
                "kornblomst skovsti regnvejr tirsdag",
                world.clock,
                world.state,
            ),
        )

    first = enter("mette")
    with pytest.raises(holding.OpenElsewhere):
        enter("yusuf")
    entering.close(first)
    entering.close(enter("yusuf"))


def test_a_wrong_password_leaves_no_hold(world):
    """Whoever did not come in has nothing open."""
    with pytest.raises(Exception, match="Adgangskoden passer ikke"):
        entering.held(
            world.folder,
            "Mette",
            world.clock,
            lambda: entering.unlock(world.folder, "mette", "forkert", world.clock, world.state),
        )
    assert holding.who(world.folder, world.clock) is None


def test_one_window_for_each_vault(tmp_path):
    """A second seat on the same vault is taken; another vault has its own."""
    state, one, two = tmp_path / "state", tmp_path / "a", tmp_path / "b"
    seat = holding.sit(state, one)
    assert holding.sit(state, one) is None
    other = holding.sit(state, two)
    assert other is not None
    assert other.name != seat.name
    seat.release()
    again = holding.sit(state, one)
    assert again is not None
    again.release()
    other.release()


def test_a_vault_founded_elsewhere_is_found_again(world, tmp_path, monkeypatch):
    """The next start opens it, until it is gone from there."""
    monkeypatch.setattr(door, "vault_dir", lambda: tmp_path / "usual")
    assert lock_door.usual_vault(world.state) == tmp_path / "usual"
    founding.remember_vault(world.state, world.folder)
    assert lock_door.usual_vault(world.state) == world.folder
    (world.state / "boks.sti").write_text("et/sted", encoding="utf-8")
    assert lock_door.usual_vault(world.state) == tmp_path / "usual"


@pytest.mark.skipif(sys.platform == "win32", reason="modes are not Windows'")
def test_what_another_login_left_when_it_died_holds_nobody(tmp_path):
    """A file that is not ours to write in, and that nobody holds, gives way; one that is held does not."""
    bound = [] if os.geteuid() else ["setpriv", "--bounding-set", "-dac_override"]
    (tmp_path / holding.FILE).write_bytes(b"{}")
    (tmp_path / holding.FILE).chmod(0o444)
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from pathlib import Path\n"
        "from tvaerfaglig.services.lock import holding\n"
        "from tvaerfaglig.services.clock import SystemClock\n"
        f"place = Path({str(tmp_path)!r})\n"
        "hold = holding.hold(place, 'Yusuf', SystemClock())\n"
        "assert holding.who(place, SystemClock()).name == 'Yusuf'\n"
        "(place / holding.FILE).chmod(0o444)\n"
        "try:\n"
        "    holding.hold(place, 'Mette', SystemClock())\n"
        "except holding.OpenElsewhere as refused:\n"
        "    print(refused)\n"
    )
    done = subprocess.run(
        [*bound, sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8"
    )
    assert "åben hos Yusuf" in done.stdout
