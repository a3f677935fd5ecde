"""The command line: what a person reads, what a script gets, and what is asked for."""

from __future__ import annotations

import getpass
import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tvaerfaglig import commands
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.services import recording, staffing
from tvaerfaglig.services.clock import SystemClock
from tvaerfaglig.services.lock import door, entering, holding
from tvaerfaglig.store import queries
from tvaerfaglig.store.driver import open_store

ROOT = Path(__file__).resolve().parents[1]
PASSWORD = "kornblomst skovsti regnvejr tirsdag"


@pytest.fixture
def vault(world, tmp_path, monkeypatch):
    """A closed vault with one observation; this computer's notes lie where the test says."""
    mette = world.session("mette")
    recording.save(
        mette, Observation(day=date(2026, 11, 12), involved=(Involved(child="alma"),), text="Sang.")
    )
    entering.close(mette)
    world.open_sessions.clear()
    monkeypatch.setattr(door, "state_dir", lambda: world.state)
    (tmp_path / "kode.txt").write_text(PASSWORD + "\n", encoding="utf-8")
    return world.folder


@pytest.fixture
def run(tmp_path, capsys):
    def run(*words, code=0, user="Hanne Bjerre"):
        known = ["--user", user, "--password-file", str(tmp_path / "kode.txt")] if user else []
        assert commands.main([str(word) for word in [words[0], *known, *words[1:]]]) == code
        return capsys.readouterr()

    return run


def test_a_whole_vault_is_said_to_be_whole(vault, run):
    """One line for each thing looked at, with figures, and exit code 0."""
    said = run("verify", vault).out
    for word in ("sider", "kæde", "underskrifter", "tekster", "tabeller", "hoved"):
        line = next(line for line in said.splitlines() if line.strip().startswith(word))
        assert "i orden" in line
        assert "IKKE" not in line
    assert "Alt er, som det blev skrevet." in said
    assert not any(name in said for name in ("Alma", "Mette", "Sang"))


def test_a_vault_this_computer_has_not_seen_is_said_to_be_that(vault, run, monkeypatch, tmp_path):
    """The head cannot be compared with anything."""
    monkeypatch.setattr(door, "state_dir", lambda: tmp_path / "ny-computer")
    line = next(line for line in run("verify", vault).out.splitlines() if "hoved" in line)
    assert "ikke prøvet" in line
    assert "ikke åbnet her før" in line


def test_tables_of_another_version_are_said_to_be_that(vault, run):
    """Not called right, not called wrong; made anew, they are compared again."""
    key = entering.keys.unlock(vault, "hanne", PASSWORD).subkey("sqlcipher")
    db = open_store(vault / "vault.db", key)
    db.conn.execute("UPDATE vault SET value='0.0.1' WHERE name='tables'")
    db.conn.commit()
    db.conn.close()
    said = run("verify", vault).out
    assert "en anden udgave" in next(line for line in said.splitlines() if "tabeller" in line)
    run("rebuild", vault)
    assert "sammenlignet" in run("verify", vault).out


def test_a_vault_that_was_changed_is_said_to_be_changed(vault, run, world):
    """What is wrong, where, and exit code 1; not a screenful of it."""
    key = entering.keys.unlock(vault, "hanne", PASSWORD).subkey("sqlcipher")
    db = open_store(vault / "vault.db", key)
    for (name,) in db.conn.execute(
        "SELECT name FROM sqlite_master WHERE type='trigger'"
    ).fetchall():
        db.conn.execute(f"DROP TRIGGER {name}")
    db.conn.execute("UPDATE body SET data=replace(data,'a','e')")
    db.conn.commit()
    db.conn.close()
    said = run("verify", vault, code=1).out
    assert next(line for line in said.splitlines() if "tekster" in line).count("IKKE i orden") == 1
    assert "teksten er ændret (hændelse " in said
    assert "– og " in said
    assert "Behold boksen, som den er" in said
    assert len(said.splitlines()) < 40


def test_a_copy_is_made_checked_and_put_back(vault, run, tmp_path):
    """The three commands in a row, as after a broken machine."""
    said = run("backup", vault, tmp_path / "kopier").out
    copy = next((tmp_path / "kopier").iterdir())
    assert str(copy) in said
    assert run("verify", copy).out.count(" i orden ") == 6
    said = run("restore", copy, tmp_path / "ny").out
    assert str(tmp_path / "ny") in said
    assert "hændelser" in said
    assert "slettet igen" not in said
    assert "Alt er" in run("verify", tmp_path / "ny").out
    assert "tom" in run("restore", copy, tmp_path / "ny", code=1).err


def test_putting_back_says_what_was_erased_again(vault, run, world, tmp_path):
    """So that nobody wonders where it went."""
    run("backup", vault, tmp_path / "kopier")
    mette = world.session("mette")
    recording.take_back(mette, queries.all_of(mette.vault, Observation)[0].id)
    world.close()
    copy = next((tmp_path / "kopier").iterdir())
    assert (
        "1 tekst var slettet siden og er slettet igen" in run("restore", copy, tmp_path / "ny").out
    )


