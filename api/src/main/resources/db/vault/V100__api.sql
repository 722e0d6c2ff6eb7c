-- Who may log in. What somebody may do stands in the directory, under the same name.
create table vault.account (
    name          text        not null primary key,
    password_hash text        not null,
    enabled       boolean     not null default true,
    demo          boolean     not null default false,
    created       timestamptz not null default now(),
    changed       timestamptz not null default now()
);

-- Answers to requests with an Idempotency-Key. Without a status the request is (or was) under way.
-- The answer is encrypted with a key that only the requester's key and the vault's master key give.
create table vault.answer (
    scope     text        not null primary key,
    body_hash text        not null,
    taken     timestamptz not null,
    status    int,
    headers   bytea,
    body      bytea,
    constraint answered_whole check ((status is null) = (headers is null) and (status is null) = (body is null))
);
create index answer_by_age on vault.answer (taken);

-- Files that came with petitions and steps; the bytes lie in the data folder under their sha256.
create table vault.file (
    id       uuid        not null primary key,
    name     text        not null,
    type     text        not null,
    size     bigint      not null,
    sha256   text        not null,
    uploaded timestamptz not null,
    by       text        not null,
    unit     text        not null
);
create index file_by_content on vault.file (sha256);
