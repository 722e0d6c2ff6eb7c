-- What a group has still to claim, in due order; who looks over many groups walks all tasks by due.
create index task_to_claim on views.task (role, unit, due, id) where state = 'OPEN' and assignee is null;
drop index views.task_of_role;

-- Numbers for badges: open tasks of a group that are due on a legal day, and those of them to be claimed.
create table views.task_count (
    role      text not null collate "C",
    unit      text not null collate "C",
    day       date not null,
    open      int  not null,
    unclaimed int  not null,
    primary key (role, unit, day)
);
insert into views.task_count (role, unit, day, open, unclaimed)
select role, unit, (due at time zone 'Asia/Ho_Chi_Minh')::date, count(*), count(*) filter (where assignee is null)
  from views.task where state = 'OPEN' group by 1, 2, 3;
