"""The days of an effort: planned, called, written about and counted; its visits and its hours.

Rooms of an effort's page (`ui.indsatser.rooms`): "ID:dage", "ID:dag:SESSION", "ID:opraab:SESSION[:ENROLMENT]",
"ID:dagsplan", "ID:fremmoede", "ID:besoeg", "ID:besoegsplan", "ID:timer".
"""

from __future__ import annotations

DAYS, DAY, ROLL, PLAN, ATTENDANCE = "dage", "dag", "opraab", "dagsplan", "fremmoede"
VISITS, VISIT_PLAN, HOURS = "besoeg", "besoegsplan", "timer"
