package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.bulk.BulkAct;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.sheet.SheetOut;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.api.yardstick.HotSpotDesk;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.oversight.Burden;
import vn.caunoi.projections.oversight.Oversight;

/** What units and officers have in hand, as one table whose every number leads to its cases; how old it is and how it flows. */
@Controller
class BurdenPages {

    private static final int ROWS = 50;
    private static final int MONTHS = 12;
    /** The darkest of the shades a number may have. */
    private static final int HOTTEST = 4;

    private static final List<Burden> LOAD =
            Arrays.stream(Burden.values()).filter(one -> !one.isHotSpot()).toList();
    private static final List<Burden> HOT =
            Arrays.stream(Burden.values()).filter(Burden::isHotSpot).toList();

    /** @param heat from 0, and the share of the largest number of the column in words for who sees no shades */
    record Cell(Burden column, long count, int heat) {}

    /** @param who key of unit or officer, empty for nobody */
    record Row(String who, String name, List<Cell> cells) {}

    private final Oversight oversight;
    private final CurrentActor current;
    private final Site site;
    private final Names names;
    private final Words say;
    private final Clock clock;
    private final Duration soon;
    private final HotSpotDesk hotSpots;

    /** @param soon within which a limit ends soon */
    BurdenPages(
            Oversight oversight,
            CurrentActor current,
            Site site,
            Names names,
            Words say,
            Clock clock,
            HotSpotDesk hotSpots,
            @Value("${caunoi.board.soon:P7D}") Duration soon) {
        this.oversight = oversight;
        this.current = current;
        this.site = site;
        this.names = names;
        this.say = say;
        this.clock = clock;
        this.hotSpots = hotSpots;
        this.soon = soon;
    }

    @GetMapping("/board")
    String board(@RequestParam(required = false) @Nullable String unit, Model model) {
        Actor actor = supervisor();
        Visibility sight = sight(actor, unit);
        YearMonth last = thisMonth();
        List<Oversight.Burdened> ofUnits = oversight.burdens(false, sight, soon, hotSpots.today());
        model.addAttribute("columns", LOAD)
                .addAttribute("hotColumns", HOT)
                .addAttribute("units", rows(false, ofUnits, LOAD))
                .addAttribute("hot", rows(false, ofUnits, HOT))
                .addAttribute("officers", rows(true, sight, LOAD))
                .addAttribute("ages", oversight.ages(sight))
                .addAttribute("flow", oversight.flow(last.minusMonths(MONTHS - 1), last, sight))
                .addAttribute("soonDays", soon.toDays())
                .addAttribute("rule", hotSpots.today())
                .addAttribute("unit", Lists.blankToNull(unit == null ? "" : unit))
                .addAttribute("choices", choices(actor));
        return "board";
    }

    /** @param who the officer; empty for nobody; left out for all. @param age first day of a span of ages */
    @GetMapping("/board/cases")
    String cases(
            @RequestParam Burden column,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String who,
            @RequestParam(required = false) @Nullable Integer age,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Actor actor = supervisor();
        if (age != null && !Oversight.Aged.begins(age)) throw new NotFound();
        Page<Oversight.Case> page = oversight.burdened(
                column, officer(who), age, sight(actor, unit), soon, hotSpots.today(), Lists.cursor(cursor), ROWS);
        UriComponentsBuilder here =
                UriComponentsBuilder.fromPath("/board/cases").queryParam("column", column);
        if (unit != null && !unit.isBlank()) here.queryParam("unit", unit);
        if (who != null) here.queryParam("who", who);
        if (age != null) here.queryParam("age", age);
        model.addAttribute("title", say.word("burden", column))
                .addAttribute("of", of(unit, who))
                .addAttribute("unit", unit)
                .addAttribute("page", page)
                .addAttribute("pick", BulkAct.offered(actor))
                .addAttribute("here", site.here());
        Lists.ways(model, here, cursor, page.next());
        return "board-cases";
    }

