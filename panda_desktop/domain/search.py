"""What is searched for and what was found.

Promise: any text is a query; what cannot be searched is left out, never an error.

A query is words that must all be there. Words in quotes (also “these”) stand together in that order, and so
do the parts of a word that punctuation divides (`don't`, `foo.bar`) and the characters of Chinese text. The
last word is the beginning of one while it is being typed: until a space or the closing quote follows it.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from panda_desktop.domain.chat import Role
from panda_desktop.domain.folding import stands_alone, words

QUERY_LENGTH: Final = 1_000
"""Characters of a query that are read."""
QUERY_WORDS: Final = 64
"""Folded words of a query that are searched."""
PAGE_SIZE: Final = 50
"""Hits that are asked for at a time."""

_QUOTE: Final = re.compile('["“”„«»]')


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words that stand together; with `prefix` the last one may go on."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of plain text on one line; `ranges` are (start, end) in characters, in order, apart."""

    text: str
    ranges: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One message, or one conversation by its title.

    Attributes:
        conversation_id: where it is.
        message_id: the message, perhaps on a branch that is not shown; None for a title.
        role: who wrote the message; None for a title.
        time: aware UTC of the message, or of the last message of the conversation.
        title: of the conversation.
        snippet: the words around the first place, or the title.
        archived: the conversation is in the archive.
        trashed: the conversation is in the trash.
    """

    conversation_id: str
    message_id: str | None
    role: Role | None
    time: datetime
    title: str
    snippet: Snippet
    archived: bool = False
    trashed: bool = False


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The best hits: titles first, then messages.

    Attributes:
        hits: at most as many as were asked for.
        more: there are others.
        complete: everything is in the index; False while older messages are still being taken in.
    """

    hits: tuple[SearchHit, ...] = ()
    more: bool = False
    complete: bool = True


def parse(text: str) -> tuple[Term, ...]:
    """Returns what must be found, all of it; empty when there is nothing to search for."""
    text = text[:QUERY_LENGTH]
    terms: list[Term] = []
    left = QUERY_WORDS
    parts = _QUOTE.split(text)
    for place, part in enumerate(parts):
        for chunk in [part] if place % 2 else part.split():
            if found := words(chunk)[:left]:
                left -= len(found)
                terms.append(Term(found))
    is_typing = bool(parts[-1]) and not parts[-1][-1].isspace() and bool(words(parts[-1].split()[-1]))
    if terms and is_typing and left and not stands_alone(terms[-1].words[-1]):
        terms[-1] = Term(terms[-1].words, prefix=True)
    return tuple(dict.fromkeys(terms))
