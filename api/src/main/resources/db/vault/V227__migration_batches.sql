-- How far the moves of running cases to other versions have come. The truth of each case are its own events.
create table vault.migration_batch (
    id           uuid        not null primary key,
    process      text        not null,
    from_version int         not null,
    to_version   int         not null,
    mapping      text        not null,
    portion      int         not null,
    state        text        not null check (state in ('PLANNED', 'RUNNING', 'PAUSED', 'CANCELLED', 'DONE')),
    note         text,
    undoes       uuid,
    planned      timestamptz not null,
    planned_by   text        not null,
    started      timestamptz,
    started_by   text,
    ended        timestamptz
);
create index migration_batch_by_process on vault.migration_batch (process, planned desc);

-- steps: where it stood when it was looked at; mapping: its own way back, where an undo sends it.
create table vault.migration_case (
    batch    uuid not null references vault.migration_batch on delete cascade,
    petition text not null,
    state    text not null check (state in ('READY', 'BLOCKED', 'WENT_ON', 'ORDERED', 'MOVED', 'FAILED', 'GONE')),
    steps    text not null,
    detail   text,
    mapping  text,
    primary key (batch, petition)
);
create index migration_case_by_state on vault.migration_case (batch, state, petition);
