"""Is imported by every interpreter that a schedule starts: the processes that hold requests are armed here.

Promise: does nothing in any other process.
"""

import sys

from tests.faults.schedules.killing import arm_holder

arm_holder(sys.orig_argv)
