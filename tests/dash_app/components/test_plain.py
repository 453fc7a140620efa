"""Markup as text."""

from dash import dcc, html

from dash_app.components.attributes import data
from dash_app.components.plain import markup, plain


def test_text_and_attributes_cannot_break_out() -> None:
    assert markup(html.P("<b>&")) == "<p>&lt;b&gt;&amp;</p>"
    assert markup(html.A("x", href='?a="1"&b')) == '<a href="?a=&#34;1&#34;&amp;b">x</a>'


def test_names_are_those_of_html() -> None:
    written = markup(html.Td("x", className="c", colSpan=2, style={"--key": "red", "flexGrow": 2}, **data(do="go")))
    assert written == '<td class="c" colspan="2" style="--key:red;flex-grow:2" data-do="go">x</td>'


def test_what_is_true_stands_alone_and_what_is_false_not_at_all() -> None:
    assert markup(html.Option("x", selected=True, disabled=False, value=None)) == '<option selected="">x</option>'


def test_lists_numbers_and_nothing() -> None:
    assert markup([html.Br(), 5, None, [html.Span(), "a"]]) == "<br>5<span></span>a"


def test_what_callbacks_speak_to_stays_a_component() -> None:
    for kept in (html.Div([dcc.Location(id="url")]), html.Div(id={"type": "x"}), [dcc.Store(id="s")]):
        assert plain(kept) is kept
    assert getattr(plain(html.Div(html.B("x"), id="y")), "data-html") == '<div id="y"><b>x</b></div>'
