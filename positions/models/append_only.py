"""The tables whose rows are never changed or deleted, and the triggers that refuse it."""

from collections.abc import Sequence

FIRST = ("events", "updates", "versions")
SEALED = ("registrations", "replies", "statements", "submission_files", "submission_versions", "submissions")
APPEND_ONLY = FIRST + SEALED


def trigger_names(tables: Sequence[str] = APPEND_ONLY) -> tuple[str, ...]:
    """Every trigger that must stand in the database for these tables, in order of table."""
    return tuple(f"{table}_no_{act}" for table in tables for act in ("delete", "update"))


def function_statement(dialect: str) -> tuple[str, ...]:
    """The SQL that creates what the triggers call, where the dialect wants such a thing."""
    if dialect != "postgresql":
        return ()
    return (
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'append-only table %', TG_TABLE_NAME; END $$",
    )


def create_statements(dialect: str, tables: Sequence[str] = APPEND_ONLY) -> tuple[str, ...]:
    """The SQL that creates the triggers of these tables on `sqlite` or `postgresql`."""
    statements: list[str] = []
    for table in tables:
        for act in ("DELETE", "UPDATE"):
            name = f"{table}_no_{act.lower()}"
            body = (
                f"BEFORE {act} ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change()"
                if dialect == "postgresql"
                else f"BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, 'append-only table {table}'); END"
            )
            statements.append(f"CREATE TRIGGER {name} {body}")
    return tuple(statements)


def drop_statements(dialect: str, tables: Sequence[str] = APPEND_ONLY) -> tuple[str, ...]:
    """The SQL that takes the triggers of these tables away again."""
    return tuple(
        f"DROP TRIGGER {table}_no_{act} ON {table}"
        if dialect == "postgresql"
        else f"DROP TRIGGER {table}_no_{act}"
        for table in tables
        for act in ("delete", "update")
    )
