-- What somebody without an account has written and not handed in yet. Found by a keyed hash of the secret they keep; sealed
-- with a key of its own, so that throwing the key away throws all of it away.
create table vault.online_draft (
    id       text        not null primary key,
    typed    bytea       not null,
    kept_at  timestamptz not null
);
create index online_draft_by_age on vault.online_draft (kept_at);
