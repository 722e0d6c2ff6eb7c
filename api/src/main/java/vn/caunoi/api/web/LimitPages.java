package vn.caunoi.api.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.designer.DraftPart;
import vn.caunoi.api.designer.StudioDesk;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.LimitUnit;
import vn.caunoi.processes.studio.RuleBook;

/** The limits that come with a draft, row by row: how long each is from the day of the version on. */
@Controller
class LimitPages {

    private static final String ALL = "/studio/{id}/package/limits";
    private static final String PART = "deadlines.dmn";
    private static final String AMOUNT = "amount-";
    private static final String UNIT = "unit-";
    private static final int LONGEST = 3_650;

    private final StudioDesk desk;
    private final Words say;

    LimitPages(StudioDesk desk, Words say) {
        this.desk = desk;
        this.say = say;
    }

    @GetMapping(ALL)
    String show(@PathVariable String id, Model model) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (RuleBook.Row row : RuleBook.rows(table(id))) {
            typed.put(AMOUNT + row.id(), row.amount());
            typed.put(UNIT + row.id(), row.unit());
        }
        fill(model.asMap(), id, typed, Map.of());
        return "studio-limits";
    }

    private String table(String id) {
        return desk.part(id, PART).map(DraftPart::content).orElseGet(desk::limitsInForce);
    }

    private void fill(Map<String, Object> model, String id, Map<String, String> typed, Map<String, String> wrong) {
        Map<String, RuleBook.Row> inForce = new LinkedHashMap<>();
        RuleBook.rows(desk.limitsInForce()).forEach(row -> inForce.put(row.id(), row));
        model.put("draft", desk.find(id));
        model.put("rows", RuleBook.rows(table(id)));
        model.put("inForce", inForce);
        model.put("units", List.of(LimitUnit.values()));
        model.put("typed", typed);
        model.put("wrong", wrong);
        model.put("seen", desk.part(id, PART).map(DraftPart::revision).orElse(0));
    }

    @PostMapping(ALL)
    ModelAndView keep(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam Map<String, String> sent,
            RedirectAttributes next) {
        String table = table(id);
        Map<String, Limit> limits = new LinkedHashMap<>();
        Map<String, String> wrong = new LinkedHashMap<>();
        List<RuleBook.Row> rows = RuleBook.rows(table);
        // a table that cannot be used has no rows: its page of problems says why
        if (rows.isEmpty()) return Pages.seeOther("/studio/" + desk.find(id).id() + "/package");
        rows.forEach(row -> read(row, sent, limits, wrong));
        if (!wrong.isEmpty()) {
            ModelAndView page = new ModelAndView("studio-limits", HttpStatus.UNPROCESSABLE_CONTENT);
            fill(page.getModel(), id, sent, wrong);
            return page;
        }
        String rewritten = RuleBook.rewritten(table, limits);
        boolean kept = desk.savePart(id, PART, seen, rewritten.getBytes(StandardCharsets.UTF_8));
        next.addFlashAttribute("said", kept ? "studio.part" : "studio.part.overtaken");
        return Pages.seeOther("/studio/" + desk.find(id).id() + "/package");
    }

    /** A row that was not asked about stays as it is. */
    private void read(
            RuleBook.Row row, Map<String, String> sent, Map<String, Limit> limits, Map<String, String> wrong) {
        String amount = sent.getOrDefault(AMOUNT + row.id(), row.amount()).strip();
        String unit = sent.getOrDefault(UNIT + row.id(), row.unit());
        boolean known =
                List.of(LimitUnit.values()).stream().anyMatch(one -> one.name().equals(unit));
        if (!known || !amount.matches("[1-9]\\d{0,3}") || Integer.parseInt(amount) > LONGEST) {
            wrong.put(row.id(), say.text("package.limits.wrong", row.id()));
        } else if (!amount.equals(row.amount()) || !unit.equals(row.unit())) {
            limits.put(row.id(), new Limit(Integer.parseInt(amount), LimitUnit.valueOf(unit)));
        }
    }
}
