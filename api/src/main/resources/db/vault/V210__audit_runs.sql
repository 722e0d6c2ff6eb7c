-- What was looked for in which cases, by whom, and what was found; who may read it, and what they note. No part of any case.
create table vault.audit_run (
    id            uuid        not null primary key,
    by            text        not null,
    begun         timestamptz not null,
    unit          text,
    kind          text,
    received_from date,
    received_to   date,
    size          integer,
    of_each_unit  boolean     not null,
    seed          text,
    cases         bigint      not null,
    done          bigint      not null default 0,
    -- by the clock of the database: a run whose node was stopped shows by it
    alive         timestamptz not null default now(),
    ended         boolean     not null default false,
    failed        boolean     not null default false
);

create table vault.audit_found (
    run      uuid    not null references vault.audit_run,
    place    integer not null,
    petition text    not null,
    flags    jsonb   not null,
    primary key (run, place)
);
create unique index audit_found_of on vault.audit_found (run, petition);

-- Who started it is the first.
create table vault.audit_member (
    run     uuid        not null references vault.audit_run,
    officer text        not null,
    since   timestamptz not null,
    primary key (run, officer)
);
create index audit_member_of on vault.audit_member (officer);

-- Sealed with the key of the case, so that it goes with it; what is about none with a key of the audit.
create table vault.audit_note (
    id       uuid        not null primary key,
    run      uuid        not null references vault.audit_run,
    petition text,
    by       text        not null,
    at       timestamptz not null,
    note     bytea       not null
);
create index audit_note_of on vault.audit_note (run, at desc, id desc);
