-- By what words petitions are found: keyed hashes of the words of subject and content, of names, phones, identity numbers
-- and codes. It takes the place of the clear words and names there were. Of a denunciation there is nothing but its code.
-- Hashes cannot be compressed, and what waits to be sorted into the index is read by every question: it is kept short.
create table views.found_by (
    petition text     not null collate "C" primary key,
    keys     bigint[] not null,
    secret   boolean  not null,
    version  bigint   not null
);
alter table views.found_by alter column keys set storage external;
create index found_by_keys on views.found_by using gin (keys) with (gin_pending_list_limit = 1024);
drop table views.case_words;
