package vn.caunoi.api.designer;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.api.designer.TableParts.TableChange;
import vn.caunoi.api.letter.FormsInForce;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.core.table.ProposedRules;
import vn.caunoi.core.table.TableName;
import vn.caunoi.core.timekeeping.AmendedRule;
import vn.caunoi.processes.studio.Library;
import vn.caunoi.processes.studio.Problem;
import vn.caunoi.processes.studio.Publishing;
import vn.caunoi.processes.studio.RuleBook;
import vn.caunoi.processes.studio.RuleBook.Amended;
import vn.caunoi.processes.studio.RuleBook.Amendments;
import vn.caunoi.processes.studio.Said;
import vn.caunoi.processes.studio.Sentence;
import vn.caunoi.processes.studio.TableProblem;
import vn.caunoi.processes.studio.Told;

/**
 * What belongs to a change beside its diagram: limits of the law as a table written anew, other decision tables whole, forms
 * of letters, and, where a version is published again, what has to be as it was. Each is a named text; here is what it would change.
 */
@Component
class Parts {

    static final String DEADLINES = "deadlines.dmn";
    static final String LETTERS = "letters.json";

    /** What was before, of all that a version changed; recorded with it, so that an older one can bring it back. */
    static final String APPLIED = "applied.json";

    /** What an older version, published again, brings back. */
    static final String RESTORE = "restore.json";

    private static final TypeReference<List<LetterForm>> FORMS = new TypeReference<>() {};

    /** @param letters null for none, as {@code tables} */
    record Wanted(
            List<AmendedRule> limits,
            @Nullable List<LetterForm> letters,
            @Nullable Map<TableName, String> tables) {}

    record LimitChange(AmendedRule before, AmendedRule now) {}

    /** @param before null for a form that was not there */
    record LetterChange(@Nullable LetterForm before, LetterForm now) {}

    /** @param tables null where none was changed, as in all that was recorded before there were any */
    record Applied(
            List<LimitChange> limits,
            List<LetterChange> letters,
            @Nullable List<TableChange> tables) {

        List<TableChange> changed() {
            return tables == null ? List.of() : tables;
        }
    }

    /** @param problems what keeps it from being published */
    record Plan(List<Amended> limits, List<LetterChange> letters, List<TableChange> tables, List<Problem> problems) {

        boolean isEmpty() {
            return limits.isEmpty() && letters.isEmpty() && tables.isEmpty();
        }

        /** What would be in force by it. */
        ProposedRules proposed() {
            Map<TableName, String> whole = new EnumMap<>(TableName.class);
            tables.forEach(one -> whole.put(one.table(), one.now()));
            return new ProposedRules(limits.stream().map(Amended::now).toList(), whole);
        }

        Applied applied() {
            return new Applied(
                    limits.stream()
                            .map(one -> new LimitChange(one.before(), one.now()))
                            .toList(),
                    letters,
                    tables.isEmpty() ? null : tables);
        }
    }

    private final RuleBook book;
    private final TableParts tables;
    private final FormsInForce forms;
    private final Library library;
    private final JsonMapper json;

    Parts(RuleBook book, TableParts tables, FormsInForce forms, Library library, JsonMapper json) {
        this.book = book;
        this.tables = tables;
        this.forms = forms;
        this.library = library;
        this.json = json;
    }

