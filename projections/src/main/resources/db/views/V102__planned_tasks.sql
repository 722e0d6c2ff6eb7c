-- What people plan with a task beside the law: a day of its own, or sleep until a moment or until something has come. Lists
-- are in the order of the earlier date, which is what due is now; where that is not the legal moment, legal has it.
alter table views.task
    add column legal   timestamptz,
    add column own     date,
    add column asleep  timestamptz,
    add column awaited text,
    add column woken   text;
create index task_dated on views.task (legal, role, unit) where legal is not null;
create index task_asleep on views.task (assignee, due, id) where asleep is not null;
