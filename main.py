"""Start Tværfaglig: `main.py --help` says with what.

Kept in words that also an old Python can read, so that it can say what is missing instead of a traceback.
"""

from __future__ import annotations

import sys

OLDEST = (3, 11)


def main() -> int:
    if sys.version_info < OLDEST:
        print(
            "Tværfaglig skal bruge Python 3.11 eller nyere. Her er " + sys.version.split()[0] + "."
        )
        return 1
    try:
        from tvaerfaglig import logs
        from tvaerfaglig.commands import main as run

        logs.install()
        return run(sys.argv[1:])
    except ImportError as missing:
        return _say(missing)


def _say(missing: ImportError) -> int:
    """A part of the program itself is a fault of ours; anything else was not installed."""
    name = missing.name or ""
    if name.split(".")[0] in {"", "tvaerfaglig"} and "shared object" not in str(missing):
        raise missing
    print(
        f"Noget af det, Tværfaglig bygger på, er ikke installeret her ({name or missing}).\n"
        "Kør programmet med uv, så hentes det:\n"
        "  pip install uv\n"
        "  uv run main.py demo",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
