-- Reports as they were submitted, with what was counted.
create table views.report_submission (
    report    text        not null collate "C",
    time      integer     not null,
    unit      text        not null collate "C",
    whole     boolean     not null,
    year      integer     not null,
    term      text        not null,
    first     date        not null,
    last      date        not null,
    edition   text        not null,
    units     jsonb       not null,
    figures   jsonb       not null,
    cases     jsonb       not null,
    sha256    text        not null,
    submitted timestamptz not null,
    by        text        not null,
    reason    text,
    recalled  timestamptz,
    recaller  text,
    recall    text,
    primary key (report, time)
);
create index report_submission_of_period on views.report_submission (year, term, unit);
