-- Tries to send a message. What became of it is told by the record; this outlives a rebuild of the read models.
create table vault.delivery (
    message  text        not null collate "C" primary key,
    tries    int         not null,
    first_at timestamptz not null,
    next_at  timestamptz not null,
    sent_at  timestamptz
);

-- When messages began to be sent; what was recorded before is not told of.
create table vault.delivery_start (
    carrier text        not null primary key,
    at      timestamptz not null
);
