-- A draft of before never replaces a later one: every form that is shown takes a turn, and its drafts count on from there. Of a draft
-- that was sent or thrown away the turn stays for a day, without the text, so that what was still under way does not bring it back.
-- What is typed for a petition that is not handed in yet has no case: it is sealed with a key of who types it.
create sequence vault.form_turn;
alter table vault.form_draft
    alter column petition drop not null,
    alter column typed drop not null,
    add column turn bigint not null default 0,
    add column step bigint not null default 0;
