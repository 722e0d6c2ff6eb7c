-- A case's row is written with every event, so it is narrow; the file itself is told from the record when it is asked
-- for. The words are apart, for their index is dear to write and they hardly ever change.
create table views.case_words (
    petition text not null collate "C" primary key,
    words    text not null
);
insert into views.case_words select id, words from views.case_file;
create index case_words_parts on views.case_words using gin (words public.gin_trgm_ops);

alter table views.case_file add column subject text, add column tasks jsonb;
update views.case_file set subject = file ->> 'subject', tasks = coalesce(file -> 'tasks', '[]');
drop index views.case_file_words;
alter table views.case_file drop column words, drop column file, alter column tasks set not null,
    set (fillfactor = 80);
