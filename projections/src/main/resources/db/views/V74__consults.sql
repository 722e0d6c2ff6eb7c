-- Opinions that cases asked for: of which unit or body, and where each stands. What they say is told from the record.
create table views.consult (
    id       text        not null collate "C" primary key,
    petition text        not null collate "C",
    asking   text        not null collate "C",
    officer  text        not null collate "C",
    unit     text        collate "C",
    state    text        not null collate "C",
    asked    timestamptz not null,
    due      timestamptz not null,
    near     boolean     not null,
    missed   boolean     not null,
    level    integer     not null,
    link     integer     not null,
    until    timestamptz,
    mailed   boolean     not null,
    mail     text        collate "C",
    version  bigint      not null
);
create index consult_of on views.consult (petition);
create index consult_asked_of on views.consult (unit, due, id) where state = 'ASKED';
create index consult_asked_by on views.consult (officer, due, id) where state = 'ASKED';
create index consult_mail on views.consult (asked, id) where mail is not null;
