"""The keys of the program, once: what they do and how they are told on F1."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Key:
    """What is pressed, what it does in words, and the name the shell knows it by."""

    name: str
    words: str
    sequences: tuple[str, ...]

    @property
    def shown(self) -> str:
        """As it stands on a Danish keyboard."""
        first = self.sequences[0]
        for said, written in (
            ("Return", "Enter"),
            ("Escape", "Esc"),
            ("PgDown", "PgDn"),
            ("Shift", "Skift"),
        ):
            first = first.replace(said, written)
        return first.replace("Ctrl++", "Ctrl og +").replace("Ctrl+-", "Ctrl og -")


LOCK = Key("lock", "lås", ("Ctrl+L",))
HIDE = Key("hide", "skjul skærmen; en tast henter alt frem igen", ("F9", "Ctrl+Shift+H"))
KEYS = (
    Key("new_observation", "ny observation", ("Ctrl+N",)),
    Key("find", "søg eller gør noget", ("Ctrl+K",)),
    Key("akut", "Akut", ("Ctrl+Shift+A",)),
    LOCK,
    HIDE,
    Key("primary", "gem, eller hvad den fyldte knap siger", ("Ctrl+Return", "Ctrl+Enter")),
    Key("save", "gem en version nu", ("Ctrl+S",)),
    Key("print", "udskriv (forhåndsvisning)", ("Ctrl+P",)),
    Key("find_here", "find på denne side", ("Ctrl+F",)),
    Key("next_column", "næste kolonne: steder, liste, side, panel", ("F6",)),
    Key("previous_column", "forrige kolonne", ("Shift+F6",)),
    Key("help", "alle taster og hjælp til denne side", ("F1",)),
    Key("larger", "større tekst", ("Ctrl++", "Ctrl+=")),
    Key("smaller", "mindre tekst", ("Ctrl+-",)),
    Key("normal_size", "normal tekst", ("Ctrl+0",)),
    Key("back", "luk det øverste, ellers tilbage", ("Escape",)),
)
ELSEWHERE = (
    Key("undo", "fortryd i feltet", ("Ctrl+Z",)),
    Key("next_question", "næste spørgsmål, og hen til dets ord", ("F8",)),
    Key("previous_question", "forrige spørgsmål", ("Shift+F8",)),
    Key("put_instead", "skriv det, spørgsmålet foreslår", ("Ctrl+.",)),
    Key("next_spelling", "næste ord, ordbogen ikke kender, og forslag til det", ("F7",)),
    Key("news", "hen til det nye siden sidste underretning", ("Ctrl+Shift+Y",)),
    Key("propose", "foreslå en anden ordlyd i en underretning", ("Ctrl+Shift+O",)),
    Key("evidence", "hen til belægget; Enter sætter ind", ("Ctrl+B",)),
    Key("open_claim", "næste sætning i vurderingen uden belæg", ("Ctrl+Shift+B",)),
    Key("next_part", "næste afsnit eller trin", ("Ctrl+PgDown",)),
    Key("previous_part", "forrige afsnit eller trin", ("Ctrl+PgUp",)),
)
