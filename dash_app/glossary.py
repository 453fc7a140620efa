"""Terms of the field as Whitespot uses them, and the keys it listens to."""

GLOSSARY = (
    ("Line", "One product in one order: quantity, unit price, discount, freight."),
    ("Amount", "Quantity × unit price − discount of a line."),
    ("Live order", "An order that was not cancelled. Only live orders are sales."),
    ("Revenue", "Amounts and freight of the lines of live orders, before returns."),
    ("Returns", "Amounts paid back, by the day of the return."),
    ("Net revenue", "Revenue − returns."),
    ("Orders", "Live orders; under a product filter those with such a line."),
    ("Order value", "Revenue ÷ orders."),
    ("Items per order", "Units of all lines ÷ orders."),
    ("Customers", "Known people with a live order in the period. Guests count for revenue and orders, never here."),
    ("New customers", "Customers whose first live order ever lies in the period."),
    ("Repeat rate", "Share of the period's customers with at least two live orders up to its end."),
    (
        "Place of sale",
        "The store's place for shops, the buyer's place for web shops and marketplaces. State, city and country mean "
        "the place of sale for sales, the home for people.",
    ),
    ("Store", "A shop of the chain, a web shop, or a seller of a marketplace."),
    (
        "Previous period",
        "The same number of days right before; with whole months, the same number of whole months.",
    ),
    ("Change", "(Now − before) ÷ before; absent where before is 0 or not covered by the data."),
    ("Last day of the data", "Periods count back from it, never from today. An unfinished last period is marked."),
    ("White spot", "A place with customers and no store near."),
    ("Version", "Every load publishes a new one at once; answers, downloads and receipts name theirs."),
    ("Receipt", "What was asked, how it was computed and from what, down to the SQL."),
)
"""Terms and what they mean; the definitions of docs/requirements.md in a reader's words."""

KEYS = (
    (("Ctrl", "K"), "Find a page, place, store, product or question"),
    (("Esc",), "Close what is open, else go one place up"),
    (("Ctrl", "Z"), "Undo the last change of the filters"),
    (("Ctrl", "Shift", "Z"), "Redo it"),
    (("Tab",), "Go to the next control; the tools of a card show when it has the focus"),
    (("Space",), "Choose or drop a member of a filter"),
)
"""Keys and what they do."""
