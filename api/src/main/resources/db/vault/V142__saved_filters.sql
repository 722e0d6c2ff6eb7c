-- What people keep for searching. Name and question may name somebody: they are sealed with a key of who kept them.
-- Settings of people, no cache: it cannot be built again.
create table vault.saved_filter (
    id      uuid        not null primary key,
    list    text        not null,
    owner   text        not null,
    unit    text,
    kept    bytea       not null,
    created timestamptz not null default now()
);
create index saved_filter_of_owner on vault.saved_filter (owner, list);
create index saved_filter_of_unit on vault.saved_filter (unit, list) where unit is not null;

-- With which of them somebody begins.
create table vault.first_filter (
    owner  text not null,
    list   text not null,
    filter uuid not null references vault.saved_filter on delete cascade,
    primary key (owner, list)
);
create index first_filter_by_filter on vault.first_filter (filter);
