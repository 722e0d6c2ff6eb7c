-- Sequence of the event that started the process; for those that ran before it was noted, their whole history counts.
alter table running add since bigint not null default 0;
