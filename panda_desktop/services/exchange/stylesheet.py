"""The look of an exported page.

Promise: loads nothing, names no font that has to be there, follows the reader's wish for light or dark, and
every text has a contrast of at least 4.5 to 1.
"""

from typing import Final

STYLE: Final = """
:root { color-scheme: light dark;
  --page: #ffffff; --text: #1d1f21; --muted: #5f636a; --line: #dcdcd6; --code: #f5f6f7; --mine: #eef2ef;
  --accent: #2f6f4f; --warning: #8a5200;
  --keyword: #9a2393; --name: #2a5fc4; --builtin: #0f6e84; --string: #8a5300; --number: #9a4a12;
  --comment: #467236; --inserted: #2f6f4f; --deleted: #a3302a; --heading: #2a5fc4; }
@media (prefers-color-scheme: dark) { :root {
  --page: #17191c; --text: #e6e7e9; --muted: #9aa0a8; --line: #2c3036; --code: #101214; --mine: #23282d;
  --accent: #6cc398; --warning: #e0a04a;
  --keyword: #c678dd; --name: #61afef; --builtin: #56b6c2; --string: #e5c07b; --number: #d19a66;
  --comment: #98c379; --inserted: #6cc398; --deleted: #f08a80; --heading: #61afef; } }
body { margin: 0; background: var(--page); color: var(--text); line-height: 1.55;
  font-family: system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 48rem; margin: 0 auto; padding: 2rem 1rem; }
article + article { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1rem; }
section { margin: 1.5rem 0; }
section > header { color: var(--muted); font-size: .85rem; margin-bottom: .35rem; }
section > header strong { color: var(--text); }
.user .said, .system .said { background: var(--mine); border-radius: .75rem; padding: .6rem .9rem; }
.plain { white-space: pre-wrap; }
.reasoning { color: var(--muted); border-left: 3px solid var(--line); padding-left: .9rem; margin: .5rem 0; }
.files { color: var(--muted); font-size: .85rem; list-style: none; padding: 0; }
.file { margin: .5rem 0; } .file img { max-width: 100%; height: auto; border-radius: .5rem; }
.file summary { color: var(--muted); font-size: .85rem; }
.ending { color: var(--warning); font-size: .85rem; }
a { color: var(--accent); }
pre { background: var(--code); border: 1px solid var(--line); border-radius: .5rem; padding: .7rem .9rem;
  overflow-x: auto; white-space: pre-wrap; }
code, pre { font-family: ui-monospace, monospace; font-size: .92em; }
:not(pre) > code { background: var(--code); border-radius: .25rem; padding: .1em .3em; }
table { border-collapse: collapse; }
th, td { border: 1px solid var(--line); padding: .3rem .6rem; }
blockquote { margin: 0; padding-left: .9rem; border-left: 3px solid var(--line); color: var(--muted); }
hr { border: 0; border-top: 1px solid var(--line); }
.keyword { color: var(--keyword); } .name { color: var(--name); } .builtin { color: var(--builtin); }
.string { color: var(--string); } .number { color: var(--number); } .comment { color: var(--comment); }
.inserted { color: var(--inserted); } .deleted { color: var(--deleted); } .heading { color: var(--heading); }
@media print { main { max-width: none; padding: 0; } section { break-inside: auto; } }
"""
