package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.supervisor.ConcernDesk;
import vn.caunoi.api.supervisor.OversightDesk;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.oversight.ConcernFigure;
import vn.caunoi.projections.oversight.ConcernLine;
import vn.caunoi.projections.oversight.ConcernSort;
import vn.caunoi.projections.oversight.Oversight;

/** What people are upset about: categories, places and decisions, what rose most first, and how often they were right. */
@Controller
class ConcernPages {

    private static final int ROWS = 50;
    private static final int SHOWN = 25;
    private static final int USUAL_DAYS = 90;
    private static final int MOST_DAYS = 3_660;

    record Cell(ConcernFigure figure, long count, String cases) {}

    record Line(
            String name,
            List<Cell> cells,
            String rise,
            @Nullable Double shareRight) {}

    /** @param more how many lines are in the sheet only */
    record Table(ConcernSort sort, List<Line> lines, int more) {}

    private final ConcernDesk concerns;
    private final OversightDesk desk;
    private final CurrentActor current;
    private final Names names;
    private final Words say;

    ConcernPages(ConcernDesk concerns, OversightDesk desk, CurrentActor current, Names names, Words say) {
        this.concerns = concerns;
        this.desk = desk;
        this.current = current;
        this.names = names;
        this.say = say;
    }

    @GetMapping("/figures/concerns")
    String show(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String unit,
            Model model) {
        Actor actor = supervisor();
        OversightDesk.Scope scope = scope(actor, from, to, unit);
        model.addAttribute("from", scope.from())
                .addAttribute("to", scope.to())
                .addAttribute("before", scope.from().minusDays(days(scope)))
                .addAttribute("unit", Lists.text("unit", unit))
                .addAttribute("units", actor.is(Role.INSPECTOR) ? names.units() : names.units(actor.covers()))
                .addAttribute("figures", ConcernFigure.values())
                .addAttribute(
                        "tables",
                        Arrays.stream(ConcernSort.values())
                                .map(sort -> table(sort, scope, unit))
                                .toList());
        return "concerns";
    }

    @GetMapping("/figures/concerns/cases")
    String cases(
            @RequestParam ConcernSort sort,
            @RequestParam ConcernFigure figure,
            @RequestParam String key,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        OversightDesk.Scope scope = scope(supervisor(), from, to, unit);
        String asked = Objects.requireNonNullElse(Lists.text("key", key), "");
        Page<Oversight.Case> page = concerns.cases(sort, figure, asked, scope, Lists.cursor(cursor), ROWS);
        UriComponentsBuilder here = address("/figures/concerns/cases", scope, unit)
                .queryParam("sort", sort)
                .queryParam("figure", figure)
                .queryParam("key", "{key}");
        String first = here.encode().buildAndExpand(asked).toUriString();
        model.addAttribute("title", name(sort, asked) + ": " + say.word("concern", figure))
                .addAttribute("of", say.text("figures.lead.days", say.day(scope.from()), say.day(scope.to())))
                .addAttribute("back", address("/figures/concerns", scope, unit).toUriString())
                .addAttribute("backTo", say.text("concerns.title"))
                .addAttribute("page", page)
                .addAttribute("next", page.next() == null ? null : first + "&cursor=" + page.next())
                .addAttribute("first", cursor == null ? null : first);
        return "figure-cases";
    }

    @GetMapping("/figures/concerns/{sort:category|place|decision}.csv")
    void sheet(
            @PathVariable String sort,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String unit,
            HttpServletResponse response)
            throws IOException {
        ConcernSort asked = ConcernSort.valueOf(sort.toUpperCase(Locale.ROOT));
        List<List<String>> lines = new ArrayList<>();
        lines.add(Stream.of(
                        Stream.of(say.word("concerns.what", asked)),
                        Arrays.stream(ConcernFigure.values()).map(figure -> say.word("concern", figure)),
                        Stream.of(say.text("concerns.rise"), say.text("concerns.share")))
                .flatMap(part -> part)
                .toList());
        for (ConcernLine one : concerns.lines(asked, scope(supervisor(), from, to, unit))) lines.add(cells(asked, one));
        Downloads.csv(response, "concerns-" + sort, lines);
    }

    private List<String> cells(ConcernSort sort, ConcernLine line) {
        Double share = line.shareRight();
        return Stream.of(
                        Stream.of(name(sort, line.name())),
                        Arrays.stream(ConcernFigure.values()).map(figure -> String.valueOf(count(line, figure))),
                        Stream.of(
                                String.valueOf(line.rise()),
                                share == null ? "" : String.format(Locale.ROOT, "%.4f", share)))
                .flatMap(part -> part)
                .toList();
    }

    private Table table(ConcernSort sort, OversightDesk.Scope scope, @Nullable String unit) {
        List<ConcernLine> all = concerns.lines(sort, scope);
        List<Line> shown = all.stream()
                .limit(SHOWN)
                .map(line -> line(sort, line, scope, unit))
                .toList();
        return new Table(sort, shown, all.size() - shown.size());
    }

    private Line line(ConcernSort sort, ConcernLine line, OversightDesk.Scope scope, @Nullable String unit) {
        List<Cell> cells = Arrays.stream(ConcernFigure.values())
                .map(figure -> new Cell(
                        figure,
                        count(line, figure),
                        address("/figures/concerns/cases", scope, unit)
                                .queryParam("sort", sort)
                                .queryParam("figure", figure)
                                .queryParam("key", "{key}")
                                .encode()
                                .buildAndExpand(line.key())
                                .toUriString()))
                .toList();
        String rise = line.rise() > 0 ? "+" + line.rise() : String.valueOf(line.rise());
        return new Line(name(sort, line.name()), cells, rise, line.shareRight());
    }

    private static long count(ConcernLine line, ConcernFigure figure) {
        return switch (figure) {
            case RECEIVED -> line.received();
            case BEFORE -> line.before();
            case DECIDED -> line.decided();
            case RIGHT -> line.right();
        };
    }

    private String name(ConcernSort sort, String name) {
        return sort == ConcernSort.CATEGORY ? say.word("category", name) : name;
    }

    private static UriComponentsBuilder address(String path, OversightDesk.Scope scope, @Nullable String unit) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path)
                .queryParam("from", scope.from())
                .queryParam("to", scope.to());
        Lists.put(address, "unit", unit);
        return address;
    }

    private OversightDesk.Scope scope(
            Actor actor, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String unit) {
        LocalDate last = Objects.requireNonNullElse(to, say.today());
        LocalDate first = Objects.requireNonNullElse(from, last.minusDays(USUAL_DAYS - 1L));
        OversightDesk.Scope scope =
                desk.scope(actor, new OversightDesk.Asked(first, last, Lists.text("unit", unit), false));
        if (days(scope) > MOST_DAYS)
            throw Input.refusal("from", "too-early", "is more than ten years before the last day");
        return scope;
    }

    private static long days(OversightDesk.Scope scope) {
        return ChronoUnit.DAYS.between(scope.from(), scope.to()) + 1;
    }

    private Actor supervisor() {
        return current.with(Role.HEAD, Role.INSPECTOR);
    }
}
