package vn.caunoi.api.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.core.petition.LetterId;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.Deadline;
import vn.caunoi.projections.casefile.Part;
import vn.caunoi.projections.letter.Letter;

/** What of a case is no longer as it was at a past moment, line by line. */
@Component
class CaseDifferences {

    /**
     * @param label key of the message that names it
     * @param of which one of several it is
     * @param then null for what was not there; {@code now} likewise
     */
    record Change(
            String label,
            @Nullable String of,
            @Nullable String then,
            @Nullable String now) {}

    /** The two sides, and what was found different so far. */
    private record Compared(CaseFile then, CaseFile now, List<Change> changes) {

        void line(String label, Function<CaseFile, @Nullable String> value) {
            line(label, null, value.apply(then), value.apply(now));
        }

        void line(String label, @Nullable String of, @Nullable String before, @Nullable String after) {
            if (!Objects.equals(before, after)) changes.add(new Change(label, of, before, after));
        }

        /** How many there were, where none goes away. */
        void count(String label, Function<CaseFile, List<?>> things) {
            line(label, file -> String.valueOf(things.apply(file).size()));
        }
    }

    private final Words say;
    private final Names names;

    CaseDifferences(Words say, Names names) {
        this.say = say;
        this.names = names;
    }

    /** @param written letters as they were then; {@code writtenSince} as they are */
    List<Change> between(CaseFile then, CaseFile now, List<Letter> written, List<Letter> writtenSince) {
        Compared compared = new Compared(then, now, new ArrayList<>());
        standing(compared);
        matter(compared);
        people(compared);
        deadlines(compared);
        points(compared);
        papers(compared);
        letters(compared, written, writtenSince);
        return compared.changes();
    }

    private void standing(Compared compared) {
        compared.line("case.diff.stage", file -> say.word("stage", file.stage()));
        compared.line("case.diff.status", file -> say.word("status", file.status()));
        compared.line("case.diff.unit", file -> names.unit(file.unit()));
        compared.line("case.diff.assignee", file -> file.assignee() == null ? null : names.officer(file.assignee()));
        compared.line(
                "case.diff.tasks",
                file -> joined(file.tasks(), task -> say.or("form." + task.form(), task.name()) + held(task)));
        compared.line(
                "case.diff.suspended",
                file -> file.suspension() == null || file.suspension().until() != null
                        ? null
                        : file.suspension().ground());
        compared.line(
                "case.diff.closed",
                file -> file.closing() == null
                        ? null
                        : say.moment(file.closing().on()));
    }

    private String held(Part.OpenTask task) {
        return task.assignee() == null ? "" : " (" + names.officer(task.assignee()) + ")";
    }

    private void matter(Compared compared) {
        compared.line("case.diff.kind", file -> file.kind() == null ? null : say.word("option", file.kind()));
        compared.line("case.diff.subject", CaseFile::subject);
        compared.line("case.diff.content", CaseFile::content);
        compared.line("case.category", file -> file.category() == null ? null : say.word("category", file.category()));
        compared.line("case.place", CaseFile::place);
        compared.line("case.against", CaseFile::against);
        compared.line("case.about", file -> file.about() == null ? null : disputed(file.about()));
    }

    private String disputed(Part.Disputed about) {
        return Stream.of(
                        about.decision(),
                        about.number(),
                        about.date() == null ? null : say.day(about.date()),
                        about.issuer())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private void people(Compared compared) {
        compared.line("case.people", file -> joined(file.petitioners(), CaseDifferences::reached));
    }

    private static String reached(Part.Petitioner person) {
        return Stream.of(person.fullName(), person.address(), person.phone(), person.email())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private void deadlines(Compared compared) {
        Stream.concat(compared.then().deadlines().stream(), compared.now().deadlines().stream())
                .map(Deadline::stage)
                .distinct()
                .forEach(stage -> compared.line(
                        "case.deadlines",
                        say.word("deadline", stage),
                        deadline(compared.then(), stage),
                        deadline(compared.now(), stage)));
    }

    private @Nullable String deadline(CaseFile file, String stage) {
        return file.deadlines().stream()
                .filter(one -> one.stage().equals(stage))
                .reduce((first, last) -> last)
                .map(one -> say.dayOf(one.due()) + ", " + say.word("deadline.state", one.state()))
                .orElse(null);
    }

    private void points(Compared compared) {
        compared.line("case.points", file -> joined(file.points(), this::point));
    }

    private String point(Part.PointOf point) {
        String found = point.result() == null ? "" : " → " + say.word("option", point.result());
        return point.no() + ". " + point.demand() + found;
    }

    private static void papers(Compared compared) {
        compared.count("case.diff.papers", CaseFile::papers);
        compared.count("case.supplements", CaseFile::supplements);
        compared.count("case.notes", CaseFile::notes);
        compared.count("case.links", CaseFile::links);
        compared.count("case.escalations", CaseFile::escalations);
        compared.count("case.urgings", CaseFile::urgings);
        compared.count("case.diff.replies", CaseFile::replies);
    }

    private void letters(Compared compared, List<Letter> then, List<Letter> now) {
        for (Letter letter : now)
            compared.line(
                    "letters.title",
                    names.letter(letter.template()),
                    letter(then, letter.id()),
                    letter(now, letter.id()));
    }

    private @Nullable String letter(List<Letter> letters, LetterId id) {
        return letters.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(this::letter)
                .orElse(null);
    }

    private String letter(Letter letter) {
        String draft = letter.draft() > 1 ? say.text("case.diff.draft", letter.draft()) : null;
        String number = letter.number() == null
                ? null
                : say.text("letters.number", letter.number(), say.day(letter.issuedOn()));
        String sent = letter.sentOn() == null ? null : say.text("case.diff.sent", say.day(letter.sentOn()));
        String delivered =
                letter.deliveredOn() == null ? null : say.text("case.diff.delivered", say.day(letter.deliveredOn()));
        return Stream.of(say.word("letter.state", letter.state()), draft, number, sent, delivered)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    private static <T> @Nullable String joined(List<T> things, Function<T, String> said) {
        return things.isEmpty() ? null : things.stream().map(said).collect(Collectors.joining("\n"));
    }
}
