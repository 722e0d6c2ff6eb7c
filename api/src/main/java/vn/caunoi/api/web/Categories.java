package vn.caunoi.api.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.SearchInput;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.category.CategoriesInForce;
import vn.caunoi.core.category.CategoryTree;
import vn.caunoi.core.category.CategoryWord;

/** Categories are kept by their ids; people read and type names in their language, with or without marks. */
@Component("categories")
class Categories {

    private final CategoriesInForce inForce;
    private final Words say;

    Categories(CategoriesInForce inForce, Words say) {
        this.inForce = inForce;
        this.say = say;
    }

    /** To choose from while typing: the name, and what else finds it: where it stands, and the name without marks. */
    public List<Choice> suggested() {
        Locale language = Words.locale();
        LocalDate today = say.today();
        CategoryTree tree = inForce.tree();
        return tree.all(today).stream()
                .filter(node -> !node.retired())
                .map(node -> node.category())
                .map(one -> new Choice(
                        one.name(language), path(one.id(), tree) + " · " + CategoryWord.plain(one.name(language))))
                .toList();
    }

    /** To choose from a list: the id, and the name with those above it. */
    public List<Choice> listed() {
        CategoryTree tree = inForce.tree();
        return tree.all(say.today()).stream()
                .filter(node -> !node.retired())
                .map(node ->
                        new Choice(node.category().id(), path(node.category().id(), tree)))
                .toList();
    }

    private String path(String id, CategoryTree tree) {
        return tree.lineage(id, say.today()).reversed().stream()
                .map(one -> say.word("category", one))
                .collect(Collectors.joining(" › "));
    }

    /** As an input shows it. */
    @Nullable String shown(@Nullable String category) {
        return category == null ? null : say.word("category", category);
    }

    /** A search for what is kept. */
    SearchInput kept(SearchInput asked) {
        return asked.category(kept(Lists.blankToNull(asked.category())));
    }

    /** What is kept of what was typed: the id of the category it means, or what was typed where it means none. */
    @Nullable String kept(@Nullable String typed) {
        return typed == null ? null : inForce.tree().meant(typed).orElse(typed);
    }
}
