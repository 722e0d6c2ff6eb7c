-- By what visits may be found to be of the same person about the same: keyed hashes as in views.likeness. No clear text,
-- and nothing at all of what was told about a denunciation or of whom was erased.
create table views.visit_likeness (
    visit   text   not null collate "C" primary key,
    keys    text   not null,
    version bigint not null
);
create index visit_likeness_keys on views.visit_likeness using gin (string_to_array(keys, ' '));
