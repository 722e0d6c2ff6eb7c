-- Since when, where and whether a version is for new cases, and who published it why; read from the ledger where it was published before.
alter table model
    add column effective_from timestamptz,
    add column pilot          text[]  not null default '{}',
    add column retired        boolean not null default false,
    add column parts          text,
    add column note           text,
    add column published_by   text,
    add column proposed_by    text;
