"""What the film process is told on its standard input.

Promise: `pack` and `unpack` are each other's inverse.
"""

from dataclasses import dataclass

_NUMBER = 8


@dataclass(frozen=True, slots=True)
class Order:
    """One clip.

    Attributes:
        prompt: what is seen.
        seed: another one gives another clip of the same prompt.
        first_frame: bytes of the picture it starts from; empty without one.
    """

    prompt: str
    seed: int
    first_frame: bytes = b""

    def pack(self) -> bytes:
        """Returns the order as bytes."""
        words = self.prompt.encode("utf-8", "replace")
        numbers = (self.seed, len(words))
        return b"".join(number.to_bytes(_NUMBER, "big") for number in numbers) + words + self.first_frame


def unpack(data: bytes) -> Order:
    """Returns the order packed in `data`."""
    seed, length = (int.from_bytes(data[at : at + _NUMBER], "big") for at in (0, _NUMBER))
    words, frame = data[2 * _NUMBER : 2 * _NUMBER + length], data[2 * _NUMBER + length :]
    return Order(words.decode("utf-8", "replace"), seed, frame)
