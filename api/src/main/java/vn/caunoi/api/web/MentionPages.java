package vn.caunoi.api.web;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.caunoi.api.officer.CaseDesk;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;

/** Whom a note may speak to, while an account or a name is being typed. */
@Controller
class MentionPages {

    /** Somebody who may see the case. */
    record Offered(String account, String name, String unit) {}

    private static final int LONGEST = 60;

    private final CaseDesk desk;
    private final CurrentActor current;
    private final Names names;

    MentionPages(CaseDesk desk, CurrentActor current, Names names) {
        this.desk = desk;
        this.current = current;
        this.names = names;
    }

    @GetMapping(path = "/cases/{id}/mentionable", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<Offered> offered(@PathVariable String id, @RequestParam(defaultValue = "") String q) {
        var actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
        String begun = Lists.blankToNull(q);
        if (begun == null || begun.length() > LONGEST) return List.of();
        return desk.mentionable(id, begun, actor).stream()
                .map(officer -> new Offered(officer.id().value(), officer.name(), names.unit(officer.unit())))
                .toList();
    }
}
