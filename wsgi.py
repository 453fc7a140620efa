"""Production, for gunicorn: `gunicorn wsgi:application`."""

from api.config import load_config
from app import build, settled

application = settled(build(load_config()))
