"""The first file that runs: what it says where something is missing, instead of a traceback."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import main
import tvaerfaglig

ROOT = Path(__file__).resolve().parents[1]


def run_without(*modules, command="verify"):
    """main.py in a process of its own where these cannot be imported."""
    code = (
        f"import sys, runpy; sys.path.insert(0, {str(ROOT)!r})\n"
        f"sys.modules.update(dict.fromkeys({modules!r}))\n"
        f"sys.argv = ['main.py', {command!r}, 'ingenting']\n"
        f"runpy.run_path({str(ROOT / 'main.py')!r}, run_name='__main__')\n"
    )
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("module", "command"),
    [("msgspec", "verify"), ("sqlcipher3", "verify"), ("sqlcipher3", "open"), ("argon2", "open")],
)
def test_something_not_installed_says_to_run_with_uv(module, command):
    """The name of what is missing, the two lines that fetch it, exit code 1; before there is a window."""
    done = run_without(module, command=command)
    assert done.returncode == 1
    assert "uv run main.py demo" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_fault_of_ours_is_not_dressed_up_as_something_else():
    """A module of the program that is missing is a broken program, and looks like one."""
    done = run_without("tvaerfaglig.services.lock.entering")
    assert "ModuleNotFoundError at" in done.stderr
    assert "uv run" not in done.stderr


def test_a_library_that_a_module_lacks_is_not_a_fault_of_ours(capsys):
    """Something we did not think of: the loader's own words, and what to try."""
    reason = "libXYZ.so.1: cannot open shared object file: No such file or directory"
    assert main._say(ImportError(reason)) == 1
    assert "libXYZ.so.1" in capsys.readouterr().err


def test_an_old_python_is_told_so(monkeypatch, capsys):
    """Before anything is imported that it could not read."""
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    assert main.main() == 1
    assert "Python 3.11 eller nyere" in capsys.readouterr().out


def test_an_old_python_can_read_it():
    """Nothing newer than 3.8 stands in the file."""
    ast.parse((ROOT / "main.py").read_text(encoding="utf-8"), feature_version=(3, 8))


def test_the_version_is_said_in_one_voice():
    """The vault's tables are made anew when it changes, so it must not be forgotten in one of two places."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == tvaerfaglig.__version__
