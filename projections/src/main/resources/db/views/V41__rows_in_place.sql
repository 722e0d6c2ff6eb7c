-- Rows that change with nearly every event change in place: there is room left in their pages, what changes stands last
-- and together (the log has what lies between the first and the last byte that changed), and what other tables tell is
-- not written a second time: open tasks stand in views.task alone.

-- Indexes keep their names, so the former tables give theirs up.
create temporary table case_part_before on commit drop as
select p.officer, p.petition, case f.status when 'CLOSED' then 'DONE' else 'WAITING' end as section, p.unit, f.received
  from views.case_part p join views.case_file f on f.id = p.petition;
drop table views.case_part;

alter table views.case_file rename to case_file_before;
alter index views.case_file_pkey rename to case_file_before_pkey;
drop index views.case_file_by_code, views.case_file_newest, views.case_file_newest_of_unit,
    views.case_file_newest_of_officer, views.case_file_due, views.case_file_due_of_unit;
create table views.case_file (
    id        text        not null collate "C",
    code      text        not null,
    code_key  text        not null collate "C",
    pin_hash  text,
    channel   text        not null,
    category  text,
    place     text,
    subject   text,
    kind      text,
    unit      text        not null collate "C",
    assignee  text collate "C",
    received  timestamptz not null,
    closed    timestamptz,
    next_due  timestamptz not null,
    version   bigint      not null,
    escalated boolean     not null,
    stage     text        not null,
    status    text        not null,
    waiting   text
) with (fillfactor = 75);
insert into views.case_file
select id, code, code_key, pin_hash, channel, category, place, subject, kind, unit, assignee, received, closed, next_due,
       version, escalated, stage, status, waiting
  from views.case_file_before order by received;
drop table views.case_file_before;
alter table views.case_file add primary key (id);
create unique index case_file_by_code on views.case_file (code_key);
create index case_file_newest on views.case_file (received desc, id desc);
create index case_file_newest_of_unit on views.case_file (unit, received desc, id desc);
create index case_file_newest_of_officer on views.case_file (assignee, received desc, id desc);
create index case_file_due on views.case_file (next_due, id) where status <> 'CLOSED';
create index case_file_due_of_unit on views.case_file (unit, next_due, id) where status <> 'CLOSED';

-- Whose cases: assigned to an officer, or where the officer held or did a task. Which of them are to do is told by the
-- tasks that the officer holds; the others stand in the order of receipt.
create table views.case_part (
    officer  text        not null collate "C",
    petition text        not null collate "C",
    section  text        not null,
    unit     text        not null collate "C",
    received timestamptz not null,
    primary key (petition, officer)
);
insert into views.case_part select * from case_part_before;
create index case_part_of_officer on views.case_part (officer, section, received, petition);

alter table views.oversight_case rename to oversight_case_before;
alter index views.oversight_case_pkey rename to oversight_case_before_pkey;
drop index views.oversight_due, views.oversight_due_of_unit, views.oversight_escalated, views.oversight_unassigned,
    views.oversight_received, views.oversight_open;
create table views.oversight_case (
    id        text        not null collate "C",
    code      text        not null,
    channel   text        not null,
    subject   text,
    kind      text,
    unit      text        not null collate "C",
    assignee  text collate "C",
    received  timestamptz not null,
    closed    timestamptz,
    result    text,
    escalated timestamptz,
    cause     text,
    level     int         not null,
    accepted  boolean     not null,
    stage     text        not null,
    status    text        not null,
    due       timestamptz not null,
    version   bigint      not null,
    limits    jsonb       not null
) with (fillfactor = 75);
insert into views.oversight_case
select id, code, channel, subject, kind, unit, assignee, received, closed, result, escalated, cause, level, accepted, stage,
       status, due, version, limits
  from views.oversight_case_before order by received;
drop table views.oversight_case_before;
alter table views.oversight_case add primary key (id);
create index oversight_due on views.oversight_case (due, id) where status <> 'CLOSED';
create index oversight_due_of_unit on views.oversight_case (unit, due, id) where status <> 'CLOSED';
create index oversight_escalated on views.oversight_case (escalated desc, id desc)
    where status <> 'CLOSED' and level > 0;
create index oversight_unassigned on views.oversight_case (received, id) where status <> 'CLOSED' and assignee is null;
create index oversight_received on views.oversight_case (received, id);

create temporary table task_before on commit drop as select * from views.task;
drop table views.task;
create table views.task (
    id         text        not null collate "C" primary key,
    petition   text        not null collate "C",
    process    text        not null,
    key        text        not null,
    name       text        not null,
    role       text        not null collate "C",
    form       text        not null,
    code       text        not null,
    subject    text,
    kind       text,
    case_stage text        not null,
    unit       text        not null collate "C",
    due        timestamptz not null,
    version    bigint      not null,
    assignee   text collate "C"
) with (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.05);
insert into views.task
select id, petition, process, key, name, role, form, code, subject, kind, case_stage, unit, due, version, assignee
  from task_before;
create index task_of_group on views.task (role, unit, due, id);
create index task_to_claim on views.task (role, unit, due, id) where assignee is null;
create index task_of_officer on views.task (assignee, due, id) where assignee is not null;
create index task_of_petition on views.task (petition);
create index task_by_due on views.task (due, id);