    /** The tables of the board as a sheet. */
    @GetMapping("/board/{table:units|officers|hot|ages|flow}.csv")
    void sheet(
            @PathVariable String table,
            @RequestParam(required = false) @Nullable String unit,
            HttpServletResponse response)
            throws IOException {
        Visibility sight = sight(supervisor(), unit);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("board-" + table + ".csv")
                        .build()
                        .toString());
        try (SheetOut out = SheetOut.to(response.getOutputStream(), ".csv")) {
            for (List<String> line : lines(table, sight)) out.line(line);
        }
    }

    private List<List<String>> lines(String table, Visibility sight) {
        return switch (table) {
            case "ages" ->
                lines(
                        List.of("board.age", "board.open", "board.late"),
                        oversight.ages(sight),
                        one -> List.of(span(one), String.valueOf(one.open()), String.valueOf(one.late())));
            case "flow" ->
                lines(
                        List.of("board.month", "board.received", "board.reopened", "board.closed", "board.backlog"),
                        flow(sight),
                        one -> List.of(
                                one.month().toString(),
                                String.valueOf(one.received()),
                                String.valueOf(one.reopened()),
                                String.valueOf(one.closed()),
                                String.valueOf(one.open())));
            case "hot" -> burdens(rows(false, sight, HOT), HOT);
            default -> burdens(rows(table.equals("officers"), sight, LOAD), LOAD);
        };
    }

    private List<Oversight.Flow> flow(Visibility sight) {
        YearMonth last = thisMonth();
        return oversight.flow(last.minusMonths(MONTHS - 1), last, sight);
    }

    private <T> List<List<String>> lines(List<String> heads, List<T> rows, Function<T, List<String>> cells) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(heads.stream().map(say::text).toList());
        rows.stream().map(cells).forEach(lines::add);
        return lines;
    }

    private List<List<String>> burdens(List<Row> rows, List<Burden> columns) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(Stream.concat(
                        Stream.of(say.text("board.who")), columns.stream().map(column -> say.word("burden", column)))
                .toList());
        rows.forEach(row -> lines.add(
                Stream.concat(Stream.of(row.name()), row.cells().stream().map(cell -> String.valueOf(cell.count())))
                        .toList()));
        return lines;
    }

    /** The words of a span of ages. */
    private String span(Oversight.Aged aged) {
        return aged.to() == null
                ? say.text("board.age.from", aged.from())
                : say.text("board.age.span", aged.from(), aged.to());
    }

    private List<Row> rows(boolean byOfficer, Visibility sight, List<Burden> columns) {
        return rows(byOfficer, oversight.burdens(byOfficer, sight, soon, hotSpots.today()), columns);
    }

    private List<Row> rows(boolean byOfficer, List<Oversight.Burdened> found, List<Burden> columns) {
        return found.stream()
                .map(one -> new Row(
                        one.who() == null ? "" : one.who(),
                        name(byOfficer, one.who()),
                        columns.stream()
                                .map(column -> cell(column, one.counts(), found))
                                .toList()))
                .toList();
    }

    private String name(boolean officer, @Nullable String who) {
        if (who == null) return say.text("board.nobody");
        return officer ? names.officer(new OfficerId(who)) : names.unit(new UnitId(who));
    }

    private static Cell cell(Burden column, Map<Burden, Long> counts, List<Oversight.Burdened> all) {
        long most = all.stream()
                .mapToLong(one -> one.counts().getOrDefault(column, 0L))
                .max()
                .orElse(0);
        long count = counts.getOrDefault(column, 0L);
        int heat = most == 0 ? 0 : (int) Math.ceil((double) count * HOTTEST / most);
        return new Cell(column, count, all.size() < 2 ? 0 : heat);
    }

    /** Null for all, empty for nobody. */
    private static @Nullable String officer(@Nullable String who) {
        if (who == null) return null;
        String named = Lists.text("who", who);
        return named == null ? "" : named;
    }

    private String of(@Nullable String unit, @Nullable String who) {
        if (who != null) return name(true, who.isEmpty() ? null : who);
        return unit == null || unit.isBlank() ? "" : names.unit(new UnitId(unit));
    }

    private YearMonth thisMonth() {
        return YearMonth.from(clock.instant().atZone(BusinessClock.ZONE));
    }

    private Actor supervisor() {
        return current.with(Role.HEAD, Role.INSPECTOR);
    }

    private List<Choice> choices(Actor actor) {
        return actor.is(Role.INSPECTOR) ? names.units() : names.units(actor.covers());
    }

    private static Visibility sight(Actor actor, @Nullable String unit) {
        String only = Lists.text("unit", unit);
        Visibility sight = Visibility.of(actor);
        if (only == null) return sight;
        if (!sight.sees(new UnitId(only))) throw new NotFound();
        return sight.within(Set.of(new UnitId(only)));
    }
}
