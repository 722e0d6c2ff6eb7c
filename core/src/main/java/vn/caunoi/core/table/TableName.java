package vn.caunoi.core.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Decision tables that are published whole. That of deadlines only gains rows so, for what a row says is amended one by one,
 * with deadlines that run and cases that refer to it in view.
 */
public enum TableName {
    DEADLINES,
    ROUTING,
    HANDLING,
    ESCALATION;

    /** As its file is called, without the ending. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a word that no such table has. */
    public static Optional<TableName> of(String word) {
        return Arrays.stream(values())
                .filter(table -> table.word().equals(word))
                .findFirst();
    }
}
