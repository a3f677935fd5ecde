"""The command line: start the program, show the demo, and look after a vault without a window."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tvaerfaglig import logs, system_libraries, text_command
from tvaerfaglig.domain.danish import clock, count, day
from tvaerfaglig.domain.errors import ForPeople

if TYPE_CHECKING:
    from tvaerfaglig.services.vault.keeping import Check, Report
    from tvaerfaglig.store.opened import Opened

_TOUR = Path("tvaerfaglig-demo")
_ABOUT = """\
Tværfaglig: day-care staff (dagtilbud) log what they see of a child (observation), hold consultations
(konsultation) and write notifications to the municipality (underretning), in an encrypted vault (boks).
"""
_OURS = (
    "Noget gik galt i Tværfaglig, og det var os og ikke dig. Prøv igen. Sker det igen, så send linjen ovenfor "
    "til dem, der passer programmet; der står ingen navne og ingen tekst i den."
)
_SHOWN = 10  # flaws of one kind that are listed


def main(arguments: Sequence[str]) -> int:
    """Run one command; the answer is the process's exit code. What people read is Danish."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    chosen = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = chosen.run
    try:
        return run(chosen)
    except ForPeople as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except (KeyboardInterrupt, EOFError):
        print("\nAfbrudt.", file=sys.stderr)
        return 130
    except ImportError:
        raise  # something is not installed: main.py says which
    except Exception as trouble:  # noqa: BLE001 - what it says may hold a name; its places do not
        logs.note(trouble)
        print(_OURS, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="main.py", description=_ABOUT)
    parser.set_defaults(run=_start)
    commands = parser.add_subparsers(metavar="COMMAND", title="without a command the program opens")
    _add_opening(commands)
    _add_caring(commands)
    text_command.add_to(commands)
    return parser


