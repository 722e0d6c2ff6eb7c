package vn.caunoi.core.petition;

/** How one petition relates to another. */
public enum Relation {
    DUPLICATE_OF,
    RELATED_TO,
    SPLIT_FROM,
    SPLIT_INTO,
    MERGED_INTO,
    MERGED_FROM,
    SECOND_ROUND_OF,
    SECOND_ROUND
}
