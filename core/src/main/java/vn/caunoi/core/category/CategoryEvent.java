package vn.caunoi.core.category;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.ledger.StoredAs;

/** What happened to the tree of categories. */
public sealed interface CategoryEvent {

    @StoredAs("category.defined")
    record CategoryDefined(Category category) implements CategoryEvent {}

    /** @param on the first day it is not to be chosen any more */
    @StoredAs("category.retired")
    record CategoryRetired(String category, LocalDate on) implements CategoryEvent {}

    /** @param category null: the word means none any more */
    @StoredAs("category.word-mapped")
    record CategoryWordMapped(String word, @Nullable String category) implements CategoryEvent {}
}
