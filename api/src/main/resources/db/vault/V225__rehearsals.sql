-- What designers rehearsed with past cases, or had proven, and what became of each: codes and steps, no part of any case.
-- Nothing of it is kept for long.
create table vault.rehearsal (
    id        uuid        not null primary key,
    by        text        not null,
    -- null where it is proven that cases followed their models
    process   text,
    name      text        not null,
    xml       text,
    asked     jsonb       not null,
    begun     timestamptz not null,
    received  integer     not null,
    looked    integer     not null default 0,
    cases     integer     not null default 0,
    outcome   jsonb,
    -- by the clock of the database: one whose node was stopped shows by it
    started   timestamptz not null default now(),
    alive     timestamptz not null default now(),
    ended     boolean     not null default false,
    failed    boolean     not null default false,
    cancelled boolean     not null default false
);
create index rehearsal_of on vault.rehearsal (by, begun desc);
-- one at a time for each
create unique index rehearsal_under_way on vault.rehearsal (by) where not ended;

create table vault.rehearsed (
    rehearsal uuid    not null references vault.rehearsal on delete cascade,
    place     integer not null,
    petition  text    not null,
    code      text    not null,
    way       text    not null,
    parting   integer,
    told      text,
    primary key (rehearsal, place)
);
create index rehearsed_by_way on vault.rehearsed (rehearsal, way, place);
create index rehearsed_by_parting on vault.rehearsed (rehearsal, parting, place) where parting is not null;
