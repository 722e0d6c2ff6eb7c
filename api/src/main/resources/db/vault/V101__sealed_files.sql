-- Files are sealed: the bytes lie in the data folder under the file's id, encrypted with a key of the file's own. That
-- key and the name are sealed with the key of the case, or of the uploader while the file belongs to no case. Without a
-- content_key the row is of before, its bytes in clear under their sha256, until the next start seals them.
alter table vault.file
    alter column name drop not null,
    add column key         uuid,
    add column content_key bytea,
    add column name_sealed bytea,
    add column petition    text,
    add column arrived     timestamptz not null default now(),
    add constraint sealed_or_of_before check (
        (name is null) = (name_sealed is not null)
        and (name is null) = (content_key is not null)
        and (name is null) = (key is not null));
create index file_of_petition on vault.file (petition) where petition is not null;
create index file_of_nobody on vault.file (arrived) where petition is null;
create index file_by_key on vault.file (key);
