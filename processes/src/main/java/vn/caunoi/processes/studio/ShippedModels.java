package vn.caunoi.processes.studio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.process.ProcessEvent;

/**
 * Publishes the models that come with the program, before anything follows the ledger. One that was ever published is
 * left alone, so that a designer's later version stays the newest until the program brings a changed model.
 */
class ShippedModels {

    static final List<String> KEYS =
            List.of("petition-intake", "complaint", "feedback", "denunciation", "protection", "onward-denunciation");
    private static final String BY = "system:models";

    private final Publishing publishing;
    private final Library library;
    private final Streams streams;
    private final JdbcClient jdbc;

    ShippedModels(Publishing publishing, Library library, Streams streams, JdbcClient jdbc) {
        this.publishing = publishing;
        this.library = library;
        this.streams = streams;
        this.jdbc = jdbc;
    }

    void publish() {
        if (library.isToBeRead()) readAgain();
        KEYS.forEach(this::publish);
    }

    private void publish(String key) {
        byte[] xml = xml(key);
        try {
            if (library.has(key, Publishing.hash(XmlReading.text(xml)))) return;
        } catch (UnreadableModel e) {
            throw new IllegalStateException(key, e);
        }
        if (publishing.publish(xml, BY) instanceof Publishing.Refused refused) {
            throw new IllegalStateException("The shipped model " + key + " has problems: " + refused.problems());
        }
    }

    /** After the table was dropped, or has come to tell more. */
    private void readAgain() {
        List<String> processes = jdbc.sql(
                        "select distinct stream from ledger.readable_event where name = 'process.published'")
                .query(String.class)
                .list();
        processes.stream().flatMap(streams::of).forEach(recorded -> {
            if (recorded.payload() instanceof ProcessEvent event) library.on(event, recorded.at(), recorded.by());
        });
    }

    static byte[] xml(String key) {
        try (InputStream file = ShippedModels.class.getResourceAsStream("/models/" + key + ".bpmn")) {
            if (file == null) throw new IllegalStateException(key + ".bpmn is missing from the build");
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
