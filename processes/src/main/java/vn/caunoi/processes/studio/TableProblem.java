package vn.caunoi.processes.studio;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a decision table.
 *
 * @param isError whether it keeps the table from being used; else a warning
 * @param row what the row calls itself; null when it is about the table
 * @param column id of an input or name of an output; null when it is about the row
 * @param rule permanent word for what was broken, for translation
 * @param detail what the rule names; may be empty
 * @param said as a sentence
 */
public record TableProblem(
        boolean isError, @Nullable String row, @Nullable String column, String rule, String detail, Said said) {}
