package vn.caunoi.api.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.textblock.TextBlock;
import vn.caunoi.api.textblock.TextBlockDesk;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;

/** Where text blocks are kept, and where those who have no script copy them from. */
@Controller
class TextBlockPages {

    /** What the picker beside a long field shows. */
    record Offered(String name, String text, boolean own) {}

    private final TextBlockDesk desk;
    private final CurrentActor current;
    private final Problems problems;
    private final Words say;

    TextBlockPages(TextBlockDesk desk, CurrentActor current, Problems problems, Words say) {
        this.desk = desk;
        this.current = current;
        this.problems = problems;
        this.say = say;
    }

    @GetMapping("/text-blocks")
    ModelAndView all() {
        return page(keeper(), null, Map.of(), Map.of(), HttpStatus.OK);
    }

    @GetMapping(path = "/text-blocks/offered", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<Offered> offered() {
        return desk.of(keeper()).stream()
                .map(one -> new Offered(one.name(), one.text(), one.unit() == null))
                .toList();
    }

    @GetMapping("/text-blocks/{id}")
    ModelAndView one(@PathVariable String id) {
        Actor actor = keeper();
        TextBlock found = desk.find(id, actor);
        Map<String, String> typed = Map.of("name", found.name(), "text", found.text());
        return page(actor, found, typed, Map.of(), HttpStatus.OK);
    }

    @PostMapping("/text-blocks")
    ModelAndView keep(@RequestParam Map<String, String> sent, RedirectAttributes next) {
        Actor actor = keeper();
        try {
            desk.keep(given(sent), actor);
        } catch (Refusal refusal) {
            if (refusal.violations().isEmpty()) throw refusal;
            return again(actor, null, sent, refusal);
        }
        next.addFlashAttribute("said", "text-block.kept");
        return Pages.seeOther("/text-blocks");
    }

    @PostMapping("/text-blocks/{id}")
    ModelAndView change(@PathVariable String id, @RequestParam Map<String, String> sent, RedirectAttributes next) {
        Actor actor = keeper();
        try {
            desk.change(id, given(sent), actor);
        } catch (Refusal refusal) {
            if (refusal.reason() != Reason.TEXT_BLOCK_CHANGED
                    && refusal.violations().isEmpty()) throw refusal;
            return again(actor, desk.find(id, actor), sent, refusal);
        }
        next.addFlashAttribute("said", "text-block.kept");
        return Pages.seeOther("/text-blocks");
    }

    @PostMapping("/text-blocks/{id}/delete")
    ModelAndView delete(@PathVariable String id, RedirectAttributes next) {
        desk.delete(id, keeper());
        next.addFlashAttribute("said", "text-block.deleted");
        return Pages.seeOther("/text-blocks");
    }

    private static TextBlockDesk.Given given(Map<String, String> sent) {
        String version = sent.getOrDefault("version", "");
        Integer seen = version.matches("\\d{1,9}") ? Integer.valueOf(version) : null;
        return new TextBlockDesk.Given(sent.get("name"), sent.get("text"), "true".equals(sent.get("shared")), seen);
    }

    private ModelAndView again(Actor actor, @Nullable TextBlock changed, Map<String, String> sent, Refusal refusal) {
        boolean conflict = refusal.reason().sort() == Reason.Sort.CONFLICT;
        Map<String, String> wrong = new LinkedHashMap<>();
        refusal.violations().forEach(one -> wrong.putIfAbsent(one.field(), problems.message(one, Words.locale())));
        ModelAndView page =
                page(actor, changed, sent, wrong, conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        return wrong.isEmpty() ? page.addObject("refused", problems.message(refusal.reason(), Words.locale())) : page;
    }

    private ModelAndView page(
            Actor actor,
            @Nullable TextBlock changed,
            Map<String, String> typed,
            Map<String, String> wrong,
            HttpStatus status) {
        List<Question> questions = List.of(
                question("name", FieldType.TEXT, TextBlockDesk.LONGEST_NAME, typed, wrong),
                question("text", FieldType.LONGTEXT, TextBlockDesk.LONGEST_TEXT, typed, wrong));
        return new ModelAndView("text-blocks", status)
                .addObject("all", desk.of(actor))
                .addObject("changed", changed)
                .addObject("questions", questions)
                .addObject("errors", Wrong.in(questions))
                .addObject("shared", "true".equals(typed.get("shared")))
                .addObject("mayShare", TextBlockDesk.mayShare(actor));
    }

    private Question question(
            String name, FieldType type, int longest, Map<String, String> typed, Map<String, String> wrong) {
        return Question.of(name, say.text("textblock." + name), type, true, typed.get(name))
                .bounds(null, Integer.toString(longest))
                .error(wrong.get(name));
    }

    private Actor keeper() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.ADMIN);
    }
}
