"""What stops a load."""


class LoadError(Exception):
    """A load cannot go on; its text is the one sentence for people."""


class LoadFailed(LoadError):
    """Nothing may be wrong with the delivery, yet it could not be brought in."""


class LoadRunning(LoadError):
    """Another load of the same warehouse is at work."""
