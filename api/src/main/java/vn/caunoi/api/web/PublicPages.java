package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.processes.studio.Library;
import vn.caunoi.processes.studio.RuleBook;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.oversight.Figures.Workload;
import vn.caunoi.projections.oversight.Measure;
import vn.caunoi.projections.oversight.Oversight;
import vn.caunoi.projections.rota.Rota;

/** What everybody may know: how a petition is settled and within which time, when leaders receive, and how timely they are. */
@Controller
class PublicPages {

    private static final List<String> PROCESSES = List.of("petition-intake", "complaint", "feedback", "denunciation");
    private static final int DAYS_AHEAD = 60;
    private static final int MOST_DAYS = 200;
    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate();

    /** A process with its steps, and the limits that hold in it. */
    record Course(String key, List<Step> steps, List<RuleBook.Row> limits) {}

    /** @param group word of who does it, null where the diagram names nobody */
    record Step(String name, @Nullable String group) {}

    /** @param late in percent; null where it would tell a small number */
    record Timely(
            String unit,
            String received,
            String finished,
            @Nullable Long late) {}

    private final Library library;
    private final RuleBook rules;
    private final Rota rota;
    private final Oversight oversight;
    private final Names names;
    private final Words say;
    private final Clock clock;

    PublicPages(Library library, RuleBook rules, Rota rota, Oversight oversight, Names names, Words say, Clock clock) {
        this.library = library;
        this.rules = rules;
        this.rota = rota;
        this.oversight = oversight;
        this.names = names;
        this.say = say;
        this.clock = clock;
    }

    /** Told from the published diagrams and the deadline table, so that it is always what is done. */
    @GetMapping("/public/steps")
    String steps(HttpServletResponse response, Model model) {
        keep(response);
        model.addAttribute("courses", PROCESSES.stream().map(this::course).toList());
        return "steps";
    }

    private Course course(String key) {
        List<Step> steps = library.outline(key, clock.instant()).stream()
                .map(step -> new Step(
                        say.or("form." + step.form(), step.name()),
                        step.group() == null ? null : step.group().toUpperCase(Locale.ROOT)))
                .distinct()
                .toList();
        return new Course(
                key, steps, rules.rows().stream().filter(row -> isOf(row, key)).toList());
    }

    private static boolean isOf(RuleBook.Row row, String key) {
        return switch (key) {
            case "complaint" -> row.kind().contains("COMPLAINT");
            case "denunciation" -> row.kind().contains("DENUNCIATION");
            case "feedback" -> row.kind().contains("FEEDBACK") || row.kind().contains("PROPOSAL");
            default -> row.kind().equals("-");
        };
    }

    @GetMapping("/public/rota")
    String rota(HttpServletResponse response, Model model) {
        keep(response);
        LocalDate today = say.today();
        Rota.Filter ahead = new Rota.Filter(null, null, today, today.plusDays(DAYS_AHEAD), Rota.State.PLANNED);
        model.addAttribute(
                "days",
                rota.days(ahead, Visibility.everything(), null, MOST_DAYS).items());
        return "public-rota";
    }

    @GetMapping("/public/figures")
    String figures(HttpServletResponse response, Model model) {
        keep(response);
        LocalDate today = say.today();
        LocalDate from = today.withDayOfYear(1);
        model.addAttribute("from", from)
                .addAttribute("to", today)
                .addAttribute(
                        "units",
                        oversight.byUnit(from, today, Visibility.everything()).stream()
                                .filter(one -> one.who() != null)
                                .map(this::timely)
                                .toList());
        return "public-figures";
    }

    private Timely timely(Workload one) {
        long received = one.count(Measure.RECEIVED);
        long finished = one.count(Measure.CLOSED);
        long all = received + one.count(Measure.CARRIED_OVER);
        long late = one.count(Measure.OPEN_OVERDUE) + one.count(Measure.CLOSED_LATE);
        return new Timely(
                names.unit(new UnitId(String.valueOf(one.who()))),
                told(received),
                told(finished),
                SmallCounts.percent(late, all));
    }

    private String told(long count) {
        return SmallCounts.isSmall(count) ? say.text("public.few", SmallCounts.FEWEST) : String.valueOf(count);
    }

    private static void keep(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, KEPT.getHeaderValue());
    }
}
