"""How the shipped geography is made from its published sources; not imported at run time."""
