"""Worlds to take pictures of: the sketch, a job in each state, Chinese words."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from panda_desktop.domain.errors import ErrorDetail, ErrorKind
from panda_desktop.domain.jobs import FirstFrame, Job, JobKind, JobState, VideoRequest
from tests.ui.doubles import Stage, picture

MODEL = "wan-2.7-video"
PROMPT = "A cinematic drone shot of a futuristic city at sunset, neon lights"
BEFORE, AFTER = Decimal("42.88"), Decimal("42.50")
NO_MONEY = "Your account balance ($0.50) is insufficient. Estimated cost: $0.75"
NO_FACES = "content policy: faces of public persons are not allowed"
NO_TOKENS = (
    "I'm sorry, all render tokens of this minute are used up. Please try again in a few minutes, or choose "
    "another model."
)

S, K = JobState, ErrorKind
EVERY_STATE: tuple[tuple[str, JobState, float, dict[str, Any]], ...] = (
    (
        "A refused wish",
        S.REJECTED,
        60,
        {"error": K.NO_CREDIT, "error_detail": ErrorDetail(status=402, message=NO_MONEY)},
    ),
    (
        "Panda rolls down a snowy hill",
        S.UNKNOWN,
        225,
        {
            "error": K.GATEWAY_TIMEOUT,
            "balance_before": BEFORE,
            "balance_after": AFTER,
            "error_detail": ErrorDetail(status=524),
        },
    ),
    ("A dancer in the rain", S.UNKNOWN, 400, {"error": K.CRASHED}),
    (
        "A render that failed",
        S.FAILED,
        300,
        {
            "error": K.JOB_FAILED,
            "error_detail": ErrorDetail(message=NO_FACES),
            "balance_before": BEFORE,
            "balance_after": BEFORE,
        },
    ),
    (
        "A link that died",
        S.EXPIRED,
        500,
        {
            "error": K.LINK_EXPIRED,
            "balance_before": BEFORE,
            "balance_after": Decimal("42.12"),
            "cost_is_shared": True,
        },
    ),
    (
        "Answered with words",
        S.REVIEW,
        200,
        {"error": K.NO_RESULT, "error_detail": ErrorDetail(message=NO_TOKENS)},
    ),
    ("I had no time to wait", S.ABANDONED, 900, {}),
    ("Left by the last run", S.QUEUED, 0, {}),
    (
        "A balloon over the savannah",
        S.DOWNLOADING,
        140,
        {"received_bytes": 3_400_000, "total_bytes": 12_100_000},
    ),
    ("Polled with its own word", S.POLLING, 330, {"status_word": "RUNNING", "remote_id": "task_1"}),
    ("Harbour at dawn, boats leaving", S.SUBMITTING, 72, {}),
)


def scene(hue: int) -> Callable[[int, QSize], QImage]:
    """Draws a sky with a sun that moves."""

    def draw(number: int, size: QSize) -> QImage:
        image = QImage(size, QImage.Format.Format_ARGB32)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = size.width(), size.height()
        sky = QLinearGradient(0, 0, width * 0.6, height)
        sky.setColorAt(0, QColor.fromHsv(hue, 170, 60))
        sky.setColorAt(0.55, QColor.fromHsv((hue + 20) % 360, 180, 140))
        sky.setColorAt(1, QColor.fromHsv((hue + 130) % 360, 140, 245))
        painter.fillRect(image.rect(), sky)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(255, 240, 200, 220))
        painter.drawEllipse(QPointF(width * (0.2 + number / 60), height * 0.6), height / 9, height / 9)
        painter.setBrush(QColor.fromHsv(hue, 160, 40))
        painter.drawEllipse(QPointF(width * 0.3, height * 1.3), width * 0.6, height * 0.5)
        painter.drawEllipse(QPointF(width * 0.9, height * 1.35), width * 0.5, height * 0.55)
        painter.end()
        return image

    return draw


def put(stage: Stage, prompt: str, state: JobState, ago: float = 0, **more: Any) -> Job:
    """Puts a job into a world."""
    now = datetime.now(UTC)
    sent = now - timedelta(seconds=ago) if state is not S.QUEUED else None
    request = VideoRequest(MODEL, prompt, more.pop("frame", None))
    seq = len(stage.jobs_service.all) + 1
    values: dict[str, Any] = {"sent_at": sent, **more}
    if not state.is_running:
        values.setdefault("finished_at", now - timedelta(seconds=max(0, ago - 125)))
    return stage.jobs_service.put(Job(f"job-{seq}", JobKind.VIDEO, request, state, now, seq=seq, **values))


def put_done(stage: Stage, video: bytes, prompt: str, **more: Any) -> Job:
    """Puts a finished job with its video into a world."""
    made = put(stage, prompt, S.DONE, 3600, balance_before=BEFORE, balance_after=AFTER, arrived=1)
    stage.library_service.video(video, made, **more)
    return made


def sketch(stage: Stage, videos: list[bytes]) -> Stage:
    """The world of the sketch."""
    stage.jobs_service.usual[MODEL] = 125
    put_done(stage, videos[0], PROMPT, width=1280, height=720)
    detail = ErrorDetail(status=524, message="A timeout occurred", request_id="req_81f2")
    put(
        stage,
        "Panda rolls down a snowy hill",
        S.UNKNOWN,
        225,
        error=K.GATEWAY_TIMEOUT,
        error_detail=detail,
        balance_before=BEFORE,
        balance_after=AFTER,
    )
    (stage.folder / "frame.png").write_bytes(picture(640, 360, 200))
    frame = FirstFrame(file="frame.png")
    put(stage, "Harbour at dawn, boats leaving", S.SUBMITTING, 72, frame=frame)
    return stage


def every_state(stage: Stage, videos: list[bytes]) -> Stage:
    """One job in each state."""
    stage.jobs_service.usual[MODEL] = 125
    put_done(stage, videos[0], PROMPT, starred=True)
    put_done(stage, videos[2], "Portrait of a lighthouse keeper lighting the lamp at night")
    for prompt, state, ago, more in EVERY_STATE:
        put(stage, prompt, state, ago, **more)
    return stage


def chinese(stage: Stage, videos: list[bytes]) -> Stage:
    """Chinese prompts, and a very long one."""
    stage.jobs_service.usual[MODEL] = 125
    put_done(
        stage, videos[0], "黄昏时分未来城市的电影级航拍镜头，霓虹灯渐次亮起，车流如光河，镜头平稳向前推进"
    )
    put_done(stage, videos[1], "A prompt that goes on and on: " + "the camera glides over the water, " * 12)
    put(stage, "一只小熊猫从雪坡上滚下来，抖落身上的雪，看着镜头", S.SUBMITTING, 72)
    return stage


def with_images(stage: Stage) -> Stage:
    """Adds images to the library of a world."""
    for number in range(8):
        stage.library_service.image(hue=number * 40, prompt=f"Image {number}", width=1280, height=720)
    return stage
