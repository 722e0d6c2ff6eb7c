-- Texts that people put into forms again and again: somebody's own, or of a unit for all its people and those below. Somebody may have
-- written a name into one: name and text are sealed with a key of who keeps it. No cache: it cannot be built again.
create table vault.text_block (
    id       uuid        not null primary key,
    owner    text,
    unit     text,
    kept     bytea       not null,
    version  integer     not null default 1,
    kept_by  text        not null,
    kept_at  timestamptz not null,
    check ((owner is null) <> (unit is null))
);
create index text_block_of_owner on vault.text_block (owner) where owner is not null;
create index text_block_of_unit on vault.text_block (unit) where unit is not null;
