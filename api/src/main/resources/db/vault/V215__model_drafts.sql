-- Diagrams that designers work on together before they are published. Not sealed: a diagram holds nothing about anybody.
create table vault.model_draft (
    id            uuid        not null primary key,
    name          text        not null,
    description   text        not null,
    xml           text        not null,
    revision      int         not null,
    based_key     text,
    based_version int,
    made          timestamptz not null,
    made_by       text        not null,
    changed       timestamptz not null,
    changed_by    text        not null
);
