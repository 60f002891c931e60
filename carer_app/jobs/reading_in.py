"""Everything that opening the records needs, imported at once and elsewhere, while the first page stands there."""


def read_in() -> None:
    """Slow. Two threads that import one package meet it half made: nothing else may run beside this."""
    import sqlalchemy.dialects.sqlite
    import sqlalchemy.orm

    import carer_app.domain.all_tables
    import carer_app.domain.bank_holidays
    import carer_app.jobs.last_saves
    import carer_app.storage.keys
    import carer_app.storage.vault
    import carer_app.use_cases.for_home  # the first page after unlocking

    carer_app.domain.bank_holidays.read_in()  # the first page inside counts days
    sqlalchemy.orm.configure_mappers()  # otherwise this happens with the first question, on the main thread
