package vn.caunoi.ops.receipt;

/**
 * What is wrong with a line of the file.
 *
 * @param taken whether the line was taken in spite of it
 */
record LogProblem(long line, String number, String why, boolean taken) {}
