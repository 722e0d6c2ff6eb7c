package vn.caunoi.api.web;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.caunoi.api.bulk.BulkAct;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.deadline.LimitUnit;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.projections.casefile.CaseFile;

/** What has to be said once for many cases. */
@Component
class BulkQuestions {

    private static final String LONGEST_QUESTION = "4000";

    private final Names names;
    private final Words say;
    private final PlainQuestions ask;

    BulkQuestions(Names names, Words say) {
        this.names = names;
        this.say = say;
        this.ask = new PlainQuestions(say);
    }

    List<Question> of(BulkAct act, List<CaseFile> files) {
        return switch (act) {
            case EXPLAIN -> List.of(explain(), ask.dayNeeded("replyBy"));
            case URGE -> List.of(ask.text("text", true), ask.dayNeeded("replyBy"));
            case REASSIGN -> List.of(officer(files), ask.text("reason", true));
            case EXTEND -> List.of(amount(), limitUnit(), ask.text("reason", true));
        };
    }

    private Question explain() {
        return Question.of(
                        "question",
                        say.text("explanation.what"),
                        FieldType.LONGTEXT,
                        true,
                        say.text("explanation.usual"))
                .bounds(null, LONGEST_QUESTION);
    }

    /** Officers of the units that have the cases: a case of another unit is refused, not moved. */
    private Question officer(List<CaseFile> files) {
        List<Choice> officers = files.stream()
                .map(CaseFile::unit)
                .distinct()
                .flatMap(unit -> names.officersOf(unit).stream()
                        .map(one -> new Choice(one.id(), one.label() + " · " + names.unit(unit))))
                .toList();
        return Question.of("officer", ask.label("officer"), FieldType.OFFICER, true, null)
                .choices(officers)
                .hint(say.text("bulk.officer.hint"));
    }

    private Question amount() {
        return Question.of("amount", ask.label("amount"), FieldType.INTEGER, true, null)
                .bounds("1", "3650");
    }

    private Question limitUnit() {
        return ask.choice("unit", true, ask.words("limit", Arrays.asList(LimitUnit.values())))
                .value(LimitUnit.CALENDAR_DAYS.name());
    }
}
