create extension if not exists pg_trgm with schema public;

-- One case, whole, with what lists filter and sort by beside it. A case nothing limits is due at infinity.
create table views.case_file (
    id         text        not null collate "C" primary key,
    code       text        not null,
    code_key   text        not null collate "C",
    pin_hash   text,
    kind       text,
    stage      text        not null,
    status     text        not null,
    unit       text        not null collate "C",
    assignee   text collate "C",
    category   text,
    channel    text        not null,
    place      text,
    received   timestamptz not null,
    closed     timestamptz,
    next_due   timestamptz not null,
    escalated  boolean     not null,
    waiting    text,
    words      text        not null,
    file       jsonb       not null,
    version    bigint      not null
);
create unique index case_file_by_code on views.case_file (code_key);
create index case_file_newest on views.case_file (received desc, id desc);
create index case_file_newest_of_unit on views.case_file (unit, received desc, id desc);
create index case_file_newest_of_officer on views.case_file (assignee, received desc, id desc);
create index case_file_due on views.case_file (next_due, id) where status <> 'CLOSED';
create index case_file_due_of_unit on views.case_file (unit, next_due, id) where status <> 'CLOSED';
create index case_file_words on views.case_file using gin (words public.gin_trgm_ops);

-- Whose cases: assigned to an officer, or where the officer held or did a task.
create table views.case_part (
    officer  text        not null collate "C",
    petition text        not null collate "C",
    section  text        not null,
    unit     text        not null collate "C",
    due      timestamptz not null,
    primary key (petition, officer)
);
create index case_part_of_officer on views.case_part (officer, section, due, petition);