def test_old_copies_go_only_when_that_is_asked_for(vault, run, tmp_path):
    """`--keep` leaves the last of each day; copies of the same day before it go, and it is said."""
    for _ in range(2):
        assert "taget væk" not in run("backup", vault, tmp_path / "kopier").out
    assert len(list((tmp_path / "kopier").iterdir())) == 2
    said = run("backup", vault, tmp_path / "kopier", "--keep").out
    assert "2 gamle kopier er taget væk." in said
    (left,) = (tmp_path / "kopier").iterdir()
    assert str(left) in said


def test_the_newest_manifest_can_be_handed_in(vault, run, world, tmp_path, monkeypatch):
    """On a machine that knows of no erasure; it is said how many there were."""
    run("backup", vault, tmp_path / "kopier")
    mette = world.session("mette")
    recording.take_back(mette, queries.all_of(mette.vault, Observation)[0].id)
    world.close()
    run("backup", vault, tmp_path / "nyere")
    monkeypatch.setattr(door, "state_dir", lambda: tmp_path / "ny-computer")
    copy, newer = (next((tmp_path / name).iterdir()) for name in ("kopier", "nyere"))
    assert "slettet" not in run("restore", copy, tmp_path / "uden").out
    said = run("restore", copy, tmp_path / "med", "--manifest", newer / "manifest.json").out
    assert "Kopien er ældre end 1 sletning." in said
    assert "1 tekst var slettet siden og er slettet igen" in said
    assert "ikke en sikkerhedskopi" in (
        run("restore", copy, tmp_path / "x", "--manifest", tmp_path / "nej", code=1).err
    )


def test_tables_are_made_anew(vault, run):
    """And it is said whether they needed it."""
    assert "De stod rigtigt" in run("rebuild", vault).out
    key = entering.keys.unlock(vault, "hanne", PASSWORD).subkey("sqlcipher")
    db = open_store(vault / "vault.db", key)
    db.conn.execute("UPDATE current SET children=''")
    db.conn.commit()
    db.conn.close()
    assert "Nu svarer de til loggen" in run("rebuild", vault).out


def test_name_and_password_are_asked_for(vault, run, monkeypatch):
    """As at the lock screen; capitals and spaces in the name are forgiven."""
    monkeypatch.setattr("builtins.input", lambda _: " hanne bjerre ")
    monkeypatch.setattr(getpass, "getpass", lambda _: PASSWORD)
    assert "Alt er" in run("verify", vault, user="").out


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"user": "Hanne"}, "Nøgler er der til Hanne Bjerre, Mette"),
        ({"password": "noget helt andet"}, "Adgangskoden passer ikke"),
        ({"password": ""}, "Adgangskoden passer ikke"),
        ({"password": None}, "kan ikke læses"),
        ({"folder": "ingenting"}, "Der ligger ingen boks"),
    ],
)
def test_what_does_not_fit_is_said_in_words(vault, run, tmp_path, wrong, said):
    """No traceback, exit code 1, and never the password."""
    file = tmp_path / "kode.txt"
    if "password" in wrong:
        file.unlink()
        if wrong["password"] is not None:
            file.write_text(wrong["password"], encoding="utf-8")
    folder = tmp_path / wrong["folder"] if "folder" in wrong else vault
    got = run("verify", folder, code=1, user=wrong.get("user", "Hanne Bjerre"))
    assert said in got.err
    assert "Traceback" not in got.err
    assert PASSWORD not in got.out + got.err


def test_ending_it_is_an_answer_too(vault, run, monkeypatch):
    """Ctrl+C and Ctrl+D at the questions."""
    for end in (KeyboardInterrupt, EOFError):

        def ended(_, end=end):
            raise end

        monkeypatch.setattr("builtins.input", ended)
        assert "Afbrudt" in run("verify", vault, user="", code=130).err


def test_a_demo_reads_the_log_ins_that_lie_beside_it(vault, run, world):
    """The first leader's; and this computer's notes are the demo's own."""
    lines = ["Mette Sørensen · pædagog, Solsikken · forkert", f"Hanne Bjerre · leder · {PASSWORD}"]
    (vault.parent / "log-ins.txt").write_text("\n".join(lines), encoding="utf-8")
    said = run("verify", vault, user="").out
    assert "Alt er" in said
    assert "ikke prøvet" not in said


def test_a_demo_without_its_log_ins_asks_like_any_other(vault, run, monkeypatch):
    """Nothing beside it to read, or no leader in it."""
    (vault.parent / "log-ins.txt").write_text(
        "Mette Sørensen · pædagog · forkert\n", encoding="utf-8"
    )
    monkeypatch.setattr("builtins.input", lambda _: "Hanne Bjerre")
    monkeypatch.setattr(getpass, "getpass", lambda _: PASSWORD)
    assert "Alt er" in run("verify", vault, user="").out


