-- Cases whose move was tried beforehand, and would have become an incident.
alter table vault.migration_case drop constraint migration_case_state_check;
alter table vault.migration_case add constraint migration_case_state_check
    check (state in ('READY', 'BLOCKED', 'REFUSED', 'WENT_ON', 'ORDERED', 'MOVED', 'FAILED', 'GONE'));
