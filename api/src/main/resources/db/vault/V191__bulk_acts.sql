-- What became of each case of a form that a supervisor sent for many: one that is sent again does nothing twice.
-- done is null from when a case is taken up until what became of it is known.
create table vault.bulk_act (
    form     text        not null,
    officer  text        not null,
    petition text        not null,
    at       timestamptz not null,
    done     boolean,
    why      text,
    primary key (form, officer, petition)
);
create index bulk_act_at on vault.bulk_act (at);
