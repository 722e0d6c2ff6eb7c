package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.designer.InsightDesk;
import vn.caunoi.api.designer.InsightDesk.View;
import vn.caunoi.api.designer.SimulationDesk;
import vn.caunoi.api.designer.SimulationDesk.Result;
import vn.caunoi.api.designer.SimulationForm;
import vn.caunoi.api.designer.StudioDesk;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.processes.simulation.Outcome;

/** Plays a year of cases with other people, lengths, deadlines or another model, beside how it was. All that is typed is in the address. */
@Controller
class SimulationPages {

    private static final int SHOWN_QUEUES = 3;
    private static final int WEEKS = 4;

    /** A span of lateness in words, with the share of the cases in it. */
    record Bin(
            String span,
            double past,
            double baseline,
            @Nullable Double changed) {}

    /** @param weeks numbers of the weeks, each with its row of numbers: by line as it was played unchanged and changed */
    record Queues(List<String> heads, List<QueueRow> weeks) {}

    record QueueRow(int week, List<Double> numbers) {}

    private final SimulationDesk desk;
    private final InsightDesk insight;
    private final StudioDesk studio;
    private final Problems problems;
    private final Names names;
    private final Words say;

    SimulationPages(
            SimulationDesk desk, InsightDesk insight, StudioDesk studio, Problems problems, Names names, Words say) {
        this.desk = desk;
        this.insight = insight;
        this.studio = studio;
        this.problems = problems;
        this.names = names;
        this.say = say;
    }

    @GetMapping("/processes/{key}/simulation")
    ModelAndView play(@PathVariable String key, @RequestParam Map<String, String> typed) {
        ModelAndView page = new ModelAndView("simulation");
        InsightDesk.Typed scope = scope(typed);
        View view = insight.view(key, scope);
        frame(page, view, typed);
        Result result;
        try {
            result = desk.play(key, scope, new SimulationForm(typed).asked());
        } catch (Refusal refusal) {
            Map<String, String> wrong = new LinkedHashMap<>();
            refusal.violations().forEach(one -> wrong.putIfAbsent(one.field(), problems.message(one, Words.locale())));
            page.addObject("wrong", wrong);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            result = desk.play(key, scope, new SimulationForm(Map.of()).asked());
        }
        page.addObject("result", result).addObject("sheet", sheet(key, typed));
        if (result.baseline() != null && result.past() != null) {
            page.addObject("bins", bins(result.past(), result.baseline(), result.changed()))
                    .addObject("queues", queues(result));
        }
        return page;
    }

