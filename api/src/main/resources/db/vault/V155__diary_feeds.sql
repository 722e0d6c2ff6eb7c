-- Addresses under which people read their diary with another program. Only a keyed hash of the secret in the address is kept.
create table vault.diary_feed (
    owner  text        not null primary key,
    secret text        not null unique,
    made   timestamptz not null default now()
);
