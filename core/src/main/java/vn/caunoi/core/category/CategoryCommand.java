package vn.caunoi.core.category;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.Actor;

/** Orders about the tree of categories; by administrators. Repeated, an order changes nothing. */
public sealed interface CategoryCommand {

    /** There is one tree, so all changes are one stream. */
    String STREAM = "categories";

    /** A new category, or what one is from a day on. */
    record DefineCategory(@TargetAggregateIdentifier String stream, Category category, Actor by)
            implements CategoryCommand {

        public DefineCategory(Category category, Actor by) {
            this(STREAM, category, by);
        }
    }

    /** @param on the first day it is not to be chosen any more; cases that have it keep it */
    record RetireCategory(@TargetAggregateIdentifier String stream, String category, LocalDate on, Actor by)
            implements CategoryCommand {

        public RetireCategory(String category, LocalDate on, Actor by) {
            this(STREAM, category, on, by);
        }
    }

    /**
     * What was typed before there was a tree means a category; the cases stay as they are.
     *
     * @param category null: it means none any more
     */
    record MapCategoryWord(
            @TargetAggregateIdentifier String stream,
            String word,
            @Nullable String category,
            Actor by) implements CategoryCommand {

        public MapCategoryWord(String word, @Nullable String category, Actor by) {
            this(STREAM, word, category, by);
        }
    }
}
