"""What pages that show pictures and videos share: thumbnails, the grid of tiles, the viewer.

Promise: decoding happens outside the GUI thread, and thousands of tiles cost no more than those in view.
"""
