package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.caunoi.api.filter.FilterDesk;
import vn.caunoi.api.filter.FilteredList;
import vn.caunoi.api.filter.SavedFilter;
import vn.caunoi.api.officer.CaseExport;
import vn.caunoi.api.officer.SearchInput;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFiles;

/** Finding cases; the whole search is in the address, so that it can be kept and sent on. */
@Controller
class SearchPage {

    private static final int ROWS = 30;
    /** Further than this nobody counts. */
    private static final int COUNTED = 1_000;

    private static final List<String> WAITING = List.of("clerk", "officer", "head", "citizen", "suspended");

    /** A filter with its choices. */
    record Pick(
            String name,
            String label,
            List<Choice> choices,
            @Nullable String value) {}

    private final CaseFiles files;
    private final CurrentActor current;
    private final Names names;
    private final Words say;
    private final Problems problems;
    private final Categories categories;
    private final FilterDesk filters;

    SearchPage(
            CaseFiles files,
            CurrentActor current,
            Names names,
            Words say,
            Problems problems,
            Categories categories,
            FilterDesk filters) {
        this.categories = categories;
        this.filters = filters;
        this.files = files;
        this.current = current;
        this.names = names;
        this.say = say;
        this.problems = problems;
    }

    @GetMapping("/cases")
    Object search(
            @ModelAttribute("asked") SearchInput asked,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            Model model) {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
        if (request.getQueryString() == null) {
            Optional<SavedFilter> first = filters.first(actor, FilteredList.CASES);
            if (first.isPresent()) return Pages.seeOther(first.get().address());
        }
        Visibility sight = Visibility.of(actor);
        String query = FilterDesk.plain(FilteredList.CASES, Objects.requireNonNullElse(request.getQueryString(), ""));
        Page<CaseFiles.Entry> page = new Page<>(List.of(), null);
        long count = 0;
        try {
            CaseFiles.Filter filter = categories.kept(asked).filter(actor);
            page = files.search(filter, sight, sort(sort), Lists.cursor(cursor), ROWS);
            count = files.countUpTo(filter, sight, COUNTED + 1);
        } catch (Refusal refusal) {
            model.addAttribute("refused", message(refusal));
        }
        model.addAttribute("page", page)
                .addAttribute("count", count)
                .addAttribute("counted", COUNTED)
                .addAttribute("known", categories.suggested())
                .addAttribute("most", CaseExport.MOST)
                .addAttribute("query", query)
                .addAttribute("export", "/cases/export.csv" + (query.isEmpty() ? "" : "?" + query))
                .addAttribute("filters", filters.of(actor, FilteredList.CASES))
                .addAttribute("mayShare", actor.is(Role.HEAD))
                .addAttribute("lists", lists(asked, sort, actor))
                .addAttribute("next", page.next() == null ? null : address(request, page.next()))
                .addAttribute("first", cursor == null ? null : address(request, null));
        return "cases";
    }

    static CaseFiles.Sort sort(@Nullable String word) {
        return Arrays.stream(CaseFiles.Sort.values())
                .filter(one -> word != null && one.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(CaseFiles.Sort.NEWEST);
    }

    private String message(Refusal refusal) {
        String reason = problems.message(refusal.reason(), Words.locale());
        if (refusal.violations().isEmpty()) return reason;
        return reason + " " + problems.message(refusal.violations().getFirst(), Words.locale());
    }

    private static String address(HttpServletRequest request, @Nullable String cursor) {
        var address = ServletUriComponentsBuilder.fromRequest(request);
        if (cursor == null) address.replaceQueryParam("cursor");
        else address.replaceQueryParam("cursor", cursor);
        String query = Objects.requireNonNullElse(address.build(false).getQuery(), "");
        return "/cases" + (query.isEmpty() ? "" : "?" + query);
    }

    private List<Pick> lists(SearchInput asked, @Nullable String sort, Actor actor) {
        List<Pick> lists = new ArrayList<>();
        lists.add(pick("kind", words("option", Kind.values()), asked.kind()));
        lists.add(pick("stage", words("stage", Stage.values()), asked.stage()));
        lists.add(pick("status", words("status", Status.values()), asked.status()));
        List<Choice> units = names.searched(actor.is(Role.INSPECTOR) ? null : actor.covers());
        if (units.size() > 1) lists.add(pick("unit", units, asked.unit()));
        List<Choice> officers = actor.covers().stream()
                .sorted(java.util.Comparator.comparing(UnitId::value))
                .flatMap(unit -> names.officersOf(unit).stream())
                .toList();
        lists.add(pick("assignee", officers, asked.assignee()));
        lists.add(pick("channel", words("channel", Channel.values()), asked.channel()));
        lists.add(pick("waiting", words("waiting", WAITING.toArray()), asked.waiting()));
        lists.add(pick("overdue", yesOrNo(), asked.overdue()));
        lists.add(pick("escalated", yesOrNo(), asked.escalated()));
        lists.add(
                pick("sort", words("sort", CaseFiles.Sort.values()), sort(sort).name()));
        return lists;
    }

    private Pick pick(String name, List<Choice> choices, @Nullable String value) {
        return new Pick(name, say.text("cases.by." + name), choices, value);
    }

    private List<Choice> words(String family, Object[] values) {
        return Arrays.stream(values)
                .map(value -> new Choice(value.toString(), say.word(family, value)))
                .toList();
    }

    private List<Choice> yesOrNo() {
        return List.of(new Choice("true", say.text("yes")), new Choice("false", say.text("no")));
    }
}
