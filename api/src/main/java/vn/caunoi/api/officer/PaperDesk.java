package vn.caunoi.api.officer;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.CaseCommand.AddPaper;
import vn.caunoi.core.petition.PaperKind;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.casefile.CaseFile;

/** Puts a paper into a case that came outside a task, by post for example. */
@Component
public class PaperDesk {

    private static final int LINE = 500;
    private static final int LONG = 2_000;

    /**
     * A paper as it is told, nothing checked yet.
     *
     * @param file uploaded before
     * @param receivedOn the day it came
     * @param sender whom it is of
     * @param reason why it is added, if the case is closed
     */
    @Schema(name = "PaperOfACase")
    public record Given(
            @Nullable String file,
            @Nullable String kind,
            @Nullable LocalDate receivedOn,
            @Nullable String sender,
            @Nullable String reason) {}

    private final VisibleCases cases;
    private final FileDesk files;
    private final Casework casework;

    PaperDesk(VisibleCases cases, FileDesk files, Casework casework) {
        this.cases = cases;
        this.files = files;
        this.casework = casework;
    }

    /** The paper comes to the case with the event that names it: both or neither. */
    public Written add(String idOrCode, Given given, Actor by) {
        CaseFile file = cases.find(idOrCode, by);
        boolean works = by.is(Role.CLERK) || by.is(Role.OFFICER) || by.is(Role.HEAD);
        if (!works || !by.covers(file.unit())) throw Refusal.because(Reason.NOT_ALLOWED);
        PetitionId petition = file.id();
        Input input = new Input();
        String id = input.required("file", given.file(), 100);
        PaperKind kind = input.choice("kind", given.kind(), PaperKind.class);
        if (given.kind() == null || given.kind().isBlank()) input.present("kind", null);
        LocalDate day = input.present("receivedOn", given.receivedOn());
        String sender = input.required("sender", given.sender(), LINE);
        String reason = input.optional("reason", given.reason(), LONG);
        input.mustBeValid();
        AddPaper order = new AddPaper(
                petition, id, Objects.requireNonNull(kind), Objects.requireNonNull(day), sender, reason, by);
        return casework.sendAfter(() -> files.attach(id, petition, by), order, by);
    }
}
