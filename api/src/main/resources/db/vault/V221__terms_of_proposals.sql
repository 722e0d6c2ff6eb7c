-- From when on and where what is proposed would be followed; null where it is at once and everywhere.
alter table vault.model_draft
    add column proposed_from  timestamptz,
    add column proposed_units text[];
