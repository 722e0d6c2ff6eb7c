package vn.caunoi.projections.reception;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.reception.Paper;
import vn.caunoi.core.reception.VisitEvent.ResultDueSet;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.PlainText;
import vn.caunoi.projections.reception.Visits.PaperOf;
import vn.caunoi.projections.reception.Visits.RemarkOf;
import vn.caunoi.projections.reception.Visits.ResultRule;
import vn.caunoi.projections.reception.Visits.Visitor;

/** Parts of a row of the book that have no column of their own. */
final class VisitJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private VisitJson() {}

    static String visitors(List<Person> people) {
        return JSON.writeValueAsString(people.stream()
                .map(one -> new Visitor(
                        one.role(),
                        one.fullName().clear(),
                        clear(one.idNumber()),
                        clear(one.address()),
                        clear(one.phone())))
                .toList());
    }

    static String papers(List<Paper> papers, boolean sealed) {
        return JSON.writeValueAsString(papers.stream()
                .map(paper ->
                        new PaperOf(paper.no(), sealed ? null : paper.name().clear(), paper.form(), false))
                .toList());
    }

    static String rule(ResultDueSet e) {
        return JSON.writeValueAsString(new ResultRule(
                e.rule(),
                e.version(),
                e.source(),
                e.confidence(),
                e.limit().amount(),
                e.limit().unit(),
                e.explanation()));
    }

    static String remark(@Nullable String text, Happened<?> now) {
        Map<String, @Nullable Object> remark = new LinkedHashMap<>();
        remark.put("text", text);
        remark.put("by", now.by());
        remark.put("at", now.at());
        return JSON.writeValueAsString(List.of(remark));
    }

    static List<Visitor> visitorsIn(String json) {
        return JSON.readValue(json, new TypeReference<List<Visitor>>() {});
    }

    static List<PaperOf> papersIn(String json) {
        return JSON.readValue(json, new TypeReference<List<PaperOf>>() {});
    }

    static List<RemarkOf> remarksIn(String json) {
        return JSON.readValue(json, new TypeReference<List<RemarkOf>>() {});
    }

    static @Nullable ResultRule ruleIn(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, ResultRule.class);
    }

    /** Small letters without diacritics, as people type when they search. */
    static String plain(String text) {
        return PlainText.of(text);
    }

    private static @Nullable String clear(@Nullable Sealed text) {
        return text == null ? null : text.clear();
    }
}
