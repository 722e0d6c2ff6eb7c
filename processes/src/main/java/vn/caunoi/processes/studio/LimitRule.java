package vn.caunoi.processes.studio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.Circumstance;
import vn.caunoi.core.deadline.NoRuleFits;
import vn.caunoi.core.deadline.RuleQuestion;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.processes.actions.Actions;
import vn.caunoi.processes.rules.AmendedTable;
import vn.caunoi.processes.rules.BrokenTable;
import vn.caunoi.processes.rules.DmnRules;
import vn.caunoi.processes.rules.Proposed;
import vn.caunoi.processes.studio.Diagram.Step;

/**
 * The deadline table in force answers each stage that a diagram limits, whatever the circumstances of a case: else the case
 * would stop at that step.
 */
final class LimitRule implements Rule {

    /** What answers, and the rows that it answers by. */
    record Table(Rules rules, List<DmnRules.Row> rows) {}

    private static final String INTAKE = "petition-intake";

    /** Kinds of the cases that each process has; null while none is declared. */
    private static final Map<String, List<Kind>> KINDS = Map.of(
            "complaint", List.of(Kind.COMPLAINT),
            "denunciation", List.of(Kind.DENUNCIATION),
            "protection", List.of(Kind.DENUNCIATION),
            "onward-denunciation", List.of(Kind.DENUNCIATION),
            "feedback", List.of(Kind.PROPOSAL, Kind.FEEDBACK));

    /** Columns of the table that ask for a circumstance. */
    private static final Map<Circumstance, String> COLUMNS = new EnumMap<>(Map.of(
            Circumstance.COMPLEX, "complex",
            Circumstance.REMOTE, "remote",
            Circumstance.SEVERAL_PLACES, "severalPlaces",
            Circumstance.GOVERNMENT_PORTAL, "governmentPortal",
            Circumstance.ADMINISTRATIVE_RULE, "administrativeRule"));

    private final Supplier<@Nullable Table> rules;
    private final Supplier<LocalDate> today;

    /** @param rules null where no table is in force: nothing is checked, then */
    LimitRule(Supplier<@Nullable Table> rules, Supplier<LocalDate> today) {
        this.rules = rules;
        this.today = today;
    }

    /** The same with rows that a draft adds to the table. @param table of the draft; null, or one that cannot be used, adds nothing */
    LimitRule with(@Nullable String table) {
        if (table == null) return this;
        return new LimitRule(() -> extended(rules.get(), table), today);
    }

    private static @Nullable Table extended(@Nullable Table inForce, String table) {
        if (inForce == null) return null;
        try {
            List<DmnRules.Row> rows = new ArrayList<>(inForce.rows());
            rows.addAll(AmendedTable.rows(table));
            return new Table(Proposed.extended(inForce.rules(), table), rows);
        } catch (BrokenTable none) {
            return inForce;
        }
    }

    @Override
    public void check(Diagram diagram, Problems problems) {
        Table table = rules.get();
        if (table == null || problems.hasErrors()) return;
        diagram.steps("serviceTask").forEach(step -> stages(step).forEach(stage -> {
            List<Said> gaps = gaps(table, diagram.key(), stage);
            if (gaps.isEmpty()) return;
            Said told = gaps.getFirst();
            // at the intake a case may come to a step only once its kind is known
            if (diagram.key().equals(INTAKE) && hasSome(table, stage)) problems.warning(step.id(), "no-limit", told);
            else problems.error(step.id(), "no-limit", told);
        }));
    }

    private static Stream<String> stages(Step step) {
        String topic = step.tag().get("camunda:topic", "");
        if (topic.equals("limit-supplement")) return Stream.of("supplement");
        String stage = Diagram.inputs(step).get("stage");
        return topic.equals("set-deadline") && stage != null ? Actions.stages(stage).stream() : Stream.empty();
    }

    private boolean hasSome(Table table, String stage) {
        return Arrays.stream(Kind.values())
                .anyMatch(kind ->
                        gaps(table, kind.name(), stage, Set.of()).findAny().isEmpty());
    }

    /** Of a process that the law does not know it is enough that the table has the stage for one kind. */
    private List<Said> gaps(Table table, String key, String stage) {
        Set<Circumstance> asked = asked(table, stage);
        List<Kind> bound = KINDS.get(key);
        if (bound != null)
            return bound.stream()
                    .flatMap(kind -> gaps(table, kind.name(), stage, asked))
                    .toList();
        List<List<Said>> each = Stream.concat(
                        Stream.of(Optional.<Kind>empty()),
                        Arrays.stream(Kind.values()).map(Optional::of))
                .map(kind -> gaps(table, kind.map(Kind::name).orElse(null), stage, asked)
                        .toList())
                .toList();
        if (key.equals(INTAKE)) return each.stream().flatMap(List::stream).toList();
        return each.stream().anyMatch(List::isEmpty) ? List.of() : each.getFirst();
    }

    private Stream<Said> gaps(Table table, @Nullable String kind, String stage, Set<Circumstance> asked) {
        LocalDate day = today.get();
        return subsets(asked).stream()
                .filter(circumstances -> !fits(table, new RuleQuestion(kind, stage, circumstances, day)))
                .map(circumstances -> gap(stage, kind, circumstances, day));
    }

    private static Said gap(String stage, @Nullable String kind, Set<Circumstance> circumstances, LocalDate day) {
        if (circumstances.isEmpty()) {
            return kind == null ? Sentence.NO_LIMIT_UNDECLARED.of(stage, day) : Sentence.NO_LIMIT.of(stage, kind, day);
        }
        return kind == null
                ? Sentence.NO_LIMIT_UNDECLARED_WITH.of(stage, circumstances, day)
                : Sentence.NO_LIMIT_WITH.of(stage, kind, circumstances, day);
    }

    private static boolean fits(Table table, RuleQuestion question) {
        try {
            table.rules().ruleFor(question);
            return true;
        } catch (NoRuleFits none) {
            return false;
        }
    }

    /** Circumstances that make a difference to any row of the stage. */
    private static Set<Circumstance> asked(Table table, String stage) {
        Set<Circumstance> asked = EnumSet.noneOf(Circumstance.class);
        table.rows().stream()
                .filter(row -> row.conditions().getOrDefault("stage", "-").contains("\"" + stage + "\""))
                .forEach(row -> COLUMNS.forEach((circumstance, column) -> {
                    if (!row.conditions().getOrDefault(column, "-").equals("-")) asked.add(circumstance);
                }));
        return asked;
    }

    private static List<Set<Circumstance>> subsets(Set<Circumstance> of) {
        List<Set<Circumstance>> subsets = new ArrayList<>(List.of(Set.of()));
        for (Circumstance one : of) {
            for (Set<Circumstance> without : List.copyOf(subsets)) {
                Set<Circumstance> with = EnumSet.of(one);
                with.addAll(without);
                subsets.add(with);
            }
        }
        return subsets;
    }
}
