"""Questions with one right answer: echo, counting, sums, capitals.

Promise: what is answered here is correct; anything else is left to the other parts.
"""

import ast
import operator
import re
from collections.abc import Callable
from typing import Final

from panda_desktop.demo.writing.topics import CAPITALS

_ECHO: Final = re.compile(
    r"\s*(?:please\s+)?(?:say|repeat|echo|reply with|answer with|respond "
    r"with)\s+(?:exactly|only|just)?\s*:?\s*(.+)",
    re.I | re.S,
)
_COUNT: Final = re.compile(r"count (?:from 1 )?to (\d{1,4})", re.I)
_CAPITAL: Final = re.compile(r"capital (?:city )?of ([a-z ]{3,30})", re.I)
_SUM: Final = re.compile(
    r"(?:what(?:'s| is)|calculate|compute|=)?\s*((?:[\d.]+|[-+*/()\s]){3,60})\s*[=?]*\s*", re.I
)
_OPERATORS: Final[dict[type[ast.operator], Callable[[float, float], float]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def direct_answer(prompt: str) -> str | None:
    """Returns the answer to a question with one right answer, or None."""
    text = prompt.strip()
    if len(text) > 2_000:
        return None
    if match := _COUNT.search(text):
        return ", ".join(str(number) for number in range(1, int(match.group(1)) + 1))
    if match := _CAPITAL.search(text):
        country = match.group(1).strip().lower()
        city = CAPITALS.get(country) or CAPITALS.get(f"the {country}")
        if city is not None:
            return f"The capital of {match.group(1).strip()} is **{city}**."
    if match := _SUM.fullmatch(text):
        return _calculated(match.group(1).strip())
    if match := _ECHO.fullmatch(text):
        return match.group(1).strip().strip("\"“”'")
    return None


def _calculated(expression: str) -> str | None:
    if not re.search(r"\d\s*[-+*/]", expression):
        return None
    try:
        value = _value(ast.parse(expression, mode="eval").body)
    except (SyntaxError, ValueError, ZeroDivisionError, OverflowError, RecursionError):
        return None
    shown = f"{value:.10g}"
    symbols = expression.replace("*", "\\times ").replace("/", "\\div ")
    return f"${symbols} = {shown}$"


def _value(node: ast.expr) -> float:
    match node:
        case ast.Constant(value=int() | float() as number):
            return number
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand)
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _OPERATORS:
            return _OPERATORS[type(sign)](_value(left), _value(right))
    raise ValueError("not a sum")
