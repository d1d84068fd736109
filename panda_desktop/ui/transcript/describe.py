"""Says in words what a message is: who answers, how it ended, what can be done with it.

Promise: every sentence names what happened and, as a button, the next step.
"""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from panda_desktop.domain.chat import Message, MessageState, Role
from panda_desktop.domain.models import SMART_ROUTES
from panda_desktop.ui.transcript.contract import Row
from panda_desktop.ui.transcript.specs import (
    RECEIPT_GAP,
    Action,
    DaySpec,
    FooterSpec,
    HeaderSpec,
    NoteSpec,
    ReasoningSpec,
    Tone,
    WaitingSpec,
)
from panda_desktop.ui.wording import duration, joined, money

ErrorSentence = Callable[[Message], str]
"""Gives the sentence for the error of a message."""


def day(of: date) -> DaySpec:
    """Names a day."""
    today = date.today()
    if of == today:
        return DaySpec(QCoreApplication.translate("Transcript", "Today"))
    if (today - of).days == 1:
        return DaySpec(QCoreApplication.translate("Transcript", "Yesterday"))
    shown = QLocale().toString(QDate(of.year, of.month, of.day), QLocale.FormatType.LongFormat)
    return DaySpec(shown)


def header(message: Message) -> HeaderSpec | None:
    """Names the model that answers; None for the person's messages."""
    if message.role is not Role.ASSISTANT:
        return None
    served = message.served_model or message.model
    if not served:
        return HeaderSpec(QCoreApplication.translate("Transcript", "Answer"), "")
    route = ""
    if message.served_model and message.model and message.served_model != message.model:
        if message.model in SMART_ROUTES:
            route = QCoreApplication.translate("Transcript", "chosen by {route}").format(route=message.model)
        else:
            route = QCoreApplication.translate("Transcript", "asked for {model}").format(model=message.model)
    return HeaderSpec(served, route)


def reasoning(message: Message, *, opened: bool, elapsed: float) -> ReasoningSpec | None:
    """Describes the thinking; `elapsed` counts while it goes on."""
    if not message.reasoning:
        return None
    thinking = not message.state.is_final and not message.text
    if thinking:
        text = QCoreApplication.translate("Transcript", "Thinking · {time}").format(time=duration(elapsed))
    elif message.reasoning_s is not None:
        time = duration(max(1.0, message.reasoning_s))
        text = QCoreApplication.translate("Transcript", "Thought for {time}").format(time=time)
    else:
        text = QCoreApplication.translate("Transcript", "Thoughts")
    return ReasoningSpec(text, opened)


def waiting(message: Message, *, elapsed: float, phase: int) -> WaitingSpec | None:
    """Says what is waited for while no text has come."""
    if message.state.is_final or message.text or message.reasoning or message.role is not Role.ASSISTANT:
        return None
    text = QCoreApplication.translate("Transcript", "Waiting for the gateway · {time}")
    return WaitingSpec(text.format(time=duration(elapsed)), phase)


def notes(message: Message, sentence: ErrorSentence) -> list[NoteSpec]:
    """Says how an answer ended when it did not end well."""
    if message.role is not Role.ASSISTANT:
        return []
    again = Action("retry", QCoreApplication.translate("Transcript", "Try again"))
    go_on = Action("continue", QCoreApplication.translate("Transcript", "Continue"))
    match message.state:
        case MessageState.FAILED:
            return [NoteSpec(sentence(message), Tone.DANGER, (again,))]
        case MessageState.INTERRUPTED:
            text = QCoreApplication.translate("Transcript", "Interrupted.")
            if message.error is not None:
                text = joined(text, sentence(message))
            actions = (go_on, again) if message.text else (again,)
            return [NoteSpec(text, Tone.WARNING, actions)]
        case MessageState.STOPPED:
            text = QCoreApplication.translate("Transcript", "Stopped by you.")
            return [NoteSpec(text, Tone.MUTED, (go_on,) if message.text else (again,))]
        case MessageState.DONE:
            return _ending(message, go_on, again)
    return []


