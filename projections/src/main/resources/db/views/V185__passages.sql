-- How cases go through processes: a row each run of a process, and each step a case came to. Ids, words and times only; how long
-- something took is reckoned when it is asked, for the calendar may change.
create table views.process_run (
    petition text        not null collate "C",
    run      bigint      not null,
    process  text        not null collate "C",
    version  integer     not null,
    started  timestamptz not null,
    ended    timestamptz,
    reached  text,
    late     boolean     not null,
    back     integer     not null,
    skipped  integer     not null,
    migrated integer,
    last     bigint      not null,
    primary key (petition, run)
) with (fillfactor = 75);
create index process_run_ended on views.process_run (process, ended) where ended is not null;

create table views.passage (
    petition   text        not null collate "C",
    no         integer     not null,
    id         text        not null collate "C",
    run        bigint      not null,
    process    text        not null collate "C",
    version    integer     not null,
    step       text        not null collate "C",
    occurrence integer     not null,
    timer      boolean     not null,
    unit       text        collate "C",
    role       text,
    entered    timestamptz not null,
    began      timestamptz,
    ended      timestamptz,
    outcome    text,
    due        timestamptz,
    last       bigint      not null,
    primary key (petition, no)
) with (fillfactor = 75);
create index passage_ended on views.passage (process, ended) where ended is not null;
create index passage_open on views.passage (process, step) where ended is null;

-- Cases that came from a former register.
create table views.moved_in (
    petition text not null collate "C" primary key
);
