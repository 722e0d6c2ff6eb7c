-- Who looked at which case, when. Not part of the record of the case, and no cache: it cannot be built again.
create table vault.reading (
    id       text        not null primary key,
    petition text        not null,
    reader   text        not null,
    at       timestamptz not null,
    what     text        not null,
    as_of    timestamptz
);
create index reading_of_petition on vault.reading (petition, at desc, id desc);
create index reading_by_age on vault.reading (at);
