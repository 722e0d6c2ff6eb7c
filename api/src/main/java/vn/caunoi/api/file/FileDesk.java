package vn.caunoi.api.file;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.ProblemKind;
import vn.caunoi.api.problem.Stopped;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.reception.VisitId;
import vn.caunoi.core.vault.ContentKey;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.reception.Visits;

/**
 * Takes files in and gives them out to those who may see them: the uploader, until a completed task puts the file into
 * a case; from then on whoever may read the matter of that case.
 */
@Component
public class FileDesk {

    /** @param id the value of a {@code file} field
     *  @param type found by looking at the content, whatever the sender said
     *  @param size in bytes */
    public record Uploaded(String id, String name, String type, long size, String sha256) {

        /** Whether it has a preview, if its content can be read. */
        @JsonIgnore
        public boolean isPreviewed() {
            return isText() || type.equals("application/pdf") || type.startsWith("image/");
        }

        /** Whether its preview is text. */
        @JsonIgnore
        public boolean isText() {
            return type.startsWith("text/");
        }
    }

    /** A file that may be read. */
    record Open(Uploaded file, ContentKey key, FileRows.Lying lying) {}

    private static final Set<Role> MAY = Set.of(Role.CLERK, Role.OFFICER, Role.HEAD);

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

    /** Before the id of a visit, where the id of a case stands otherwise. */
    private static final String VISIT = "visit:";

    private final FileRows rows;
    private final FileStore store;
    private final CaseFiles cases;
    private final Visits visits;
    private final FileLocks locks;
    private final FilesUnderIds before;
    private final ReadingLog readings;
    private final VirusScan scan;
    private final Clock clock;

    FileDesk(
            FileRows rows,
            FileStore store,
            CaseFiles cases,
            Visits visits,
            FileLocks locks,
            FilesUnderIds before,
            ReadingLog readings,
            VirusScan scan,
            Clock clock) {
        this.visits = visits;
        this.rows = rows;
        this.store = store;
        this.cases = cases;
        this.locks = locks;
        this.before = before;
        this.readings = readings;
        this.scan = scan;
        this.clock = clock;
    }

    /** Refused for those who work on no case. */
    public Uploaded take(InputStream content, String name, Actor by) {
        if (by.roles().stream().noneMatch(MAY::contains)) throw Refusal.because(Reason.NOT_ALLOWED);
        return keep(content, name, by);
    }

    /** From somebody without an account, whom a link has let in; looked at like every other. */
    public Uploaded takeFromOutside(InputStream content, String name, Actor as) {
        return keep(content, name, as);
    }

    private Uploaded keep(InputStream content, String name, Actor by) {
        String id = UUID.randomUUID().toString();
        String plain = plainName(name);
        ContentKey key = ContentKey.fresh();
        FileStore.Kept kept = store.keep(id, key, content, plain);
        boolean taken = false;
        try {
            if (kept.size() == 0) throw Input.refusal("file", "required", "is empty");
            if (REFUSED.contains(kept.type())) throw new Stopped(ProblemKind.UNSUPPORTED_TYPE);
            mustBeClean(kept.address(), id, key);
            insert(id, kept, locks.locked(KeyId.uploads(by.id().value()), key.secret(), utf8(plain)), by);
            taken = true;
            forgetIfRolledBack(kept.address());
            return new Uploaded(id, plain, kept.type(), kept.size(), kept.sha256());
        } finally {
            if (!taken) store.forget(kept.address());
        }
    }

    private void insert(String id, FileStore.Kept kept, FileRows.Locks sealed, Actor by) {
        var lying = new FileRows.Lying(kept.address(), id);
        var row = new FileRows.Row(
                id, kept.type(), kept.size(), kept.sha256(), by.id().value(), null, sealed, lying);
        rows.insert(row, by, clock.instant());
    }

