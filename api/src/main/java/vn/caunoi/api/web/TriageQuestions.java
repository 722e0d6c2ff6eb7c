package vn.caunoi.api.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.CaseInput;
import vn.caunoi.api.officer.TriageDesk;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.handling.Check;
import vn.caunoi.core.handling.Mark;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.RefusalGround;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.Proposal;

/** What is asked when a petition is checked. What the form of the desk tells is ticked already; what was found before stays. */
@Component
class TriageQuestions {

    private static final String CHECK = "check-";
    private static final String MARK = "mark-";

    private final Words say;
    private final TriageDesk desk;

    TriageQuestions(Words say, TriageDesk desk) {
        this.say = say;
        this.desk = desk;
    }

    List<Question> of(CaseFile file, Actor actor) {
        TriageDesk.Sheet sheet = desk.sheet(file.id().value(), actor);
        Proposal before = file.handling();
        Kind kind = before == null ? sheet.kind() : before.kind();
        List<Question> all = new ArrayList<>();
        all.add(choice("kind", true, words("option", Kind.values())).value(kind == null ? null : kind.name()));
        all.add(choice(
                        "competent",
                        true,
                        List.of(new Choice("true", say.text("yes")), new Choice("false", say.text("no"))))
                .value(before == null ? null : String.valueOf(before.competent())));
        sheet.checks().forEach(asked -> all.add(check(asked, before)));
        all.add(Question.of("ground", say.text("triage.ground"), FieldType.CHOICE, false, null)
                .choices(words("option", RefusalGround.values()))
                .hint(say.text("triage.ground.hint"))
                .value(
                        before == null || before.ground() == null
                                ? null
                                : before.ground().name()));
        for (Mark mark : Mark.values()) {
            boolean found = before != null && before.marks().contains(mark);
            all.add(yes(MARK + mark, say.word("mark", mark), found));
        }
        return all;
    }

    private Question check(TriageDesk.Asked asked, @Nullable Proposal before) {
        boolean all = asked.kinds().size() == Kind.values().length;
        String kinds =
                asked.kinds().stream().map(kind -> say.word("option", kind)).collect(Collectors.joining(", "));
        boolean met = before == null ? asked.told() : !before.missing().contains(asked.check());
        return yes(CHECK + asked.check(), say.word("check", asked.check()), met)
                .hint(all ? null : say.text("triage.only", kinds));
    }

    /** What was ticked and chosen, as the desk takes it. */
    static CaseInput.Triage answered(Function<String, @Nullable String> typed) {
        String competent = typed.apply("competent");
        return new CaseInput.Triage(
                typed.apply("kind"),
                competent == null ? null : Boolean.valueOf(competent),
                ticked(CHECK, Check.values(), typed),
                typed.apply("ground"),
                ticked(MARK, Mark.values(), typed));
    }

    private static <E extends Enum<E>> List<@Nullable String> ticked(
            String prefix, E[] values, Function<String, @Nullable String> typed) {
        return Arrays.stream(values)
                .map(Enum::name)
                .filter(name -> "true".equals(typed.apply(prefix + name)))
                .<@Nullable String>map(name -> name)
                .toList();
    }

    private <E extends Enum<E>> List<Choice> words(String family, E[] values) {
        return Arrays.stream(values)
                .map(value -> new Choice(value.name(), say.word(family, value)))
                .toList();
    }

    private Question choice(String name, boolean required, List<Choice> choices) {
        return Question.of(name, say.text("ask." + name), FieldType.CHOICE, required, null)
                .choices(choices);
    }

    private static Question yes(String name, String label, boolean ticked) {
        return Question.of(name, label, FieldType.BOOLEAN, false, ticked ? "true" : null);
    }
}
