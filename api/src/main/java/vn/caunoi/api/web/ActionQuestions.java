package vn.caunoi.api.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.HandlersDesk;
import vn.caunoi.api.officer.Proposals;
import vn.caunoi.api.officer.PublishingDesk;
import vn.caunoi.api.officer.RoutingDesk;
import vn.caunoi.api.web.CaseActions.Action;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.LimitUnit;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.petition.Complexity;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Relation;
import vn.caunoi.core.petition.ReopenGround;
import vn.caunoi.core.petition.WorksheetSort;
import vn.caunoi.projections.casefile.Answering;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.Deadline;
import vn.caunoi.projections.casefile.HistoryItem;
import vn.caunoi.projections.casefile.Part;

/** What has to be said for each action outside a task. Names of inputs are those of the API's fields. */
@Component
class ActionQuestions {

    private final Words say;
    private final PlainQuestions ask;
    private final Names names;
    private final Categories categories;
    private final TriageQuestions triage;
    private final Proposals proposals;
    private final RoutingDesk routing;
    private final SplitQuestions split;
    private final HandlersDesk handlers;
    private final ConsequenceQuestions consequences;
    private final DirectionQuestions directions;

    ActionQuestions(
            Words say,
            Names names,
            Categories categories,
            TriageQuestions triage,
            Proposals proposals,
            RoutingDesk routing,
            SplitQuestions split,
            HandlersDesk handlers,
            ConsequenceQuestions consequences,
            DirectionQuestions directions) {
        this.directions = directions;
        this.consequences = consequences;
        this.handlers = handlers;
        this.routing = routing;
        this.triage = triage;
        this.proposals = proposals;
        this.split = split;
        this.categories = categories;
        this.say = say;
        this.ask = new PlainQuestions(say);
        this.names = names;
    }

    /** @param history to know which steps were already done */
    List<Question> of(Action action, CaseFile file, List<HistoryItem> history, Actor actor) {
        return switch (action) {
            case NOTE, REPLY -> List.of(ask.text("text", true));
            case SUPPLEMENT -> List.of(ask.text("what", true), ask.moment("occurredAt"));
            case CORRECT -> correct(file);
            case TRIAGE -> triage.of(file, actor);
            case LINK -> List.of(ask.line("petition", true), relation(), ask.text("reason", false));
            case PASS -> List.of(unit("unit", others(file)), ask.text("reason", true));
            case PASS_BACK -> List.of(ask.text("reason", true));
            case MERGE -> List.of(ask.line("into", true), ask.text("reason", true));
            case SPLIT -> split.questions(file);
            case WORKSHEET ->
                List.of(
                        ask.choice("sort", true, ask.words("worksheet", List.of(WorksheetSort.values()))),
                        point(file),
                        ask.day("on", "entry-on"),
                        ask.line("with", false),
                        ask.text("text", true),
                        Question.of("replyBy", ask.label("replyBy"), FieldType.DATE, false, null)
                                .hint(say.text("worksheet.reply.hint")));
            case WORKSHEET_REPLY -> List.of(owed(file), ask.day("on", "entry-on"), ask.text("text", true));
            case SECOND_COMPLAINT -> consequences.second(file);
            case ANNOUNCE_MEETING, SUE, END_SUIT, TAKE_EFFECT, ENFORCE, REPORT_ENFORCEMENT ->
                consequences.of(action, file);
            case ESCALATE -> List.of(unit("to", names.above(file.unit())), ask.text("reason", true));
            case ONWARD -> List.of(ask.yes("overdue"), ask.day("receivedOn"), ask.text("what", true));
            case ADMIT ->
                List.of(
                        named(handlers.admissible(file).stream()
                                .map(one -> new Choice(one.id().value(), one.name()))
                                .toList()),
                        ask.text("reason", true));
            case DISMISS ->
                List.of(
                        named(file.handlers().stream()
                                .map(one -> new Choice(one.value(), names.officer(one)))
                                .toList()),
                        ask.text("reason", true));
            case REASSIGN ->
                List.of(
                        whereTo(file, actor),
                        officer(file, actor)
                                .value(
                                        file.assignee() == null
                                                ? ""
                                                : file.assignee().value()),
                        ask.text("reason", true));
            case EXTEND -> extend(file);
            case URGE -> List.of(ask.text("text", true), ask.dayNeeded("replyBy"));
            case EXPLAIN ->
                List.of(
                        Question.of(
                                        "question",
                                        say.text("explanation.what"),
                                        FieldType.LONGTEXT,
                                        true,
                                        say.text("explanation.usual"))
                                .bounds(null, "4000"),
                        ask.dayNeeded("replyBy"));
            case DIRECT, DIRECTION_DONE, DIRECTION_BACK -> directions.of(action, file, actor);
            case ANSWER_URGING -> List.of(urging(file, actor), ask.text("text", true));
            case PROTECT -> List.of(ask.text("request", true), ask.day("requestedOn"), ask.yes("urgent"));
            case ACCUSE -> List.of(ask.line("officers", true));
            case SUSPEND -> List.of(ask.line("ground", true), ask.text("reason", true), ask.day("from"));
            case RESUME -> List.of(ask.day("on"));
            case STEP_BACK -> List.of(step(file, history), ask.text("reason", true));
            case RECLASSIFY -> List.of(kind(), ask.text("reason", true));
            case WITHDRAW -> withdraw(file);
            case RATE -> List.of(score(), ask.text("comment", false));
            case PUBLISH_ANSWER -> publish(file);
            case UNPUBLISH_ANSWER -> List.of(ask.text("reason", true));
            case RETURN_ANSWER -> List.of(ask.text("reason", true));
            case REOPEN -> List.of(ground(), ask.text("reason", true));
        };
    }

