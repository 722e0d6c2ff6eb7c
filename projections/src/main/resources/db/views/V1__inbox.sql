-- Tasks: who has to do what, by when. A task without a due date is due at infinity, so that the order is total.
create table views.task (
    id         text        not null collate "C" primary key,
    petition   text        not null collate "C",
    process    text        not null,
    key        text        not null,
    occurrence int         not null,
    name       text        not null,
    unit       text        not null collate "C",
    role       text        not null collate "C",
    assignee   text collate "C",
    due        timestamptz not null,
    stage      text,
    form       text        not null,
    opened     timestamptz not null,
    state      text        not null,
    outcome    text,
    ended      timestamptz,
    version    bigint      not null
);
create index task_of_group on views.task (role, unit, due, id) where state = 'OPEN';
create index task_of_role on views.task (role, due, id) where state = 'OPEN';
create index task_of_officer on views.task (assignee, due, id) where state = 'OPEN';
create index task_of_petition on views.task (petition, due, id) where state = 'OPEN';
create index task_by_due on views.task (due, id) where state = 'OPEN';

-- Forms are the same for thousands of tasks: kept once, by the hash of their JSON.
create table views.task_form (
    hash text  not null collate "C" primary key,
    form jsonb not null
);

-- What a task list shows of the case.
create table views.task_case (
    petition text   not null collate "C" primary key,
    code     text   not null,
    kind     text,
    subject  text,
    stage    text   not null,
    unit     text   not null,
    accepted boolean not null,
    version  bigint not null
);
