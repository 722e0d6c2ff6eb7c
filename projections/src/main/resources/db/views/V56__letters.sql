-- Letters of cases: where each stands, and its place in the book of its unit. What they say is told from the record.
create table views.letter (
    id        text        not null collate "C" primary key,
    petition  text        not null collate "C",
    unit      text        not null collate "C",
    template  text        not null,
    state     text        not null collate "C",
    since     timestamptz not null,
    year      integer,
    serial    integer,
    number    text,
    issued    date,
    sent      date,
    delivered date,
    version   bigint      not null
);
create index letter_by_state on views.letter (state, since, id);
create index letter_of on views.letter (petition);
create unique index letter_in_book on views.letter (unit, year, serial) where serial is not null;
