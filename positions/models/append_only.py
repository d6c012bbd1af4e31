"""The tables whose rows are never changed or deleted, and the triggers that refuse it."""

APPEND_ONLY = ("events", "updates", "versions")


def trigger_names() -> tuple[str, ...]:
    """Every trigger that must stand in the database, in order of name."""
    return tuple(f"{table}_no_{act}" for table in APPEND_ONLY for act in ("delete", "update"))


def create_statements(dialect: str) -> tuple[str, ...]:
    """The SQL that creates the triggers on `sqlite` or `postgresql`."""
    statements: list[str] = []
    if dialect == "postgresql":
        statements.append(
            "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'append-only table %', TG_TABLE_NAME; END $$"
        )
    for table in APPEND_ONLY:
        for act in ("DELETE", "UPDATE"):
            name = f"{table}_no_{act.lower()}"
            body = (
                f"BEFORE {act} ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change()"
                if dialect == "postgresql"
                else f"BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, 'append-only table {table}'); END"
            )
            statements.append(f"CREATE TRIGGER {name} {body}")
    return tuple(statements)


def drop_statements(dialect: str) -> tuple[str, ...]:
    """The SQL that takes the triggers away again."""
    if dialect == "postgresql":
        triggers = [
            f"DROP TRIGGER {table}_no_{act} ON {table}"
            for table in APPEND_ONLY
            for act in ("delete", "update")
        ]
        return (*triggers, "DROP FUNCTION refuse_change()")
    return tuple(f"DROP TRIGGER {name}" for name in trigger_names())
