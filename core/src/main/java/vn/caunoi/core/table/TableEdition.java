package vn.caunoi.core.table;

import java.time.LocalDate;

/**
 * A decision table as it holds from a day on, until a later edition does.
 *
 * @param number from 1 per table
 * @param from first day on which it answers
 * @param content DMN 1.3 in XML
 * @param reason why it is published, as people read it
 */
public record TableEdition(TableName table, int number, LocalDate from, String content, String reason) {

    TableEdition numbered(int next) {
        return new TableEdition(table, next, from, content, reason);
    }
}
