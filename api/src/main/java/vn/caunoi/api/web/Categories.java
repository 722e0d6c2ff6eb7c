package vn.caunoi.api.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.SearchInput;

/** Categories are kept as a word of the house where there is one; people read and type its name in their language. */
@Component
class Categories {

    static final List<String> KNOWN = List.of(
            "land",
            "compensation",
            "construction",
            "land-certificate",
            "social",
            "conduct",
            "finance",
            "environment",
            "traffic",
            "order",
            "waste",
            "services",
            "water",
            "school",
            "administrative-rule");

    private final Words say;

    Categories(Words say) {
        this.say = say;
    }

    /** To choose from. */
    List<String> names() {
        return KNOWN.stream().map(word -> say.word("category", word)).toList();
    }

    /** As an input shows it. */
    @Nullable String shown(@Nullable String category) {
        return category == null ? null : say.word("category", category);
    }

    /** A search for what is kept. */
    SearchInput kept(SearchInput asked) {
        return asked.category(kept(Lists.blankToNull(asked.category())));
    }

    /** What is kept of what was typed: the word of the house, or what was typed where there is none. */
    @Nullable String kept(@Nullable String typed) {
        if (typed == null) return null;
        return KNOWN.stream()
                .filter(word -> say.word("category", word).equalsIgnoreCase(typed.strip()))
                .findFirst()
                .orElse(typed);
    }
}
