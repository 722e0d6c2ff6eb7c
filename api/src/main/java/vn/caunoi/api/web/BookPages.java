package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.api.reception.BookInput;
import vn.caunoi.api.reception.ReceptionDesk;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.api.web.SearchPage.Pick;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.reception.VisitId;
import vn.caunoi.core.reception.Way;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.reception.VisitDues;
import vn.caunoi.projections.reception.Visits;

/** The reception book (TT 04/2021, form 03): list, print, spreadsheet; and what is still owed to visitors. */
@Controller
class BookPages {

    private static final int ROWS = 30;
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Visits visits;
    private final VisitDues dues;
    private final BookColumns columns;
    private final ReadingLog readings;
    private final CurrentActor current;
    private final Names names;
    private final Words say;
    private final Problems problems;
    private final Clock clock;

    BookPages(
            Visits visits,
            VisitDues dues,
            BookColumns columns,
            ReadingLog readings,
            CurrentActor current,
            Names names,
            Words say,
            Problems problems,
            Clock clock) {
        this.visits = visits;
        this.dues = dues;
        this.columns = columns;
        this.readings = readings;
        this.current = current;
        this.names = names;
        this.say = say;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping("/reception")
    String book(
            @ModelAttribute("asked") BookInput asked,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            Model model) {
        Actor actor = reader();
        Visibility sight = Visibility.of(actor);
        Page<Visits.Entry> page = new Page<>(List.of(), null);
        long count = 0;
        try {
            Visits.Filter filter = asked.filter(clock);
            page = visits.search(filter, sight, Lists.cursor(cursor), ROWS);
            Visits.Figures figures = visits.figures(filter, sight);
            count = figures.visits();
            model.addAttribute("matters", figures.matters()).addAttribute("people", figures.people());
            model.addAttribute("year", filter.year());
        } catch (Refusal refusal) {
            model.addAttribute("refused", problems.message(refusal.reason(), Words.locale()));
        }
        model.addAttribute("page", page)
                .addAttribute("count", count)
                .addAttribute("owed", dues.load(sight))
                .addAttribute("mayReceive", ReceptionDesk.receives(actor))
                .addAttribute("lists", lists(asked, actor))
                .addAttribute("query", query(request, null))
                .addAttribute("next", page.next() == null ? null : "/reception" + query(request, page.next()))
                .addAttribute("first", cursor == null ? null : "/reception" + query(request, null));
        return "reception";
    }

    @GetMapping("/reception/book")
    String print(@ModelAttribute("asked") BookInput asked, HttpServletRequest request, Model model) {
        Actor actor = reader();
        Visibility sight = Visibility.of(actor);
        Visits.Filter filter = asked.filter(clock);
        model.addAttribute("columns", columns.heads())
                .addAttribute("rows", columns.rows(given(filter, actor), sight))
                .addAttribute("year", filter.year())
                .addAttribute("ofUnit", names.unit(filter.unit() == null ? actor.unit() : filter.unit()))
                .addAttribute("query", query(request, null));
        return "reception-book";
    }

    @GetMapping("/reception/book.xlsx")
    ResponseEntity<byte[]> spreadsheet(@ModelAttribute("asked") BookInput asked) throws IOException {
        Actor actor = reader();
        Visibility sight = Visibility.of(actor);
        Visits.Filter filter = asked.filter(clock);
        String title = say.text("book.title", String.valueOf(filter.year()));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new BookSheet(title, columns.heads()).write(columns.rows(given(filter, actor), sight), file);
        ContentDisposition name = ContentDisposition.attachment()
                .filename(title + ".xlsx", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .cacheControl(CacheControl.noStore())
                .contentType(XLSX)
                .body(file.toByteArray());
    }

    /** What leaves the house, written down as looked at before it does. */
    private List<Visits.Entry> given(Visits.Filter filter, Actor actor) {
        List<Visits.Entry> all = visits.whole(filter, Visibility.of(actor));
        List<VisitId> named =
                all.stream().filter(one -> !one.sealed()).map(Visits.Entry::id).toList();
        if (!named.isEmpty()) readings.noteVisits(named, actor, Reading.What.EXPORT);
        return all;
    }

    @GetMapping("/reception/due")
    String due(
            @RequestParam(required = false) @Nullable String what,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            Model model) {
        Actor actor = reader();
        Visibility sight = Visibility.of(actor);
        Visits.Due kind = Arrays.stream(Visits.Due.values())
                .filter(one -> one.name().equals(what))
                .findFirst()
                .orElse(null);
        Page<Visits.Owed> page = dues.owed(kind, sight, Lists.cursor(cursor), ROWS);
        model.addAttribute("page", page)
                .addAttribute("owed", dues.load(sight))
                .addAttribute("what", kind)
                .addAttribute("kinds", Visits.Due.values())
                .addAttribute("next", page.next() == null ? null : "/reception/due" + query(request, page.next()))
                .addAttribute("first", cursor == null ? null : "/reception/due" + query(request, null));
        return "reception-due";
    }

    private Actor reader() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
    }

    private static String query(HttpServletRequest request, @Nullable String cursor) {
        var address = ServletUriComponentsBuilder.fromRequest(request);
        if (cursor == null) address.replaceQueryParam("cursor");
        else address.replaceQueryParam("cursor", cursor);
        String query = Objects.requireNonNullElse(address.build(false).getQuery(), "");
        return query.isEmpty() ? "" : "?" + query;
    }

    private List<Pick> lists(BookInput asked, Actor actor) {
        List<Pick> lists = new ArrayList<>();
        List<Choice> units = actor.is(Role.INSPECTOR) ? names.units() : names.units(actor.covers());
        if (units.size() > 1) lists.add(pick("unit", units, asked.unit()));
        lists.add(pick("way", words("visit.way", Way.values()), asked.way()));
        lists.add(pick("ending", words("visit.ending", Visits.Ending.values()), asked.ending()));
        lists.add(pick("matter", words("option", Kind.values()), asked.matter()));
        lists.add(pick("crowd", yesOrNo(), asked.crowd()));
        lists.add(pick("urgent", yesOrNo(), asked.urgent()));
        return lists;
    }

    private Pick pick(String name, List<Choice> choices, @Nullable String value) {
        return new Pick(name, say.text("visit.field." + name), choices, value);
    }

    private List<Choice> words(String family, Object[] values) {
        return Arrays.stream(values)
                .map(value -> new Choice(value.toString(), say.word(family, value)))
                .toList();
    }

    private List<Choice> yesOrNo() {
        return List.of(new Choice("true", say.text("yes")), new Choice("false", say.text("no")));
    }
}
