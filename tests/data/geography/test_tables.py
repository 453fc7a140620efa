from pathlib import Path

import duckdb
import numpy as np
import pytest

from data.geography.tables import areas, countries, country_code, places

# land and water of states without sea and Great Lakes, US Census Bureau (2010)
# fmt: off
CENSUS_KM2 = {
    "AZ": 295_234, "CO": 269_601, "IA": 145_746, "ID": 216_443, "KS": 213_100, "KY": 104_656, "MO": 180_540,
    "MT": 380_831, "ND": 183_108, "NE": 200_330, "NM": 314_917, "NV": 286_380, "OK": 181_037, "SD": 199_729,
    "TN": 109_153, "UT": 219_882, "VT": 24_906, "WV": 62_756, "WY": 253_335,
}
# fmt: on
IBGE_KM2 = {"BA": 564_733, "DF": 5_780, "GO": 340_112, "MG": 586_522, "PR": 199_308, "RS": 281_730, "SP": 248_223}


@pytest.mark.parametrize(("state", "km2"), CENSUS_KM2.items())
def test_areas_of_the_united_states(state: str, km2: float) -> None:
    assert areas()["US", state].area_km2 == pytest.approx(km2, rel=0.01)


@pytest.mark.parametrize(("state", "km2"), IBGE_KM2.items())
def test_areas_of_brazil(state: str, km2: float) -> None:
    assert areas()["BR", state].area_km2 == pytest.approx(km2, rel=0.04)


@pytest.mark.parametrize(("country", "states"), [("BR", 27), ("CA", 13), ("MX", 32), ("US", 56)])
def test_a_country_is_the_sum_of_its_states(country: str, states: int) -> None:
    parts = [area.area_km2 for (code, state), area in areas().items() if code == country and state]
    assert len(parts) == states
    assert areas()[country, ""].area_km2 == pytest.approx(sum(parts), rel=1e-5)


@pytest.mark.parametrize(("country", "km2"), [("FR", 551_500), ("DE", 357_600), ("GB", 244_400), ("AU", 7_692_000)])
def test_areas_of_countries(country: str, km2: float) -> None:
    assert areas()[country, ""].area_km2 == pytest.approx(km2, rel=0.02)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("EIRE", "IE"),
        ("USA", "US"),
        ("RSA", "ZA"),
        ("United Kingdom", "GB"),
        ("Channel Islands", "XC"),
        ("Korea", "KR"),
        ("European Community", "EU"),
        ("Unspecified", ""),
        ("Czech Republic", "CZ"),
        ("West Indies", "XW"),
        ("namibia", "NA"),
        ("Bermuda", "BM"),
        ("Thailand", "TH"),
        ("Nigeria", "NG"),
        ("Hong Kong", "HK"),
        (" lebanon ", "LB"),
        ("BR", "BR"),
        ("Puerto Rico", "US"),
        ("Republic of the Congo", "CG"),
        ("Atlantis", None),
    ],
)
def test_names_of_countries(name: str, code: str | None) -> None:
    assert country_code(name) == code


def test_no_name_means_two_countries() -> None:
    names = [
        (name.casefold(), code)
        for code, country in countries().items()
        for name in {code, country.name.casefold(), *map(str.casefold, country.aliases)}
    ]
    assert len({name for name, _ in names}) == len({*names})


@pytest.mark.datasets
def test_every_country_of_online_retail_has_a_code_and_a_middle(datasets: Path) -> None:
    file = str(datasets / "online_retail/online_retail.csv.gz")
    with duckdb.connect() as connection:
        names = [
            name for (name,) in connection.read_csv(file, all_varchar=True).project("Country").distinct().fetchall()
        ]
    codes = {name: country_code(name) for name in names}
    assert len(codes) == 38
    assert None not in codes.values()
    without_middle = {name for name, code in codes.items() if np.isnan(countries()[str(code)].latitude)}
    assert without_middle == {"Unspecified"}


def test_every_place_is_in_a_known_country_and_state() -> None:
    known = places()
    assert len(known.id) == 234_908
    assert (np.diff(known.id) > 0).all()
    assert set(known.country.tolist()) <= set(countries())
    stated = {
        (country, state)
        for country, state in set(zip(known.country.tolist(), known.state.tolist(), strict=True))
        if state
    }
    assert stated == {(country, state) for country, state in areas() if state}


@pytest.mark.parametrize(
    ("name", "country", "state"),
    [
        ("Campinas", "BR", "SP"),
        ("Salvador", "BR", "BA"),
        ("Toronto", "CA", "ON"),
        ("Montréal", "CA", "QC"),
        ("Guadalajara", "MX", "JAL"),
        ("Los Angeles", "US", "CA"),
        ("San Juan", "US", "PR"),
        ("St. John's", "CA", "NL"),
    ],
)
def test_the_biggest_place_of_a_name_has_its_state(name: str, country: str, state: str) -> None:
    known = places()
    named = np.flatnonzero((known.name == name) & (known.country == country))
    assert known.state[named[known.population[named].argmax()]] == state
