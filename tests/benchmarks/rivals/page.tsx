// An answer as Electron clients show it: read from a stream of events, rendered once a frame, kept at its end.
//
// `?with=react-markdown`, `?with=streamdown` or `?with=pre`. What the frames were like is told to the server
// when the last of the answer has been painted.

import { memo, useEffect, useLayoutEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import Markdown from "react-markdown";
import remarkGfm from "remark-gfm";
import { Streamdown } from "streamdown";

const way = new URLSearchParams(location.search).get("with");

const Answer = memo(({ text }: { text: string }) => {
  if (way === "react-markdown") return <Markdown remarkPlugins={[remarkGfm]}>{text}</Markdown>;
  if (way === "streamdown") return <Streamdown>{text}</Streamdown>;
  return <pre>{text}</pre>;
});

async function* deltas(): AsyncGenerator<string> {
  const body = JSON.stringify({ stream: true, messages: [{ role: "user", content: "Stream" }] });
  const answer = await fetch("/v1/chat/completions", { method: "POST", body });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const events = (rest + value).split("\n\n");
    rest = events.pop()!;
    for (const event of events) {
      if (!event.startsWith("data: {")) continue;
      yield JSON.parse(event.slice(6)).choices[0]?.delta?.content ?? "";
    }
  }
}

function Page() {
  const [text, setText] = useState("");
  useLayoutEffect(() => {
    window.scrollTo(0, document.body.scrollHeight);
  }, [text]);
  useEffect(() => void stream(setText), []);
  return <Answer text={text} />;
}

async function stream(show: (text: string) => void) {
  const gaps: number[] = [];
  let [text, shown, ended, last] = ["", "", false, performance.now()];
  const frame = (now: number) => {
    gaps.push(now - last);
    last = now;
    if (ended && shown === text) return void tell(gaps);
    if (shown !== text) show((shown = text));
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  for await (const piece of deltas()) text += piece;
  ended = true;
}

function tell(gaps: number[]) {
  gaps.sort((one, other) => one - other);
  const seen = document.getElementById("root")!.innerText.length;
  const p95 = gaps[Math.floor(gaps.length * 0.95)];
  say({ frames: gaps.length, p95, seen });
}

const say = (facts: object) => void fetch("/told", { method: "POST", body: JSON.stringify(facts) });

window.addEventListener("error", ({ message }) => say({ error: message }));
window.addEventListener("unhandledrejection", ({ reason }) => say({ error: String(reason) }));

createRoot(document.getElementById("root")!).render(<Page />);
