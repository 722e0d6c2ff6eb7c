-- A row for each incident instead of one for each case: what is shown of the case stands in it.
alter table views.incident add column code text, add column unit text, add column settled boolean not null default false;
update views.incident i set code = c.code, unit = c.unit from views.incident_case c where c.petition = i.petition;
delete from views.incident where code is null;
alter table views.incident alter column code set not null, alter column unit set not null;
drop table views.incident_case;
drop index views.incident_oldest;
create index incident_oldest on views.incident (since, petition, incident) where not settled;

-- Open tasks only, each with what a list shows of its case; of one that ended only to which case it belongs.
create temporary table task_before on commit drop as select * from views.task;
create temporary table case_before on commit drop as select * from views.task_case;
drop table views.task, views.task_case;

create table views.task_ended (
    id       text not null collate "C" primary key,
    petition text not null collate "C"
);
insert into views.task_ended select id, petition from task_before where state <> 'OPEN';

create table views.task (
    id         text        not null collate "C" primary key,
    petition   text        not null collate "C",
    process    text        not null,
    key        text        not null,
    name       text        not null,
    unit       text        not null collate "C",
    role       text        not null collate "C",
    assignee   text collate "C",
    due        timestamptz not null,
    form       text        not null,
    version    bigint      not null,
    code       text        not null,
    kind       text,
    subject    text,
    case_stage text        not null
) with (autovacuum_vacuum_scale_factor = 0.05);
insert into views.task
select t.id, t.petition, t.process, t.key, t.name, t.unit, t.role, t.assignee, t.due, t.form, t.version,
       coalesce(c.code, ''), c.kind, c.subject, coalesce(c.stage, 'RECEIPT')
  from task_before t left join case_before c on c.petition = t.petition where t.state = 'OPEN';
create index task_of_group on views.task (role, unit, due, id);
create index task_to_claim on views.task (role, unit, due, id) where assignee is null;
create index task_of_officer on views.task (assignee, due, id) where assignee is not null;
create index task_of_petition on views.task (petition);
create index task_by_due on views.task (due, id);

-- What is not to do stands in the order of receipt, which does not change with every task of others.
update views.case_part p set due = f.received from views.case_file f where f.id = p.petition and p.section <> 'TO_DO';
