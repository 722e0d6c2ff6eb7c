package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.filter.FilterDesk;
import vn.caunoi.api.filter.FilteredList;
import vn.caunoi.api.filter.SavedFilter;
import vn.caunoi.api.news.NewsLines;
import vn.caunoi.api.officer.AbsenceDesk;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.projections.inbox.Inbox;

/** The task list, what is due first at the top. */
@Controller
class InboxPage {

    private static final int ROWS = 30;
    private static final String INBOX = "inbox";

    /** What the address asks for; null leaves open. */
    record Asked(
            Inbox.Scope scope,
            @Nullable Boolean overdue,
            @Nullable Boolean held,
            @Nullable String key) {

        public boolean mine() {
            return scope == Inbox.Scope.MINE;
        }

        public boolean team() {
            return scope == Inbox.Scope.TEAM;
        }

        public boolean asleep() {
            return scope == Inbox.Scope.ASLEEP;
        }

        public String word() {
            return scope.name().toLowerCase(Locale.ROOT);
        }

        Inbox.Filter filter(Actor actor) {
            return new Inbox.Filter(scope, actor, overdue, held, null, key);
        }

        /** As it stands in an address. */
        String query() {
            return address(null).substring("/inbox?".length());
        }

        String address(@Nullable String cursor) {
            UriComponentsBuilder address =
                    UriComponentsBuilder.fromPath("/inbox").queryParam("scope", word());
            if (overdue != null) address.queryParam("overdue", overdue);
            if (held != null) address.queryParam("held", held);
            if (key != null) address.queryParam("key", key);
            if (cursor != null) address.queryParam("cursor", cursor);
            return address.toUriString();
        }
    }

    private final Inbox inbox;
    private final FormCatalogue forms;
    private final AbsenceDesk absences;
    private final CurrentActor current;
    private final FilterDesk filters;
    private final Progress progress;

    InboxPage(
            Inbox inbox,
            FormCatalogue forms,
            AbsenceDesk absences,
            CurrentActor current,
            FilterDesk filters,
            Progress progress) {
        this.progress = progress;
        this.filters = filters;
        this.absences = absences;
        this.inbox = inbox;
        this.forms = forms;
        this.current = current;
    }

    @GetMapping("/inbox")
    Object list(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String scope,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable Boolean held,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
        if (request.getQueryString() == null) {
            Optional<SavedFilter> first = filters.first(actor, FilteredList.INBOX);
            if (first.isPresent()) return Pages.seeOther(first.get().address());
        }
        Inbox.Counts counts = inbox.counts(actor);
        Asked asked = new Asked(scope(scope, counts, actor), overdue, held, Lists.text("key", key));
        NewsLines.looked(request);
        long shown = progress.shown(INBOX);
        var page = inbox.tasks(asked.filter(actor), Lists.cursor(cursor), ROWS);
        model.addAttribute("asked", asked)
                .addAttribute("filters", filters.of(actor, FilteredList.INBOX))
                .addAttribute("query", FilterDesk.plain(FilteredList.INBOX, asked.query()))
                .addAttribute("counts", counts)
                .addAttribute("page", page)
                .addAttribute("standing", absences.waitingFor(actor))
                .addAttribute("reader", actor.id())
                .addAttribute("keys", keys())
                .addAttribute("mayHandIn", true)
                .addAttribute("here", asked.address(cursor))
                .addAttribute("shown", shown)
                .addAttribute("mayShareOut", actor.is(Role.HEAD))
                .addAttribute("next", page.next() == null ? null : asked.address(page.next()))
                .addAttribute("first", cursor == null ? null : asked.address(null));
        return "inbox";
    }

    /** The work of a whole unit is shared out by its head; for others it is that of their own group. */
    private static Inbox.Scope scope(@Nullable String word, Inbox.Counts counts, Actor actor) {
        if (word == null) return counts.mine() > 0 ? Inbox.Scope.MINE : Inbox.Scope.UNIT;
        return switch (word) {
            case "unit" -> Inbox.Scope.UNIT;
            case "team" -> actor.is(Role.HEAD) ? Inbox.Scope.TEAM : Inbox.Scope.UNIT;
            case "asleep" -> Inbox.Scope.ASLEEP;
            default -> Inbox.Scope.MINE;
        };
    }

    private List<String> keys() {
        return forms.all().stream().map(Form::id).toList();
    }
}
