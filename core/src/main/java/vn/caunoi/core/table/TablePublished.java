package vn.caunoi.core.table;

import vn.caunoi.core.ledger.StoredAs;

/** A decision table was published whole; it answers from its day. */
@StoredAs("decision-table.published")
public record TablePublished(TableEdition edition) {}
