package vn.caunoi.core.category;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.category.CategoryEvent.CategoryDefined;
import vn.caunoi.core.category.CategoryEvent.CategoryRetired;
import vn.caunoi.core.category.CategoryEvent.CategoryWordMapped;

/**
 * What petitions are about, as a tree with days: what a category is on a day is what it became last by then. Nothing is
 * ever taken out of it; what is retired is not to be chosen any more.
 */
public final class CategoryTree {

    /** What reports count a category as. */
    public static final List<String> FIELDS =
            List.of("land", "building", "social", "finance", "conduct", "environment", "other");

    private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);
    private static final CategoryTree SHIPPED = read();

    private record State(Category category, boolean retired) {}

    /**
     * A category in the tree.
     *
     * @param depth 0 at the top
     * @param retired whether it is not to be chosen on that day; {@code leaf} whether none that is stands below it
     */
    public record Node(Category category, int depth, boolean retired, boolean leaf) {}

    private final Map<String, NavigableMap<LocalDate, State>> states;
    private final Map<String, String> mapped;
    private final Map<String, String> meant = new HashMap<>();

    private CategoryTree(Map<String, NavigableMap<LocalDate, State>> states, Map<String, String> mapped) {
        this.states = states;
        this.mapped = mapped;
        states.forEach((id, terms) -> terms.values().forEach(state -> {
            meant.putIfAbsent(CategoryWord.plain(state.category().vi()), id);
            meant.putIfAbsent(CategoryWord.plain(state.category().en()), id);
        }));
        mapped.forEach((word, id) -> meant.put(CategoryWord.plain(word), id));
        states.keySet().forEach(id -> meant.put(CategoryWord.plain(id), id));
    }

    /** The tree that the product ships: the fields of the periodic reports (TT 01/2024/TT-TTCP) with what is below them. */
    public static CategoryTree shipped() {
        return SHIPPED;
    }

    private static CategoryTree read() {
        Map<String, NavigableMap<LocalDate, State>> states = new LinkedHashMap<>();
        try (InputStream table = CategoryTree.class.getResourceAsStream("/categories/categories.csv")) {
            var reader = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(table, "categories.csv is missing from the build"), StandardCharsets.UTF_8));
            reader.lines().skip(1).filter(line -> !line.isBlank()).forEach(line -> {
                List<String> cells = List.of(line.split(";", -1));
                String parent = cells.get(1).isEmpty() ? null : cells.get(1);
                String field = cells.get(4).isEmpty() ? null : cells.get(4);
                Category one = new Category(cells.get(0), parent, cells.get(2), cells.get(3), field, List.of(), null);
                states.put(one.id(), new TreeMap<>(Map.of(ALWAYS, new State(one, false))));
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new CategoryTree(states, Map.of());
    }

    public CategoryTree after(CategoryEvent event) {
        Map<String, NavigableMap<LocalDate, State>> next = new LinkedHashMap<>(states);
        Map<String, String> words = new LinkedHashMap<>(mapped);
        switch (event) {
            case CategoryDefined e -> put(next, e.category().id(), e.category().from(), new State(e.category(), false));
            case CategoryRetired e ->
                on(e.category(), e.on()).ifPresent(known -> put(next, e.category(), e.on(), new State(known, true)));
            case CategoryWordMapped e -> {
                words.remove(e.word());
                if (e.category() != null) words.put(e.word(), e.category());
            }
        }
        return new CategoryTree(next, words);
    }

    private static void put(
            Map<String, NavigableMap<LocalDate, State>> states, String id, @Nullable LocalDate from, State state) {
        NavigableMap<LocalDate, State> terms = new TreeMap<>(states.getOrDefault(id, new TreeMap<>()));
        terms.put(from == null ? ALWAYS : from, state);
        states.put(id, terms);
    }

    /** What it is on a day, also when it is retired by then; before its first day what it will be. */
    public Optional<Category> on(String id, LocalDate day) {
        return state(id, day).map(State::category);
    }

    private Optional<State> state(String id, LocalDate day) {
        NavigableMap<LocalDate, State> terms = states.get(id);
        if (terms == null) return Optional.empty();
        var entry = terms.floorEntry(day);
        return Optional.of(entry == null ? terms.firstEntry().getValue() : entry.getValue());
    }

    /** Whether it may be chosen on that day. */
    public boolean isInForce(String id, LocalDate day) {
        NavigableMap<LocalDate, State> terms = states.get(id);
        var entry = terms == null ? null : terms.floorEntry(day);
        return entry != null && !entry.getValue().retired();
    }

    /** The day on which it is retired, when it is to be on or after that day. */
    public Optional<LocalDate> retiredOn(String id, LocalDate day) {
        NavigableMap<LocalDate, State> terms = states.getOrDefault(id, new TreeMap<>());
        var last = terms.lastEntry();
        if (last == null || !last.getValue().retired()) return Optional.empty();
        return Optional.of(last.getKey()).filter(on -> !on.isBefore(day) || !isInForce(id, day));
    }

    /** All there is, those below one right after it, else by name. */
    public List<Node> all(LocalDate day) {
        Map<String, List<Category>> below = new HashMap<>();
        for (String id : states.keySet()) {
            Category one = on(id, day).orElseThrow();
            below.computeIfAbsent(Objects.requireNonNullElse(one.parent(), ""), top -> new ArrayList<>())
                    .add(one);
        }
        List<Node> nodes = new ArrayList<>();
        walk("", 0, below, day, nodes);
        return nodes;
    }

    private void walk(String at, int depth, Map<String, List<Category>> below, LocalDate day, List<Node> nodes) {
        for (Category one : below.getOrDefault(at, List.of()).stream()
                .sorted(Comparator.comparing(Category::vi).thenComparing(Category::id))
                .toList()) {
            boolean leaf =
                    below.getOrDefault(one.id(), List.of()).stream().noneMatch(child -> isInForce(child.id(), day));
            nodes.add(new Node(one, depth, !isInForce(one.id(), day), leaf));
            walk(one.id(), depth + 1, below, day, nodes);
        }
    }

    /** Those to choose from, found by what was typed: all its words stand in a name or an id, with or without marks. */
    public List<Node> found(String typed, LocalDate day) {
        List<String> words = List.of(CategoryWord.plain(typed).split(" "));
        return all(day).stream()
                .filter(node -> !node.retired())
                .filter(node -> words.stream().allMatch(searched(node.category())::contains))
                .toList();
    }

    private static String searched(Category one) {
        return CategoryWord.plain(one.id() + " " + one.vi() + " " + one.en());
    }

    /** The category that a text means: its id, a name it has or had, or a word that was said to mean it. */
    public Optional<String> meant(@Nullable String text) {
        return text == null ? Optional.empty() : Optional.ofNullable(meant.get(CategoryWord.plain(text)));
    }

    /** Whether a category has that name, had it or will have it, or is told by it as its id. */
    boolean isName(String word) {
        String plain = CategoryWord.plain(word);
        return states.keySet().stream().anyMatch(plain::equals)
                || states.values().stream()
                        .flatMap(terms -> terms.values().stream())
                        .flatMap(state -> Stream.of(
                                state.category().vi(), state.category().en()))
                        .anyMatch(name -> CategoryWord.plain(name).equals(plain));
    }

    /** The category and all above it, from below. */
    public List<String> lineage(String id, LocalDate day) {
        Set<String> way = new LinkedHashSet<>();
        @Nullable String at = id;
        while (at != null && way.add(at)) at = above(at, day);
        return List.copyOf(way);
    }

    /** Whether it stands below itself on that day or on a later one, when something else is planned by then. */
    boolean isEverBelowItself(String id, LocalDate from) {
        Stream<LocalDate> later =
                states.values().stream().flatMap(terms -> terms.tailMap(from, false).keySet().stream());
        return Stream.concat(Stream.of(from), later).distinct().anyMatch(day -> {
            List<String> way = lineage(id, day);
            return above(way.getLast(), day) != null;
        });
    }

    private @Nullable String above(String id, LocalDate day) {
        Optional<Category> one = on(id, day);
        return one.isEmpty() ? null : one.get().parent();
    }

    /** Whether what a case has is a category or stands below it. Words that mean none are the same when they read the same. */
    public boolean isWithin(@Nullable String text, String category, LocalDate day) {
        if (text == null) return false;
        Optional<String> wanted = meant(category);
        if (wanted.isEmpty()) return CategoryWord.plain(text).equals(CategoryWord.plain(category));
        return meant(text).map(id -> lineage(id, day).contains(wanted.get())).orElse(false);
    }

    /** The category and all below it, also what is retired. */
    public Set<String> below(String id, LocalDate day) {
        return states.keySet().stream()
                .filter(one -> lineage(one, day).contains(id))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What reports count it as on that day. */
    public Optional<String> field(String id, LocalDate day) {
        for (String one : lineage(id, day)) {
            Optional<Category> known = on(one, day);
            @Nullable String field = known.isEmpty() ? null : known.get().field();
            if (field != null) return Optional.of(field);
        }
        return Optional.empty();
    }

    /** All that reports count as that on that day. */
    public Set<String> ofField(String field, LocalDate day) {
        return states.keySet().stream()
                .filter(one -> field(one, day).filter(field::equals).isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** All ids there are. */
    public Set<String> ids() {
        return states.keySet();
    }

    /** All that means one of these categories, in plain letters. */
    public List<String> words(Collection<String> ids) {
        return meant.entrySet().stream()
                .filter(one -> ids.contains(one.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** What was said to mean a category, as it was typed. */
    public Map<String, String> mapped() {
        return Map.copyOf(mapped);
    }

    /** The units of a category, or of the nearest one above it that has any. */
    public List<DefaultUnit> units(String id, LocalDate day) {
        return lineage(id, day).stream()
                .map(one -> on(one, day).map(Category::units).orElse(List.of()))
                .filter(units -> !units.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** What it was and will be, the first first. */
    public Stream<Category> terms(String id) {
        return states.getOrDefault(id, new TreeMap<>()).values().stream()
                .filter(state -> !state.retired())
                .map(State::category);
    }
}
