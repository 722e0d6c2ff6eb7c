package vn.caunoi.processes.studio;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.table.ProposedRules;
import vn.caunoi.core.table.TableName;
import vn.caunoi.processes.driver.TryOut;
import vn.caunoi.processes.driver.TryingOut;

/** Lets a made-up case be played through a draft that may run; what the law misses in it does not keep it from being tried. */
public class Trying {

    /** Rules whose errors keep a draft from being published, and not from running. */
    private static final Set<String> OF_THE_LAW = Set.of("legal-step", "waiver", "rest", "no-limit", "unknown-notice");

    /** What became of an attempt to try. */
    public sealed interface Outcome {}

    /**
     * @param key of the process of the draft
     * @param insteadOf the process in whose place it is played, because nothing starts its own key; null for its own
     */
    public record Begun(TryOut out, String key, @Nullable String insteadOf) implements Outcome {}

    /** @param problems at least one that keeps it from running */
    public record Refused(List<Problem> problems) implements Outcome {}

    private final ModelCheck check;
    private final Supplier<TryingOut> out;
    private final Supplier<Clock> clock;

    Trying(ModelCheck check, Supplier<TryingOut> out, Supplier<Clock> clock) {
        this.check = check;
        this.out = out;
        this.clock = clock;
    }

    /** Kinds of petitions that come to a process; all of them for a key of a designer's own. Empty for what is no model. */
    public static List<Kind> kinds(byte[] xml) {
        return switch (key(xml)) {
            case "" -> List.of();
            case "complaint" -> List.of(Kind.COMPLAINT);
            case "denunciation", "protection", "onward-denunciation" -> List.of(Kind.DENUNCIATION);
            case "feedback" -> List.of(Kind.FEEDBACK, Kind.PROPOSAL);
            default -> List.of(Kind.COMPLAINT, Kind.DENUNCIATION, Kind.FEEDBACK, Kind.PROPOSAL);
        };
    }

    /** Key of the process; empty for what is no model. */
    public static String key(byte[] xml) {
        try {
            Diagram diagram = Diagram.of(XmlReading.read(xml));
            return diagram == null ? "" : diagram.key();
        } catch (UnreadableModel unreadable) {
            return "";
        }
    }

    /**
     * @param kind of the petition, which says in whose place a process of a designer's own is played
     * @param proposed limits and tables that come with the draft
     */
    public Outcome begin(byte[] xml, Kind kind, ProposedRules proposed) {
        List<Problem> problems = check.check(xml, proposed.tables().get(TableName.DEADLINES)).stream()
                .filter(problem -> problem.isError() && !OF_THE_LAW.contains(problem.rule()))
                .toList();
        if (!problems.isEmpty()) return new Refused(problems);
        try {
            String text = XmlReading.text(xml);
            Diagram diagram = Objects.requireNonNull(Diagram.of(XmlReading.read(xml)), "not one process");
            String key = diagram.key();
            String played = ShippedModels.KEYS.contains(key) ? key : processOf(kind);
            ModelForms own = ModelForms.of(text.getBytes(StandardCharsets.UTF_8));
            TryOut begun = out.get()
                    .begin(
                            played,
                            played.equals(key) ? text : inPlaceOf(text, key, played),
                            diagram.catches(),
                            own::form,
                            proposed,
                            clock.get().instant());
            return new Begun(begun, key, played.equals(key) ? null : played);
        } catch (UnreadableModel e) {
            return new Refused(List.of(new Problem(Problem.Severity.ERROR, null, "unreadable", e.said(), null)));
        }
    }

    private static String processOf(Kind kind) {
        return switch (kind) {
            case COMPLAINT -> "complaint";
            case DENUNCIATION -> "denunciation";
            case FEEDBACK, PROPOSAL -> "feedback";
        };
    }

    /** The same diagram under another key, wherever that is named. */
    private static String inPlaceOf(String xml, String key, String other) {
        Pattern named =
                Pattern.compile("(\\s(?:id|processRef|bpmnElement)\\s*=\\s*)([\"'])" + Pattern.quote(key) + "\\2");
        return named.matcher(xml).replaceAll("$1$2" + Matcher.quoteReplacement(other) + "$2");
    }
}
