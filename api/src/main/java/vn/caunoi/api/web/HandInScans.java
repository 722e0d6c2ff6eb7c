package vn.caunoi.api.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.ProblemKind;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.problem.Stopped;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Refusal;

/**
 * The scans that come with a petition at the desk. Each is taken in as soon as it is chosen and belongs to whoever uploads it,
 * until the petition is handed in; the form carries their ids in the order in which they came.
 */
@Component
class HandInScans {

    /** More belong into a dossier. */
    private static final int MOST = 50;
    /** What scanners and browsers call a file of which they know no name. */
    private static final Set<String> NAMELESS = Set.of("", "file", "blob", "image", "scan", "document", "untitled");

    private static final Pattern NAME = Pattern.compile("(.*?)(\\.[A-Za-z0-9]{1,5})?");

    private final FileDesk files;
    private final MultipartProperties limits;
    private final Words say;
    private final Problems problems;

    HandInScans(FileDesk files, MultipartProperties limits, Words say, Problems problems) {
        this.files = files;
        this.limits = limits;
        this.say = say;
        this.problems = problems;
    }

    /** @param checked whether it was looked at for viruses; what has one is not kept */
    record Scan(String id, String name, String size, boolean checked) {}

    /** What one file may have in bytes, and all that are sent in one go. */
    record Limits(long each, long together) {}

    /** The form after its uploads were taken in. @param refused why some were not, each with its name */
    record Taken(HandInForm form, List<String> refused) {}

    Limits limits() {
        // what else is in the form has its place beside the files
        long rest = 1024L * 1024;
        return new Limits(
                limits.getMaxFileSize().toBytes(), limits.getMaxRequestSize().toBytes() - rest);
    }

    /** One that is refused holds up no other. */
    Taken taken(HandInForm form, @Nullable List<MultipartFile> uploads, Actor actor) {
        List<FileDesk.Uploaded> kept = new ArrayList<>(found(form, actor));
        List<String> ids = new ArrayList<>(form.scans());
        List<String> refused = new ArrayList<>();
        for (MultipartFile upload : uploads == null ? List.<MultipartFile>of() : uploads) {
            String said = Objects.requireNonNullElse(upload.getOriginalFilename(), "");
            // an input that was left empty sends a file without a name
            if (upload.isEmpty() && said.isEmpty()) continue;
            try {
                if (upload.isEmpty()) throw Input.refusal("files", "empty-file", "is empty");
                if (kept.size() >= MOST) throw Input.refusal("files", "too-many-files", "are at most " + MOST);
                FileDesk.Uploaded file = take(upload, named(said, kept), actor);
                kept.add(file);
                ids.add(file.id());
            } catch (Refusal refusal) {
                refused.add(said + ": " + why(refusal));
            } catch (Stopped stopped) {
                refused.add(said + ": "
                        + say.text(
                                stopped.kind() == ProblemKind.UNSUPPORTED_TYPE
                                        ? "handin.scan.type"
                                        : "handin.scan.later"));
            }
        }
        return new Taken(form.scans(ids), refused);
    }

    List<Scan> shown(HandInForm form, Actor actor) {
        boolean checked = files.looksForViruses();
        return found(form, actor).stream()
                .map(file -> new Scan(file.id(), file.name(), say.size(file.size()), checked))
                .toList();
    }

    /** The form without what is kept no longer. */
    HandInForm present(HandInForm form, Actor actor) {
        return form.scans(found(form, actor).stream().map(FileDesk.Uploaded::id).toList());
    }

    /** Refuses a form that names a scan which is kept no longer. */
    void mustBeThere(HandInForm form, Actor actor) {
        if (found(form, actor).size() < form.scans().size())
            throw Input.refusal("files", "no-such-file", "is kept no longer");
    }

    /** In the transaction that hands the petition in. */
    void attach(HandInForm form, PetitionId petition, Actor actor) {
        form.scans().forEach(id -> files.attach(id, petition, actor));
    }

    private List<FileDesk.Uploaded> found(HandInForm form, Actor actor) {
        return form.scans().stream().flatMap(id -> found(id, actor).stream()).toList();
    }

    private Optional<FileDesk.Uploaded> found(String id, Actor actor) {
        try {
            return Optional.of(files.find(id, actor));
        } catch (NotFound thrownAway) {
            return Optional.empty();
        }
    }

    private FileDesk.Uploaded take(MultipartFile upload, String name, Actor actor) {
        try (InputStream content = upload.getInputStream()) {
            return files.take(content, name, actor);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String why(Refusal refusal) {
        return refusal.violations().isEmpty()
                ? problems.message(refusal.reason(), Words.locale())
                : problems.message(refusal.violations().getFirst(), Words.locale());
    }

    /** Its own name if it has one that no other has, else {@code scan001} and what the sort of file is called. */
    static String named(String said, List<FileDesk.Uploaded> before) {
        Matcher parts = NAME.matcher(said);
        boolean known = parts.matches();
        String name = known ? parts.group(1) : said;
        boolean taken = before.stream().anyMatch(one -> one.name().equals(said));
        if (!taken && !NAMELESS.contains(name.strip().toLowerCase(Locale.ROOT))) return said;
        String ending = known ? Objects.requireNonNullElse(parts.group(2), "") : "";
        List<String> names = before.stream().map(FileDesk.Uploaded::name).toList();
        int number = before.size() + 1;
        while (names.contains(scan(number, ending))) number++;
        return scan(number, ending);
    }

    private static String scan(int number, String ending) {
        return String.format(Locale.ROOT, "scan%03d%s", number, ending);
    }
}
