"""K07: what a person pasted is a key, or is refused without being repeated."""

import pickle
from typing import Any

import pytest

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.secret import ApiKey, parse_key

KEY = "sk-canary-0123456789abcdef"
WAYS = [
    KEY,
    f"  {KEY}\r\n",
    f"\ufeff{KEY}\u200b",
    f"“{KEY}”",
    f"'{KEY}'",
    f"`{KEY}`",
    f"Bearer {KEY}",
    f"bearer   {KEY}",
    f"Authorization: Bearer {KEY}",
    f"authorization:bearer {KEY}\r\nAccept: */*",
    f"'Authorization: Bearer {KEY}'",
    f'curl https://api.pandaworld.space/v1/models -H "Authorization: Bearer {KEY}"',
    f"curl -X POST https://a.example \\\n  -H 'Authorization: Bearer {KEY}' \\\n  -d '{{\"a\": 1}}'",
    f'curl.exe "https://a.example" ^\r\n -H "Authorization: Bearer {KEY}" ^\r\n -d "x"',
    f"export PANDA_API_KEY={KEY}",
    f'export PANDA_API_KEY="{KEY}"  # mine',
    f"PANDA_API_KEY={KEY}",
    f"$env:PANDA_API_KEY = '{KEY}'",
    f'{{"api_key":"{KEY}"}}',
    f'{{\n  "api_key": "{KEY}"\n}}',
    f"headers = {{'Authorization': 'Bearer {KEY}'}}",
    f'Invoke-RestMethod https://a.example -Headers @{{ "Authorization" = "Bearer {KEY}" }}',
    f"密钥：{KEY}。",
    f"<{KEY}>",
    f"'{KEY}',",
]


@pytest.mark.parametrize("pasted", WAYS)
def test_k07_a_key_is_found_in_what_was_pasted(pasted: str) -> None:
    assert parse_key(pasted) == ApiKey(KEY)


@pytest.mark.parametrize("pasted", ["", " \r\n\t", "''", "\u200b"])
def test_k07_nothing_is_no_key(pasted: str) -> None:
    with pytest.raises(PandaError) as caught:
        parse_key(pasted)
    assert caught.value.kind is ErrorKind.NO_KEY


@pytest.mark.parametrize(
    "pasted",
    [
        f"{KEY}\n{KEY}",
        f"{KEY}\r\nX-Injected: 1",
        f"{KEY} and more",
        f"{KEY}\0",
        f"sk-\0{KEY}",
        f"{KEY[:9]}“{KEY[9:]}",
        f"{KEY}é",
        KEY * 200,
        "curl https://api.pandaworld.space/v1/models",
        'curl https://a.example -H "Authorization: Bearer $PANDA_API_KEY"',
        f"curl https://a.example -H 'Authorization: Bearer {KEY}' -H 'Authorization: Bearer {KEY}2'",
        f"one: {KEY}, two: {KEY}2",
        f"{KEY[:14]}…{KEY[-4:]}",
        f"key: {KEY[:14]}****{KEY[-4:]}",
        f"key: {KEY[:14]}а{KEY[14:]}",  # a Cyrillic letter
        "https://pandaworld.space/dashboard/keys",
    ],
)
def test_k07_what_cannot_be_a_header_is_refused_and_not_repeated(pasted: str) -> None:
    with pytest.raises(PandaError) as caught:
        parse_key(pasted)
    assert caught.value.kind is ErrorKind.KEY_MALFORMED
    told = f"{caught.value!r} {caught.value} {caught.value.detail} {caught.value.__cause__}"
    assert "canary" not in told


@pytest.mark.parametrize("show", [repr, str, lambda key: f"{key}", lambda key: f"{[key]!r:>40}"])
def test_k07_a_key_is_not_shown_by_accident(show: Any) -> None:
    assert "canary" not in show(ApiKey(KEY))
    with pytest.raises(TypeError):
        pickle.dumps(ApiKey(KEY))
