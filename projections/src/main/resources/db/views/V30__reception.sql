-- The reception book: a row a visit or call. A visit about a denunciation has no words and no names here.
create table views.visit (
    visit         text        not null collate "C" primary key,
    unit          text        not null collate "C",
    year          int         not null,
    recorded      timestamptz not null,
    happened      timestamptz not null,
    way           text        not null,
    receiver      text        not null,
    sitting       text,
    identity      text        not null,
    people        int         not null,
    crowd         boolean     not null,
    urgent        boolean     not null,
    matter        text,
    sealed        boolean     not null,
    visitors      jsonb       not null,
    subject       text,
    statement     text,
    settled_by    text,
    papers        jsonb       not null,
    words         text        not null,
    ending        text,
    ended         timestamptz,
    ground        text,
    outcome       text,
    petition      text collate "C",
    code          text,
    promised      timestamptz,
    promised_by   text,
    kept          timestamptz,
    call_back     timestamptz,
    called        timestamptz,
    result_due    timestamptz,
    result_rule   jsonb,
    told          timestamptz,
    told_what     text,
    told_how      text,
    file          text,
    remarks       jsonb       not null,
    version       bigint      not null
);
create index visit_of_book on views.visit (unit, year, recorded, visit);
create index visit_by_time on views.visit (happened desc, visit desc);
create index visit_of_unit on views.visit (unit, happened desc, visit desc);
create index visit_of_petition on views.visit (petition) where petition is not null;
create index visit_of_sitting on views.visit (sitting) where sitting is not null;

-- What is still owed to somebody: a promised answer, a call-back, the result. Rows of what was done are gone.
create table views.visit_due (
    visit    text        not null collate "C",
    what     text        not null,
    unit     text        not null collate "C",
    due      timestamptz not null,
    by       text,
    primary key (visit, what)
);
create index visit_due_by_time on views.visit_due (due, visit, what);
create index visit_due_of_unit on views.visit_due (unit, due, visit, what);
