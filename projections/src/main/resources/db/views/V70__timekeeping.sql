-- Deadlines of each case as they are needed to count them anew when the calendar or a rule changes; a case whose
-- deadlines are all met is not open.
create table views.running_deadline (
    id        text    not null collate "C" primary key,
    open      boolean not null,
    version   bigint  not null,
    deadlines jsonb   not null
) with (fillfactor = 75);
create index running_deadline_open on views.running_deadline (id) where open;

-- Changes of the calendar and of the limits of the law.
create table views.time_change (
    number       integer     not null primary key,
    change       jsonb       not null,
    state        text        not null,
    at           timestamptz not null,
    by           text,
    confirmed_at timestamptz,
    confirmed_by text,
    moved        integer     not null,
    failed       integer     not null
);
