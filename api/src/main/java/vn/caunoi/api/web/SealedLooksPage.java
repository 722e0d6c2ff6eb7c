package vn.caunoi.api.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.projections.Page;

/** Who looked at who denounced, and whom the desk looked up by a number, in whatever case. */
@Controller
class SealedLooksPage {

    private static final int ROWS = 50;

    private final ReadingLog log;
    private final CurrentActor current;

    SealedLooksPage(ReadingLog log, CurrentActor current) {
        this.log = log;
        this.current = current;
    }

    @GetMapping("/audit/identities")
    String list(
            @RequestParam(defaultValue = "identity") String what,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @DateTimeFormat @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Actor actor = current.with(Role.INSPECTOR);
        String who = Lists.text("by", by);
        boolean atDesk = what.equals("person");
        Page<ReadingLog.Looked> page = log.identities(
                actor,
                atDesk ? Reading.What.PERSON : Reading.What.IDENTITY,
                who == null ? null : new OfficerId(who),
                from == null ? null : from.atStartOfDay(DueDate.ZONE).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(DueDate.ZONE).toInstant(),
                Lists.cursor(cursor),
                ROWS);
        var address = UriComponentsBuilder.fromPath("/audit/identities");
        if (atDesk) Lists.put(address, "what", what);
        Lists.put(address, "by", who);
        Lists.put(address, "from", from);
        Lists.put(address, "to", to);
        String here = address.encode().toUriString();
        Lists.put(address, "cursor", page.next());
        model.addAttribute("page", page)
                .addAttribute("atDesk", atDesk)
                .addAttribute("by", who)
                .addAttribute("from", from)
                .addAttribute("to", to)
                .addAttribute("first", Lists.blankToNull(cursor) == null ? null : here)
                .addAttribute(
                        "next", page.next() == null ? null : address.encode().toUriString());
        return "proof-identities";
    }
}
