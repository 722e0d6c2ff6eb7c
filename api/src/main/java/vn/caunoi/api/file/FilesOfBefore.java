package vn.caunoi.api.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.TaskEvent.TaskCompleted;
import vn.caunoi.core.vault.ContentKey;
import vn.caunoi.core.vault.KeyId;

/**
 * Seals at the start what was kept in clear by earlier versions. To which case a file belongs is found in the record;
 * one that no completed task names stays with its uploader.
 */
@Component
class FilesOfBefore implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FilesOfBefore.class);

    private final FileRows rows;
    private final FileStore store;
    private final FilesUnderIds places;
    private final FileLocks locks;
    private final Streams streams;
    private final JdbcClient jdbc;

    FilesOfBefore(
            FileRows rows, FileStore store, FilesUnderIds places, FileLocks locks, Streams streams, JdbcClient jdbc) {
        this.places = places;
        this.locks = locks;
        this.rows = rows;
        this.store = store;
        this.streams = streams;
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        sealAll();
    }

    /** Broken off, it goes on with the next start: a file's clear bytes go only after its row tells of the sealed. */
    void sealAll() {
        List<FileRows.Plain> plain = rows.plain();
        if (plain.isEmpty()) return;
        Map<String, PetitionId> cases = casesOf(plain);
        plain.stream()
                .filter(file -> Files.exists(places.place(file.sha256())))
                .forEach(file -> seal(file, cases.get(file.id())));
        List<FileRows.Plain> left = rows.plain();
        Set<String> needed = left.stream().map(FileRows.Plain::sha256).collect(Collectors.toSet());
        plain.stream()
                .map(FileRows.Plain::sha256)
                .filter(sha256 -> !needed.contains(sha256))
                .distinct()
                .forEach(places::forget);
        LOG.info("{} files of an earlier version were sealed", plain.size() - left.size());
        if (!left.isEmpty()) LOG.warn("{} files are known to the database but missing in the data folder", left.size());
    }

    private void seal(FileRows.Plain file, @Nullable PetitionId petition) {
        ContentKey key = ContentKey.fresh();
        Path clear = places.place(file.sha256());
        String address;
        try (InputStream content = Files.newInputStream(clear)) {
            address = store.keep(file.id(), key, content, file.name()).address();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        KeyId of = petition == null ? KeyId.uploads(file.by()) : KeyId.petition(petition.value());
        rows.change(
                file.id(),
                locks.locked(of, key.secret(), file.name().getBytes(StandardCharsets.UTF_8)),
                petition,
                new FileRows.Lying(address, file.id()));
    }

    private Map<String, PetitionId> casesOf(List<FileRows.Plain> files) {
        Set<String> ids = files.stream().map(FileRows.Plain::id).collect(Collectors.toSet());
        Instant since = files.getFirst().uploaded();
        Map<String, PetitionId> cases = new HashMap<>();
        jdbc.sql("select distinct stream from ledger.readable_event where name = 'task.completed' and recorded >= ?")
                .param(since.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list()
                .forEach(stream -> streams.of(stream).forEach(event -> {
                    if (event.payload() instanceof TaskCompleted done) {
                        done.data().clear().values().stream()
                                .filter(value -> ids.contains(value.toString()))
                                .forEach(value -> cases.put(value.toString(), done.petition()));
                    }
                }));
        return cases;
    }
}
