"""What the demo gateway is started with.

Promise: every option has a default that makes a believable gateway.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation


@dataclass(frozen=True, slots=True)
class Options:
    """The options of one run.

    Attributes:
        port: of the API on 127.0.0.1; 0 takes any free one.
        asset_port: of the asset origin on 127.0.0.1; 0 takes any free one.
        speed: every wait is divided by it; 1 is believable, tests use 1000.
        balance: money of the account at the start, in USD.
        all_models: the models that answer with errors are listed too.
        exit_with_stdin: the process ends when its standard input closes.
    """

    port: int = 0
    asset_port: int = 0
    speed: float = 1.0
    balance: Decimal = Decimal("42.50")
    all_models: bool = False
    exit_with_stdin: bool = False


def _money(text: str) -> Decimal:
    try:
        amount = Decimal(text)
    except InvalidOperation:
        raise argparse.ArgumentTypeError(f"{text!r} is not an amount of money") from None
    if not amount.is_finite():
        raise argparse.ArgumentTypeError(f"{text!r} is not an amount of money")
    return amount


def _speed(text: str) -> float:
    value = float(text)
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError("the speed is a number above 0")
    return value


def parse_options(arguments: Sequence[str]) -> Options:
    """Reads the command line. Prints the usage and raises `SystemExit` when it is wrong."""
    parser = argparse.ArgumentParser(
        "panda_desktop.demo", description="The demo gateway, on this computer only."
    )
    parser.add_argument("--port", type=int, default=0, help="port of the API; 0 takes any free one")
    parser.add_argument(
        "--asset-port", type=int, default=0, help="port of the asset origin; 0 takes any free one"
    )
    parser.add_argument("--speed", type=_speed, default=1.0, help="divides every wait")
    parser.add_argument(
        "--balance", type=_money, default=Decimal("42.50"), help="balance at the start, in USD"
    )
    parser.add_argument("--all-models", action="store_true", help="list the models that answer with errors")
    parser.add_argument("--exit-with-stdin", action="store_true", help="end when standard input closes")
    found = parser.parse_args(arguments)
    return Options(
        port=found.port,
        asset_port=found.asset_port,
        speed=found.speed,
        balance=found.balance,
        all_models=found.all_models,
        exit_with_stdin=found.exit_with_stdin,
    )
