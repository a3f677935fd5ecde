"""The door says once where a vault lies badly."""

from __future__ import annotations

import shutil

from tvaerfaglig.services.clock import SystemClock
from tvaerfaglig.services.vault import whereabouts
from tvaerfaglig.ui.doorway import Doorway
from tvaerfaglig.ui.tasks import Tasks


class Kept(dict):
    def value(self, key, default=None):
        return self.get(key, default)

    def setValue(self, key, value):
        self[key] = value


def test_the_door_says_it_once_for_each_place(qtbot, qapp, world, tmp_path):
    """The first time a sentence above nothing that hinders; the second time not; in a new place again."""
    settings = Kept()

    tasks = Tasks()

    def at_the_door(folder):
        door = Doorway(
            folder, SystemClock(), settings=settings, logins={}, state=world.state, tasks=tasks
        )
        qtbot.addWidget(door)
        door.open()
        return door.page()

    cloud = shutil.copytree(world.folder, tmp_path / "OneDrive - Fjordby" / "boks")
    assert at_the_door(world.folder).where.isHidden()
    page = at_the_door(cloud)
    assert page.where.isVisible()
    assert page.where.words() == whereabouts.VAULT_IN_A_CLOUD
    assert page.go.isEnabled()
    assert at_the_door(cloud).where.isHidden()
    other = shutil.copytree(world.folder, tmp_path / "Dropbox" / "boks")
    assert at_the_door(other).where.isVisible()
    tasks.close()
