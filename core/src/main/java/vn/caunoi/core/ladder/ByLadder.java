package vn.caunoi.core.ladder;

import java.time.LocalDate;

/**
 * Why a case rose: the row that said so and what it was counted from.
 *
 * @param row id of the row
 * @param version of the table
 * @param since the day after which the working days were counted
 */
public record ByLadder(String row, String version, LocalDate since, int workingDays) {}
