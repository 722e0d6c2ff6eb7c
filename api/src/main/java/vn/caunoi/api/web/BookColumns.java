package vn.caunoi.api.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.reception.Visits;
import vn.caunoi.projections.reception.Visits.Ending;

/** The twelve columns of the reception book (TT 04/2021, form 03), in the reader's language. */
@Component
class BookColumns {

    static final int COLUMNS = 12;

    private final CaseFiles cases;
    private final Words say;

    BookColumns(CaseFiles cases, Words say) {
        this.cases = cases;
        this.say = say;
    }

    List<String> heads() {
        return IntStream.rangeClosed(1, COLUMNS)
                .mapToObj(n -> say.text("book.column." + n))
                .toList();
    }

    List<List<String>> rows(List<Visits.Entry> entries, Visibility sight) {
        return entries.stream().map(entry -> row(entry, sight)).toList();
    }

    private List<String> row(Visits.Entry visit, Visibility sight) {
        Optional<CaseFile> file = Optional.ofNullable(visit.petition()).flatMap(id -> cases.byId(id, sight));
        List<String> cells = new ArrayList<>();
        cells.add(String.valueOf(visit.no()));
        cells.add(say.moment(visit.happened()));
        cells.add(people(visit, one -> joined(", ", one.fullName(), one.address())));
        cells.add(people(visit, one -> Objects.requireNonNullElse(one.idNumber(), "")));
        cells.add(visit.sealed() ? say.text("case.sealed") : joined(": ", visit.subject(), visit.statement()));
        cells.add(kindAndNumber(visit));
        cells.add(Objects.requireNonNullElse(visit.settledBy(), ""));
        cells.add(file.map(this::accepted).orElse(""));
        cells.add(reply(file, "GUIDED"));
        cells.add(reply(file, "TRANSFERRED"));
        cells.add(result(visit, file));
        cells.add(note(visit));
        return cells;
    }

    private String people(Visits.Entry visit, java.util.function.Function<Visits.Visitor, String> told) {
        if (visit.sealed()) return say.text("case.sealed");
        return visit.visitors().stream()
                .map(told)
                .filter(Predicate.not(String::isBlank))
                .collect(Collectors.joining("; "));
    }

    private String kindAndNumber(Visits.Entry visit) {
        String kind = visit.matter() == null ? "" : say.word("option", visit.matter());
        String number = say.text(visit.crowd() ? "book.crowd" : "book.people", visit.people());
        return joined("; ", kind, number);
    }

    private String accepted(CaseFile file) {
        return joined(
                ": ",
                file.code(),
                file.acceptance() == null ? say.word("stage", file.stage()) : say.text("book.accepted"));
    }

    private static String reply(Optional<CaseFile> file, String what) {
        return file.stream()
                .flatMap(one -> one.replies().stream())
                .filter(one -> one.what().name().equals(what))
                .map(one -> joined(": ", one.detail(), one.text()))
                .collect(Collectors.joining("; "));
    }

    private String result(Visits.Entry visit, Optional<CaseFile> file) {
        if (visit.ending() == null) return say.text("book.open");
        String ending = joined(
                ": ",
                say.word("visit.ending", visit.ending()),
                joined(", ", visit.ground() == null ? "" : say.word("visit.ground", visit.ground()), visit.outcome()));
        String until = visit.ending() == Ending.PROMISED ? say.text("book.until", say.dayOf(visit.promised())) : "";
        String kept = visit.kept() == null ? "" : say.text("book.kept", say.dayOf(visit.kept()));
        String told = visit.told() == null || visit.toldWhat() == null
                ? ""
                : say.text("book.told", say.dayOf(visit.told()), say.word("visit.told", visit.toldWhat()));
        String stands = file.map(one -> say.word("status", one.status())).orElse("");
        return joined("; ", ending, until, kept, told, stands);
    }

    private String note(Visits.Entry visit) {
        Stream<@Nullable String> remarks = visit.remarks().stream().map(Visits.RemarkOf::text);
        String all = remarks.filter(Objects::nonNull).collect(Collectors.joining("; "));
        return joined(
                "; ",
                say.word("visit.way", visit.way()),
                visit.urgent() ? say.text("visit.urgent") : "",
                visit.file() == null ? "" : say.text("book.signed"),
                all);
    }

    private static String joined(String between, @Nullable String... parts) {
        return Stream.of(parts)
                .filter(part -> part != null && !part.isBlank())
                .map(String::valueOf)
                .collect(Collectors.joining(between));
    }
}
