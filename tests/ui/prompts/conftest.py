"""The chat page on a stage."""

from tests.ui.chat.conftest import bench as bench
