"""Production, for gunicorn: `gunicorn wsgi:application`."""

from api.config import load_config
from app import started

application = started(load_config())
