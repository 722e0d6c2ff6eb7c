-- What the driver knows beside the engine. All of it follows from the events and may be dropped and built again.

-- Published versions that the engine has read.
create table deployed (
    process    text not null,
    version    int  not null,
    definition text not null,
    primary key (process, version)
);

create table running (
    petition text not null,
    process  text not null,
    version  int  not null,
    instance text not null,
    primary key (petition, process)
);

-- How often each activity was reached, and the sequence of the event the petition is stuck at.
create table course (
    petition text   primary key,
    reached  jsonb  not null default '{}',
    parked   bigint
);
create index course_parked on course (petition) where parked is not null;

create table task (
    task              text primary key,
    petition          text not null,
    instance          text not null,
    activity_instance text not null
);
create unique index task_by_activity on task (instance, activity_instance);

create table timer (
    timer    text primary key,
    petition text not null,
    process  text not null,
    activity text not null,
    job      text not null
);
create index timer_by_petition on timer (petition);

-- Events that came before the process was ready for them; only the latest of each name counts.
create table kept_event (
    petition text   not null,
    process  text   not null,
    event    text   not null,
    sequence bigint not null,
    primary key (petition, process, event)
);

create table unit_parent (
    unit   text primary key,
    parent text
);

-- What falls due. next_at is when the sweeper has something to record; null when it has recorded all.
create table due (
    petition text        not null,
    what     text        not null check (what in ('DEADLINE', 'TIMER')),
    name     text        not null,
    due      timestamptz not null,
    next_at  timestamptz,
    primary key (petition, what, name)
);
create index due_next on due (next_at) where next_at is not null;
