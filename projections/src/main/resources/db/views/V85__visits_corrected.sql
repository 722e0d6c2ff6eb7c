-- How often a call-back was tried, and when it was given up.
alter table views.visit add column tries int not null default 0;
alter table views.visit add column given_up timestamptz;
-- The visit after which its matter is named, when the same person came about the same thing before.
alter table views.visit add column same_as text collate "C";
create index visit_of_matter on views.visit (same_as) where same_as is not null;
