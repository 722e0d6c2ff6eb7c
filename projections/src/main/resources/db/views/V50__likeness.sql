-- By what petitions may be found to be about the same: keyed hashes of identity numbers, phones, names with addresses,
-- numbers of decisions and of what the text says, parted by blanks. No clear text, and nothing at all of denunciations.
create table views.likeness (
    petition text   not null collate "C" primary key,
    keys     text   not null,
    version  bigint not null
);
create index likeness_keys on views.likeness using gin (string_to_array(keys, ' '));
