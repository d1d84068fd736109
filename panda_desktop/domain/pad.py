"""The completion pad: one text that a model writes on (API reference, `POST /v1/completions`, legacy).

Promise: what the person wrote is never changed; what the model wrote stands behind it.
"""

from dataclasses import dataclass

from panda_desktop.domain.chat import MessageState, Parameters, Receipt, Usage
from panda_desktop.domain.errors import ErrorDetail, ErrorKind


@dataclass(frozen=True, slots=True)
class Pad:
    """The pad as it is.

    Attributes:
        text: all of it: what was written and what was continued.
        given: characters of `text` that were there when the model was asked; the rest is its own.
        model: the model asked, or to be asked.
        parameters: sampling parameters.
        state: `DONE` when nothing is coming; else see `MessageState`.
        served_model: the model the last answer named, or empty.
        finish_reason: as the gateway sent it, or empty.
        error: what cut or refused the last continuation; None otherwise.
        error_detail: what the other side said.
        usage: tokens of the last continuation, when the gateway counted.
        receipt: time and cost of the last continuation.
    """

    text: str = ""
    given: int = 0
    model: str = "auto"
    parameters: Parameters = Parameters()
    state: MessageState = MessageState.DONE
    served_model: str = ""
    finish_reason: str = ""
    error: ErrorKind | None = None
    error_detail: ErrorDetail | None = None
    usage: Usage | None = None
    receipt: Receipt | None = None

    @property
    def is_writing(self) -> bool:
        """A continuation is coming."""
        return not self.state.is_final

    @property
    def prompt(self) -> str:
        """What was there when the model was asked."""
        return self.text[: self.given]

    @property
    def continuation(self) -> str:
        """What the model wrote."""
        return self.text[self.given :]
