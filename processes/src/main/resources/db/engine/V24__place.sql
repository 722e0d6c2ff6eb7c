-- One row per petition instead of one for each thing that stands somewhere: read once and written once a batch. No index
-- holds what changes with every event, so that a change rewrites the row in its page.
create table place (
    petition text   primary key,
    parked   bigint,
    state    text   not null
) with (fillfactor = 60);
create index place_parked on place (petition) where parked is not null;

insert into place (petition, parked, state)
select petition, c.parked, jsonb_strip_nulls(jsonb_build_object(
    'reached', c.reached,
    'tasks', (select jsonb_agg(jsonb_build_object('task', t.task, 'instance', t.instance,
                               'activityInstance', t.activity_instance) order by t.task)
              from task t where t.petition = petition.petition),
    'timers', (select jsonb_agg(jsonb_build_object('timer', t.timer, 'process', t.process, 'activity', t.activity,
                                'job', t.job) order by t.timer)
               from timer t where t.petition = petition.petition),
    'kept', (select jsonb_agg(jsonb_build_object('process', k.process, 'event', k.event, 'sequence', k.sequence)
                              order by k.sequence)
             from kept_event k where k.petition = petition.petition)))::text
from (select petition from course union select petition from task
      union select petition from timer union select petition from kept_event) as petition
left join course c using (petition);

drop table course;
drop table task;
drop table timer;
drop table kept_event;

-- What people look at. The program reads the table.
create view course as
select petition, coalesce(state::jsonb -> 'reached', '{}') as reached, parked from place;

create view task as
select t ->> 'task' as task, petition, t ->> 'instance' as instance, t ->> 'activityInstance' as activity_instance
from place, jsonb_array_elements(state::jsonb -> 'tasks') as t;

create view timer as
select t ->> 'timer' as timer, petition, t ->> 'process' as process, t ->> 'activity' as activity, t ->> 'job' as job
from place, jsonb_array_elements(state::jsonb -> 'timers') as t;

create view kept_event as
select petition, k ->> 'process' as process, k ->> 'event' as event, (k ->> 'sequence')::bigint as sequence
from place, jsonb_array_elements(state::jsonb -> 'kept') as k;

alter table running set (fillfactor = 80);
