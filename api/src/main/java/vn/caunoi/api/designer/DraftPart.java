package vn.caunoi.api.designer;

import java.time.Instant;

/**
 * A text that a draft carries beside its diagram and that is published with it, for example {@code deadlines.dmn}.
 *
 * @param revision grows with each change of any part of the draft; who saves says which one they saw
 * @param changed by the business clock
 */
public record DraftPart(String name, String content, int revision, Instant changed, String changedBy) {}
