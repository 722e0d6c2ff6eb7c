-- How far the record was read for what goes out to officers and to other programs. What follows is written with it.
create table vault.outbox (
    name     text   not null primary key,
    position bigint not null
);

-- How officers want to be told of their work by mail; who is not there is told nothing.
create table vault.notice_choice (
    officer  text not null collate "C" primary key,
    email    text not null,
    how      text not null check (how in ('AT_ONCE', 'DAILY', 'NONE')),
    language text not null check (language in ('VI', 'EN'))
);

-- What an officer is told: one for each event and officer. Codes and days only.
create table vault.notice (
    id       text        not null collate "C" primary key,
    officer  text        not null collate "C",
    topic    text        not null,
    petition text,
    code     text,
    due      timestamptz,
    at       timestamptz not null,
    settled  timestamptz,
    problem  text
);
create index notice_waiting on vault.notice (officer, at) where settled is null;
create index notice_by_age on vault.notice (at);

-- Who is told of events over HTTP.
create table vault.webhook (
    id       uuid        not null primary key,
    url      text        not null,
    secret   bytea       not null,
    kinds    text[]      not null,
    made     timestamptz not null,
    by       text        not null,
    failures int         not null default 0,
    off_at   timestamptz,
    off_why  text check (off_why in ('BY_HAND', 'FAILURES')),
    constraint off_whole check ((off_at is null) = (off_why is null))
);

create table vault.webhook_delivery (
    webhook uuid        not null references vault.webhook on delete cascade,
    id      text        not null collate "C",
    kind    text        not null,
    code    text,
    body    text        not null,
    at      timestamptz not null,
    tries   int         not null default 0,
    next_at timestamptz not null,
    settled timestamptz,
    status  int,
    problem text,
    primary key (webhook, id)
);
create index webhook_delivery_waiting on vault.webhook_delivery (next_at) where settled is null;
create index webhook_delivery_newest on vault.webhook_delivery (webhook, at desc);
