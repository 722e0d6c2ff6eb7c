-- Published process models, as process.published told; may be dropped and read again.
create table model (
    key          text        not null,
    version      int         not null,
    name         text        not null,
    hash         text        not null,
    xml          text        not null,
    catches      text[]      not null,
    published_at timestamptz not null,
    primary key (key, version)
);
