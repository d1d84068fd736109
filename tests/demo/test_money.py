"""Balance, ledger and what a client that goes away costs."""

import httpx
import pytest

from tests.demo.running import KEY, Running, eventually, running


def test_the_balance_falls_by_what_was_used() -> None:
    with running("--speed", "1000", "--balance", "42.50") as demo:
        assert demo.client.get("/dashboard/billing").json() == {
            "balance": 42.5,
            "currency": "usd",
            "total_spent": 157.3,
        }
        said = demo.chat("deepseek-v4-flash", "Tell me about the sea")
        talked = demo.balance()
        assert 0 < demo.entry(said)["cost"] == round(42.5 - talked, 6) < 0.01
        painted = demo.images(model="seedream-5-lite", prompt="the sea", n=3)
        assert demo.entry(painted)["cost"] == 0.03
        assert round(talked - demo.balance(), 6) == 0.03
        spent = demo.client.get("/dashboard/billing").json()["total_spent"]
        assert round(spent - 157.3, 6) == round(42.5 - demo.balance(), 6)


def test_what_the_balance_does_not_cover_is_refused_and_can_be_reset() -> None:
    with running("--speed", "1000") as demo:
        demo.control("PUT", "balance", json={"balance": 0.02})
        answer = demo.images(model="kolors", prompt="the sea")
        assert answer.status_code == 402
        assert answer.json()["error"]["code"] == "insufficient_funds"
        assert "$0.02" in answer.json()["error"]["message"]
        assert demo.chat("deepseek-v4-flash", "Hi").status_code == 200
        demo.control("POST", "reset")
        assert demo.balance() == 42.5
        assert demo.control("GET", "ledger") == {"requests": []}


def test_a_balance_that_is_no_money_is_refused(demo: Running) -> None:
    for value in ("much", None, "NaN"):
        url = f"{demo.base_url.removesuffix('/v1')}/demo/balance"
        assert httpx.put(url, json={"balance": value}).status_code == 400


def test_the_ledger_holds_every_post_in_order(demo: Running) -> None:
    answers = [
        demo.chat("deepseek-v4-flash", "Hi", stream=True),
        demo.chat("error-500", "Hi"),
        demo.images(model="kolors", prompt=""),
        httpx.post(f"{demo.base_url}/chat/completions", json={}),
    ]
    ids = [answer.headers["x-request-id"] for answer in answers]
    entries = [entry for entry in demo.control("GET", "ledger")["requests"] if entry["x-request-id"] in ids]
    assert [entry["x-request-id"] for entry in entries] == ids
    assert [entry["status"] for entry in entries] == [200, 500, 400, 401]
    assert [entry["outcome"] for entry in entries] == ["answered", "failed", "refused", "refused"]
    assert [entry["model"] for entry in entries] == ["deepseek-v4-flash", "error-500", "kolors", ""]
    assert entries[0]["stream"] is True
    assert KEY not in str(entries)


def test_a_client_that_goes_away_stops_the_writing(demo: Running) -> None:
    prompt = "Write 40000 words about a walk along the river"
    body = {"model": "kimi-k3-longform", "messages": [{"role": "user", "content": prompt}], "stream": True}
    with demo.client.stream("POST", "/chat/completions", json=body) as answer:
        next(answer.iter_bytes())
    entry = eventually(lambda: found if (found := demo.entry(answer))["outcome"] != "running" else None)
    assert entry["outcome"] == "disconnected"
    whole = 40_000 * 1.2 * 2.5 / 1_000_000
    cost = eventually(lambda: demo.entry(answer)["cost"] or None)
    assert 0 < cost < whole / 2


def test_a_client_that_goes_away_before_the_answer_is_noted() -> None:
    with running("--speed", "1") as demo:
        body = {"model": "deepseek-v4-flash", "messages": [{"role": "user", "content": "Hello"}]}
        with pytest.raises(httpx.ReadTimeout):
            demo.client.post("/chat/completions", json=body, timeout=0.1)

        def settled() -> str | None:
            asked = demo.control("GET", "ledger")["requests"]  # it may not have read the request yet
            return asked[0]["outcome"] if asked and asked[0]["outcome"] != "running" else None

        assert eventually(settled) == "disconnected"
