"""A pack as the text of its file, so that it can be edited by hand and read again as the same pack."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tvaerfaglig.domain.packs.pack import Pack
from tvaerfaglig.domain.packs.reading import FORMAT

HEAD = """\
# Skabelonpakke til Tværfaglig. Ret den i et almindeligt tekstprogram, og hent den ind igen under
# Indstillinger › Skabeloner. Programmet viser, hvad der ændrer sig, før den tages i brug.
# Intet her kan gøre noget til en betingelse: en underretning kan altid afsluttes og sendes.
"""


def pack_toml(pack: Pack) -> str:
    return HEAD + "\n".join(_lines(pack)) + "\n"


def _lines(pack: Pack) -> Iterator[str]:
    yield f"pakke = {FORMAT}"
    yield from _texts(id=pack.id, navn=pack.name, udgave=pack.edition)
    yield from _texts(om=pack.about, kilde=pack.source)
    yield f"kontrolleret = {pack.checked_on.isoformat()}"
    yield from _texts(af=pack.checked_by, titel=pack.title)
    yield f"forslag = {_flag(pack.proposals)}"
    yield f"spoerg_til_forslag = {_flag(pack.asks_proposals)}"
    yield f"set_af_foraeldre = {_flag(pack.seen_by_parents)}"
    yield f"raekkefoelge = {_list(pack.order)}"
    yield f"raekkefoelge_papir = {_list(pack.paper_order)}"
    yield f"udelad = {_list(pack.left_out)}"
    yield f"beder_om = {_list(pack.wanted)}"
    yield f"spoergsmaal_fra = {_list(pack.questions_off)}"
    for words in pack.sections:
        yield from ("", "[[afsnit]]")
        yield from _texts(
            id=words.id, skaerm=words.screen, papir=words.paper, vejledning=words.guidance
        )
    for field in pack.fields:
        yield from ("", "[[felt]]")
        yield from _texts(id=field.id, navn=field.label, papir=field.paper, hjaelp=field.help)
    for own in pack.own_fields:
        yield from ("", "[[eget_felt]]", *_texts(afsnit=own.section, navn=own.label))
    for ground in pack.grounds:
        yield from ("", "[[grund]]")
        yield from _texts(
            id=ground.id, ord=ground.word, henvisning=ground.cite, kilde=ground.source
        )
    for number in pack.numbers:
        yield from ("", "[[nummer]]")
        yield from _texts(navn=number.name, nummer=number.number, hvornaar=number.when)
    for deadline in pack.deadlines:
        yield from ("", "[[frist]]", *_texts(navn=deadline.name))
        yield from (f"dage = {deadline.days}", *_texts(taelles=deadline.counting.value))


def _texts(**said: str) -> Iterator[str]:
    """Those that say anything; one line each, line breaks written as they are in TOML."""
    return (f"{key} = {_quoted(text)}" for key, text in said.items() if text)


def _quoted(text: str) -> str:
    """JSON's escapes are a subset of TOML's basic strings, but for DEL, which TOML wants escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _list(ids: tuple[str, ...]) -> str:
    return f"[{', '.join(_quoted(one) for one in ids)}]"


def _flag(value: bool) -> str:
    return "true" if value else "false"