    private static String sheet(String key, Map<String, String> typed) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/processes/{key}/simulation.csv");
        Map<String, Object> values = new HashMap<>();
        values.put("key", key);
        int number = 0;
        for (Map.Entry<String, String> one : typed.entrySet()) {
            if (one.getValue().isBlank() || !one.getKey().matches("[\\w:/.-]{1,100}")) continue;
            address.queryParam(one.getKey(), "{v" + number + "}");
            values.put("v" + number++, one.getValue());
        }
        return address.encode().buildAndExpand(values).toUriString();
    }

    private static InsightDesk.Typed scope(Map<String, String> typed) {
        return new InsightDesk.Typed(typed.get("version"), typed.get("from"), typed.get("to"), typed.get("unit"));
    }

    private void frame(ModelAndView page, View view, Map<String, String> typed) {
        Set<UnitId> units = insight.units();
        page.addObject("view", view)
                .addObject("key", view.process())
                .addObject("version", view.version())
                .addObject("from", view.from())
                .addObject("to", view.to())
                .addObject("unit", view.unit())
                .addObject("units", units == null ? names.units() : names.units(units))
                .addObject("typed", typed)
                .addObject("roles", SimulationForm.ROLES)
                .addObject("drafts", insight.isDesigner() ? studio.all() : List.of());
    }

    private List<Bin> bins(Outcome past, Outcome baseline, @Nullable Outcome changed) {
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < Outcome.BINS.size(); bin++) {
            bins.add(new Bin(
                    span(bin),
                    past.lateness().get(bin),
                    baseline.lateness().get(bin),
                    changed == null ? null : changed.lateness().get(bin)));
        }
        return bins;
    }

    private String span(int bin) {
        List<Integer> begins = Outcome.BINS;
        if (bin == 0) return say.text("simulation.early.more", -begins.get(1));
        if (bin == begins.size() - 1) return say.text("simulation.late.more", begins.get(bin));
        int from = begins.get(bin);
        int to = begins.get(bin + 1);
        return from < 0 ? say.text("simulation.early", -to, -from) : say.text("simulation.late", from, to);
    }

    /** Of the lines for whom most was waited; every fourth week, so that a year can be read. */
    private Queues queues(Result result) {
        List<String> heads = new ArrayList<>();
        List<List<Double>> columns = new ArrayList<>();
        for (SimulationDesk.Line line :
                result.lines().stream().limit(SHOWN_QUEUES).toList()) {
            String who = say.text("simulation.line", names.unit(line.unit()), role(line.role()));
            column(result.baseline(), line, heads, columns, say.text("simulation.unchanged", who));
            column(result.changed(), line, heads, columns, say.text("simulation.changed.of", who));
        }
        int weeks = columns.stream().mapToInt(List::size).max().orElse(0);
        List<QueueRow> rows = new ArrayList<>();
        for (int week = WEEKS - 1; week < weeks; week += WEEKS) {
            int at = week;
            rows.add(new QueueRow(
                    week + 1,
                    // a line without work has nobody waiting
                    columns.stream()
                            .map(column -> at < column.size() ? column.get(at) : 0.0)
                            .toList()));
        }
        return new Queues(heads, rows);
    }

    private static void column(
            @Nullable Outcome of,
            SimulationDesk.Line line,
            List<String> heads,
            List<List<Double>> columns,
            String head) {
        if (of == null) return;
        heads.add(head);
        columns.add(of.queues().getOrDefault(line.id(), List.of()));
    }

    private String role(String role) {
        return say.word("group", role.toUpperCase(Locale.ROOT));
    }

    @GetMapping("/processes/{key}/simulation.csv")
    void sheet(@PathVariable String key, @RequestParam Map<String, String> typed, HttpServletResponse response)
            throws IOException {
        Result result = desk.play(key, scope(typed), new SimulationForm(typed).asked());
        List<List<String>> sheet = new ArrayList<>();
        sheet.add(heads());
        if (result.past() != null && result.baseline() != null) {
            List<Outcome> all = Stream.of(result.past(), result.baseline(), result.changed())
                    .filter(Objects::nonNull)
                    .toList();
            sheet.add(row("simulation.shareLate", all.stream().map(Outcome::shareLate)));
            sheet.add(row("simulation.median", all.stream().map(Outcome::median)));
            sheet.add(row("simulation.ninth", all.stream().map(Outcome::ninth)));
            for (int bin = 0; bin < Outcome.BINS.size(); bin++) {
                int at = bin;
                List<String> line = new ArrayList<>(List.of(span(bin)));
                all.forEach(one -> line.add(plain(one.lateness().get(at))));
                sheet.add(line);
            }
            Queues queues = queues(result);
            sheet.add(Stream.concat(Stream.of(say.text("simulation.week")), queues.heads().stream())
                    .toList());
            queues.weeks()
                    .forEach(week -> sheet.add(Stream.concat(
                                    Stream.of(String.valueOf(week.week())),
                                    week.numbers().stream().map(SimulationPages::plain))
                            .toList()));
        }
        Downloads.csv(response, "simulation-" + key, sheet);
    }

    private List<String> heads() {
        return Stream.of("figures.what", "simulation.past", "simulation.baseline", "simulation.changed")
                .map(say::text)
                .toList();
    }

    private List<String> row(String key, Stream<@Nullable Double> numbers) {
        List<String> row = new ArrayList<>(List.of(say.text(key)));
        numbers.forEach(number -> row.add(plain(number)));
        return row;
    }

    private static String plain(@Nullable Double number) {
        return number == null ? "" : String.format(Locale.ROOT, "%.4f", number);
    }
}
