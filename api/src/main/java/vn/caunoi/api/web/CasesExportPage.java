package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import vn.caunoi.api.officer.CaseExport;
import vn.caunoi.api.officer.SearchInput;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.projections.casefile.CaseFiles.Entry;

/** What a search shows as a spreadsheet opens it, in the reader's language. */
@Controller
class CasesExportPage {

    private static final List<String> HEADS = List.of(
            "col.case",
            "cases.by.kind",
            "col.stage",
            "cases.by.status",
            "col.unit",
            "cases.by.assignee",
            "ask.subject",
            "cases.category",
            "cases.by.channel",
            "cases.place",
            "col.received",
            "cases.closed",
            "col.due",
            "cases.by.overdue",
            "cases.by.escalated",
            "cases.by.waiting");

    private final CaseExport export;
    private final CurrentActor current;
    private final Names names;
    private final Categories categories;
    private final Words say;

    CasesExportPage(CaseExport export, CurrentActor current, Names names, Categories categories, Words say) {
        this.export = export;
        this.current = current;
        this.names = names;
        this.categories = categories;
        this.say = say;
    }

    @GetMapping("/cases/export.csv")
    void export(
            @ModelAttribute("asked") SearchInput asked,
            @RequestParam(required = false) @Nullable String sort,
            HttpServletResponse response)
            throws IOException {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
        var wanted = new CaseExport.Wanted(categories.kept(asked).filter(actor), SearchPage.sort(sort));
        String name = say.text("cases.export.name", say.today().toString()) + ".csv";
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        export.write(wanted, actor, HEADS.stream().map(say::text).toList(), this::line, response.getWriter());
    }

    private List<@Nullable Object> line(Entry one) {
        return Arrays.<@Nullable Object>asList(
                one.code(),
                one.kind() == null ? null : say.word("option", one.kind()),
                say.word("stage", one.stage()),
                say.word("status", one.status()),
                names.unit(one.unit()),
                one.assignee() == null ? null : names.officer(one.assignee()),
                one.subject(),
                categories.shown(one.category()),
                say.word("channel", one.channel()),
                one.place(),
                say.moment(one.receivedAt()),
                one.closedAt() == null ? null : say.moment(one.closedAt()),
                one.due() == null ? null : say.moment(one.due()),
                say.text(one.overdue() ? "yes" : "no"),
                say.text(one.escalated() ? "yes" : "no"),
                one.waiting() == null ? null : say.word("waiting", one.waiting()));
    }
}
