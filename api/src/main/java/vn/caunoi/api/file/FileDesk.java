package vn.caunoi.api.file;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.reception.VisitId;
import vn.caunoi.core.vault.ContentKey;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;

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

    private final FileRows rows;
    private final FileStore store;
    private final FileIntake intake;
    private final FileSight sight;
    private final FileLocks locks;
    private final FilesUnderIds before;
    private final ReadingLog readings;

    FileDesk(
            FileRows rows,
            FileStore store,
            FileIntake intake,
            FileSight sight,
            FileLocks locks,
            FilesUnderIds before,
            ReadingLog readings) {
        this.rows = rows;
        this.store = store;
        this.intake = intake;
        this.sight = sight;
        this.locks = locks;
        this.before = before;
        this.readings = readings;
    }

    /** Refused for those who work on no case. */
    public Uploaded take(InputStream content, String name, Actor by) {
        if (by.roles().stream().noneMatch(MAY::contains)) throw Refusal.because(Reason.NOT_ALLOWED);
        return intake.take(content, name, by);
    }

    /** Whether what is taken in is looked at for viruses; where no scanner is set up it is not. */
    public boolean looksForViruses() {
        return intake.looksForViruses();
    }

    /** From somebody without an account, whom a link has let in; looked at like every other. */
    public Uploaded takeFromOutside(InputStream content, String name, Actor as) {
        return intake.take(content, name, as);
    }

    /** What is known of a file the actor may see. */
    public Uploaded find(String id, Actor actor) {
        return open(id, actor).file();
    }

    Open open(String id, Actor actor) {
        FileRows.Row row = rows.find(id).orElseThrow(NotFound::new);
        PetitionId petition = row.petition();
        boolean visible = petition == null ? row.by().equals(actor.id().value()) : sight.mayRead(petition, actor);
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
        return sight.mayRead(petition, actor) ? of(petition) : List.of();
    }

    /** The same of a case that was found for the actor. */
    public List<Uploaded> of(CaseFile file, Actor actor) {
        return FileSight.mayRead(file, Visibility.of(actor), actor) ? of(file.id()) : List.of();
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
        KeyId key = FileSight.visitOf(petition).map(VisitId::key).orElseGet(() -> KeyId.petition(petition.value()));
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
        if (!sight.mayRead(from, by)) return;
        KeyId key = KeyId.petition(to.value());
        for (FileRows.Row row : rows.of(from)) opened(row).ifPresent(open -> copy(open, row, to, key, by));
    }

    private void copy(Open open, FileRows.Row row, PetitionId to, KeyId key, Actor by) {
        try (InputStream content = content(open)) {
            putInto(to, key, intake.copy(content, open.file().name(), key, row.by(), by));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Puts a file to a visit of the reception; in the transaction of the command that names it. */
    public void attach(String id, VisitId visit, Actor by) {
        attach(id, FileSight.holder(visit), by);
    }

    /** Empty when it was erased. */
    private Optional<Open> opened(FileRows.Row row) {
        ContentKey key = locks.keyOf(row).orElse(null);
        if (key == null) return Optional.empty();
        String name = new String(locks.nameOf(row), StandardCharsets.UTF_8);
        return Optional.of(
                new Open(new Uploaded(row.id(), name, row.type(), row.size(), row.sha256()), key, row.lying()));
    }

    private static boolean isAtHand(FileRows.Row row, PetitionId petition, Actor by) {
        return row.petition() == null
                ? row.by().equals(by.id().value())
                : row.petition().equals(petition);
    }
}
