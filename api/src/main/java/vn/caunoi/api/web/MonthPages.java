package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.supervisor.OversightDesk;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.oversight.AnswerTime;
import vn.caunoi.projections.oversight.MonthFigure;
import vn.caunoi.projections.oversight.MonthLine;
import vn.caunoi.projections.oversight.Oversight;

/** By what units and officers are evaluated monthly: how much they had and how timely they were, with the cases behind it. */
@Controller
class MonthPages {

    private static final int ROWS = 50;
    private static final int EARLIEST = 2000;
    private static final int LATEST = 2100;

    /** @param cases where its cases are */
    record Cell(MonthFigure figure, long count, String cases) {}

    record Line(
            String name,
            List<Cell> cells,
            @Nullable AnswerTime first,
            @Nullable Double lateRate) {}

    /** What is asked for. @param by unit or officer */
    record Asked(YearMonth month, String by, @Nullable String unit, Visibility sight) {

        boolean byOfficer() {
            return by.equals("officer");
        }

        UriComponentsBuilder address(String path) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath(path)
                    .queryParam("month", month)
                    .queryParam("by", by);
            Lists.put(address, "unit", unit);
            return address;
        }
    }

    private final Oversight oversight;
    private final OversightDesk desk;
    private final CurrentActor current;
    private final Names names;
    private final Words say;

    MonthPages(Oversight oversight, OversightDesk desk, CurrentActor current, Names names, Words say) {
        this.oversight = oversight;
        this.desk = desk;
        this.current = current;
        this.names = names;
        this.say = say;
    }

    @GetMapping("/figures/months")
    String month(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String unit,
            Model model) {
        Actor actor = supervisor();
        Asked asked = asked(actor, month, by, unit);
        model.addAttribute("month", asked.month())
                .addAttribute("before", asked.month().minusMonths(1))
                .addAttribute("after", asked.month().plusMonths(1))
                .addAttribute("by", asked.by())
                .addAttribute("unit", asked.unit())
                .addAttribute("units", actor.is(Role.INSPECTOR) ? names.units() : names.units(actor.covers()))
                .addAttribute("figures", MonthFigure.values())
                .addAttribute("lines", lines(asked));
        return "months";
    }

    /** @param who the unit or officer; empty for nobody; left out for all */
    @GetMapping("/figures/months/cases")
    String cases(
            @RequestParam MonthFigure figure,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String who,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Asked asked = asked(supervisor(), month, by, unit);
        String whose = who == null || who.isEmpty() ? who : Lists.text("who", who);
        Page<Oversight.Case> page = oversight.behindMonth(
                figure, asked.byOfficer(), whose, asked.month(), asked.sight(), Lists.cursor(cursor), ROWS);
        UriComponentsBuilder here = address(asked, figure, whose);
        model.addAttribute("title", say.word("month", figure) + ", " + asked.month())
                .addAttribute("of", whose == null ? say.text("months.total") : name(asked, whose))
                .addAttribute("back", asked.address("/figures/months").toUriString())
                .addAttribute("backTo", say.text("months.back"))
                .addAttribute("waits", figure == MonthFigure.ANSWERED ? true : null)
                .addAttribute("page", page);
        Lists.ways(model, here, cursor, page.next());
        return "figure-cases";
    }

    @GetMapping("/figures/months.csv")
    void sheet(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String unit,
            HttpServletResponse response)
            throws IOException {
        Asked asked = asked(supervisor(), month, by, unit);
        List<List<String>> sheet = new ArrayList<>();
        sheet.add(Stream.of(
                        Stream.of(say.text("board.who")),
                        Arrays.stream(MonthFigure.values()).map(figure -> say.word("month", figure)),
                        Stream.of("months.median", "months.ninth", "months.rate")
                                .map(say::text))
                .flatMap(part -> part)
                .toList());
        lines(asked).forEach(line -> sheet.add(cells(line)));
        Downloads.csv(response, "figures-" + asked.month() + "-" + asked.by(), sheet);
    }

    private static List<String> cells(Line line) {
        AnswerTime first = line.first();
        Double rate = line.lateRate();
        return Stream.of(
                        Stream.of(line.name()),
                        line.cells().stream().map(cell -> String.valueOf(cell.count())),
                        Stream.of(
                                first == null ? "" : decimal(first.median(), 1),
                                first == null ? "" : decimal(first.ninth(), 1),
                                rate == null ? "" : decimal(rate, 4)))
                .flatMap(part -> part)
                .toList();
    }

    private static String decimal(double number, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", number);
    }

    /** One for each who had anything, and their total at the end. */
    private List<Line> lines(Asked asked) {
        List<MonthLine> found = oversight.month(asked.byOfficer(), asked.month(), asked.sight());
        if (found.isEmpty()) return List.of();
        Map<MonthFigure, Long> sums = new EnumMap<>(MonthFigure.class);
        found.forEach(line -> line.counts().forEach((figure, count) -> sums.merge(figure, count, Long::sum)));
        MonthLine total = new MonthLine(null, sums, oversight.firstAnswers(asked.month(), asked.sight()));
        List<Line> lines = new ArrayList<>();
        for (MonthLine line : found) {
            String who = line.who() == null ? "" : line.who();
            lines.add(line(asked, line, who, name(asked, who)));
        }
        lines.add(line(asked, total, null, say.text("months.total")));
        return lines;
    }

    private static Line line(Asked asked, MonthLine line, @Nullable String who, String name) {
        List<Cell> cells = Arrays.stream(MonthFigure.values())
                .map(figure -> new Cell(
                        figure, line.count(figure), address(asked, figure, who).toUriString()))
                .toList();
        return new Line(name, cells, line.first(), line.lateRate());
    }

    private static UriComponentsBuilder address(Asked asked, MonthFigure figure, @Nullable String who) {
        UriComponentsBuilder address = asked.address("/figures/months/cases").queryParam("figure", figure);
        if (who != null) address.queryParam("who", who);
        return address;
    }

    private String name(Asked asked, String who) {
        if (who.isEmpty()) return say.text("board.nobody");
        return asked.byOfficer() ? names.officer(new OfficerId(who)) : names.unit(new UnitId(who));
    }

    private Asked asked(Actor actor, @Nullable String month, @Nullable String by, @Nullable String unit) {
        String typed = Lists.text("unit", unit);
        String kept = by == null || by.isBlank() ? "unit" : by;
        if (!kept.equals("unit") && !kept.equals("officer")) throw new NotFound();
        Visibility sight = desk.scope(actor, new OversightDesk.Asked(null, null, typed, false))
                .sight();
        return new Asked(month(month), kept, typed, sight);
    }

    private YearMonth month(@Nullable String typed) {
        if (typed == null || typed.isBlank()) return YearMonth.from(say.today());
        try {
            YearMonth month = YearMonth.parse(typed.strip());
            if (month.getYear() < EARLIEST || month.getYear() > LATEST) throw new NotFound();
            return month;
        } catch (DateTimeException none) {
            throw new NotFound();
        }
    }

    private Actor supervisor() {
        return current.with(Role.HEAD, Role.INSPECTOR);
    }
}
