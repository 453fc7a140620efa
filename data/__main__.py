"""`python -m data`: load, look at the ledger, generate a sample, migrate."""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from api.config import Config, WrongSetting, load_config
from data.loading.errors import LoadError

MISTAKE = 2
"""Exit code where people have to do something: wrong data, wrong settings, another load at work."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; what went wrong is one sentence on stderr."""
    given, rest = _parser().parse_known_args(arguments)
    if rest and given.run is not _generate:
        _parser().error(f"unrecognized arguments: {' '.join(rest)}")
    try:
        run: Callable[[argparse.Namespace, list[str]], int] = given.run
        return run(given, rest)
    except (LoadError, WrongSetting) as error:
        print(error, file=sys.stderr)
        return MISTAKE
    except KeyboardInterrupt:
        print("Interrupted; what was published stays as it was.", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data", description="Bring data into Whitespot.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    load = _command(commands, "load", _load, "load a folder of published files")
    load.add_argument("source", help="online_retail, olist, …, canonical, or the path of a source's folder")
    load.add_argument("folder", type=Path, help="where its files lie")
    load.add_argument("--replace", action="store_true", help="start anew instead of adding to what is published")
    ledger = _command(commands, "ledger", _ledger, "show the last loads and where their rows went")
    ledger.add_argument("--json", action="store_true", help="everything, for programs")
    ledger.add_argument("--last", type=int, default=5, metavar="N", help="how many loads (default: 5)")
    _command(commands, "migrate", _migrate, "bring both databases to the newest schema")
    generate = commands.add_parser("generate", help="make a sample data set", add_help=False)
    generate.set_defaults(run=_generate)
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    run: Callable[[argparse.Namespace, list[str]], int],
    meaning: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=meaning, description=meaning.capitalize() + ".")
    command.add_argument("--warehouse", metavar="URL", help="instead of WAREHOUSE_URL")
    command.add_argument("--database", metavar="URL", help="instead of DATABASE_URL")
    command.set_defaults(run=run)
    return command


def _settings(given: argparse.Namespace) -> Config:
    """Settings from the environment, with those of the command line in their place."""
    named = {"WAREHOUSE_URL": given.warehouse, "DATABASE_URL": given.database}
    settings = load_config()
    wanted = load_config({name: url for name, url in named.items() if url})
    return replace(settings, **{name: getattr(wanted, name) for name, url in named.items() if url})


def _load(given: argparse.Namespace, _rest: list[str]) -> int:
    from data.loading.load import load
    from data.loading.printing import summary
    from data.loading.staging import Limits

    settings = _settings(given)
    report = load(
        given.source,
        given.folder,
        warehouse_url=settings.WAREHOUSE_URL,
        database_url=settings.DATABASE_URL,
        replace=given.replace,
        progress=True,
        limits=Limits(settings.WAREHOUSE_MEMORY, settings.WAREHOUSE_THREADS),
    )
    print(summary(report))
    return 0


def _ledger(given: argparse.Namespace, _rest: list[str]) -> int:
    from data.loading.ledger import Ledger
    from data.loading.printing import as_json, as_text

    loads = Ledger(_settings(given).DATABASE_URL).last(given.last)
    print(as_json(loads) if given.json else as_text(loads))
    return 0


def _migrate(given: argparse.Namespace, _rest: list[str]) -> int:
    from data.loading.publishing import upgrade, upgrade_app

    settings = _settings(given)
    upgrade_app(settings.DATABASE_URL)
    upgrade(settings.WAREHOUSE_URL)
    return 0


def _generate(_given: argparse.Namespace, rest: list[str]) -> int:
    from data.scripts.generate_sample_data import main as generate

    return generate(rest)


if __name__ == "__main__":
    sys.exit(main())
