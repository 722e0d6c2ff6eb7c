package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.category.CategoryDesk;
import vn.caunoi.api.category.CategoryInput;
import vn.caunoi.api.category.CategoryTable;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.category.CategoryTree;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Refusal;

/** For administrators: the tree of categories, changed from a day on after a look at what the change does. */
@Controller
class CategoryPages {

    private static final String ALL = "/admin/categories";

    private final CategoryDesk desk;
    private final Categories categories;
    private final CurrentActor current;
    private final Names names;
    private final Words say;
    private final Problems problems;

    CategoryPages(
            CategoryDesk desk, Categories categories, CurrentActor current, Names names, Words say, Problems problems) {
        this.desk = desk;
        this.categories = categories;
        this.current = current;
        this.names = names;
        this.say = say;
        this.problems = problems;
    }

    @GetMapping(ALL)
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        Actor reader = administrator();
        LocalDate today = desk.today();
        model.addAttribute("all", q.isBlank() ? desk.all(today) : desk.found(q, today))
                .addAttribute("q", q)
                .addAttribute("unmatched", desk.unmatched(reader))
                .addAttribute("mapped", desk.mapped())
                .addAttribute("choices", categories.listed());
        return "categories";
    }

    @GetMapping(ALL + "/export.csv")
    void export(HttpServletResponse response) throws IOException {
        administrator();
        CategoryTable.write(desk.all(desk.today()), response);
    }

    @GetMapping(ALL + "/new")
    ModelAndView fresh(@RequestParam(defaultValue = "") String parent) {
        administrator();
        return page(null, Map.of("parent", parent, "from", say.today().toString()), Map.of(), HttpStatus.OK);
    }

    @GetMapping(ALL + "/{id}")
    ModelAndView one(@PathVariable String id) {
        administrator();
        CategoryDesk.Shown one = desk.find(id);
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put(
                "parent", one.path().size() < 2 ? "" : one.path().get(one.path().size() - 2));
        typed.put("vi", one.vi());
        typed.put("en", one.en());
        typed.put("field", Objects.requireNonNullElse(one.ownField(), ""));
        typed.put("units", String.join(" ", one.units()));
        typed.put("from", say.today().toString());
        return page(one, typed, Map.of(), HttpStatus.OK);
    }

    @PostMapping(ALL + "/new")
    ModelAndView add(@RequestParam MultiValueMap<String, String> sent, RedirectAttributes next) {
        return take(null, typed(sent, "id"), sent, next);
    }

    @PostMapping(ALL + "/{id}")
    ModelAndView change(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes next) {
        return take(desk.find(id), id, sent, next);
    }

    /** Looked at first; carried out when it is confirmed as it was looked at. */
    private ModelAndView take(
            CategoryDesk.@Nullable Shown one, String id, MultiValueMap<String, String> sent, RedirectAttributes next) {
        Actor by = administrator();
        try {
            if (one == null
                    && desk.all(desk.today()).stream()
                            .anyMatch(known -> known.id().equals(id)))
                throw Input.refusal("id", "taken", "is there already");
            CategoryInput input = input(sent);
            CategoryDesk.Preview preview = desk.preview(id, input);
            if (!sent.containsKey("confirm"))
                return page(one, sent.toSingleValueMap(), Map.of(), HttpStatus.OK)
                        .addObject("preview", preview);
            desk.define(id, input, by);
            next.addFlashAttribute("said", "category");
            return Pages.seeOther(ALL + "/" + id);
        } catch (Refusal refusal) {
            return page(one, sent.toSingleValueMap(), wrong(refusal), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping(ALL + "/{id}/retire")
    ModelAndView retire(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes next) {
        Actor by = administrator();
        CategoryDesk.Shown one = desk.find(id);
        try {
            desk.retire(id, day("on", sent), by);
            next.addFlashAttribute("said", "category.retired");
        } catch (Refusal refusal) {
            next.addFlashAttribute("refused", String.join(" ", wrong(refusal).values()));
        }
        return Pages.seeOther(ALL + "/" + one.id());
    }

    @PostMapping(ALL + "/words")
    ModelAndView map(
            @RequestParam(defaultValue = "") String word,
            @RequestParam(defaultValue = "") String category,
            RedirectAttributes next) {
        Actor by = administrator();
        try {
            desk.map(word, category, by);
            next.addFlashAttribute("said", "category.word");
        } catch (Refusal refusal) {
            next.addFlashAttribute("refused", String.join(" ", wrong(refusal).values()));
        }
        return Pages.seeOther(ALL);
    }

    private ModelAndView page(
            CategoryDesk.@Nullable Shown one, Map<String, String> typed, Map<String, String> wrong, HttpStatus status) {
        return new ModelAndView("category", status)
                .addObject("one", one)
                .addObject("terms", one == null ? List.of() : desk.terms(one.id()))
                .addObject("typed", typed)
                .addObject("wrong", wrong)
                .addObject("fields", CategoryTree.FIELDS)
                .addObject("choices", categories.listed())
                .addObject("units", names.units());
    }

    private Map<String, String> wrong(Refusal refusal) {
        Map<String, String> wrong = new LinkedHashMap<>();
        refusal.violations().forEach(one -> wrong.put(one.field(), problems.message(one, Words.locale())));
        if (wrong.isEmpty()) wrong.put("vi", problems.message(refusal.reason(), Words.locale()));
        return wrong;
    }

    private static CategoryInput input(MultiValueMap<String, String> sent) {
        List<@Nullable String> units = Arrays.asList(typed(sent, "units").split("[\\s;,]+"));
        return new CategoryInput(
                typed(sent, "parent"),
                typed(sent, "vi"),
                typed(sent, "en"),
                typed(sent, "field"),
                units,
                day("from", sent));
    }

    private static String typed(MultiValueMap<String, String> sent, String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "").strip();
    }

    static @Nullable LocalDate day(String field, MultiValueMap<String, String> sent) {
        String text = typed(sent, field);
        if (text.isEmpty()) return null;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Input.refusal(field, "malformed", "is not a day");
        }
    }

    private Actor administrator() {
        return current.with(Role.ADMIN);
    }
}
