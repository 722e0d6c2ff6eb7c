package vn.caunoi.projections.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;

/**
 * Days on which an officer is away.
 *
 * @param until last day; null while it is not known
 * @param deputy who stands in; null when nobody does
 */
public record Absence(
        OfficerId officer,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable OfficerId deputy) {}
