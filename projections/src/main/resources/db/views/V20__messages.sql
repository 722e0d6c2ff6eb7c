-- Who can be told of a petition by message; only petitions with somebody who can.
create table views.message_case (
    petition text   not null collate "C" primary key,
    code     text   not null,
    unit     text   not null collate "C",
    persons  text   not null,
    told     boolean not null,
    language text   not null,
    version  bigint not null
);

-- What is to be sent, was sent, or could not be.
create table views.message (
    id       text        not null collate "C" primary key,
    petition text        not null collate "C",
    code     text        not null,
    unit     text        not null collate "C",
    person   text        not null collate "C",
    carrier  text        not null,
    topic    text        not null,
    language text        not null,
    at       timestamptz not null,
    state    text        not null,
    settled  timestamptz,
    problem  text
);
create index message_waiting on views.message (at, id) where state = 'WAITING';
create index message_newest on views.message (at desc, id desc);
create index message_failed on views.message (at desc, id desc) where state = 'FAILED';
create index message_of on views.message (petition, at);
