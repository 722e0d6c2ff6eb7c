package vn.caunoi.api.yardstick;

/**
 * What is wrong with a table; nothing of it was taken.
 *
 * @param line in the file, from 1; 0 for the file as a whole
 * @param column its heading, or an empty text
 * @param code {@code yardsticks.wrong.<code>} says it in words
 * @param value what stands there, cut short
 */
public record YardstickTrouble(long line, String column, String code, String value) {}
