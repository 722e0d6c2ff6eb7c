package vn.caunoi.processes.studio;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.process.ProcessCommand.PublishProcess;
import vn.caunoi.core.process.ProcessCommand.RetireVersion;
import vn.caunoi.core.process.ProcessCommand.WidenVersion;

/** Publishes a model that passes the {@link ModelCheck}, and says which versions new cases follow. */
public class Publishing {

    /** What became of an attempt to publish. */
    public sealed interface Outcome {}

    /** @param version our own number, from 1 per key; that of the newest when the model is equal to it */
    public record Published(String key, int version) implements Outcome {}

    /** @param problems at least one error, and the warnings */
    public record Refused(List<Problem> problems) implements Outcome {}

    private static final String DEADLINES = "deadlines.dmn";

    private final ModelCheck check;
    private final Commands commands;

    public Publishing(ModelCheck check, Commands commands) {
        this.check = check;
        this.commands = commands;
    }

    /**
     * How a version comes about.
     *
     * @param note why, in the words of the designer; null where nobody was asked
     * @param proposedBy account of the designer where another one approved; null where one publishes alone
     * @param from new cases follow it from then on; null: at once
     * @param units whose new cases follow it; empty for those of all
     * @param parts what is published with the diagram as one package, by name
     */
    public record Terms(
            @Nullable String note,
            @Nullable String proposedBy,
            @Nullable Instant from,
            Set<UnitId> units,
            Map<String, String> parts) {

        public static final Terms AT_ONCE = new Terms(null, null, null, Set.of(), Map.of());

        public Terms {
            units = Set.copyOf(units);
            parts = Map.copyOf(parts);
        }
    }

    /** At once, for all. @param by account of the designer */
    public Outcome publish(byte[] xml, String by) {
        return publish(xml, Terms.AT_ONCE, by);
    }

    /** @param by account of who publishes */
    public Outcome publish(byte[] xml, Terms terms, String by) {
        List<Problem> problems = check.check(xml, terms.parts().get(DEADLINES));
        return problems.stream().anyMatch(Problem::isError) ? new Refused(problems) : publishUnchecked(xml, terms, by);
    }

    /** A version that only some units follow is for more of them. @param units empty: for all */
    public void widen(String key, int version, Set<UnitId> units, String reason, String by) {
        commands.send(new WidenVersion(key, version, units, reason), by);
    }

    /** New cases do not follow a version any more. */
    public void retire(String key, int version, String reason, String by) {
        commands.send(new RetireVersion(key, version, reason), by);
    }

    /** For models that were checked elsewhere, and for tests of what happens to those that were not. */
    Published publishUnchecked(byte[] xml, String by) {
        return publishUnchecked(xml, Terms.AT_ONCE, by);
    }

    private Published publishUnchecked(byte[] xml, Terms terms, String by) {
        try {
            String text = XmlReading.text(xml);
            Diagram diagram = Objects.requireNonNull(Diagram.of(XmlReading.read(xml)), "not one process");
            Integer version = commands.send(
                    new PublishProcess(
                            diagram.key(),
                            diagram.name(),
                            hash(text),
                            text,
                            diagram.catches(),
                            terms.note(),
                            terms.proposedBy(),
                            terms.from(),
                            terms.units(),
                            terms.parts()),
                    by);
            return new Published(diagram.key(), Objects.requireNonNull(version));
        } catch (UnreadableModel e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The process that a file is of; empty where it is none. */
    public static Optional<String> key(byte[] xml) {
        try {
            return Optional.ofNullable(Diagram.of(XmlReading.read(xml))).map(Diagram::key);
        } catch (UnreadableModel none) {
            return Optional.empty();
        }
    }

    static String hash(String xml) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(xml.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
