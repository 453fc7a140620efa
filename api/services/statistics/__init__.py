"""Pure functions of arrays, each naming its paper."""
