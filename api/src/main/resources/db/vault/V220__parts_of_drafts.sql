-- What a draft carries beside its diagram (tables of rules, letters, ...), published with it as one package.
alter table vault.model_draft add column parts_revision int not null default 0;

create table vault.model_draft_part (
    draft      uuid        not null references vault.model_draft on delete cascade,
    name       text        not null,
    content    text        not null,
    revision   int         not null,
    changed    timestamptz not null,
    changed_by text        not null,
    primary key (draft, name)
);
