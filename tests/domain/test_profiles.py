"""Profiles as values, and what a test of the connection may claim."""

from dataclasses import replace

import pytest

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.network import Login, Network, ProxyMode, network_of
from panda_desktop.domain.probe import Outcome, Stage, steps_of
from panda_desktop.domain.profiles import MOST_PROFILES, Profile, ProfileBook, profile_name
from panda_desktop.domain.settings import Settings

BOOK = ProfileBook((Profile("first"), Profile("b", "Work"), Profile("c", "Home")), "b")


def test_the_one_in_use_is_never_missing() -> None:
    assert BOOK.without("b").current.id == "first"
    assert BOOK.without("first").current.id == "b"
    assert ProfileBook((), "x").sane().current.id == "first"
    assert ProfileBook((Profile("z"), Profile("z")), "x").sane() == ProfileBook((Profile("z"),), "z")
    with pytest.raises(PandaError) as caught:
        BOOK.without("b").without("c").without("first")
    assert caught.value.detail.param == "last_profile"


def test_a_profile_comes_back_where_it_was() -> None:
    place = BOOK.place("b")
    assert BOOK.without("b").with_profile(BOOK.get("b"), place).profiles == BOOK.profiles


def test_names_and_numbers_have_limits() -> None:
    assert profile_name("  a\n b ") == "a b" and len(profile_name("x" * 500)) == 60
    with pytest.raises(PandaError):
        profile_name(" \n")
    full = ProfileBook(tuple(Profile(f"p{number}") for number in range(MOST_PROFILES)), "p0")
    with pytest.raises(PandaError):
        full.with_profile(Profile("one-more"))


def test_the_key_of_the_first_profile_is_where_it_always_was() -> None:
    assert Profile("first").keyring_account("https://a.example/v1") == "https://a.example/v1"
    accounts = {Profile(each).keyring_account("https://a.example/v1") for each in ("first", "b", "c")}
    assert len(accounts) == 3


def test_settings_of_the_network_have_limits_and_hide_the_login() -> None:
    whole = Settings(proxy="socks5", proxy_host="proxy.example", proxy_port=1080, connect_s=5)
    network = network_of(whole.sane(), Login("someone", "secret"))
    assert (network.proxy, network.host, network.port, network.connect_s) == (
        ProxyMode.SOCKS5,
        "proxy.example",
        1080,
        5,
    )
    assert "secret" not in repr(network) and "someone" not in repr(network)
    for wrong in (
        {"proxy": "gopher"},
        {"proxy": "http", "proxy_host": ""},
        {"proxy": "http", "proxy_host": "a", "proxy_port": 70000},
        {"connect_s": 0, "first_byte_s": 10**9, "idle_s": -1},
    ):
        assert network_of(replace(Settings(), **wrong).sane()) == replace(
            Network(), host=str(wrong.get("proxy_host", ""))
        )


@pytest.mark.parametrize(
    ("kind", "failed", "good"),
    [
        (ErrorKind.NAME_NOT_FOUND, Stage.NAME, []),
        (ErrorKind.CANNOT_CONNECT, Stage.CONNECTION, [Stage.NAME]),
        (ErrorKind.TLS_FAILED, Stage.SAFETY, [Stage.NAME, Stage.CONNECTION]),
        (ErrorKind.KEY_REFUSED, Stage.KEY, [Stage.NAME, Stage.CONNECTION, Stage.SAFETY]),
        (ErrorKind.FORBIDDEN, Stage.KEY, [Stage.NAME, Stage.CONNECTION, Stage.SAFETY]),
        (ErrorKind.ADDRESS_WRONG, Stage.KEY, [Stage.NAME, Stage.CONNECTION, Stage.SAFETY]),
        (ErrorKind.NO_CREDIT, Stage.BALANCE, [Stage.NAME, Stage.CONNECTION, Stage.SAFETY, Stage.KEY]),
    ],
)
def test_a_stage_is_good_only_when_it_was_reached(kind: ErrorKind, failed: Stage, good: list[Stage]) -> None:
    error = PandaError(kind)
    steps = steps_of(error, encrypted=True, by_proxy=False)
    assert [step.stage for step in steps if step.outcome is Outcome.FAILED] == [failed]
    assert [step.stage for step in steps if step.outcome is Outcome.GOOD] == good
    assert [step.error for step in steps if step.error] == [error]


def test_a_proxy_looks_names_up_and_plain_http_needs_no_certificate() -> None:
    steps = {step.stage: step.outcome for step in steps_of(None, encrypted=False, by_proxy=True)}
    assert steps[Stage.NAME] is steps[Stage.SAFETY] is Outcome.NOT_NEEDED
    assert steps[Stage.KEY] is steps[Stage.BALANCE] is Outcome.GOOD
