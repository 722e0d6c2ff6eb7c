-- The order of all tasks serves who looks over many units, and asks for it by a condition that always holds. Else the
-- database, when it believes that nearly all tasks are of one unit, walks all of them for the list of another.
drop index views.task_by_due;
create index task_by_due on views.task (due, id) where version >= 0;
