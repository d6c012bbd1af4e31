from positions.organizations import OrganizationKind


def test_kinds_are_written_as_clients_read_them() -> None:
    assert [kind.value for kind in OrganizationKind] == ["MUNICIPALITY", "AUTHORITY", "PARTNER"]
