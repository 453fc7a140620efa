"""Drawings of answers, each under the name of its analysis: pure functions of result and scene."""
