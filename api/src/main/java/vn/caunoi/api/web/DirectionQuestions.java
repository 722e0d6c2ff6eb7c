package vn.caunoi.api.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.caunoi.api.direction.DirectionDesk;
import vn.caunoi.api.web.CaseActions.Action;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.Part;

/** What has to be said to direct something, to report it as done and to take it back. */
@Component
class DirectionQuestions {

    private final DirectionDesk desk;
    private final Names names;
    private final Words say;
    private final PlainQuestions ask;

    DirectionQuestions(DirectionDesk desk, Names names, Words say) {
        this.desk = desk;
        this.names = names;
        this.say = say;
        this.ask = new PlainQuestions(say);
    }

    List<Question> of(Action action, CaseFile file, Actor actor) {
        return switch (action) {
            case DIRECT -> give(file, actor);
            case DIRECTION_DONE -> List.of(which(DirectionDesk.reportable(file, actor)), ask.text("answer", true));
            case DIRECTION_BACK -> List.of(which(DirectionDesk.revocable(file, actor)), ask.text("reason", true));
            default -> throw new IllegalArgumentException("no direction: " + action);
        };
    }

    private List<Question> give(CaseFile file, Actor actor) {
        List<Choice> units = desk.units(file, actor).stream()
                .map(one -> new Choice(one.id().value(), one.name()))
                .toList();
        List<Choice> officers = desk.officers(file, actor).stream()
                .map(one -> new Choice(one.id().value(), one.name() + " · " + names.unit(one.unit())))
                .toList();
        return List.of(
                ask.text("text", true),
                ask.dayNeeded("doBy").hint(say.text("direction.day.hint")),
                Question.of(
                                "unit",
                                ask.label("unit"),
                                FieldType.UNIT,
                                false,
                                file.unit().value())
                        .choices(units),
                Question.of("officer", ask.label("officer"), FieldType.OFFICER, false, null)
                        .choices(officers)
                        .hint(say.text("direction.officer.hint")));
    }

    private Question which(List<Part.Direction> open) {
        List<Choice> choices = open.stream()
                .map(one -> new Choice(
                        String.valueOf(one.no()),
                        say.text("case.direction", one.no(), names.officer(one.by()), say.day(one.doBy()))))
                .toList();
        return ask.choice("direction", true, choices)
                .value(choices.isEmpty() ? null : choices.getFirst().id());
    }
}