    /**
     * @param from first day of what changes, today or later
     * @param pilot whether the diagram is for some units only: tables and letters are always for all
     */
    Plan plan(Map<String, String> parts, LocalDate from, LocalDate today, boolean pilot) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Amended> limits = new TreeMap<>();
        Map<String, LetterForm> letters = new TreeMap<>();
        Map<TableName, String> whole = new EnumMap<>(TableName.class);
        String restore = parts.get(RESTORE);
        if (restore != null) {
            Wanted wanted = json.readValue(restore, Wanted.class);
            book.restoring(wanted.limits(), from, today)
                    .forEach(one -> limits.put(one.now().row(), one));
            Optional.ofNullable(wanted.letters()).orElse(List.of()).forEach(one -> letters.put(one.id(), one));
            if (wanted.tables() != null) whole.putAll(wanted.tables());
        }
        parts.forEach((name, content) -> TableParts.table(name)
                .filter(one -> one != TableName.DEADLINES)
                .ifPresent(one -> whole.put(one, content)));
        String table = parts.get(DEADLINES);
        if (table != null) {
            Amendments amended = book.amendments(table, from, today);
            if (amended.problem() != null) problems.add(problem(DEADLINES, "part", amended.problem()));
            amended.rows().forEach(one -> limits.put(one.now().row(), one));
            book.extended(table, today).ifPresent(more -> whole.put(TableName.DEADLINES, more));
        }
        String written = parts.get(LETTERS);
        if (written != null) written(written, problems).forEach(one -> letters.put(one.id(), one));
        List<TableChange> others = tables.changes(whole, from);
        Plan plan = new Plan(List.copyOf(limits.values()), changed(letters, from), others, problems);
        if (pilot && !plan.isEmpty()) {
            problems.add(problem(beginning(plan), "part-pilot", Sentence.PART_PILOT.of()));
        }
        return plan;
    }

    /** The first part that changes anything. */
    private static String beginning(Plan plan) {
        if (!plan.limits().isEmpty()) return DEADLINES;
        return plan.tables().isEmpty()
                ? LETTERS
                : TableParts.part(plan.tables().getFirst().table());
    }

    /** What is wrong with a table beyond what the table itself tells. */
    List<TableProblem> tableProblems(String part, String content) {
        return tables.problems(part, content);
    }

    private List<LetterForm> written(String text, List<Problem> problems) {
        try {
            return json.readValue(text, FORMS);
        } catch (JacksonException | NullPointerException unreadable) {
            problems.add(problem(LETTERS, "part", Sentence.PART_LETTERS.of()));
            return List.of();
        }
    }

    private List<LetterChange> changed(Map<String, LetterForm> wanted, LocalDate from) {
        List<LetterChange> changes = new ArrayList<>();
        for (LetterForm form : wanted.values()) {
            LetterForm before = forms.find(form.id(), from).orElse(null);
            if (before == null || !form.isLike(before)) changes.add(new LetterChange(before, form.beginning(from)));
        }
        return changes;
    }

    /** The forms of letters in a draft; none where there are none, or they cannot be read. */
    List<LetterForm> letters(@Nullable String text) {
        return text == null ? List.of() : written(text, new ArrayList<>());
    }

    String limitsInForce(LocalDate on) {
        return book.table(on).orElseThrow(NotFound::new);
    }

    String text(Object part) {
        return json.writeValueAsString(part);
    }

    /** What was published with a version, to publish it again: its own parts, and what later versions have changed since. */
    Map<String, String> again(String key, int version) {
        Map<String, String> parts = new TreeMap<>(library.parts(key, version));
        parts.remove(APPLIED);
        Map<String, AmendedRule> limits = new TreeMap<>();
        Map<String, LetterForm> letters = new TreeMap<>();
        Map<TableName, String> whole = new EnumMap<>(TableName.class);
        int newest = library.newest(key).map(model -> model.version()).orElse(version);
        for (int later = version + 1; later <= newest; later++) {
            Applied applied = applied(key, later);
            applied.limits().forEach(one -> limits.putIfAbsent(one.before().row(), one.before()));
            applied.letters().stream()
                    .map(LetterChange::before)
                    .filter(Objects::nonNull)
                    .forEach(one -> letters.putIfAbsent(one.id(), one));
            // rows of limits stay: cases that run on the later versions ask for them
            applied.changed().stream()
                    .filter(one -> one.table() != TableName.DEADLINES)
                    .forEach(one -> whole.putIfAbsent(one.table(), one.before()));
        }
        if (!limits.isEmpty() || !letters.isEmpty() || !whole.isEmpty()) {
            parts.put(RESTORE, text(new Wanted(List.copyOf(limits.values()), List.copyOf(letters.values()), whole)));
        }
        return parts;
    }

    /** What is recorded with a version: its parts, and what they changed. */
    Map<String, String> recorded(byte[] xml, Map<String, String> with, Plan plan) {
        Map<String, String> recorded = new TreeMap<>(with);
        recorded.remove(RESTORE);
        Map<String, String> newest = newest(xml);
        String applied = newest.remove(APPLIED);
        if (!plan.isEmpty()) recorded.put(APPLIED, text(plan.applied()));
        // sent twice, it changes nothing the second time, and is the same version
        else if (applied != null && newest.equals(recorded)) recorded.put(APPLIED, applied);
        return recorded;
    }

    private Map<String, String> newest(byte[] xml) {
        return Publishing.key(xml)
                .flatMap(library::newest)
                .filter(model -> model.xml().equals(new String(xml, StandardCharsets.UTF_8)))
                .map(model -> new TreeMap<>(library.parts(model.key(), model.version())))
                .orElseGet(TreeMap::new);
    }

    private Applied applied(String key, int version) {
        String text = library.parts(key, version).get(APPLIED);
        return text == null ? new Applied(List.of(), List.of(), null) : json.readValue(text, Applied.class);
    }

    List<Told> told(Plan plan) {
        return told(plan.applied());
    }

    /** What a published version changed beside its diagram. */
    List<Told> told(String key, int version) {
        return told(applied(key, version));
    }

    private List<Told> told(Applied applied) {
        List<Told> told = new ArrayList<>();
        applied.limits().forEach(one -> told.add(limit(one)));
        told.addAll(tables.told(applied.changed()));
        applied.letters()
                .forEach(one -> told.add(new Told(
                        Told.What.LETTER,
                        LETTERS,
                        one.now().name(),
                        List.of(one.now().name(), one.now().english()))));
        return told;
    }

    private Told limit(LimitChange change) {
        AmendedRule before = change.before();
        AmendedRule now = change.now();
        String vi = book.row(now.row()).map(RuleBook.Row::descriptionVi).orElse(now.row());
        String en = book.row(now.row()).map(RuleBook.Row::description).orElse(now.row());
        if (before.limit().equals(now.limit()))
            return new Told(Told.What.LIMIT_SOURCE, DEADLINES, now.row(), List.of(vi, en));
        return new Told(
                Told.What.LIMIT,
                DEADLINES,
                now.row(),
                List.of(
                        vi,
                        en,
                        String.valueOf(before.limit().amount()),
                        before.limit().unit().name(),
                        String.valueOf(now.limit().amount()),
                        now.limit().unit().name()));
    }

    private static Problem problem(String part, String rule, Said said) {
        return new Problem(Problem.Severity.ERROR, part, rule, said, null);
    }
}
