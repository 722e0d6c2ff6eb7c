package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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
import vn.caunoi.api.supervisor.RatingDesk;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.oversight.Oversight;

/** How citizens rate their cases beside the survey index, year by year, each beside its target and with its cases. */
@Controller
class RatingPages {

    private static final int ROWS = 50;
    private static final Pattern YEAR = Pattern.compile("20\\d\\d");
    private static final List<String> HEADS = List.of(
            "col.unit",
            "ratings.closed",
            "ratings.rated",
            "ratings.response",
            "ratings.mean",
            "ratings.target.mean",
            "ratings.index",
            "ratings.asked",
            "ratings.target.index");

    private final Oversight oversight;
    private final OversightDesk desk;
    private final RatingDesk ratings;
    private final CurrentActor current;
    private final Names names;
    private final Words say;

    RatingPages(
            Oversight oversight, OversightDesk desk, RatingDesk ratings, CurrentActor current, Names names, Words say) {
        this.oversight = oversight;
        this.desk = desk;
        this.ratings = ratings;
        this.current = current;
        this.names = names;
        this.say = say;
    }

    @GetMapping("/figures/ratings")
    String year(
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String unit,
            Model model) {
        Actor actor = supervisor();
        int asked = asked(year);
        model.addAttribute("year", asked)
                .addAttribute("unit", Lists.text("unit", unit))
                .addAttribute("units", actor.is(Role.INSPECTOR) ? names.units() : names.units(actor.covers()))
                .addAttribute("ratings", ratings.of(asked, sight(actor, unit)));
        return "ratings";
    }

    /** @param of the unit; left out for all of them */
    @GetMapping("/figures/ratings/cases")
    String cases(
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(defaultValue = "false") boolean rated,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Actor actor = supervisor();
        int asked = asked(year);
        String only = Lists.text("of", of);
        Page<Oversight.Case> page = oversight.behindRatings(
                rated,
                only,
                RatingDesk.first(asked),
                RatingDesk.last(asked),
                sight(actor, unit),
                Lists.cursor(cursor),
                ROWS);
        UriComponentsBuilder here = UriComponentsBuilder.fromPath("/figures/ratings/cases")
                .queryParam("year", asked)
                .queryParam("rated", rated);
        Lists.put(here, "unit", unit);
        Lists.put(here, "of", only);
        UriComponentsBuilder back =
                UriComponentsBuilder.fromPath("/figures/ratings").queryParam("year", asked);
        Lists.put(back, "unit", unit);
        model.addAttribute("title", say.text(rated ? "ratings.rated" : "ratings.closed") + ", " + asked)
                .addAttribute("of", only == null ? say.text("months.total") : names.unit(new UnitId(only)))
                .addAttribute("back", back.toUriString())
                .addAttribute("backTo", say.text("ratings.title"))
                .addAttribute("page", page);
        Lists.ways(model, here, cursor, page.next());
        return "figure-cases";
    }

    @GetMapping("/figures/ratings.csv")
    void sheet(
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String unit,
            HttpServletResponse response)
            throws IOException {
        Actor actor = supervisor();
        int asked = asked(year);
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADS.stream().map(say::text).toList());
        ratings.of(asked, sight(actor, unit)).forEach(row -> lines.add(cells(row)));
        Downloads.csv(response, "ratings-" + asked, lines);
    }

    private List<String> cells(RatingDesk.Row row) {
        return Stream.of(
                        row.unit() == null ? say.text("months.total") : names.unit(row.unit()),
                        String.valueOf(row.closed()),
                        String.valueOf(row.rated()),
                        number("%.4f", row.response()),
                        number("%.2f", row.mean()),
                        number("%.2f", row.targetMean()),
                        number("%.2f", row.index()),
                        row.asked() == null ? "" : String.valueOf(row.asked()),
                        number("%.2f", row.targetIndex()))
                .toList();
    }

    private static String number(String form, @Nullable Double number) {
        return number == null ? "" : String.format(Locale.ROOT, form, number);
    }

    private Visibility sight(Actor actor, @Nullable String unit) {
        return desk.scope(actor, new OversightDesk.Asked(null, null, Lists.text("unit", unit), false))
                .sight();
    }

    private int asked(@Nullable String year) {
        if (year == null || year.isBlank()) return say.today().getYear();
        if (!YEAR.matcher(year.strip()).matches()) throw new NotFound();
        return Integer.parseInt(year.strip());
    }

    private Actor supervisor() {
        return current.with(Role.HEAD, Role.INSPECTOR);
    }
}
