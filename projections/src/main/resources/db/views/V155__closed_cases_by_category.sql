-- What was closed about the same, the last first, for who works on something like it.
create index case_file_closed_about on views.case_file (unit, category, closed desc, id desc)
    where status = 'CLOSED' and category is not null;
