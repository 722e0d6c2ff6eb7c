package vn.caunoi.core.petition;

import java.time.Instant;

/**
 * How long it is waited for what a petitioner was asked to add.
 *
 * @param reminded whether the petitioner was reminded of it
 */
record SupplementTime(Instant until, boolean reminded) {}
