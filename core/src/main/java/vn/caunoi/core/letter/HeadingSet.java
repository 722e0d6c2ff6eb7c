package vn.caunoi.core.letter;

import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.StoredAs;

/** How the letters of a unit are headed from now on. */
@StoredAs("letterhead.set")
public record HeadingSet(UnitId unit, Heading heading) {}
