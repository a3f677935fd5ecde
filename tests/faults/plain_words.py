"""What a person may be told when something broke: plain Danish that says what happened and what to do."""

from __future__ import annotations

import re

from tvaerfaglig.domain.errors import ForPeople

_NOT_FOR_PEOPLE = re.compile(
    r"\b(fejl|venligst|ugyldig|error|exception|errno|traceback|sqlite|sqlcipher|none|null|pragma|database)\b"
    r"|[!<>{}\[\]]|(?<!\w)/\w|\w\\\w",
    re.IGNORECASE,
)
_WHAT_TO_DO = re.compile(
    r"\b(bed|brug|få|gem|genstart|giv|gør|hent|klip|kør|luk|læg|lås|opdatér|prøv|prøver|ret|se|sig|skriv|sluk|"
    r"spørg|stil|tag|tøm|vent|vælg|flyt|åbn|formindsk|er det den rigtige fil|så prøver vi|så låser vi|"
    r"er fint|ligger den der endnu)\b",
    re.IGNORECASE,
)


def plain(refusal: BaseException | str) -> str:
    """The sentence, once it is found to be one for people: not the machine's words, and with advice in it."""
    assert isinstance(refusal, ForPeople | str), f"not meant for people: {refusal!r}"
    words = str(refusal)
    assert re.match(r"[A-ZÆØÅ»]|[\w-]+\.toml ", words), words
    assert words.endswith((".", "?")), words
    assert not _NOT_FOR_PEOPLE.search(words), words
    assert _WHAT_TO_DO.search(words), words
    return words
