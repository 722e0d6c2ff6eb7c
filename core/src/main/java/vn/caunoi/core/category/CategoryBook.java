package vn.caunoi.core.category;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.category.CategoryCommand.DefineCategory;
import vn.caunoi.core.category.CategoryCommand.MapCategoryWord;
import vn.caunoi.core.category.CategoryCommand.RetireCategory;
import vn.caunoi.core.category.CategoryEvent.CategoryDefined;
import vn.caunoi.core.category.CategoryEvent.CategoryRetired;
import vn.caunoi.core.category.CategoryEvent.CategoryWordMapped;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Refusal.Violation;

/** Keeps the changes of the tree of categories, one after the other. */
@Aggregate
class CategoryBook {

    @AggregateIdentifier
    private @Nullable String stream;

    private CategoryTree tree = CategoryTree.shipped();

    CategoryBook() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(DefineCategory order) {
        mustBeAllowed(order.by());
        Category one = order.category();
        if (tree.terms(one.id()).anyMatch(one::equals) && isLast(one)) return;
        mustFit(CategoryCheck.defined(tree, one));
        apply(new CategoryDefined(one));
    }

    /** Whether nothing else was said of that day since. */
    private boolean isLast(Category one) {
        return one.from() == null || tree.isInForce(one.id(), one.from());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RetireCategory order) {
        mustBeAllowed(order.by());
        if (tree.retiredOn(order.category(), order.on())
                .filter(order.on()::equals)
                .isPresent()) return;
        mustFit(CategoryCheck.retired(tree, order.category(), order.on()));
        apply(new CategoryRetired(order.category(), order.on()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(MapCategoryWord order) {
        mustBeAllowed(order.by());
        String word = order.word().strip();
        if (Objects.equals(tree.mapped().get(word), order.category())) return;
        if (CategoryWord.plain(word).isEmpty()) throw invalid("word", "required", "must be given");
        if (order.category() != null && tree.isName(word)) throw invalid("word", "taken", "is the name of a category");
        if (order.category() != null && !tree.ids().contains(order.category()))
            throw invalid("category", "unknown", "is not known");
        apply(new CategoryWordMapped(word, order.category()));
    }

    private static void mustBeAllowed(Actor by) {
        if (!by.is(Role.ADMIN)) throw Refusal.because(Reason.NOT_ALLOWED);
    }

    private static void mustFit(List<Violation> wrong) {
        if (!wrong.isEmpty()) throw Refusal.invalid(wrong);
    }

    private static Refusal invalid(String field, String code, String message) {
        return Refusal.because(Reason.INVALID_INPUT, field, code, message);
    }

    @EventSourcingHandler
    void evolve(CategoryEvent event) {
        stream = CategoryCommand.STREAM;
        tree = tree.after(event);
    }
}
