package vn.caunoi.core.routing;

import vn.caunoi.core.directory.UnitId;

/**
 * The unit a petition belongs to, as a row of the table says.
 *
 * @param row id of the row
 * @param version of the table
 * @param confidence mark of how well it is known; an authority's own division of work is {@code X} until it is confirmed
 */
public record Route(String row, String version, UnitId unit, String source, String confidence) {}
