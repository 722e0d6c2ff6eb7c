package vn.caunoi.projections.casefile;

import static vn.caunoi.projections.Tables.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.Target;
import vn.caunoi.projections.casefile.Part.OpenTask;

/** What lists filter and show of a case file. What events change oftenest stands last, so that the log gets little. */
final class FileRow {
    static final Target TARGET = Target.of(
            "case_file",
            "id",
            "id code code_key pin_hash channel category place subject kind unit assignee received::timestamptz"
                    + " closed::timestamptz next_due::timestamptz version::bigint escalated::boolean stage status waiting",
            "category place subject kind unit assignee received closed next_due version escalated stage status waiting");

    /** The hash of the PIN, which hardly ever changes. */
    static final Target PIN = Target.of("case_file", "id", "id pin_hash", "pin_hash");

    private FileRow() {}

    static @Nullable Object[] values(CaseFile file, @Nullable String pinHash) {
        boolean closed = file.status() == Status.CLOSED;
        Instant due = file.nextDue();
        return new @Nullable Object[] {
            file.id().value(),
            file.code(),
            Words.codeKey(file.code()),
            pinHash,
            file.channel().name(),
            file.category(),
            file.place(),
            file.subject(),
            file.kind() == null ? null : file.kind().name(),
            file.unit().value(),
            file.assignee() == null ? null : file.assignee().value(),
            time(file.receivedAt()),
            closed && file.closing() != null ? time(file.closing().on()) : null,
            time(due == null ? Instant.MAX : due),
            file.version(),
            !file.escalations().isEmpty(),
            file.stage().name(),
            file.status().name(),
            waiting(file)
        };
    }

    /** The word for what the case waits for; see {@link CaseFiles.Filter}. */
    private static @Nullable String waiting(CaseFile file) {
        return switch (file.status()) {
            case CLOSED -> null;
            case SUSPENDED -> "suspended";
            case OPEN -> file.tasks().stream().findFirst().map(FileRow::waiting).orElse(null);
        };
    }

    private static String waiting(OpenTask task) {
        return task.form().equals("await-supplement") ? "citizen" : task.group().group();
    }
}
