package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.designer.Conformance;
import vn.caunoi.api.designer.InsightDesk;
import vn.caunoi.api.designer.InsightDesk.Heat;
import vn.caunoi.api.designer.InsightDesk.Step;
import vn.caunoi.api.designer.InsightDesk.Typed;
import vn.caunoi.api.designer.InsightDesk.View;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.insight.Passages;
import vn.caunoi.projections.insight.StepFigures;
import vn.caunoi.projections.insight.Variant;
import vn.caunoi.projections.oversight.Oversight;

/** How cases go through a process, on its drawing and in tables: where they stand and stay, which ways they go. */
@Controller
class InsightPages {

    private static final int ROWS = 50;
    private static final int WAYS = 25;
    private static final int LEVELS = 5;
    private static final int BOTTLENECKS = 10;

    /** What a form of these pages sends. */
    record Sought(
            @Nullable String version,
            @Nullable String from,
            @Nullable String to,
            @Nullable String unit) {
        Typed typed() {
            return new Typed(version, from, to, unit);
        }
    }

    /** @param now address of the cases that stand there, {@code late} of those past their moment; null where there is none */
    record Row(Step step, @Nullable String now, @Nullable String late) {}

    /** A level of the legend: from above one number up to another. */
    record Level(int number, String from, String to) {}

    /** @param id by which it is chosen */
    record Way(
            String id,
            Variant variant,
            List<String> names,
            @Nullable String end,
            double share,
            double shareLate) {}

    private final InsightDesk desk;
    private final Oversight oversight;
    private final Names names;
    private final Words say;
    private final InsightWords numbers;

    InsightPages(InsightDesk desk, Oversight oversight, Names names, Words say, InsightWords numbers) {
        this.desk = desk;
        this.oversight = oversight;
        this.names = names;
        this.say = say;
        this.numbers = numbers;
    }

    @GetMapping("/processes/{key}/insight")
    String heat(
            @PathVariable String key,
            @ModelAttribute Sought sought,
            @RequestParam(required = false) @Nullable String measure,
            @RequestParam(required = false) @Nullable String sort,
            Model model) {
        Heat heat = desk.heat(key, sought.typed());
        InsightMeasure lit = chosen("measure", measure, InsightMeasure.WAITING);
        InsightMeasure sorted = Asked.choice("sort", Lists.blankToNull(sort), InsightMeasure.class);
        View view = heat.view();
        double most = heat.steps().stream()
                .map(step -> lit.of(step.figures()))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        frame(model, view, "heat");
        model.addAttribute("measure", lit)
                .addAttribute("measures", InsightMeasure.values())
                .addAttribute("sort", sorted)
                .addAttribute("heat", heat(heat.steps(), lit, most))
                .addAttribute("legend", most == 0 ? List.of() : legend(lit, most))
                .addAttribute("rows", rows(view, sorted(heat.steps(), sorted)))
                .addAttribute(
                        "bottlenecks",
                        rows(
                                view,
                                heat.bottlenecks().stream().limit(BOTTLENECKS).toList()))
                .addAttribute(
                        "nothing",
                        heat.steps().stream()
                                .map(Step::figures)
                                .allMatch(step -> step.now() == 0 && step.passages() == 0))
                .addAttribute("whole", heat.whole());
        return "insight";
    }

    private InsightMeasure chosen(String name, @Nullable String typed, InsightMeasure usual) {
        return Objects.requireNonNullElse(Asked.choice(name, Lists.blankToNull(typed), InsightMeasure.class), usual);
    }

    private void frame(Model model, View view, String here) {
        Set<UnitId> units = desk.units();
        model.addAttribute("view", view)
                .addAttribute("most", Passages.MOST)
                .addAttribute("here", here)
                .addAttribute("key", view.process())
                .addAttribute("version", view.version())
                .addAttribute("from", view.from())
                .addAttribute("to", view.to())
                .addAttribute("unit", view.unit())
                .addAttribute("units", units == null ? names.units() : names.units(units));
    }

    /** For the drawing: id, level and number of each step, as {@code verify 3 1,5;…}. */
    private String heat(List<Step> steps, InsightMeasure measure, double most) {
        return steps.stream()
                .filter(step -> step.sort() != null)
                .filter(step -> InsightMeasure.level(measure.of(step.figures()), most) > 0)
                .map(step -> step.id() + " " + InsightMeasure.level(measure.of(step.figures()), most) + " "
                        + numbers.number(measure.of(step.figures()), measure.unit()))
                .collect(Collectors.joining(";"));
    }

