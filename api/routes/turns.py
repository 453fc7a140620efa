"""Who asks for what is being computed waits for it instead of computing it again."""

import threading
from weakref import WeakValueDictionary


class Turns:
    """A lock for each key, gone once nobody holds or awaits it."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, threading.Lock] = WeakValueDictionary()
        self._guard = threading.Lock()

    def of(self, key: str) -> threading.Lock:
        """Return the lock of a key, the same to everyone who asks meanwhile."""
        with self._guard:
            return self._locks.setdefault(key, threading.Lock())
