package vn.caunoi.api.file;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.ProblemKind;
import vn.caunoi.api.problem.Stopped;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.Visibility;

/** Takes files in and gives them out to those who may see them. */
@Component
public class FileDesk {

    /** @param id the value of a {@code file} field
     *  @param type found by looking at the content, whatever the sender said
     *  @param size in bytes */
    public record Uploaded(String id, String name, String type, long size, String sha256) {}

    /** Programs and pages with script: nothing that belongs into a case file, and dangerous to whoever opens it. */
    private static final Set<String> REFUSED = Set.of(
            "application/x-msdownload",
            "application/x-dosexec",
            "application/vnd.microsoft.portable-executable",
            "application/x-executable",
            "application/x-elf",
            "application/x-sharedlib",
            "application/x-object",
            "application/x-mach-o",
            "application/x-sh",
            "application/x-bat",
            "application/java-archive",
            "application/java-vm",
            "application/javascript",
            "text/javascript",
            "application/x-vbs",
            "text/html",
            "application/xhtml+xml",
            "image/svg+xml");

    private static final int LONGEST_NAME = 200;
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final JdbcClient jdbc;
    private final FileStore store;
    private final Clock clock;

    FileDesk(JdbcClient jdbc, FileStore store, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.clock = clock;
    }

    public Uploaded take(InputStream content, String name, Actor by) {
        String plain = plainName(name);
        FileStore.Kept kept = store.keep(content, plain);
        if (kept.size() == 0) throw Input.refusal("file", "required", "is empty");
        if (REFUSED.contains(kept.type())) {
            if (!isUsed(kept.sha256())) store.forget(kept.sha256());
            throw new Stopped(ProblemKind.UNSUPPORTED_TYPE);
        }
        Uploaded file = new Uploaded(UUID.randomUUID().toString(), plain, kept.type(), kept.size(), kept.sha256());
        remember(file, by);
        return file;
    }

    /** What is known of a file of the actor's own, or of a unit whose cases the actor sees. */
    public Uploaded find(String id, Actor actor) {
        Visibility sight = Visibility.of(actor);
        return row(id).filter(row -> row.by().equals(actor.id().value()) || sight.sees(new UnitId(row.unit())))
                .map(Row::file)
                .orElseThrow(NotFound::new);
    }

    public Path content(Uploaded file) {
        return store.place(file.sha256());
    }

    private record Row(Uploaded file, String by, String unit) {}

    private Optional<Row> row(String id) {
        if (!ID.matcher(id).matches()) return Optional.empty();
        return jdbc.sql("select * from vault.file where id = ?::uuid")
                .param(id)
                .query((row, n) -> new Row(
                        new Uploaded(
                                row.getString("id"),
                                row.getString("name"),
                                row.getString("type"),
                                row.getLong("size"),
                                row.getString("sha256")),
                        row.getString("by"),
                        row.getString("unit")))
                .optional();
    }

    private void remember(Uploaded file, Actor by) {
        jdbc.sql("insert into vault.file (id, name, type, size, sha256, uploaded, by, unit) "
                        + "values (?::uuid, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        file.id(),
                        file.name(),
                        file.type(),
                        file.size(),
                        file.sha256(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        by.id().value(),
                        by.unit().value())
                .update();
    }

    private boolean isUsed(String sha256) {
        return jdbc.sql("select exists (select from vault.file where sha256 = ?)")
                .param(sha256)
                .query(Boolean.class)
                .single();
    }

    /** The last part of a path, without what could steer a header or a terminal. */
    private static String plainName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"]", "").strip();
        if (plain.isEmpty()) return "file";
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
    }
}
