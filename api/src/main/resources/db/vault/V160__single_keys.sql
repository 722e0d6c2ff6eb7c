-- Who wants no single-key shortcuts on pages. A setting of a person, no cache: it cannot be built again.
create table vault.no_single_keys (
    officer text not null collate "C" primary key
);
