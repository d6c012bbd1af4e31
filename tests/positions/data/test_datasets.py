"""The documentation of the tables: each column once, described in three languages, of a known type."""

from positions.data.datasets import read_datasets

TYPES = {"string", "integer", "boolean", "date", "dateTime", "anyURI", "language"}


def test_columns_are_named_once_and_described_in_three_languages() -> None:
    for table, columns in read_datasets().items():
        names = [column.name for column in columns]
        assert len(names) == len(set(names)), table
        for column in columns:
            assert column.datatype in TYPES
            assert all(column.labels.values()), (table, column.name)
            assert names[-1] == "is_fictional"
