"""Worker processes of the plain engine: each reads packed tables from its standard input and answers on its output.

Ours rather than multiprocessing: nothing of the caller's main module runs again in a worker, so that a script without
`if __name__ == "__main__"` works, and a worker ends when its input closes, so that none outlives a killed parent.
"""

from __future__ import annotations

import os
import pickle
import struct
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from itertools import islice
from queue import SimpleQueue
from typing import IO, TYPE_CHECKING

from readout.engine import parcels
from readout.errors import ReadoutError

if TYPE_CHECKING:
    import pyarrow as pa

AHEAD = 2  # parts taken per worker: one being worked on, one ready, so that no worker waits for the reader
LENGTH = struct.Struct("<Q")


def map_in_processes(
    function: Callable[[pa.Table], pa.Table], parts: Iterable[pa.Table], schema: pa.Schema, count: int
) -> Iterator[pa.Table]:
    """Call the function on each part in one of `count` processes; give the results in the order of the parts.

    The function must be picklable: of a module, or a partial of one.
    Raises: what the function raised; R041 where a worker died.
    """
    setup = pickle.dumps((function, schema))
    with ExitStack() as stack:
        threads = ThreadPoolExecutor(count, thread_name_prefix="readout-worker")
        stack.callback(threads.shutdown, cancel_futures=True)
        crew = Crew(setup)
        stack.callback(crew.dismiss)  # before the threads end: it frees those that wait for a reply
        rest = iter(parts)
        waiting: deque[Future[bytes]] = deque()
        while True:
            for part in islice(rest, AHEAD * count - len(waiting)):
                waiting.append(threads.submit(crew.ask, parcels.pack(part)))
            if not waiting:
                return
            yield parcels.opened(waiting.popleft().result())


class Crew:
    """The worker processes of one `map`: one for each thread that asks, started when it first asks."""

    def __init__(self, setup: bytes) -> None:
        self.setup = setup
        self.mine = threading.local()
        self.lock = threading.Lock()
        self.processes: list[subprocess.Popen[bytes]] = []
        self.dismissed = False

    def ask(self, parcel: bytes) -> bytes:
        """Have this thread's worker answer a parcel. Raises R041 where it died."""
        if not hasattr(self.mine, "process"):
            self.mine.process = self.hire()
        process: subprocess.Popen[bytes] = self.mine.process
        try:
            send(pipe(process.stdin), parcel)
            return receive(pipe(process.stdout))
        except (EOFError, OSError) as problem:
            raise died(process.wait()) from problem

    def hire(self) -> subprocess.Popen[bytes]:
        """Start a worker with the module path of this process and tell it the function."""
        with self.lock:
            if self.dismissed:
                raise EOFError("the crew was dismissed")
            process = subprocess.Popen(
                # -P: the working folder may hold pages from outside and must not become a place of modules.
                [sys.executable, "-P", "-c", "from readout.engine.workers import serve; serve()"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(p or os.getcwd() for p in sys.path)},
                start_new_session=True,  # Ctrl-C reaches the parent alone, which dismisses its crew
            )
            self.processes.append(process)
        with suppress(OSError):  # dead at once: `ask` meets it next and says so
            send(pipe(process.stdin), self.setup)
        return process

    def dismiss(self) -> None:
        """End every worker at once."""
        with self.lock:
            self.dismissed = True
        for process in self.processes:
            process.kill()
        for process in self.processes:
            process.wait()
            for end in (process.stdin, process.stdout):
                with suppress(OSError):  # what was not sent when the worker ended
                    pipe(end).close()


def died(code: int) -> ReadoutError:
    """Say that a worker ended by itself."""
    how = f"was killed by signal {-code}" if code < 0 else f"ended with exit status {code}"
    memory = " (signal 9 is what the system sends when memory runs out)" if code == -9 else ""
    return ReadoutError(
        "R041",
        f"a worker process {how}{memory}.",
        "Run again with fewer workers (--workers 1), each of them needs memory of its own.",
    )


def pipe(end: IO[bytes] | None) -> IO[bytes]:
    """Give the end of a pipe that `Popen` was told to make."""
    if end is None:
        raise EOFError("no pipe")
    return end


def send(out: IO[bytes], message: bytes) -> None:
    """Write a message with its length before it."""
    out.write(LENGTH.pack(len(message)))
    out.write(message)
    out.flush()


def receive(source: IO[bytes]) -> bytes:
    """Read one message. Raises EOFError where the other side has gone."""
    return exactly(source, LENGTH.unpack(exactly(source, LENGTH.size))[0])


def exactly(source: IO[bytes], length: int) -> bytes:
    """Read so many bytes."""
    found = source.read(length)
    if len(found) < length:
        raise EOFError(f"{len(found)} of {length} bytes")
    return found


# --- in the worker ---------------------------------------------------------------------------------------------


def serve() -> None:
    """Answer parcels until the input closes. What the function prints goes to standard error."""
    source, out = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with open(os.devnull, "rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    inbox: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=listen, args=(source, inbox), daemon=True).start()
    function, schema = pickle.loads(inbox.get())
    while True:
        send(out, parcels.answer(function, inbox.get(), schema))


def listen(source: IO[bytes], inbox: SimpleQueue[bytes]) -> None:
    """Pass messages on; end the process when the parent has gone, in the middle of a part if need be."""
    with suppress(EOFError):
        while True:
            inbox.put(receive(source))
    os._exit(0)
