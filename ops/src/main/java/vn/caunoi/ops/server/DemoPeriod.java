package vn.caunoi.ops.server;

import java.time.Instant;

/**
 * When a demonstration takes place.
 *
 * @param now where its clock stands when it opens
 * @param fresh whether nothing was recorded before this start
 */
public record DemoPeriod(Instant now, boolean fresh) {}
