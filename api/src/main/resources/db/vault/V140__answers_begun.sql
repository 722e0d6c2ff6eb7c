-- When a request was first made, whoever took it over later: with the key it gives the ids of what comes of it. None for
-- those that were taken before.
alter table vault.answer add column begun timestamptz;
