-- Ends a transaction whose last statement finds that a stream does not end as was thought: the commit travels behind that
-- statement and must not happen.
create function ledger.lost_race() returns boolean language plpgsql volatile as $$
begin
    raise exception 'a stream ends with another event than was thought' using errcode = 'serialization_failure';
end
$$;
