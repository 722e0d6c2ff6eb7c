package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.caunoi.api.citizen.PublicAnswers;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.Page;

/** What was answered, for everybody: without who asked. */
@Controller
class AnswersPage {

    private static final int ROWS = 20;
    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePrivate();

    private final PublicAnswers answers;
    private final CurrentActor current;
    private final Names names;
    private final Words say;
    private final Problems problems;

    AnswersPage(PublicAnswers answers, CurrentActor current, Names names, Words say, Problems problems) {
        this.answers = answers;
        this.current = current;
        this.names = names;
        this.say = say;
        this.problems = problems;
    }

    @GetMapping("/public/answers")
    String list(
            @ModelAttribute("asked") PublicAnswers.Wanted asked,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Page<PublicAnswers.PublicAnswer> page = new Page<>(List.of(), null);
        try {
            page = answers.search(asked, Lists.cursor(cursor), ROWS);
        } catch (Refusal refusal) {
            model.addAttribute("refused", problems.message(refusal.violations().getFirst(), Words.locale()));
        }
        keep(response);
        model.addAttribute("page", page)
                .addAttribute("kinds", List.of(Kind.PROPOSAL, Kind.FEEDBACK))
                .addAttribute("units", units())
                .addAttribute("categories", categories())
                .addAttribute("next", page.next() == null ? null : address(request, page.next()))
                .addAttribute("first", cursor == null ? null : address(request, null));
        return "answers";
    }

    @GetMapping("/public/answers/{id}")
    String one(@PathVariable String id, HttpServletResponse response, Model model) {
        keep(response);
        model.addAttribute("one", answers.find(id).orElseThrow(NotFound::new));
        return "answer";
    }

    /** By the browser alone, and not for who is logged in: the frame of the page names them. */
    private void keep(HttpServletResponse response) {
        if (current.find().isPresent()) return;
        response.setHeader(HttpHeaders.CACHE_CONTROL, KEPT.getHeaderValue());
        response.setHeader(HttpHeaders.VARY, "Cookie, Accept-Language");
    }

    private List<Choice> units() {
        return answers.units().stream()
                .map(unit -> new Choice(unit.value(), names.unit(unit)))
                .toList();
    }

    private List<Choice> categories() {
        List<Choice> all = new ArrayList<>();
        for (String word : answers.categories()) all.add(new Choice(word, say.word("category", word)));
        return all;
    }

    private static String address(HttpServletRequest request, @Nullable String cursor) {
        var address = ServletUriComponentsBuilder.fromRequest(request);
        if (cursor == null) address.replaceQueryParam("cursor");
        else address.replaceQueryParam("cursor", cursor);
        String query = address.build(false).getQuery();
        return "/public/answers" + (query == null || query.isEmpty() ? "" : "?" + query);
    }
}
