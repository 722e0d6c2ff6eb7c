package vn.caunoi.api.web;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.SecondTime;
import vn.caunoi.api.web.CaseActions.Action;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.CourtResult;
import vn.caunoi.core.petition.EnforcementProgress;
import vn.caunoi.projections.casefile.Aftermath;
import vn.caunoi.projections.casefile.CaseFile;

/** What is asked about what follows a decision. */
@Component
class ConsequenceQuestions {

    private final Words say;
    private final SecondTime second;
    private final PlainQuestions ask;

    ConsequenceQuestions(Words say, SecondTime second) {
        this.say = say;
        this.second = second;
        this.ask = new PlainQuestions(say);
    }

    List<Question> of(Action action, CaseFile file) {
        return switch (action) {
            case ANNOUNCE_MEETING -> List.of(needed("meetingOn"), ask.line("place", true), ask.day("noticedOn"));
            case SUE -> sue(file);
            case END_SUIT ->
                List.of(
                        ask.choice("result", true, ask.words("court", Arrays.asList(CourtResult.values()))),
                        ask.day("on", "entry-on"),
                        line("number", "ask.judgment"),
                        ask.text("note", false));
            case TAKE_EFFECT -> List.of(ask.day("on"), ask.text("reason", true));
            case ENFORCE ->
                List.of(
                        ask.line("who", true),
                        Question.of("what", say.text("ask.carryOut"), FieldType.LONGTEXT, true, null)
                                .bounds(null, PlainQuestions.LONG),
                        ask.dayNeeded("until"));
            case REPORT_ENFORCEMENT -> report(file);
            default -> throw new IllegalArgumentException(action + " follows no decision");
        };
    }

    /** Until when it may be lodged is told; what comes later is taken in, and judged (LKN Đ11.6). */
    List<Question> second(CaseFile first) {
        var until = second.of(first).until();
        String hint = until == null ? say.text("second.unknown") : say.text("second.until", say.dayOf(until));
        return List.of(
                ask.text("content", true).value(first.content()),
                ask.choice("channel", true, ask.words("channel", Arrays.asList(Channel.values())))
                        .value(Channel.DESK.name()),
                Question.of("receivedAt", ask.label("receivedAt"), FieldType.DATETIME, false, null)
                        .hint(hint));
    }

    private List<Question> sue(CaseFile file) {
        var suit = file.consequences().suit();
        var told = suit != null && suit.isOpen() ? suit : null;
        return List.of(
                ask.line("court", true).value(told == null ? null : told.court()),
                ask.day("suedOn").value(told == null ? null : told.suedOn().toString()),
                line("number", "ask.caseNumber").value(told == null ? null : told.number()),
                Question.of("acceptedOn", say.text("ask.takenOn"), FieldType.DATE, false, null)
                        .hint(say.text("court.taken.hint")));
    }

    private List<Question> report(CaseFile file) {
        List<Aftermath.Order> open = file.aftermath() == null
                ? List.of()
                : file.aftermath().orders().stream()
                        .filter(Aftermath.Order::isOpen)
                        .toList();
        List<Choice> orders = open.stream()
                .map(one -> new Choice(
                        String.valueOf(one.no()),
                        say.text("decision.order", one.no(), one.who(), say.day(one.until()))))
                .toList();
        return List.of(
                ask.choice("order", true, orders)
                        .value(orders.isEmpty() ? null : orders.getFirst().id()),
                ask.choice("progress", true, ask.words("progress", Arrays.asList(EnforcementProgress.values()))),
                ask.day("on", "entry-on"),
                ask.text("text", true));
    }

    private Question needed(String name) {
        return Question.of(name, ask.label(name), FieldType.DATE, true, null);
    }

    private Question line(String name, String label) {
        return Question.of(name, say.text(label), FieldType.TEXT, false, null).bounds(null, PlainQuestions.LINE);
    }
}
