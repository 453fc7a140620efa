"""SQL that reads the values of one column: as text or typed, within bounds, with what is wrong about them."""

from data.loading.canonical import Field, Kind


def said(field: Field, given_as: str | None) -> str:
    """What the source says, with blanks trimmed off; `given_as` is the SQL type it comes in, None when absent."""
    if given_as is None:
        return f"CAST(NULL AS VARCHAR) AS {field.name}"
    if given_as == "VARCHAR":
        return f"nullif(trim({field.name}), '') AS {field.name}"
    if field.kind is Kind.TEXT:
        return f"nullif(trim(CAST({field.name} AS VARCHAR)), '') AS {field.name}"
    return field.name


def read(field: Field) -> str:
    """Value of its kind, NULL where it cannot be read."""
    name, kind = field.name, field.kind
    if kind is Kind.TEXT:
        return f"{name} AS {name}__value"
    value = f"TRY_CAST({name} AS {kind.value})"
    if kind is Kind.WHOLE:  # a cast alone would round 3.7 to 4
        value = f"CASE WHEN TRY_CAST({name} AS DOUBLE) = TRY_CAST({name} AS BIGINT) THEN {value} END"
    return f"{value} AS {name}__value"


def kept(field: Field) -> str:
    """Value as it goes on: the default where it is missing or wrong, money in millionths, text never NULL."""
    wrong, default = problem(field), field.default or ("''" if field.kind is Kind.TEXT else "NULL")
    value = f"{field.name}__value"
    if field.one_of:
        value = f"lower({value})"
    if wrong:
        value = f"CASE WHEN {wrong} IS NULL THEN {value} END"
    if field.kind is Kind.MONEY:
        value, default = _millionths(value), f"CAST({default} AS BIGINT)"
    return f"coalesce({value}, {default}) AS {field.name}"


def _millionths(amount: str) -> str:
    """Whole millionths of a decimal; in two parts, since neither may exceed 18 digits and wider ones are slow."""
    return f"CAST(trunc({amount}) AS BIGINT) * 1000000 + CAST(({amount} - trunc({amount})) * 1000000 AS BIGINT)"


def problem(field: Field) -> str:
    """Name of the rule a value breaks, or NULL; "" for a column that cannot break any."""
    name, value = field.name, f"{field.name}__value"
    cases = []
    if field.kind is not Kind.TEXT:
        cases.append(f"WHEN {name} IS NOT NULL AND {value} IS NULL THEN 'unreadable_{name}'")
    if field.one_of:
        words = ", ".join(f"'{word}'" for word in field.one_of)
        cases.append(f"WHEN lower({value}) NOT IN ({words}) THEN 'unknown_{name}'")
    if field.low:
        cases.append(f"WHEN {value} < {field.low} THEN '{name}_out_of_range'")
    if field.high:
        cases.append(f"WHEN {value} > {field.high} THEN '{name}_out_of_range'")
    return f"(CASE {' '.join(cases)} END)" if cases else ""
