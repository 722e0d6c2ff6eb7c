package vn.caunoi.api.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.caunoi.api.officer.HandInInput.Petitioner;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.reception.VisitInput;
import vn.caunoi.core.deadline.DueDate;

/** What was typed into the form of a visit, as the desk takes it; refused where it cannot be read. */
final class VisitFormInput {

    private VisitFormInput() {}

    static VisitInput of(VisitForm form) {
        Input check = new Input();
        Instant occurred = parsed(check, "occurred", form.typed("occurred"), VisitFormInput::moment);
        Instant callBack = parsed(check, "callBack", form.typed("callBack"), VisitFormInput::moment);
        Integer people = parsed(check, "people", form.typed("people"), VisitFormInput::number);
        check.mustBeValid();
        return new VisitInput(
                form.typed("way"),
                occurred,
                form.typed("unit"),
                form.typed("identity"),
                people,
                form.typed("matter"),
                form.typed("subject"),
                form.typed("statement"),
                form.typed("settledBy"),
                "true".equals(form.typed("urgent")),
                callBack,
                form.typed("sitting"),
                visitors(form),
                papers(form));
    }

    private static List<@Nullable Petitioner> visitors(VisitForm form) {
        List<@Nullable Petitioner> visitors = new ArrayList<>();
        form.visitors().forEach(i -> visitors.add(visitor(form, i)));
        return visitors;
    }

    private static List<VisitInput.@Nullable Brought> papers(VisitForm form) {
        List<VisitInput.@Nullable Brought> papers = new ArrayList<>();
        form.papers().forEach(i -> papers.add(paper(form, i)));
        return papers;
    }

    private static Petitioner visitor(VisitForm form, int i) {
        Function<String, @Nullable String> typed = field -> form.typed("visitors[" + i + "]." + field);
        return new Petitioner(
                typed.apply("fullName"),
                typed.apply("idNumber"),
                typed.apply("address"),
                typed.apply("phone"),
                typed.apply("email"),
                typed.apply("role"));
    }

    private static VisitInput.Brought paper(VisitForm form, int i) {
        return new VisitInput.Brought(form.typed("papers[" + i + "].name"), form.typed("papers[" + i + "].form"));
    }

    static Instant moment(String text) {
        return LocalDateTime.parse(text).atZone(DueDate.ZONE).toInstant();
    }

    private static Integer number(String text) {
        if (!text.matches("\\d{1,9}")) throw new DateTimeParseException("not a number", text, 0);
        return Integer.valueOf(text);
    }

    static <T> @Nullable T parsed(Input check, String name, @Nullable String text, Function<String, T> parse) {
        if (text == null || text.isBlank()) return null;
        try {
            return parse.apply(text.strip());
        } catch (DateTimeParseException unreadable) {
            check.wrong(name, "malformed", "cannot be read");
            return null;
        }
    }
}
