"""The failures the gateway answers with, in OpenAI's envelope.

Promise: every failure of the demo has a status, a type and a sentence, as the gateway's error table says.
"""

from dataclasses import dataclass, field
from decimal import ROUND_UP, Decimal
from typing import Any


@dataclass(slots=True)
class ApiFault(Exception):
    """A request that is answered with an error.

    Attributes:
        status: the HTTP status.
        type: the class of error in the envelope.
        message: the sentence in the envelope.
        code: the word programs look at, or None.
        param: the field of the request that is wrong, or None.
        headers: sent with the answer.
    """

    status: int
    type: str
    message: str
    code: str | None = None
    param: str | None = None
    headers: dict[str, str] = field(default_factory=dict)

    def envelope(self) -> dict[str, Any]:
        """Returns the body: `{"error": {"message", "type", "code", "param"}}`."""
        return {"error": {"message": self.message, "type": self.type, "code": self.code, "param": self.param}}


class CutConnection(Exception):
    """Ends the connection in the middle of an answer: the server closes the socket."""


def malformed(message: str, param: str | None = None) -> ApiFault:
    """A request that breaks a rule of the API: 400."""
    return ApiFault(400, "invalid_request_error", message, param=param)


def unauthorised(message: str) -> ApiFault:
    """No key, or one that is wrong: 401."""
    return ApiFault(401, "authentication_error", message, "invalid_api_key")


def model_not_found(model: str) -> ApiFault:
    """A model nobody offers: 404."""
    return ApiFault(404, "not_found", f"The model '{model}' does not exist.", "model_not_found", "model")


def no_credit(balance: Decimal, cost: Decimal) -> ApiFault:
    """Too little money: 402, naming the balance and the estimated cost in USD."""
    cent = Decimal("0.01")
    shown = max(cost.quantize(cent, ROUND_UP), cent)
    message = (
        f"Your account balance (${balance.quantize(cent)}) is insufficient for this request. "
        f"Estimated cost: ${shown}"
    )
    return ApiFault(402, "insufficient_balance", message, "insufficient_funds")
