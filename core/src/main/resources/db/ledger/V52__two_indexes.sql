-- It was asked once in a blue moon where a moment lies in the record, and paid for with every event.
drop index ledger.event_in_time;