    private Question named(List<Choice> officers) {
        return Question.of("officer", ask.label("officer"), FieldType.OFFICER, true, null)
                .choices(officers);
    }

    private Question point(CaseFile file) {
        List<Choice> points = file.points().stream()
                .filter(one -> !one.withdrawn())
                .map(one -> new Choice(String.valueOf(one.no()), say.text("case.point", one.no())))
                .toList();
        return ask.choice("point", false, points);
    }

    private Question owed(CaseFile file) {
        List<Choice> owed = file.worksheet().stream()
                .filter(Part.WorksheetEntry::isOwed)
                .map(one -> new Choice(String.valueOf(one.no()), one.no() + ". " + one.text()))
                .toList();
        return ask.choice("entry", true, owed)
                .value(owed.isEmpty() ? null : owed.getFirst().id());
    }

    /** As it was asked and answered; whoever publishes takes out what tells of people. */
    private List<Question> publish(CaseFile file) {
        Answering.Answer answer =
                file.answering() == null ? null : file.answering().answer();
        List<Choice> ways = PublishingDesk.WAYS.stream()
                .sorted(Comparator.reverseOrder())
                .map(way -> new Choice(way, say.word("option", way)))
                .toList();
        return List.of(
                ask.text("question", true).bounds(null, "5000").value(file.content()),
                ask.text("publicAnswer", true).value(answer == null ? null : answer.text()),
                ask.choice("way", true, ways).value("WEBSITE"),
                ask.day("publishedOn"),
                Question.of("place", say.text("ask.publishedAt"), FieldType.TEXT, false, null)
                        .bounds(null, PlainQuestions.LINE));
    }

    private List<Choice> others(CaseFile file) {
        return names.units().stream()
                .filter(unit -> !unit.id().equals(file.unit().value()))
                .toList();
    }

    /** A denunciation that was accepted is given longer for its complexity only (LTC Đ30). */
    private List<Question> extend(CaseFile file) {
        if (file.kind() == Kind.DENUNCIATION && file.acceptance() != null) {
            var complexity = ask.choice("complexity", true, ask.words("complexity", List.of(Complexity.values())));
            return List.of(complexity, ask.text("reason", true));
        }
        return List.of(deadline(file), amount(), limitUnit(), ask.text("reason", true));
    }

    private List<Question> correct(CaseFile file) {
        List<Question> all = new ArrayList<>();
        all.add(ask.line("subject", true).value(file.subject()));
        all.add(ask.text("content", true).value(file.content()));
        all.add(ask.line("category", false).value(categories.shown(file.category())));
        all.add(ask.line("place", false).value(file.place()));
        all.add(ask.moment("receivedAt").value(local(file)));
        if (file.acceptance() != null)
            all.add(ask.day("acceptedOn").value(file.acceptance().acceptedOn().toString()));
        all.add(ask.line("against", false).value(file.against()));
        file.points()
                .forEach(point -> all.add(ask.numbered("demand", point.no()).value(point.demand())));
        for (int i = 0; i < file.petitioners().size(); i++)
            person(all, i, file.petitioners().get(i));
        all.add(ask.text("reason", true));
        return all;
    }

    private void person(List<Question> all, int i, Part.Petitioner person) {
        Map<String, @Nullable String> values = new java.util.LinkedHashMap<>();
        values.put("fullName", person.fullName());
        values.put("idNumber", person.idNumber());
        values.put("address", person.address());
        values.put("phone", person.phone());
        values.put("email", person.email());
        values.forEach((field, value) -> all.add(Question.of(
                        "petitioners[" + i + "]." + field,
                        say.text("handin.person", i + 1) + ": " + say.text("handin.field.petitioners." + field),
                        FieldType.TEXT,
                        field.equals("fullName"),
                        value)
                .bounds(null, PlainQuestions.LINE)));
    }

    private static String local(CaseFile file) {
        return file.receivedAt()
                .atZone(DueDate.ZONE)
                .toLocalDateTime()
                .withSecond(0)
                .withNano(0)
                .toString();
    }

