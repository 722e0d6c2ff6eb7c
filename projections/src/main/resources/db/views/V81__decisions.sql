-- What follows decisions on complaints: where each stands, since when, and until when it is to be carried out.
create table views.decision (
    petition  text        not null collate "C" primary key,
    state     text        collate "C",
    since     timestamptz not null,
    effective date,
    due       timestamptz,
    court     text,
    told      jsonb       not null,
    version   bigint      not null
);
create index decision_by_state on views.decision (state, since, petition) where state is not null;
create index decision_due on views.decision (due, petition) where due is not null;
