"""Indexes follow from the models, so no migration makes them: they come after the rows, where they cost least."""

from sqlalchemy import Connection, inspect

from api.models.warehouse import metadata


def create_indexes(connection: Connection) -> None:
    """Make the indexes a row store lacks and drop those no model asks for any more."""
    inspector = inspect(connection)
    for table in metadata.sorted_tables:
        there = {str(index["name"]) for index in inspector.get_indexes(table.name)}
        for index in table.indexes:
            if index.name not in there:
                index.create(connection)
        for name in there - {str(index.name) for index in table.indexes}:
            connection.exec_driver_sql(f'DROP INDEX "{name}"')
