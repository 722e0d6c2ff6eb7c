-- whom the desk looked up by a number, in whatever case, the last first
create index reading_of_person on vault.reading (at desc, id desc) where what = 'person';
