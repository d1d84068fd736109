"""Inputs that make careless Markdown parsers slow: the twenty-five shapes the cmark project tests with (M09).

Promise: `make(name, size)` returns about `size` characters, the same ones every time.
"""

from collections.abc import Callable
from math import isqrt


def _repeat(unit: str, end: str = "") -> Callable[[int], str]:
    return lambda size: unit * (size // len(unit)) + end


def _halves(opening: str, middle: str, closing: str) -> Callable[[int], str]:
    """Half the size openings, half closings."""
    return lambda size: (
        opening * (size // (2 * len(opening))) + middle + closing * (size // (2 * len(closing)))
    )


def _nested_list(size: int) -> str:
    depth = isqrt(size)
    return "".join(f"{'  ' * level}* a\n" for level in range(depth))


def _empty_lines_in_nested_lists(size: int) -> str:
    return "- " * (size // 3) + "x" + "\n" * (size // 3)


def _backtick_runs(size: int) -> str:
    return "".join("e" + "`" * length for length in range(1, isqrt(2 * size)))


def _references(size: int) -> str:
    half = size // 24
    definitions = "".join(f"[{number}]: u\n" for number in range(half))
    return definitions + "[0] " * half


def _many_links_to_one(size: int) -> str:
    return "[a]: " + "u" * (size // 10) + "\n\n" + "[a] " * (size // 5)


def _long_table(size: int) -> str:
    return "| a " * (size // 40) + "|\n" + "|-" * (size // 40) + "|\n" + "|\n" * (size // 4)


SHAPES: dict[str, Callable[[int], str]] = {
    "nested strong emphasis": lambda size: _halves("*a **a ", "b", " a** a*")(size),
    "emphasis that only closes": _repeat("a_ "),
    "emphasis that only opens": _repeat("_a "),
    "links that only close": _repeat("a]"),
    "links that only open": _repeat("[a"),
    "openings and closings that do not match": _repeat("*a_ "),
    "runs whose sum is a multiple of three": lambda size: "a**b" + "c* " * (size // 3),
    "link openings with emphasis closings": _repeat("[ a_"),
    "bracket, space, bracket": _repeat("[ (]("),
    "image brackets": _repeat("![[]()"),
    "emphasis across a link": _repeat("**x [a*b**c*](d)"),
    "nested brackets": lambda size: _halves("[", "a", "]")(size),
    "nested quotes": _repeat("> ", "a"),
    "emphasis in nested quotes": _repeat(">", "a*" * 1_000),
    "nested lists": _nested_list,
    "empty lines in nested lists": _empty_lines_in_nested_lists,
    "NUL": _repeat("abc\x00de\x00"),
    "backtick runs": _backtick_runs,
    "unclosed autolinks": _repeat("<"),
    "unclosed link addresses": _repeat("[a](<b"),
    "unclosed comments": _repeat("</" + "<!--"),
    "unclosed instructions": _repeat("a <?"),
    "unclosed declarations": _repeat("a <!A "),
    "unclosed CDATA": _repeat("a <![CDATA["),
    "many references": _references,
    "one long reference": _many_links_to_one,
    "wide and long table": _long_table,
    "formulas that do not close": _repeat("$$\n\\[\n"),
    "dollars": _repeat("$a $b"),
    "bare addresses": _repeat("http://a.b/(("),
    "e-mail names": _repeat("a."),
    "at signs": _repeat("a@a"),
}
"""By name; the last six are about extensions of our own."""


def make(name: str, size: int) -> str:
    """Returns one input."""
    return SHAPES[name](size)
