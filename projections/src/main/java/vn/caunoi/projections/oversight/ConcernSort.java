package vn.caunoi.projections.oversight;

/** By what it is told what people are upset about. */
public enum ConcernSort {
    /** As the tree of categories has it now. */
    CATEGORY("c.category", "c.category"),
    /** Village or commune of the matter; written with or without marks it is one. */
    PLACE("c.place", "views.plain_word(c.place)"),
    /** Number of a decision that is contested; nothing of denunciations. */
    DECISION("c.contested", "case when c.kind is distinct from 'DENUNCIATION' then upper(btrim(c.contested)) end");

    final String column;
    /** What is the same has the same key. */
    final String key;

    ConcernSort(String column, String key) {
        this.column = column;
        this.key = key;
    }
}
