"""The film process: reads one order, films it, writes the MP4.

Promise: standard output holds the whole clip, or nothing and the exit status is not 0; a process in which
nothing moves ends.
"""

import os
import sys

from panda_desktop.demo.film.order import unpack
from panda_desktop.demo.film.stalling import moved


def main() -> int:
    """Films one order; returns the exit status: 2 for an unreadable first frame, 1 for other failures."""
    order = unpack(sys.stdin.buffer.read())
    moved()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    from panda_desktop.demo.film.picture_reel import PictureReel, UnreadablePicture
    from panda_desktop.demo.film.recording import Recording, RecordingFailed
    from panda_desktop.demo.film.scene_reel import SceneReel

    application = QGuiApplication(["film"])
    try:
        reel: PictureReel | SceneReel
        if order.first_frame:
            reel = PictureReel(order.prompt, order.seed, order.first_frame)
        else:
            reel = SceneReel(order.prompt, order.seed)
        clip = Recording(reel.size, reel.frame).run()
    except UnreadablePicture:
        return 2
    except RecordingFailed as failure:
        sys.stderr.write(f"{failure}\n")
        return 1
    finally:
        application.quit()
    sys.stdout.buffer.write(clip)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
