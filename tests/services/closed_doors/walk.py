"""Every public service there is, in every room: what a window can ask for is a function that takes a session.

Services that are given a vault or a page instead have nobody to ask for, and no window has a vault.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

import tvaerfaglig.services

Service = Callable[..., Any]
_ROOT = tvaerfaglig.services.__name__ + "."


def asked_about_something() -> dict[str, Service]:
    """Those that take a session and something more: by room and name."""
    return {name: made for name, made in _all() if len(_takes(made)) > 1}


def asked_nothing() -> dict[str, Service]:
    """Those that take the session alone."""
    return {name: made for name, made in _all() if len(_takes(made)) == 1}


def _all() -> Iterator[tuple[str, Service]]:
    for info in pkgutil.walk_packages(tvaerfaglig.services.__path__, _ROOT):
        module = importlib.import_module(info.name)
        for name, made in vars(module).items():
            own = inspect.isfunction(made) and made.__module__ == info.name
            if own and name[0] != "_" and _takes(made)[:1] in (["session"], ["_session"]):
                yield f"{info.name.removeprefix(_ROOT)}.{name}", made


def _takes(made: Service) -> list[str]:
    return list(inspect.signature(made).parameters)
