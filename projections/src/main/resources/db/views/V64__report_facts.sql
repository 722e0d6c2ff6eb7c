-- What periodic reports count: a row each fact of a petition with its day, as it stands now. Nothing of it is personal.
create table views.report_case (
    id       text    not null collate "C" primary key,
    kind     text,
    category text,
    unit     text    not null collate "C",
    remote   boolean not null,
    version  bigint  not null
) with (fillfactor = 75);

-- What lasts (OPEN, SETTLING) ends on a day; all else has no end. What does not stand is not counted any more.
create table views.report_fact (
    petition text    not null collate "C",
    no       integer not null,
    what     text    not null,
    detail   text,
    day      date    not null,
    ends     date,
    kind     text,
    category text,
    unit     text    not null collate "C",
    stands   boolean not null,
    primary key (petition, no)
) with (fillfactor = 75);
create index report_fact_by_day on views.report_fact (what, day) where stands;
create index report_fact_lasting on views.report_fact (what, (coalesce(ends, 'infinity'::date)))
    where stands and what in ('OPEN', 'SETTLING', 'SUSPENDED');
