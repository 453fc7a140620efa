"""Writes what follows from declarations: settings, analyses and API in docs/, the template of all languages.

`python -m docs.generate` writes them; a test keeps them as written.
"""

from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

from api.config import ROOT, Config
from api.routes import build
from api.routes.expose import EXPOSED, Exposed
from api.services.analysis import Analysis
from api.services.capabilities import NEEDS
from api.services.units import MEANINGS
from docs.texts import TEMPLATE, template

DOCS = Path(__file__).parent
BEGIN, END = "<!-- generated: begin -->", "<!-- generated: end -->"


def settings() -> str:
    """Table of every setting."""
    lines = ["| setting | default | accepts | meaning |", "|---|---|---|---|"]
    for setting in fields(Config):
        default = str(setting.default).replace(str(ROOT), ".")
        shown = f"`{default}`" if default else "empty"
        lines.append(f"| `{setting.name}` | {shown} | {setting.metadata['accepts']} | {setting.metadata['meaning']} |")
    return "\n".join(lines)


def analyses() -> str:
    """Every analysis in words."""
    own = [exposed for exposed in EXPOSED if not exposed.is_alias]
    return "\n\n".join(_section(exposed) for exposed in sorted(own, key=lambda e: e.analysis.name))


def _section(exposed: Exposed) -> str:
    analysis = exposed.analysis
    aliases = [e.url for e in EXPOSED if e.analysis is analysis and e.is_alias]
    parts = [f"## {analysis.name}", f"**{analysis.title}**", analysis.explanation]
    also = f" (also {', '.join(f'`{url}`' for url in aliases)})" if aliases else ""
    parts.append(f"`GET {exposed.url}`{also}")
    if analysis.requires:
        parts.append(f"Needs data with {', '.join(NEEDS[name] for name in analysis.requires)}.")
    parts += [_columns(analysis), _parameters(analysis)]
    return "\n\n".join(part for part in parts if part)


def _columns(analysis: Analysis) -> str:
    rows = [f"| `{c.name}` | {MEANINGS[c.unit]} | {c.description} |" for c in analysis.columns]
    return "\n".join(["| column | unit | meaning |", "|---|---|---|", *rows])


def _parameters(analysis: Analysis) -> str:
    from api.services.filters import Filters

    own = {name: f for name, f in analysis.params.model_fields.items() if name not in Filters.model_fields}
    if not own:
        return ""
    rows = [f"| `{name}` | {field.description} |" for name, field in own.items()]
    return "\n".join(["| parameter beside the filters | meaning |", "|---|---|", *rows])


def urls() -> str:
    """Table of every URL."""
    app = build(Config())
    lines = ["| URL | answers |", "|---|---|"]
    titles = {exposed.url: exposed.analysis.title for exposed in EXPOSED}
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        view = app.view_functions[rule.endpoint]
        meaning = titles.get(rule.rule) or (view.__doc__ or "").partition("\n")[0]
        lines.append(f"| `{rule.rule}` | {meaning} |")
    return "\n".join(lines)


PAGES = {"setup.md": settings, "analyses.md": analyses, "api.md": urls}
"""Pages with a generated part, and what writes it."""


def filled(page: str) -> str:
    """Text of a page with its generated part as the code has it now."""
    text = (DOCS / page).read_text()
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n{PAGES[page]()}\n{END}{after}"


def write(pages: Iterable[str] = PAGES) -> None:
    """Write the generated parts, and the template."""
    for page in pages:
        (DOCS / page).write_text(filled(page))
    TEMPLATE.write_text(template())


if __name__ == "__main__":
    write()
