-- What somebody typed into a form of a case and has not sent. It may name people: it is sealed with the key of the case, so
-- that it goes with the case. No cache: it cannot be built again.
create table vault.form_draft (
    owner    text        not null,
    place    text        not null,
    petition text        not null,
    typed    bytea       not null,
    kept_at  timestamptz not null,
    primary key (owner, place)
);
create index form_draft_of_petition on vault.form_draft (petition);
create index form_draft_by_age on vault.form_draft (kept_at);
