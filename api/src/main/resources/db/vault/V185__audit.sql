-- What became of each account. Written by the table itself, so that no way of changing an account goes past it.
create table vault.account_change (
    no      bigint      generated always as identity primary key,
    account text        not null,
    at      timestamptz not null,
    what    text        not null,
    by      text
);
create index account_change_by_time on vault.account_change (at desc, no desc);

create function vault.account_changed() returns trigger language plpgsql as $$
declare
    -- who is logged in, where the caller says so
    who text := nullif(current_setting('caunoi.by', true), '');
begin
    if tg_op = 'INSERT' then
        insert into vault.account_change (account, at, what, by) values (new.name, new.changed, 'opened', who);
        return new;
    end if;
    if new.password_hash <> old.password_hash then
        insert into vault.account_change (account, at, what, by) values (new.name, new.changed, 'password', who);
    end if;
    if new.enabled <> old.enabled then
        insert into vault.account_change (account, at, what, by)
        values (new.name, new.changed, case when new.enabled then 'enabled' else 'closed' end, who);
    end if;
    return new;
end $$;
create trigger account_changed after insert or update on vault.account
    for each row execute function vault.account_changed();

-- Who looked at the sealed identity of whom, across cases.
create index reading_of_identity on vault.reading (at desc, id desc) where what = 'identity';

-- When the whole record was checked, and what was found.
create table vault.integrity_check (
    id      uuid        not null primary key,
    by      text        not null,
    started timestamptz not null,
    ended   timestamptz,
    events  bigint,
    breaks  jsonb,
    failed  boolean     not null default false
);
create index integrity_check_by_time on vault.integrity_check (started desc);
-- one at a time, on all nodes together
create unique index integrity_check_running on vault.integrity_check ((true)) where ended is null;