    /** Looked at as it was kept, so that its clear content lies nowhere. */
    private void mustBeClean(String address, String id, ContentKey key) {
        try (InputStream content = store.open(address, id, key)) {
            scan.mustBeClean(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kept as part of something larger that failed after all. */
    private void forgetIfRolledBack(String address) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_ROLLED_BACK) store.forget(address);
            }
        });
    }

    /** What is known of a file the actor may see. */
    public Uploaded find(String id, Actor actor) {
        return open(id, actor).file();
    }

    Open open(String id, Actor actor) {
        FileRows.Row row = rows.find(id).orElseThrow(NotFound::new);
        PetitionId petition = row.petition();
        boolean visible = petition == null ? row.by().equals(actor.id().value()) : mayRead(petition, actor);
        if (!visible) throw new NotFound();
        Open open = opened(row).orElseThrow(NotFound::new);
        // the holder of a visit's file is the holder of its looks too
        if (petition != null) readings.note(petition, actor, Reading.What.ATTACHMENT, null);
        return open;
    }

    /** The whole content of a file the actor may see; for what is small by nature. */
    public byte[] whole(String id, Actor actor) {
        try (InputStream content = content(open(id, actor))) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of these files those that are of this case, for whoever was let in to them: the caller has seen to that. */
    public List<Uploaded> shown(List<String> ids, PetitionId petition) {
        return ids.stream()
                .flatMap(id -> openShown(id, petition).stream())
                .map(Open::file)
                .toList();
    }

    Optional<Open> openShown(String id, PetitionId petition) {
        return rows.find(id).filter(row -> petition.equals(row.petition())).flatMap(this::opened);
    }

    InputStream content(Open open) {
        FileRows.Lying lying = lying(open);
        if (lying.address() == null) return store.open(before.place(lying.boundTo()), lying.boundTo(), open.key());
        return store.open(lying.address(), lying.boundTo(), open.key());
    }

    /** It may have been moved since it was found. */
    private FileRows.Lying lying(Open open) {
        FileRows.Lying then = open.lying();
        if (then.address() != null || before.has(then.boundTo())) return then;
        return rows.find(open.file().id()).map(FileRows.Row::lying).orElse(then);
    }

    /** The files of a case, the first uploaded first; none for whoever may not read its matter. */
    public List<Uploaded> of(PetitionId petition, Actor actor) {
        return mayRead(petition, actor) ? of(petition) : List.of();
    }

    /** The same of a case that was found for the actor. */
    public List<Uploaded> of(CaseFile file, Actor actor) {
        return mayRead(file, Visibility.of(actor), actor) ? of(file.id()) : List.of();
    }

    private List<Uploaded> of(PetitionId petition) {
        return rows.of(petition).stream()
                .flatMap(row -> opened(row).stream())
                .map(Open::file)
                .toList();
    }

    /** Whether the actor may put this file into the case: an own one that is in none, or one that is there already. */
    public boolean isAtHand(String id, PetitionId petition, Actor by) {
        return rows.find(id).filter(row -> isAtHand(row, petition, by)).isPresent();
    }

    /** Puts a file into a case; in the transaction of the command that names it. Does nothing when it is there. */
    public void attach(String id, PetitionId petition, Actor by) {
        FileRows.Row row = rows.hold(id)
                .filter(found -> isAtHand(found, petition, by))
                // since it was looked at last, it was put into another case or thrown away
                .orElseThrow(() -> Refusal.because(Reason.NO_SUCH_FILE));
        if (petition.equals(row.petition())) return;
        KeyId key = visitOf(petition).map(VisitId::key).orElseGet(() -> KeyId.petition(petition.value()));
        putInto(petition, key, row);
    }

    /** What is there already with the same content is not kept twice. */
    private void putInto(PetitionId petition, KeyId key, FileRows.Row row) {
        byte[] name = locks.nameOf(row);
        FileRows.Row same = rows.sameIn(petition, row).orElse(null);
        ContentKey shared = same == null ? null : locks.keyOf(same).orElse(null);
        if (same == null || shared == null) {
            rows.change(row.id(), locks.locked(key, locks.secretOf(row), name), petition, row.lying());
            return;
        }
        rows.change(row.id(), locks.locked(key, shared.secret(), name), petition, same.lying());
        rows.leave(row.lying());
    }

    /**
     * Gives a case what another one has, as files of its own that stay when those of the other are erased; in the
     * transaction that begins it. Nothing that the actor may not read.
     */
    public void copy(PetitionId from, PetitionId to, Actor by) {
        if (!mayRead(from, by)) return;
        KeyId key = KeyId.petition(to.value());
        for (FileRows.Row row : rows.of(from)) opened(row).ifPresent(open -> copy(open, row, to, key, by));
    }

    private void copy(Open open, FileRows.Row row, PetitionId to, KeyId key, Actor by) {
        String id = UUID.randomUUID().toString();
        ContentKey contentKey = ContentKey.fresh();
        String name = open.file().name();
        try (InputStream content = content(open)) {
            FileStore.Kept kept = store.keep(id, contentKey, content, name);
            TransactionSynchronizationManager.registerSynchronization(new ForgetUnlessKept(kept.address()));
            var copied = new FileRows.Row(
                    id,
                    kept.type(),
                    kept.size(),
                    kept.sha256(),
                    row.by(),
                    null,
                    locks.locked(key, contentKey.secret(), utf8(name)),
                    new FileRows.Lying(kept.address(), id));
            rows.insert(copied, by, clock.instant());
            putInto(to, key, copied);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A file whose row was not kept must not stay behind. */
    private final class ForgetUnlessKept implements TransactionSynchronization {
        private final String address;

        ForgetUnlessKept(String address) {
            this.address = address;
        }

        @Override
        public void afterCompletion(int status) {
            if (status != STATUS_COMMITTED) store.forget(address);
        }
    }

    /** Puts a file to a visit of the reception; in the transaction of the command that names it. */
    public void attach(String id, VisitId visit, Actor by) {
        attach(id, new PetitionId(VISIT + visit.value()), by);
    }

    private static Optional<VisitId> visitOf(PetitionId holder) {
        return holder.value().startsWith(VISIT)
                ? Optional.of(new VisitId(holder.value().substring(VISIT.length())))
                : Optional.empty();
    }

    /** Empty when it was erased. */
    private Optional<Open> opened(FileRows.Row row) {
        ContentKey key = locks.keyOf(row).orElse(null);
        if (key == null) return Optional.empty();
        String name = new String(locks.nameOf(row), StandardCharsets.UTF_8);
        return Optional.of(
                new Open(new Uploaded(row.id(), name, row.type(), row.size(), row.sha256()), key, row.lying()));
    }

    /** The matter of a denunciation is for its handlers; and a file may name whoever wants to stay unknown. */
    private boolean mayRead(PetitionId petition, Actor actor) {
        Visibility sight = Visibility.of(actor);
        Optional<VisitId> visit = visitOf(petition);
        if (visit.isPresent()) return mayRead(visit.get(), actor);
        return cases.byId(petition, sight)
                .filter(file -> mayRead(file, sight, actor))
                .isPresent();
    }

    private static boolean mayRead(CaseFile file, Visibility sight, Actor actor) {
        boolean handled = file.kind() != Kind.DENUNCIATION || file.isHandledBy(actor);
        return handled && (sight.identities() || !file.confidential());
    }

    /** Of a visit that nobody may read, the one who received still may. */
    private boolean mayRead(VisitId visit, Actor actor) {
        return visits.find(visit, Visibility.of(actor))
                .filter(entry -> !entry.sealed() || entry.receiver().equals(actor.id()))
                .isPresent();
    }

    private static boolean isAtHand(FileRows.Row row, PetitionId petition, Actor by) {
        return row.petition() == null
                ? row.by().equals(by.id().value())
                : row.petition().equals(petition);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The last part of a path, without what could steer a header or a terminal. */
    private static String plainName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"]", "").strip();
        if (plain.isEmpty()) return "file";
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
    }
}
