package vn.caunoi.api.officer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.CaseCommand.EnterWorksheet;
import vn.caunoi.core.petition.CaseCommand.ReplyWorksheet;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.WorksheetSort;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.Part;

/** The worksheet of a verification: plan, sessions, requests with their replies, evidence, findings by point. */
@Component
public class WorksheetDesk {

    private final VisibleCases cases;
    private final Casework casework;
    private final Clock clock;

    WorksheetDesk(VisibleCases cases, Casework casework, Clock clock) {
        this.cases = cases;
        this.casework = casework;
        this.clock = clock;
    }

    public Written enter(String id, CaseInput.Worksheet given, Actor by) {
        CaseFile file = cases.find(id, by);
        Input input = new Input();
        WorksheetSort sort = input.choice("sort", given.sort(), WorksheetSort.class);
        if (given.sort() == null || given.sort().isBlank()) input.present("sort", null);
        String text = input.required("text", given.text(), ContentCheck.LONG);
        String with = input.optional("with", given.with(), ContentCheck.LINE);
        input.mustBeValid();
        return casework.send(
                new EnterWorksheet(
                        file.id(),
                        Objects.requireNonNull(sort),
                        given.point(),
                        Objects.requireNonNullElse(given.on(), today()),
                        given.replyBy(),
                        with,
                        text,
                        by),
                by);
    }

    /** @param entry number of the request; 0 for the first that is owed */
    public Written reply(String id, int entry, CaseInput.WorksheetReply given, Actor by) {
        CaseFile file = cases.find(id, by);
        Input input = new Input();
        String text = input.required("text", given.text(), ContentCheck.LONG);
        input.mustBeValid();
        int request = entry == 0 ? first(file) : entry;
        LocalDate on = Objects.requireNonNullElse(given.on(), today());
        return casework.send(new ReplyWorksheet(file.id(), request, on, text, by), by);
    }

    private static int first(CaseFile file) {
        return file.worksheet().stream()
                .filter(Part.WorksheetEntry::isOwed)
                .mapToInt(Part.WorksheetEntry::no)
                .findFirst()
                .orElseThrow(() -> Refusal.because(Reason.NO_SUCH_REQUEST));
    }

    private LocalDate today() {
        return DueDate.dayOf(clock.instant());
    }
}
