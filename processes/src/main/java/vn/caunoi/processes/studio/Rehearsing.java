package vn.caunoi.processes.studio;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import vn.caunoi.processes.driver.Rehearsal;
import vn.caunoi.processes.studio.Problem.Severity;

/** Rehearses past cases through a draft that passes the {@link ModelCheck}. */
public class Rehearsing {

    /** What became of an attempt to rehearse. */
    public sealed interface Outcome {}

    public record Rehearsed(Rehearsal.Outcome outcome) implements Outcome {}

    /** @param problems at least one error, and the warnings */
    public record Refused(List<Problem> problems) implements Outcome {}

    private final ModelCheck check;
    private final Supplier<Rehearsal> rehearsal;

    public Rehearsing(ModelCheck check, Supplier<Rehearsal> rehearsal) {
        this.check = check;
        this.rehearsal = rehearsal;
    }

    /** @param key of the process whose draft it must be */
    public Outcome rehearse(String key, byte[] xml, Rehearsal.Wanted wanted) {
        List<Problem> problems = check.check(xml);
        if (problems.stream().anyMatch(Problem::isError)) return new Refused(problems);
        try {
            String text = XmlReading.text(xml);
            Diagram diagram = Objects.requireNonNull(Diagram.of(XmlReading.read(xml)), "not one process");
            if (!diagram.key().equals(key)) return refused("key", "The draft is of the process " + diagram.key());
            return new Rehearsed(rehearsal.get().rehearse(key, text, diagram.catches(), wanted));
        } catch (UnreadableModel e) {
            return refused("unreadable", String.valueOf(e.getMessage()));
        }
    }

    private static Refused refused(String rule, String message) {
        return new Refused(List.of(new Problem(Severity.ERROR, null, rule, message)));
    }
}