    private List<Question> withdraw(CaseFile file) {
        List<Question> all = new ArrayList<>();
        List<Part.PointOf> standing =
                file.points().stream().filter(point -> !point.withdrawn()).toList();
        if (standing.size() > 1) {
            standing.forEach(point -> all.add(Question.of(
                    "point-" + point.no(),
                    say.text("action.withdraw.point", point.no(), point.demand()),
                    FieldType.BOOLEAN,
                    false,
                    null)));
        }
        all.add(ask.text("reason", true));
        all.add(ask.moment("occurredAt"));
        return all;
    }

    private Question step(CaseFile file, List<HistoryItem> history) {
        String process = file.process() == null ? "" : file.process().key();
        List<Object> opened = history.stream()
                .filter(item -> item.type().equals("task.opened")
                        && process.equals(item.data().get("process")))
                .map(item -> item.data().get("task"))
                .toList();
        List<Choice> done = history.stream()
                .filter(item -> item.type().equals("task.completed")
                        && opened.contains(item.data().get("task")))
                .map(item -> String.valueOf(item.data().get("key")))
                .distinct()
                .map(key -> new Choice(key, say.word("form", key)))
                .toList();
        return ask.choice("to", true, done);
    }

    private Question deadline(CaseFile file) {
        List<Choice> running = file.deadlines().stream()
                .filter(Deadline::runs)
                .map(one -> new Choice(one.stage(), say.word("deadline", one.stage()) + " · " + say.dayOf(one.due())))
                .toList();
        return ask.choice("stage", true, running)
                .value(running.isEmpty() ? null : running.getFirst().id());
    }

    /** Those of its unit first, the one proposed at the top, each with what speaks for or against it. */
    private Question officer(CaseFile file, Actor actor) {
        Stream<Choice> own = proposals.of(file.id(), file.unit()).stream()
                .map(one -> new Choice(one.officer().value(), proposals.words(one, Words.locale())));
        Stream<Choice> others = actor.covers().stream()
                .filter(unit -> !unit.equals(file.unit()))
                .flatMap(unit -> names.officersOf(unit).stream()
                        .map(one -> new Choice(one.id(), one.label() + " · " + names.unit(unit))));
        List<Choice> all = Stream.concat(own, others).toList();
        return Question.of("officer", ask.label("officer"), FieldType.OFFICER, false, null)
                .choices(all);
    }

    /** Where the routing table says it belongs; else where it is. */
    private Question whereTo(CaseFile file, Actor actor) {
        List<Choice> units = new ArrayList<>(names.units(actor.covers()));
        var route = routing.of(file);
        route.filter(to -> units.stream()
                        .noneMatch(one -> one.id().equals(to.unit().value())))
                .ifPresent(to -> units.add(new Choice(to.unit().value(), to.name())));
        return unit("unit", units)
                .value(route.map(RoutingDesk.Proposed::unit).orElse(file.unit()).value());
    }

    private Question unit(String name, List<Choice> units) {
        return Question.of(name, ask.label(name), FieldType.UNIT, false, null).choices(units);
    }

    private Question relation() {
        List<Relation> offered = List.of(Relation.RELATED_TO, Relation.DUPLICATE_OF);
        return ask.choice("relation", true, ask.words("relation", offered)).value(Relation.RELATED_TO.name());
    }

    private Question amount() {
        return Question.of("amount", ask.label("amount"), FieldType.INTEGER, true, null)
                .bounds("1", "3650");
    }

    private Question limitUnit() {
        return ask.choice("unit", true, ask.words("limit", Arrays.asList(LimitUnit.values())))
                .value(LimitUnit.CALENDAR_DAYS.name());
    }

    private Question kind() {
        return ask.choice("kind", true, ask.words("option", Arrays.asList(Kind.values())));
    }

    private Question ground() {
        List<ReopenGround> grounds = Arrays.stream(ReopenGround.values())
                .filter(ground -> ground != ReopenGround.ANSWER_UNSUITABLE)
                .toList();
        return ask.choice("ground", true, ask.words("ground.reopen", grounds));
    }

    private Question score() {
        List<Choice> scores = IntStream.rangeClosed(1, 5)
                .mapToObj(score -> new Choice(String.valueOf(6 - score), say.text("score." + (6 - score))))
                .toList();
        return ask.choice("score", true, scores);
    }

    private Question urging(CaseFile file, Actor actor) {
        List<Choice> owed = file.urgings().stream()
                .filter(one -> one.isOpen() && !one.by().equals(actor.id()))
                .map(one -> new Choice(
                        String.valueOf(one.no()),
                        say.text("case.urging", names.officer(one.by()), say.day(one.replyBy()))))
                .toList();
        return ask.choice("urging", true, owed)
                .value(owed.isEmpty() ? null : owed.getFirst().id());
    }
}
