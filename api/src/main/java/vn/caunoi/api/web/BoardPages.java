package vn.caunoi.api.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.bulk.BulkAct;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.supervisor.NoticedDesk;
import vn.caunoi.api.supervisor.OversightDesk;
import vn.caunoi.api.supervisor.RatingDesk;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.oversight.Measure;
import vn.caunoi.projections.oversight.Oversight;

/** What supervisors look at: what is overdue, what escalated and why, and figures that lead to their cases. */
@Controller
class BoardPages {

    private static final int ROWS = 50;

    private final CaseFiles files;
    private final Oversight oversight;
    private final NoticedDesk noticed;
    private final OversightDesk desk;
    private final RatingDesk ratings;
    private final CurrentActor current;
    private final Site site;
    private final Names names;
    private final Words say;

    BoardPages(
            CaseFiles files,
            Oversight oversight,
            NoticedDesk noticed,
            OversightDesk desk,
            RatingDesk ratings,
            CurrentActor current,
            Site site,
            Names names,
            Words say) {
        this.files = files;
        this.oversight = oversight;
        this.noticed = noticed;
        this.desk = desk;
        this.ratings = ratings;
        this.current = current;
        this.site = site;
        this.names = names;
        this.say = say;
    }

    @GetMapping("/overdue")
    String overdue(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Actor actor = supervisor();
        UnitId only = unit(unit);
        CaseFiles.Filter filter = new CaseFiles.Filter(
                null, kind, null, only, null, null, null, null, null, true, null, null, null, null);
        Visibility sight = Visibility.of(actor);
        Page<CaseFiles.Entry> page = files.search(filter, sight, CaseFiles.Sort.DUE, Lists.cursor(cursor), ROWS);
        model.addAttribute("page", page)
                .addAttribute("count", files.count(filter, sight))
                .addAttribute("noticed", noticed.of(sight(actor, only)))
                .addAttribute("pick", BulkAct.offered(actor))
                .addAttribute("here", site.here());
        filters(model, "/overdue", actor, only, kind, cursor, page.next());
        return "overdue";
    }

    @GetMapping("/escalated")
    String escalated(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Actor actor = supervisor();
        UnitId only = unit(unit);
        Page<Oversight.Case> page = oversight.escalated(sight(actor, only), kind, Lists.cursor(cursor), ROWS);
        model.addAttribute("page", page)
                .addAttribute("pick", BulkAct.offered(actor))
                .addAttribute("here", site.here());
        filters(model, "/escalated", actor, only, kind, cursor, page.next());
        return "escalated";
    }

    @GetMapping("/urged")
    String urged(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Actor actor = supervisor();
        UnitId only = unit(unit);
        Page<Oversight.Case> page = oversight.urged(sight(actor, only), Lists.cursor(cursor), ROWS);
        model.addAttribute("page", page);
        filters(model, "/urged", actor, only, null, cursor, page.next());
        return "urged";
    }

    @GetMapping("/figures")
    String figures(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String unit,
            Model model) {
        Actor actor = supervisor();
        UnitId only = unit(unit);
        OversightDesk.Report report = desk.report(actor, asked(from, to, only, false));
        model.addAttribute("from", report.from())
                .addAttribute("to", report.to())
                .addAttribute("measures", Measure.values())
                .addAttribute("figures", report)
                .addAttribute(
                        "ratings",
                        ratings.of(
                                report.to().getYear(),
                                desk.scope(actor, asked(null, null, only, false))
                                        .sight()));
        filters(model, "/figures", actor, only, null, null, null);
        return "figures";
    }

    @GetMapping("/figures/cases")
    String behind(
            @RequestParam Measure measure,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false, defaultValue = "false") boolean alone,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Actor actor = supervisor();
        UnitId only = unit(unit);
        Visibility sight = desk.scope(actor, asked(from, to, only, alone)).sight();
        Page<Oversight.Case> page = oversight.behind(measure, from, to, sight, Lists.cursor(cursor), ROWS);
        String address = UriComponentsBuilder.fromPath("/figures/cases")
                .queryParam("measure", measure)
                .queryParam("from", from)
                .queryParam("to", to)
                .queryParam("alone", alone)
                .toUriString();
        model.addAttribute("title", say.word("measure", measure))
                .addAttribute("measure", measure)
                .addAttribute("from", from)
                .addAttribute("to", to)
                .addAttribute("page", page);
        filters(model, address, actor, only, null, cursor, page.next());
        return "behind";
    }

    private Actor supervisor() {
        return current.with(Role.HEAD, Role.INSPECTOR);
    }

    private static OversightDesk.Asked asked(
            @Nullable LocalDate from, @Nullable LocalDate to, @Nullable UnitId unit, boolean alone) {
        return new OversightDesk.Asked(from, to, unit == null ? null : unit.value(), alone);
    }

    private static @Nullable UnitId unit(@Nullable String typed) {
        String name = Lists.text("unit", typed);
        return name == null ? null : new UnitId(name);
    }

    /** One unit of those somebody sees. */
    private static Visibility sight(Actor actor, @Nullable UnitId only) {
        Visibility sight = Visibility.of(actor);
        if (only == null) return sight;
        if (!sight.sees(only)) throw new NotFound();
        return sight.within(Set.of(only));
    }

    private void filters(
            Model model,
            String path,
            Actor actor,
            @Nullable UnitId unit,
            @Nullable Kind kind,
            @Nullable String cursor,
            @Nullable String more) {
        List<Choice> units = actor.is(Role.INSPECTOR) ? names.units() : names.units(actor.covers());
        var here = UriComponentsBuilder.fromUriString(path);
        if (unit != null) here.queryParam("unit", unit.value());
        if (kind != null) here.queryParam("kind", kind);
        String first = here.toUriString();
        model.addAttribute("units", units)
                .addAttribute("unit", unit == null ? null : unit.value())
                .addAttribute("kinds", Kind.values())
                .addAttribute("kind", kind)
                .addAttribute(
                        "next",
                        more == null ? null : here.queryParam("cursor", more).toUriString())
                .addAttribute("first", cursor == null ? null : first);
    }
}
