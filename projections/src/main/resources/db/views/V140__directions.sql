-- What superiors directed in cases, until when, and what became of it; what they said is in the record of the case.
create table views.direction (
    id       text        not null collate "C" primary key,
    petition text        not null collate "C",
    no       integer     not null,
    giver    text        not null collate "C",
    given    timestamptz not null,
    unit     text        not null collate "C",
    officer  text        collate "C",
    due      timestamptz not null,
    state    text        not null collate "C",
    ended    timestamptz,
    version  bigint      not null
);
create index direction_open on views.direction (due, id) where state = 'OPEN';
create index direction_over on views.direction (ended, id) where state <> 'OPEN';
create index direction_of on views.direction (petition);