def _add_opening(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The program with its windows, on a vault or on the invented world."""
    at = commands.add_parser("open", help="open the program on the vault in a folder")
    at.add_argument("vault", metavar="VAULT", type=Path, help="the vault's folder")
    at.set_defaults(run=_open)
    demo = commands.add_parser("demo", help="open an invented, throw-away world")
    demo.add_argument(
        "--tour",
        metavar="DIR",
        type=Path,
        help="run the guided tour instead and leave its pictures, PDFs and vault in DIR "
        f"(without a display this is what happens, in ./{_TOUR}/)",
    )
    demo.set_defaults(run=_demo)


def _add_caring(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """What is done to a vault without opening it: looked through, made anew, copied, put back."""
    verify = _on_vault(
        commands,
        "verify",
        _verify,
        "check pages, chain, signatures, texts and tables of a vault or of a backup; exit code 1 if not ok",
    )
    verify.add_argument("vault", metavar="VAULT", type=Path, help="the vault's folder")
    rebuild = _on_vault(
        commands, "rebuild", _rebuild, "make the tables that pages read anew from the log"
    )
    rebuild.add_argument("vault", metavar="VAULT", type=Path, help="the vault's folder")
    backup = _on_vault(
        commands, "backup", _backup, "copy a vault, proven, into a new folder in DIR"
    )
    backup.add_argument("vault", metavar="VAULT", type=Path, help="the vault's folder")
    backup.add_argument("dir", metavar="DIR", type=Path, help="where the copies lie")
    backup.add_argument(
        "--keep",
        action="store_true",
        help="then take away what newer copies in DIR cover: the last of each of seven days and four weeks stay",
    )
    restore = _on_vault(
        commands,
        "restore",
        _restore,
        "put a backup back in an empty place; what was erased since is erased again",
    )
    restore.add_argument("vault", metavar="BACKUP", type=Path, help="the copy's folder")
    restore.add_argument("place", metavar="VAULT", type=Path, help="an empty or new folder")
    restore.add_argument(
        "--manifest",
        metavar="FILE",
        type=Path,
        help="the newest manifest.json (or copy) there is: what it knows to be erased is erased again",
    )


def _on_vault(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    about: str,
) -> argparse.ArgumentParser:
    """A command that unlocks a vault: asks for name and password unless they are handed in."""
    command = commands.add_parser(name, help=about, description=about)
    command.add_argument(
        "--user", metavar="NAME", help="as on the lock screen; asked for if left out"
    )
    command.add_argument(
        "--password-file", metavar="FILE", type=Path, help="its first line is the password"
    )
    command.set_defaults(run=run)
    return command


# windows


def _start(_: argparse.Namespace) -> int:
    _require_libraries()
    from tvaerfaglig.app import start

    return start()


def _open(chosen: argparse.Namespace) -> int:
    _require_libraries()
    from tvaerfaglig.app import start

    return start(chosen.vault)


def _demo(chosen: argparse.Namespace) -> int:
    shown = system_libraries.has_display(os.environ)
    if chosen.tour is None and shown:
        _require_libraries()
        from tvaerfaglig.app import start_demo

        return start_demo()
    if not shown:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _require_libraries()
    from tvaerfaglig.tour import run

    return run(chosen.tour or _TOUR)


def _require_libraries() -> None:
    lacks = system_libraries.missing(os.environ)
    if lacks:
        raise ForPeople(system_libraries.in_words(lacks))


# vaults


def _verify(chosen: argparse.Namespace) -> int:
    from tvaerfaglig.services.vault import keeping

    opened = _unlock(chosen)
    report = keeping.verify(chosen.vault, opened, _state(chosen.vault))
    print(f"Boksen i {chosen.vault}")
    for check, figures in _figures(report).items():
        flaws = report.of(check)
        verdict = (
            "ikke prøvet" if check in report.untried else "IKKE i orden" if flaws else "i orden"
        )
        print(f"  {check.value:<14}{verdict:<14}{figures}")
        for flaw in flaws[:_SHOWN]:
            print(f"    – {flaw.what}" + (f" (hændelse {flaw.event})" if flaw.event else ""))
        if len(flaws) > _SHOWN:
            print(f"    – og {len(flaws) - _SHOWN} til")
    print(f"Hoved: {report.head}")
    print(
        "Alt er, som det blev skrevet."
        if report.sound
        else "Noget er ikke, som det blev skrevet. Behold boksen, som den er, og hent hjælp."
    )
    return 0 if report.sound else 1


def _figures(report: Report) -> dict[Check, str]:
    from tvaerfaglig.services.vault.keeping import Check

    events = count(report.events, "hændelse", "hændelser")
    noted = "ikke åbnet her før" if Check.HEAD in report.untried else "som noteret uden for boksen"
    return {
        Check.PAGES: count(report.pages, "side", "sider"),
        Check.CHAIN: f"{events} i {count(report.streams, 'strøm', 'strømme')}",
        Check.SIGNATURES: f"{events} fra {count(report.devices, 'enhed', 'enheder')}",
        Check.WORDS: f"{count(report.bodies, 'tekst', 'tekster')}, "
        f"{count(report.blobs, 'bilag', 'bilag')}, {count(report.erased, 'slettet', 'slettede')}",
        Check.TABLES: "lavet af en anden udgave af programmet; åbn boksen først"
        if Check.TABLES in report.untried
        else f"{count(report.records, 'række', 'rækker')}, bygget om og sammenlignet",
        Check.HEAD: noted,
    }


class _Progress:
    """How far a long work has come, on one line, each hundredth once; nothing where nobody looks on."""

    def __init__(self) -> None:
        self._last = -1

    def __call__(self, done: int, total: int) -> None:
        hundredth = done * 100 // total if total else 100
        if hundredth != self._last and sys.stderr.isatty():
            self._last = hundredth
            end = "\n" if done >= total else ""
            print(f"\rBygger om: {hundredth} %", end=end, file=sys.stderr, flush=True)


def _rebuild(chosen: argparse.Namespace) -> int:
    from tvaerfaglig.services.clock import SystemClock
    from tvaerfaglig.services.lock import holding
    from tvaerfaglig.services.vault import keeping

    opened, clock = _unlock(chosen), SystemClock()
    hold = holding.hold(chosen.vault, "kommandolinjen", clock)
    try:
        same = keeping.rebuild(chosen.vault, opened, clock, _state(chosen.vault), _Progress())
    finally:
        hold.release()
    print(
        "Tabellerne er bygget om. " + ("De stod rigtigt." if same else "Nu svarer de til loggen.")
    )
    return 0


def _backup(chosen: argparse.Namespace) -> int:
    from tvaerfaglig.services.clock import SystemClock
    from tvaerfaglig.services.vault import keeping

    opened = _unlock(chosen)
    made = keeping.backup_vault(chosen.vault, opened, chosen.dir, SystemClock())
    gone = keeping.keep_few(made, SystemClock()) if chosen.keep else []
    print(f"Sikkerhedskopien er skrevet, åbnet og efterset: {made}")
    if gone:
        print(f"{count(len(gone), 'gammel kopi', 'gamle kopier')} er taget væk.")
    return 0


def _restore(chosen: argparse.Namespace) -> int:
    from tvaerfaglig.services.clock import SystemClock
    from tvaerfaglig.services.copying import bringing_back
    from tvaerfaglig.services.lock import holding
    from tvaerfaglig.services.vault import keeping

    taken = holding.who(chosen.place, SystemClock())
    if taken is not None:
        raise ForPeople(holding.in_words(taken, SystemClock()))
    opened = _unlock(chosen)
    state = _state(chosen.place)
    if chosen.manifest is not None:
        since = bringing_back.erasures(chosen.vault, state, chosen.manifest).since
        if since:
            print(f"Kopien er ældre end {count(since, 'sletning', 'sletninger')}.")
    done = keeping.restore(
        chosen.vault, chosen.place, opened, SystemClock(), state, newer=chosen.manifest
    )
    written = datetime.fromisoformat(done.written_at)
    print(
        f"Boksen fra {day(written.date())} kl. {clock(written.time())} ligger nu i {done.folder}."
    )
    print(f"Loggen har {count(done.events, 'hændelse', 'hændelser')}.")
    if done.erased_again:
        print(
            f"{count(done.erased_again, 'tekst', 'tekster')} var slettet siden og er slettet igen."
        )
    return 0


def _state(folder: Path) -> Path:
    """This computer's own notes; a demo keeps its in a folder beside its vault."""
    from tvaerfaglig.services.demo import world as demo
    from tvaerfaglig.services.lock import door as lock_door

    place = folder.absolute()
    return place.parent / "state" if demo.read_logins(place) else lock_door.state_dir()


def _unlock(chosen: argparse.Namespace) -> Opened:
    from tvaerfaglig.services.lock import door as lock_door
    from tvaerfaglig.services.vault import keeping

    if not lock_door.is_vault(chosen.vault):
        raise ForPeople(f"Der ligger ingen boks i {chosen.vault}.")
    door = lock_door.look(chosen.vault)
    name, password = _log_in(chosen, demo=door.demo)
    person = [one for one in door.people if one.name.casefold() == name.strip().casefold()]
    if not person:
        names = ", ".join(one.name for one in door.people)
        raise ForPeople(f"Der er ingen nøgle til {name.strip()}. Nøgler er der til {names}.")
    opened = keeping.open_keys(chosen.vault, person[0].id, password)
    if opened.must_change:
        raise ForPeople(
            "Adgangskoden er kun til første gang. Lås op i programmet, og vælg din egen."
        )
    return opened


def _log_in(chosen: argparse.Namespace, *, demo: bool) -> tuple[str, str]:
    """Handed in, or read beside a demo's vault, or asked for."""
    if demo and not chosen.user and not chosen.password_file:
        from tvaerfaglig.services.demo.world import read_logins

        leaders = [
            one for one in read_logins(chosen.vault.absolute()) if one.role.startswith("leder")
        ]
        if leaders:
            return leaders[0].name, leaders[0].password
    from getpass import getpass

    name = chosen.user or input("Navn: ")
    if not chosen.password_file:
        return name, getpass("Adgangskode: ")
    try:
        lines = chosen.password_file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as reason:
        raise ForPeople(f"Filen {chosen.password_file} kan ikke læses.") from reason
    return name, lines[0] if lines else ""
