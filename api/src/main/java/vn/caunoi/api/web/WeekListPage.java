package vn.caunoi.api.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.supervisor.WeekList;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.oversight.Burden;

/** The list of a Monday morning: one sheet of paper for each unit. */
@Controller
class WeekListPage {

    /** Sheets that are shown at once; of more units one has to be chosen. */
    private static final int SHEETS = 50;

    private final WeekList list;
    private final CurrentActor current;
    private final Names names;
    private final Words say;

    WeekListPage(WeekList list, CurrentActor current, Names names, Words say) {
        this.list = list;
        this.current = current;
        this.names = names;
        this.say = say;
    }

    /** @param unit the reader's own when left out; {@code each} a sheet for each unit that has something */
    @GetMapping("/board/week")
    String week(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "false") boolean each,
            Model model) {
        Actor actor = current.with(Role.HEAD, Role.INSPECTOR);
        Visibility sight = Visibility.of(actor);
        String typed = Lists.text("unit", unit);
        UnitId chosen = typed == null ? actor.unit() : new UnitId(typed);
        if (!sight.sees(chosen)) throw new NotFound();
        Map<UnitId, Map<Burden, Long>> counts = list.counts(each ? sight : sight.within(Set.of(chosen)));
        List<WeekList.Sheet> sheets = counts.entrySet().stream()
                .limit(SHEETS)
                .map(one -> list.sheet(one.getKey(), one.getValue(), sight))
                .toList();
        model.addAttribute("sheets", sheets)
                .addAttribute("more", counts.size() - sheets.size())
                .addAttribute("today", say.today())
                .addAttribute("sunday", list.sunday())
                .addAttribute("each", each)
                .addAttribute("unit", each ? null : chosen.value())
                .addAttribute("units", actor.is(Role.INSPECTOR) ? names.units() : names.units(actor.covers()));
        return "week-list";
    }
}
