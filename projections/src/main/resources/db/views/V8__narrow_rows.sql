-- A row for each incident instead of one for each case: what is shown of the case stands in it.
alter table views.incident add column code text, add column unit text, add column settled boolean not null default false;
update views.incident i set code = c.code, unit = c.unit from views.incident_case c where c.petition = i.petition;
delete from views.incident where code is null;
alter table views.incident alter column code set not null, alter column unit set not null;
drop table views.incident_case;
drop index views.incident_oldest;
create index incident_oldest on views.incident (since, petition, incident) where not settled;
