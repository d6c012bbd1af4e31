"""What has to be done when the process is asked to stop, before its server waits for the requests that are still open.

The server's own shutdown comes to the application only after that wait, so requests that wait for news would hold it up.
"""

import asyncio
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def when_asked_to_stop(act: Callable[[], None]) -> Iterator[None]:
    """Have something done in this loop when a signal ends the server; whoever listened to the signal before still hears it."""
    loop = asyncio.get_running_loop()
    earlier = {number: signal.getsignal(number) for number in SIGNALS}

    def hear(number: int, frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(act)
        before = earlier[signal.Signals(number)]
        if callable(before):
            before(number, frame)

    is_main = threading.current_thread() is threading.main_thread()  # only there are signals heard
    heard = [number for number, before in earlier.items() if is_main and callable(before)]
    for number in heard:
        signal.signal(number, hear)
    try:
        yield
    finally:
        for number in heard:
            if signal.getsignal(number) is hear:
                signal.signal(number, earlier[number])
