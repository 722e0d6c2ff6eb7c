package vn.caunoi.api.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.supervisor.ReadingDesk;
import vn.caunoi.core.directory.Role;

/** Who looked at a case. */
@Controller
class ReadingsPage {

    private static final int ROWS = 50;

    private final ReadingDesk desk;
    private final CurrentActor current;

    ReadingsPage(ReadingDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping("/readings")
    String list(
            @RequestParam(name = "case", required = false) @Nullable String asked,
            @RequestParam(required = false) @Nullable String visit,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        var actor = current.with(Role.INSPECTOR, Role.ADMIN);
        String code = Lists.blankToNull(asked);
        model.addAttribute("asked", code).addAttribute("mayRead", actor.is(Role.INSPECTOR));
        String ofVisit = Lists.blankToNull(visit);
        if (ofVisit != null) fillVisit(model, ofVisit, Lists.cursor(cursor));
        else if (code != null) fill(model, code, Lists.cursor(cursor));
        return "readings";
    }

    private void fill(Model model, String code, @Nullable String cursor) {
        try {
            ReadingDesk.Readers readers = desk.of(code, cursor, ROWS);
            String next = readers.page().next();
            model.addAttribute("readers", readers)
                    .addAttribute("next", next == null ? null : address(readers.code(), next))
                    .addAttribute("first", cursor == null ? null : address(readers.code(), null));
        } catch (NotFound none) {
            model.addAttribute("unknown", true);
        }
    }

    private void fillVisit(Model model, String visit, @Nullable String cursor) {
        try {
            ReadingDesk.VisitReaders readers = desk.ofVisit(visit, cursor, ROWS);
            String here = UriComponentsBuilder.fromPath("/readings")
                    .queryParam("visit", visit)
                    .toUriString();
            String next = readers.page().next();
            model.addAttribute("visitReaders", readers)
                    .addAttribute("next", next == null ? null : here + "&cursor=" + next)
                    .addAttribute("first", cursor == null ? null : here);
        } catch (NotFound none) {
            model.addAttribute("unknown", true);
        }
    }

    private static String address(String code, @Nullable String cursor) {
        var address = UriComponentsBuilder.fromPath("/readings").queryParam("case", code);
        if (cursor != null) address.queryParam("cursor", cursor);
        return address.toUriString();
    }
}