def _ending(message: Message, go_on: Action, again: Action) -> list[NoteSpec]:
    reason = message.finish_reason
    if reason == "length":
        text = QCoreApplication.translate("Transcript", "Cut at the length limit.")
        return [NoteSpec(text, Tone.WARNING, (go_on,))]
    if reason == "content_filter":
        text = QCoreApplication.translate("Transcript", "Ended by the gateway's content filter.")
        return [NoteSpec(text, Tone.WARNING, (again,))]
    if reason in ("tool_calls", "function_call"):
        text = QCoreApplication.translate(
            "Transcript",
            "The model asked for a tool, and this program has none. Ask it to answer without tools.",
        )
        return [NoteSpec(text, Tone.WARNING, (again,))]
    if reason not in ("", "stop"):
        text = QCoreApplication.translate("Transcript", "The gateway ended the answer with “{reason}”.")
        return [NoteSpec(text.format(reason=reason[:80]), Tone.MUTED, (go_on, again))]
    if not message.text:
        text = (
            QCoreApplication.translate("Transcript", "The model sent its thoughts but no answer text.")
            if message.reasoning
            else QCoreApplication.translate("Transcript", "The answer is empty.")
        )
        return [NoteSpec(text, Tone.WARNING, (again,))]
    return []


def footer(row: Row, *, last: bool) -> FooterSpec:
    """Describes the line under a message; `last` keeps it visible."""
    message = row.message
    mine = message.role is not Role.ASSISTANT
    actions = [Action("copy", QCoreApplication.translate("Transcript", "Copy"))]
    if message.state.is_final:
        actions.append(Action("edit", QCoreApplication.translate("Transcript", "Edit")))
        if not mine:
            actions.append(Action("regenerate", QCoreApplication.translate("Transcript", "Regenerate")))
        actions.append(Action("fork", QCoreApplication.translate("Transcript", "Fork")))
        actions.append(Action("delete", QCoreApplication.translate("Transcript", "Delete")))
    if not mine and row.sibling_count > 1:
        words = QCoreApplication.translate("Transcript", "Side by side")
        actions.insert(0, Action("beside", words))
    if not message.text:
        actions = [action for action in actions if action.id not in ("copy", "edit")]
    siblings = (row.sibling_index, row.sibling_count)
    return FooterSpec(siblings, tuple(actions), receipt(message), mine, last and not mine)


def receipt(message: Message) -> str:
    """Says what an answer took: tokens, first token, speed, money; what is not known is left out."""
    parts = []
    taken, usage = message.receipt, message.usage
    if usage is not None:
        text = QCoreApplication.translate("Transcript", "{count} tokens")
        if usage.completion_tokens == 1:
            text = QCoreApplication.translate("Transcript", "1 token")
        parts.append(text.format(count=QLocale().toString(usage.completion_tokens)))
    if taken is not None and taken.first_token_s is not None:
        first = QLocale().toString(taken.first_token_s, "f", 1)
        parts.append(QCoreApplication.translate("Transcript", "first {seconds} s").format(seconds=first))
        if usage is not None and taken.total_s is not None and usage.completion_tokens > 1:
            speed = usage.completion_tokens / max(0.05, taken.total_s - taken.first_token_s)
            text = QCoreApplication.translate("Transcript", "{speed} tok/s")
            parts.append(text.format(speed=QLocale().toString(round(speed))))
    if taken is not None and taken.cost is not None:
        cost = money(taken.cost, exact=True)
        if taken.cost_is_shared:
            cost = QCoreApplication.translate("Transcript", "{cost} with others").format(cost=cost)
        parts.append(cost)
    return RECEIPT_GAP.join(parts)


def spoken(row: Row) -> str:
    """Names a message for a screen reader: who, and in what state."""
    message = row.message
    if message.role is not Role.ASSISTANT:
        return QCoreApplication.translate("Transcript", "You")
    name = message.served_model or message.model or QCoreApplication.translate("Transcript", "Answer")
    match message.state:
        case MessageState.WAITING | MessageState.STREAMING:
            return QCoreApplication.translate("Transcript", "{model}, writing").format(model=name)
        case MessageState.STOPPED:
            return QCoreApplication.translate("Transcript", "{model}, stopped by you").format(model=name)
        case MessageState.INTERRUPTED:
            return QCoreApplication.translate("Transcript", "{model}, interrupted").format(model=name)
        case MessageState.FAILED:
            return QCoreApplication.translate("Transcript", "{model}, failed").format(model=name)
        case _:
            return name
