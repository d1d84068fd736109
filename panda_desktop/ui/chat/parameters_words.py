"""The parameters of a chat in a few words, and numbers as people write them.

Promise: what is not set is not said, and a number is read with a point or a comma, whatever the locale.
"""

import math
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale

from panda_desktop.domain.chat import Conversation, Parameters
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.presets import Preset
from panda_desktop.ui.numerals import briefly, locale


def summary(asked: Conversation | Preset | None) -> str:
    """Says what is set: “Temperature 0.7 · 2 more”; empty when nothing is."""
    return _in_short(_said(asked))


def parameters_summary(parameters: Parameters) -> str:
    """Says which parameters are set, in the same way."""
    return _in_short(_said_of(parameters))


def count_set(asked: Conversation | None) -> int:
    """Returns how many things are set."""
    return len(_said(asked))


def _in_short(found: list[str]) -> str:
    if len(found) < 2:
        return "".join(found)
    more = QCoreApplication.translate("ParametersWords", "{first} · {count} more")
    return more.format(first=found[0], count=len(found) - 1)


def _said(asked: Conversation | Preset | None) -> list[str]:
    if asked is None:
        return []
    found = _said_of(asked.parameters)
    if asked.system_prompt.strip():
        found.append(QCoreApplication.translate("ParametersWords", "System prompt"))
    return found


def _said_of(parameters: Parameters) -> list[str]:
    found = []
    if parameters.temperature is not None:
        words = QCoreApplication.translate("ParametersWords", "Temperature {value}")
        found.append(words.format(value=shown_number(parameters.temperature)))
    if parameters.top_p is not None:
        words = QCoreApplication.translate("ParametersWords", "Top P {value}")
        found.append(words.format(value=shown_number(parameters.top_p)))
    if parameters.max_tokens is not None:
        words = QCoreApplication.translate("ParametersWords", "At most {count} tokens")
        found.append(words.format(count=QLocale().toString(parameters.max_tokens)))
    return found


def shown_number(number: float | None) -> str:
    """Writes a number as briefly as it can be; empty for none."""
    return "" if number is None else briefly(number)


def read_float(text: str) -> float | None:
    """Reads a number; empty is None.

    Raises:
        ValueError: it is none.
    """
    written = text.strip().replace(locale().decimalPoint(), ".").replace(",", ".")
    if not written:
        return None
    number = float(written)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def read_whole(text: str) -> int | None:
    """Reads a whole number; spaces between its digits do not matter; empty is None.

    Raises:
        ValueError: it is none.
    """
    written = "".join(text.split())
    return int(written) if written else None


def fits(parameters: Parameters) -> PandaError | None:
    """Returns what is wrong with a set of parameters, or None."""
    try:
        parameters.check()
    except PandaError as error:
        return error
    return None


Reader = Callable[[str], float | None]
"""Reads what was typed into a field of a number."""
