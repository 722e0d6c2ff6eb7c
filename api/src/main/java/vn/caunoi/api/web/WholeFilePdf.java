package vn.caunoi.api.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.letter.Paper;
import vn.caunoi.core.deadline.CountedDay;
import vn.caunoi.core.deadline.DayMark;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.Deadline;
import vn.caunoi.projections.casefile.Part;
import vn.caunoi.projections.letter.Letter;

/** The whole file of a case on paper, as its reader may see it and in the reader's language. */
@Component
class WholeFilePdf {

    /**
     * What is printed.
     *
     * @param told what of its history this part tells, the first first
     * @param asOf the moment of the past as of which the case is told; null for the present
     * @param part number of this part, from 1; the first alone tells what stands before the history
     */
    record Printed(
            CaseFile file,
            List<FileDesk.Uploaded> documents,
            List<Letter> letters,
            List<String> links,
            List<Story.Told> told,
            int part,
            int parts,
            String by,
            Instant at,
            Instant upTo,
            @Nullable Instant asOf) {}

    private final Words say;
    private final Names names;

    WholeFilePdf(Words say, Names names) {
        this.say = say;
        this.names = names;
    }

    byte[] of(Printed printed) {
        var bytes = new ByteArrayOutputStream();
        String foot = say.text(
                "whole.foot", printed.file().code(), printed.by(), moment(printed.at()), moment(printed.upTo()));
        try (Paper paper = new Paper("", foot)) {
            PrintedSheets sheets = new PrintedSheets(paper);
            cover(sheets, printed);
            if (printed.part() == 1) file(sheets, printed);
            history(sheets, printed);
            paper.write(say.text("whole.title") + " " + printed.file().code(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void cover(PrintedSheets sheets, Printed printed) throws IOException {
        CaseFile file = printed.file();
        sheets.room(12);
        sheets.middle(names.unit(file.unit()));
        sheets.room(2);
        sheets.title(say.text("whole.title"));
        sheets.title(file.code());
        if (file.kind() != null) sheets.middle(say.word("option", file.kind()));
        sheets.middle(file.subject() == null ? say.text("case.sealed") : file.subject());
        sheets.room(3);
        sheets.middle(say.text("whole.by", printed.by(), moment(printed.at())));
        sheets.middle(say.text("whole.upto", moment(printed.upTo())));
        if (printed.asOf() != null) sheets.middle(say.text("whole.asof", moment(printed.asOf())));
        if (printed.parts() > 1) sheets.middle(say.text("whole.part", printed.part(), printed.parts()));
        sheets.nextPage();
    }

    private void file(PrintedSheets sheets, Printed printed) throws IOException {
        facts(sheets, printed.file());
        matter(sheets, printed.file());
        people(sheets, printed.file());
        deadlines(sheets, printed.file());
        papers(sheets, printed);
        notes(sheets, printed.file());
    }

    private void facts(PrintedSheets sheets, CaseFile file) throws IOException {
        sheets.heading(say.text("whole.facts"));
        fact(sheets, "case.diff.stage", say.word("stage", file.stage()));
        fact(sheets, "case.diff.status", say.word("status", file.status()));
        fact(sheets, "case.diff.unit", names.unit(file.unit()));
        fact(sheets, "case.diff.assignee", file.assignee() == null ? null : names.officer(file.assignee()));
        fact(sheets, "case.channel", say.word("channel", file.channel()));
        fact(sheets, "case.received", moment(file.receivedAt()));
        fact(sheets, "case.category", file.category() == null ? null : say.word("category", file.category()));
        fact(sheets, "case.place", file.place());
        fact(sheets, "case.against", file.against());
        fact(sheets, "case.about", file.about() == null ? null : disputed(file.about()));
        Part.Closing closing = file.closing();
        if (closing != null)
            sheets.text(say.text("case.closed", say.dayOf(closing.on()), say.word("closing", closing.ground())));
        for (Part.OpenTask task : file.tasks())
            fact(sheets, "case.tasks", say.or("form." + task.form(), task.name()) + ", " + holder(task));
    }

    private void fact(PrintedSheets sheets, String label, @Nullable String value) throws IOException {
        if (value != null) sheets.fact(say.text(label), value);
    }

    private String holder(Part.OpenTask task) {
        return task.assignee() == null
                ? say.text("task.free", say.word("group", task.group()), names.unit(task.unit()))
                : say.text("task.held", names.officer(task.assignee()));
    }

    private String disputed(Part.Disputed about) {
        StringBuilder said = new StringBuilder(about.decision() == null ? "" : about.decision());
        if (about.number() != null) said.append(", ").append(say.text("case.about.number", about.number()));
        if (about.date() != null) said.append(", ").append(say.text("case.about.date", say.day(about.date())));
        if (about.issuer() != null) said.append(", ").append(say.text("case.about.issuer", about.issuer()));
        return said.toString();
    }

    private void matter(PrintedSheets sheets, CaseFile file) throws IOException {
        if (file.content() != null) {
            sheets.heading(say.text("case.content"));
            sheets.text(file.content());
        }
        if (!file.points().isEmpty()) sheets.heading(say.text("case.points"));
        for (Part.PointOf point : file.points()) {
            String result = point.result() == null ? "" : ": " + say.word("option", point.result());
            sheets.strong(say.text("case.point", point.no()) + result);
            sheets.text(point.demand());
            if (point.finding() != null) sheets.fact(say.text("case.finding"), point.finding());
        }
    }

    private void people(PrintedSheets sheets, CaseFile file) throws IOException {
        if (file.petitioners().isEmpty()) return;
        sheets.heading(say.text("case.people"));
        if (file.anonymous()) sheets.text(say.text("case.anonymous"));
        for (Part.Petitioner person : file.petitioners()) {
            sheets.strong(person.fullName() + ", " + say.word("role", person.role()));
            fact(sheets, "handin.field.petitioners.idNumber", person.idNumber());
            fact(sheets, "handin.field.petitioners.address", person.address());
            fact(sheets, "handin.field.petitioners.phone", person.phone());
            fact(sheets, "handin.field.petitioners.email", person.email());
        }
    }

    private void deadlines(PrintedSheets sheets, CaseFile file) throws IOException {
        if (!file.deadlines().isEmpty()) sheets.heading(say.text("case.deadlines"));
        for (Deadline one : file.deadlines()) {
            String state = one.late() ? say.text("deadline.met.late") : say.word("deadline.state", one.state());
            sheets.strong(say.word("deadline", one.stage()) + ": " + say.dayOf(one.due()) + ", " + state);
            if (one.limit() != null)
                sheets.text(say.text(
                        "deadline.counted",
                        one.limit().amount(),
                        say.word("limit", one.limit().unit()),
                        say.day(one.from()),
                        say.word("basis", one.basis())));
            sheets.text(say.source(one.source()));
            if (!one.explanation().isEmpty())
                sheets.small(one.explanation().stream().map(this::day).collect(Collectors.joining("; ")));
        }
    }

    private String day(CountedDay day) {
        String mark =
                day.mark() == DayMark.COUNTED ? say.text("day.counted", day.number()) : say.word("day", day.mark());
        String name = day.name() == null ? "" : " (" + day.name() + ")";
        return say.day(day.date()) + " " + mark + name;
    }

    private void papers(PrintedSheets sheets, Printed printed) throws IOException {
        if (!printed.letters().isEmpty()) sheets.heading(say.text("letters.title"));
        for (Letter one : printed.letters()) {
            String number =
                    one.number() == null ? "" : say.text("letters.number", one.number(), say.day(one.issuedOn()));
            sheets.strong(names.letter(one.template()) + ", " + say.word("letter.state", one.state()));
            if (!number.isEmpty()) sheets.text(number);
            if (one.sha256() != null) sheets.small("SHA-256 " + one.sha256());
        }
        if (!printed.documents().isEmpty()) sheets.heading(say.text("documents.title"));
        for (FileDesk.Uploaded one : printed.documents()) {
            sheets.strong(one.name());
            sheets.small(say.text("whole.bytes", one.type(), one.size()) + "\nSHA-256 " + one.sha256());
        }
        if (!printed.links().isEmpty()) sheets.heading(say.text("case.links"));
        for (String link : printed.links()) sheets.text(link);
    }

    private void notes(PrintedSheets sheets, CaseFile file) throws IOException {
        if (!file.said().isEmpty()) sheets.heading(say.text("case.said"));
        for (Part.Said one : file.said()) {
            if (one.text() != null) sheets.text(one.text());
            sheets.quiet((one.withdrawing() ? say.text("case.said.withdrawing") + ", " : "")
                    + (one.by() == null ? "" : say.text("case.said.by", names.officer(one.by())) + ", ")
                    + moment(one.at()));
        }
        if (!file.notes().isEmpty()) sheets.heading(say.text("case.notes"));
        for (Part.Note note : file.notes()) {
            sheets.text(note.text());
            sheets.quiet((note.by() == null ? "" : names.officer(note.by()) + ", ") + moment(note.at()));
        }
    }

    private void history(PrintedSheets sheets, Printed printed) throws IOException {
        sheets.heading(say.text("case.history"));
        for (Story.Told told : printed.told()) {
            sheets.strong(told.seq() + ". " + told.text());
            String by = told.by() == null ? "" : ", " + told.by();
            String earlier =
                    told.occurredAt() == null ? "" : ", " + say.text("history.occurred", moment(told.occurredAt()));
            sheets.quiet(moment(told.at()) + by + earlier);
            for (Story.Detail detail : told.details()) sheets.small(detail.label() + ": " + detail.value());
        }
        boolean last = printed.part() == printed.parts();
        sheets.room(1);
        sheets.text(say.text(last ? "whole.end" : "whole.goes-on", printed.part() + 1));
    }

    private String moment(Instant at) {
        return say.moment(at);
    }
}