@pytest.mark.parametrize(
    "command", [[], ["open"], ["demo"], ["verify"], ["rebuild"], ["backup"], ["restore"]]
)
def test_every_command_has_help(command, capsys):
    """In English, with the Danish words said."""
    with pytest.raises(SystemExit) as ended:
        commands.main([*command, "--help"])
    assert ended.value.code == 0
    assert "usage: main.py" in capsys.readouterr().out


def test_danish_letters_come_out_whatever_the_terminal_says(vault, tmp_path, world):
    """A terminal that claims to know only English still gets æ, ø and å; the whole road through main.py."""
    done = subprocess.run(
        [
            sys.executable,
            str(ROOT / "main.py"),
            "verify",
            str(vault),
            "--user",
            "Hanne Bjerre",
            "--password-file",
            str(tmp_path / "kode.txt"),
        ],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "XDG_STATE_HOME": str(tmp_path / "xdg")},
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    assert "kæde" in done.stdout.decode("utf-8")


def test_output_that_is_no_terminal_is_fine(vault, tmp_path, monkeypatch):
    """A stream that has no encoding to set."""
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    assert (
        commands.main(
            [
                "verify",
                str(vault),
                "--user",
                "Hanne Bjerre",
                "--password-file",
                str(tmp_path / "kode.txt"),
            ]
        )
        == 0
    )
    assert "Alt er" in out.getvalue()


# windows: what is started, and with what


def _stand_in(monkeypatch, environment):
    started = []
    monkeypatch.setattr(
        "tvaerfaglig.app.start", lambda *folder: started.append(("start", *folder)) or 0
    )
    monkeypatch.setattr("tvaerfaglig.app.start_demo", lambda: started.append(("demo",)) or 0)
    monkeypatch.setattr(
        "tvaerfaglig.tour.run", lambda folder: started.append(("tour", folder)) or 0
    )
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(commands.system_libraries, "missing", lambda _: ())
    return started


@pytest.mark.parametrize(
    ("words", "screen", "expected"),
    [
        ([], ":0", ("start",)),
        (["open", "et/sted"], ":0", ("start", Path("et/sted"))),
        (["demo"], ":0", ("demo",)),
        (["demo", "--tour", "ud"], ":0", ("tour", Path("ud"))),
        (["demo"], "", ("tour", Path("tvaerfaglig-demo"))),
        (["demo", "--tour", "ud"], "", ("tour", Path("ud"))),
    ],
)
def test_what_each_command_opens(monkeypatch, words, screen, expected):
    """Without a screen the demo is the tour, and its pictures are drawn in memory."""
    started = _stand_in(monkeypatch, {"DISPLAY": screen} if screen else {})
    assert commands.main(words) == 0
    assert started == [expected]
    assert os.environ.get("QT_QPA_PLATFORM", "") == ("" if screen else "offscreen")


@pytest.mark.parametrize("words", [[], ["open", "et/sted"], ["demo"]])
def test_windows_that_cannot_open_say_what_is_missing(monkeypatch, capsys, words):
    """Before Qt is asked, which would end the program without a word."""
    started = _stand_in(monkeypatch, {"DISPLAY": ":0"})
    lacks = commands.system_libraries.ALWAYS[:1]
    monkeypatch.setattr(commands.system_libraries, "missing", lambda _: lacks)
    assert commands.main(words) == 1
    assert started == []
    assert "sudo apt install libegl1" in capsys.readouterr().err


def test_beside_an_open_vault_one_may_look_and_copy_but_not_rebuild(vault, run, world, tmp_path):
    """`verify` and `backup` work while Yusuf is in; `rebuild` and `restore` over it say whose it is."""
    taken = holding.hold(vault, "Yusuf Demir", SystemClock())
    run("verify", vault)
    run("backup", vault, tmp_path / "kopier")
    copy = next((tmp_path / "kopier").iterdir())
    for words in (("rebuild", vault), ("restore", copy, vault)):
        assert "Boksen er åben hos Yusuf Demir" in run(*words, code=1).err
    taken.release()
    run("rebuild", vault)
    assert not (vault / holding.FILE).exists()


def test_the_leaders_password_opens_nothing_here(vault, run, world, tmp_path):
    """A first password is for the window, where one's own is chosen; not for a way round it."""
    first = "blåbær havnefront uldtråd mandag"
    staffing.reset_password(world.session("hanne"), "yusuf", first)
    world.close()
    (tmp_path / "kode.txt").write_text(first + "\n", encoding="utf-8")
    for words in (("verify", vault), ("backup", vault, tmp_path / "kopier"), ("rebuild", vault)):
        assert "vælg din egen" in run(*words, code=1, user="Yusuf Demir").err
    assert not (tmp_path / "kopier").exists()
