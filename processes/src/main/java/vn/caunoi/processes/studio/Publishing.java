package vn.caunoi.processes.studio;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.process.ProcessCommand.PublishProcess;

/** Publishes a model that passes the {@link ModelCheck}; new cases follow it at once. */
public class Publishing {

    /** What became of an attempt to publish. */
    public sealed interface Outcome {}

    /** @param version our own number, from 1 per key; that of the newest when the model is equal to it */
    public record Published(String key, int version) implements Outcome {}

    /** @param problems at least one error, and the warnings */
    public record Refused(List<Problem> problems) implements Outcome {}

    private final ModelCheck check;
    private final Commands commands;

    public Publishing(ModelCheck check, Commands commands) {
        this.check = check;
        this.commands = commands;
    }

    /** @param by account of the designer */
    public Outcome publish(byte[] xml, String by) {
        return publish(xml, null, null, by);
    }

    /**
     * @param note why, in the words of the designer
     * @param proposedBy account of the designer where another one approved; null where one publishes alone
     * @param by account of who publishes
     */
    public Outcome publish(byte[] xml, @Nullable String note, @Nullable String proposedBy, String by) {
        List<Problem> problems = check.check(xml);
        return problems.stream().anyMatch(Problem::isError)
                ? new Refused(problems)
                : publishUnchecked(xml, note, proposedBy, by);
    }

    /** For models that were checked elsewhere, and for tests of what happens to those that were not. */
    Published publishUnchecked(byte[] xml, String by) {
        return publishUnchecked(xml, null, null, by);
    }

    private Published publishUnchecked(byte[] xml, @Nullable String note, @Nullable String proposedBy, String by) {
        try {
            String text = XmlReading.text(xml);
            Diagram diagram = Objects.requireNonNull(Diagram.of(XmlReading.read(xml)), "not one process");
            Integer version = commands.send(
                    new PublishProcess(
                            diagram.key(), diagram.name(), hash(text), text, diagram.catches(), note, proposedBy),
                    by);
            return new Published(diagram.key(), Objects.requireNonNull(version));
        } catch (UnreadableModel e) {
            throw new IllegalArgumentException(e.getMessage(), e);
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
