-- Where the sealed bytes of a file lie: under the SHA-256 of what lies there, so that anybody can check it without a
-- key. What is in a case twice lies there once; never what is in two cases, for one of them may be erased alone.
-- bound_to: id of the file the content was sealed for. Both are null until the next start moves a file of before, which
-- lies under its own id.
alter table vault.file
    add column content  text collate "C",
    add column bound_to uuid,
    add constraint bound_where_it_lies check ((content is null) = (bound_to is null));
create index file_by_address on vault.file (content) where content is not null;

-- Addresses that a row let go of. What lies there goes once no row tells of it.
create table vault.content_left (
    content text not null primary key collate "C"
);