    private List<Level> legend(InsightMeasure measure, double most) {
        return IntStream.rangeClosed(1, LEVELS)
                .mapToObj(level -> new Level(
                        level,
                        numbers.number(most * (level - 1) / LEVELS, measure.unit()),
                        numbers.number(most * level / LEVELS, measure.unit())))
                .toList();
    }

    private static List<Step> sorted(List<Step> steps, @Nullable InsightMeasure by) {
        if (by == null) return steps;
        return steps.stream()
                .sorted(Comparator.comparingDouble(
                                (Step step) -> Objects.requireNonNullElse(by.of(step.figures()), -1.0))
                        .reversed())
                .toList();
    }

    private List<Row> rows(View view, List<Step> steps) {
        boolean links = desk.seesCases();
        return steps.stream()
                .map(step -> new Row(
                        step,
                        links && step.figures().now() > 0 ? cases(view, step.id(), false) : null,
                        links && step.figures().nowLate() > 0 ? cases(view, step.id(), true) : null))
                .toList();
    }

    private static String cases(View view, String step, boolean late) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/processes/" + view.process() + "/insight/cases")
                .queryParam("step", step)
                .queryParam("from", view.from())
                .queryParam("to", view.to());
        Lists.put(address, "version", view.version());
        Lists.put(address, "unit", view.unit());
        if (late) address.queryParam("late", true);
        return address.toUriString();
    }

    private static String home(View view) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/processes/" + view.process() + "/insight")
                .queryParam("from", view.from())
                .queryParam("to", view.to());
        Lists.put(address, "version", view.version());
        Lists.put(address, "unit", view.unit());
        return address.toUriString();
    }

    /** The cases behind a figure of now, for supervisors. */
    @GetMapping("/processes/{key}/insight/cases")
    String cases(
            @PathVariable String key,
            @ModelAttribute Sought sought,
            @RequestParam String step,
            @RequestParam(required = false) @Nullable String late,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        View view = desk.view(key, sought.typed());
        String at = Lists.text("step", step);
        if (at == null) throw new NotFound();
        boolean overdue = Boolean.TRUE.equals(Asked.yesOrNo("late", late));
        Page<Oversight.Case> page =
                oversight.standing(key, view.version(), at, overdue, desk.casesOf(view), Lists.cursor(cursor), ROWS);
        String name = desk.nameOf(view, at);
        model.addAttribute("title", say.text(overdue ? "insight.cases.late" : "insight.cases", name))
                .addAttribute("of", say.or("process." + key, key))
                .addAttribute("back", home(view))
                .addAttribute("backTo", say.text("insight.title"))
                .addAttribute("page", page);
        Lists.ways(model, UriComponentsBuilder.fromUriString(cases(view, at, overdue)), cursor, page.next());
        return "figure-cases";
    }

    @GetMapping("/processes/{key}/insight.csv")
    void sheet(@PathVariable String key, @ModelAttribute Sought sought, HttpServletResponse response)
            throws IOException {
        Heat heat = desk.heat(key, sought.typed());
        List<List<String>> sheet = new ArrayList<>();
        sheet.add(Stream.of(
                        "insight.step",
                        "insight.id",
                        "insight.measure.NOW",
                        "insight.now.late",
                        "insight.measure.PASSAGES",
                        "insight.called",
                        "insight.measure.WAITING",
                        "insight.measure.WAITING_NINTH",
                        "insight.measure.WORKING",
                        "insight.measure.WORKING_NINTH",
                        "insight.measure.LATE",
                        "insight.measure.WAITED",
                        "insight.before")
                .map(say::text)
                .toList());
        heat.steps().forEach(step -> sheet.add(cells(step)));
        Downloads.csv(response, "insight-" + key, sheet);
    }

    private static List<String> cells(Step step) {
        StepFigures of = step.figures();
        return List.of(
                step.name(),
                step.id(),
                String.valueOf(of.now()),
                String.valueOf(of.nowLate()),
                String.valueOf(of.passages()),
                String.valueOf(of.called()),
                plain(InsightMeasure.WAITING.of(of)),
                plain(InsightMeasure.WAITING_NINTH.of(of)),
                plain(InsightMeasure.WORKING.of(of)),
                plain(InsightMeasure.WORKING_NINTH.of(of)),
                plain(of.shareLate()),
                plain(of.waited()),
                plain(of.before()));
    }

    private static String plain(@Nullable Double number) {
        return number == null ? "" : String.format(Locale.ROOT, "%.4f", number);
    }

    @GetMapping("/processes/{key}/insight/variants")
    String variants(
            @PathVariable String key,
            @ModelAttribute Sought sought,
            @RequestParam(required = false) @Nullable String way,
            @RequestParam(required = false) @Nullable String all,
            Model model) {
        InsightDesk.Variants found = desk.variants(key, sought.typed());
        List<Way> ways = ways(found);
        Way chosen = way == null
                ? null
                : ways.stream().filter(one -> one.id().equals(way)).findFirst().orElse(null);
        boolean whole = Boolean.TRUE.equals(Asked.yesOrNo("all", all));
        frame(model, found.view(), "variants");
        model.addAttribute("cases", found.cases())
                .addAttribute("whole", found.cases() < Passages.MOST)
                .addAttribute("ways", whole ? ways : ways.stream().limit(WAYS).toList())
                .addAttribute("more", whole ? 0 : Math.max(0, ways.size() - WAYS))
                .addAttribute("chosen", chosen)
                .addAttribute("passed", chosen == null ? "" : passed(chosen.variant()));
        return "insight-variants";
    }

    private static String passed(Variant variant) {
        return Stream.concat(variant.steps().stream(), Stream.ofNullable(variant.end()))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static List<Way> ways(InsightDesk.Variants found) {
        return found.ways().stream()
                .map(variant -> new Way(
                        Integer.toHexString((variant.steps() + " " + variant.end()).hashCode()),
                        variant,
                        variant.steps().stream()
                                .map(step -> found.names().getOrDefault(step, step))
                                .toList(),
                        variant.end() == null ? null : found.names().getOrDefault(variant.end(), variant.end()),
                        (double) variant.cases() / found.cases(),
                        (double) variant.late() / variant.cases()))
                .toList();
    }

    @GetMapping("/processes/{key}/insight/variants.csv")
    void variantSheet(@PathVariable String key, @ModelAttribute Sought sought, HttpServletResponse response)
            throws IOException {
        List<List<String>> sheet = new ArrayList<>();
        sheet.add(Stream.of(
                        "insight.way", "insight.cases.count", "insight.share", "insight.length", "insight.measure.LATE")
                .map(say::text)
                .toList());
        for (Way way : ways(desk.variants(key, sought.typed()))) {
            sheet.add(List.of(
                    Stream.concat(way.names().stream(), Stream.ofNullable(way.end()))
                            .collect(Collectors.joining(" → ")),
                    String.valueOf(way.variant().cases()),
                    plain(way.share()),
                    plain(way.variant().length().median()),
                    plain(way.shareLate())));
        }
        Downloads.csv(response, "variants-" + key, sheet);
    }

    @GetMapping("/processes/{key}/insight/conformance")
    String conformance(@PathVariable String key, @ModelAttribute Sought sought, Model model) {
        Conformance found = desk.conformance(key, sought.typed());
        frame(model, found.view(), "conformance");
        model.addAttribute("found", found)
                .addAttribute("whole", found.cases() < Passages.MOST)
                .addAttribute("links", desk.seesAllCases())
                .addAttribute("designer", desk.isDesigner());
        return "insight-conformance";
    }

    /** Reasons first, then where cases left their model; with every code that the page gives as an example. */
    @GetMapping("/processes/{key}/insight/conformance.csv")
    void conformanceSheet(@PathVariable String key, @ModelAttribute Sought sought, HttpServletResponse response)
            throws IOException {
        Conformance found = desk.conformance(key, sought.typed());
        List<List<String>> sheet = new ArrayList<>();
        sheet.add(List.of(
                say.text("insight.cause"),
                say.text("insight.step"),
                say.text("processes.version"),
                say.text("insight.cases.count"),
                say.text("insight.outside"),
                say.text("insight.examples")));
        found.reasons()
                .forEach(one -> sheet.add(List.of(
                        say.word("insight.cause", one.cause()),
                        "",
                        "",
                        String.valueOf(one.cases()),
                        String.valueOf(one.outside()),
                        codes(one.examples()))));
        found.partings()
                .forEach(one -> sheet.add(List.of(
                        "",
                        found.names().getOrDefault(one.step(), one.step()),
                        String.valueOf(one.version()),
                        String.valueOf(one.cases()),
                        "",
                        codes(one.examples()))));
        Downloads.csv(response, "conformance-" + key, sheet);
    }

    private static String codes(List<Conformance.Example> examples) {
        return examples.stream().map(Conformance.Example::code).collect(Collectors.joining(" "));
    }
}
