-- How petitions stand with the national database (Decree 55/2022); one that was never sent has no row.
create table views.national (
    petition  text        not null collate "C" primary key,
    state     text        not null collate "C",
    number    text,
    reason    text,
    connector text,
    batch     text,
    since     timestamptz not null,
    version   bigint      not null
);
create index national_by_state on views.national (state, since);
create index national_of_batch on views.national (batch);
