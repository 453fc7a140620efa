"""Runs a function in a process of its own, which may be killed on the way."""

import multiprocessing
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from types import FrameType
from typing import Any

_processes = multiprocessing.get_context("forkserver")
_processes.set_forkserver_preload(["tests.data.publishing.preloaded"])


def in_another_process(function: Callable[..., Any], *arguments: Any, die: str | float | None = None) -> Any:
    """Return what the function returned, or "killed".

    die : name of a Python function at whose first call the process is killed, or the seconds after which it is.
    """
    ours, theirs = _processes.Pipe(duplex=False)
    process = _processes.Process(target=_run, args=(theirs, die, function, arguments))
    process.start()
    theirs.close()
    try:
        answer = ours.recv()
    except EOFError:
        answer = None
    process.join()
    ours.close()
    if process.exitcode == -signal.SIGKILL:
        return "killed"
    assert process.exitcode == 0, answer
    return answer


def _run(pipe: Connection, die: str | float | None, function: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    def watch(frame: FrameType, event: str, argument: object) -> None:
        if event == "call" and frame.f_code.co_name == die:
            _kill()

    try:
        if isinstance(die, str):
            sys.setprofile(watch)
        elif die:
            threading.Timer(die, _kill).start()
        pipe.send(function(*arguments))
    except BaseException:
        pipe.send(traceback.format_exc())
        raise
    os._exit(0)  # a timer that has not struck yet does not matter any more


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
