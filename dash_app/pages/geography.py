"""Where the next stores should stand, and how far people live from those there are."""

from dash_app.components.card import LIST, MAP, Card, declare
from dash_app.components.charts.geo import assignment, distance, low_penetration, potential_locations, site, white_spot
from dash_app.components.charts.geo.site_map import ask_layers, site_map
from dash_app.components.charts.geo.workbench import (
    COUNT,
    EXACT,
    LEAST,
    PIN,
    RADIUS,
    WEIGHT,
    ask_pin,
    ask_sites,
    ask_spots,
)
from dash_app.pages.page import Page

_SET = (RADIUS, COUNT, WEIGHT)

GEOGRAPHY = Page(
    path="/geography",
    name="Geography",
    icon="geography",
    root="All places",
    lead="Who lives without a store near, and where the next ones should stand.",
    cards=declare(
        [
            Card(
                "geo/potential_locations",
                site_map,
                name="workbench",
                area="bench-map",
                form=MAP,
                asks=ask_sites,
                also=ask_layers,
                choices=(*_SET, PIN),
                follows=(LEAST, EXACT),
            ),
            Card(
                "geo/potential_locations",
                potential_locations.potential_locations,
                name="sites",
                area="bench-sites",
                form=LIST,
                asks=ask_sites,
                follows=(*_SET, EXACT, PIN),
                title="Why these places?",
                says=potential_locations.why,
                nothing="Every customer has a store within this distance: no site would add any.",
            ),
            Card(
                "geo/site",
                site.site,
                area="bench-pin",
                form=LIST,
                asks=ask_pin,
                follows=(*_SET, PIN),
                waits=site.invitation,
                title=site.title,
                says=site.said,
            ),
            Card(
                "geo/white_spot",
                white_spot.white_spot,
                area="bench-spots",
                form=LIST,
                asks=ask_spots,
                choices=(LEAST,),
                follows=(*_SET, PIN),
                says=white_spot.said,
                nothing="No white spots: wherever so many customers live, a store is within this distance.",
            ),
            Card(
                "geo/low_penetration",
                low_penetration.penetration_map,
                name="penetration",
                area="wide",
                form=MAP,
                params=(("limit", low_penetration.MOST),),
                choices=(low_penetration.INHABITANTS,),
                also=low_penetration.ask_stores,
                nothing="Every place of this size has the customers to be expected.",
            ),
            Card(
                "geo/low_penetration",
                low_penetration.low_penetration,
                area="third",
                form=LIST,
                params=(("limit", low_penetration.MOST),),
                follows=(low_penetration.INHABITANTS,),
                title="Which places are behind?",
                says=low_penetration.said,
                nothing="Every place of this size has the customers to be expected.",
            ),
            Card(
                "geo/distance",
                distance.distance,
                area="half",
                params=(("limit", distance.MOST),),
                choices=(distance.LEVEL,),
                log=True,
            ),
            Card(
                "geo/assignment",
                assignment.assignment,
                area="half",
                form=LIST,
                params=(("limit", "400"),),
                says=assignment.said,
            ),
        ]
    ),
)
