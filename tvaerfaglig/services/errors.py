"""Refusals in plain Danish: what cannot be done here, and what to do instead."""

from __future__ import annotations

from tvaerfaglig.domain.errors import ForPeople


class ServiceError(ForPeople):
    """Bad input or a missing permission. The message is for the person at the screen."""


class NotAllowed(ServiceError):
    """The person may not do this to that child or record."""


class NotFound(ServiceError):
    """There is no such record, or its words were erased."""


class Unclear(ServiceError):
    """What was typed cannot be kept as it stands; the text stays in its field."""


class Stopped(ServiceError):
    """The person pressed stop; nothing of it was kept."""
