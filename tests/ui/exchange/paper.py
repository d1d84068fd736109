"""Answers with everything a page can hold."""

ANSWER = r"""## Only when nothing was sent

Repeat it if the failure came **before the first byte** left: *name lookup*, connect, `TLS`. See
[RFC 9110](https://www.rfc-editor.org/rfc/rfc9110).[^1] ![a picture](https://pictures.example/a.png)

```python
async def wait_before(outcome, *, creates: bool):
    if creates and outcome.bytes_sent:
        return None          # never paid for twice
    return backoff(outcome)  # 等待 and a comment so long that it must be broken at the edge of the page
```

| Failure | Sent? | Repeat |
|---|:-:|--:|
| connection refused | no | yes |
| 524 after 100 s | yes | ask **first** 中文 😀 |

> A quote with some words that are long enough to reach over the edge of the line, once and twice and again.
>
> ```
> code in a quote
> ```

1. First
2. Second
   - nested
   - [x] done
   - [ ] to do

   ```js
   const answer = 42;
   ```
3. Third

$$
e^{i\pi} + 1 = 0
$$

---

### The end

[^1]: HTTP Semantics.
"""

CHINESE = """当然可以。下面是一段**生日祝福**，您可以直接念给奶奶听：

> 奶奶，祝您生日快乐！愿您福如东海，寿比南山，身体健健康康，天天都有好心情。

1. 语速放慢一点，奶奶听得更清楚。
2. 结尾可以加一句“我们都很想您”。
"""
