package vn.caunoi.api.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.designer.Outside;
import vn.caunoi.api.designer.Tried;
import vn.caunoi.api.letter.FormDesk;
import vn.caunoi.core.deadline.CountedDay;
import vn.caunoi.core.form.Act;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.core.petition.CaseEvent;
import vn.caunoi.core.petition.DeadlineEvent;
import vn.caunoi.core.petition.IntakeEvent;
import vn.caunoi.core.petition.LetterText;
import vn.caunoi.core.petition.PetitionOnTrial.Fact;
import vn.caunoi.core.petition.TaskEvent;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.core.petition.Topic;
import vn.caunoi.processes.driver.TryOut;
import vn.caunoi.processes.studio.EnglishNames;
import vn.caunoi.projections.casefile.HistoryItem;

/** How a made-up case is shown: where it stands, who has what to do, what was recorded, and what would have gone out. */
@Component
class TryView {

    /** @param who has it; the group while nobody has */
    record Task(String id, String key, String name, String group, String who) {}

    /** @param messages topics that the petitioner would be told; {@code letters} that would be drafted */
    record Line(
            long number,
            String type,
            String text,
            Instant at,
            String mark,
            List<String> messages,
            List<LetterForm> letters) {}

    /**
     * A deadline of the case.
     *
     * @param state {@code OPEN}, {@code PAUSED}, {@code MISSED}, {@code MET} or {@code DROPPED}
     */
    record Limit(
            String stage,
            LocalDate from,
            @Nullable Integer amount,
            @Nullable String unit,
            Instant due,
            String rule,
            String source,
            String state,
            List<CountedDay> explanation) {

        private Limit until(Instant moved, List<CountedDay> counted) {
            return new Limit(stage, from, amount, unit, moved, rule, source, "OPEN", counted);
        }

        private Limit being(String now) {
            return new Limit(stage, from, amount, unit, due, rule, source, now, explanation);
        }

        public boolean isOpen() {
            return state.equals("OPEN") || state.equals("PAUSED");
        }
    }

    /** A letter as it would be drafted, with the words of the sample. */
    record Sample(String id, String name, String subject, String addressee, List<String> lines) {}

    private final Words say;
    private final Names names;
    private final Story story;
    private final FormDesk forms;
    private final StepNames steps;

    TryView(Words say, Names names, Story story, FormDesk forms, StepNames steps) {
        this.steps = steps;
        this.say = say;
        this.names = names;
        this.story = story;
        this.forms = forms;
    }

    void fill(Map<String, Object> model, Tried tried) {
        TryOut.State state = tried.out().state();
        model.put("tried", tried);
        model.put("state", state);
        model.put("closed", isClosed(state.facts()));
        model.put("tasks", state.work().stream().map(work -> task(tried, work)).toList());
        model.put("passed", ids(tried, state.steps()));
        model.put("current", ids(tried, here(state)));
        model.put(
                "elsewhere",
                state.running().stream()
                        .filter(one -> !one.process().equals(tried.process()))
                        .toList());
        model.put("hasBefore", tried.out().hasBefore());
        model.put("awaited", outside(state.awaited(), true));
        model.put("others", outside(state.awaited(), false));
        Collection<Limit> limits = limits(state.facts()).values();
        model.put("limits", limits);
        model.put(
                "open", limits.stream().filter(Limit::isOpen).map(Limit::stage).toList());
        List<Line> log = log(tried);
        model.put("log", log);
        model.put(
                "letters",
                log.stream()
                        .flatMap(line -> line.letters().stream())
                        .distinct()
                        .map(this::sample)
                        .toList());
        model.put("falls", state.due().stream().anyMatch(due -> due.next() != null));
    }

    private Task task(Tried tried, TryOut.Work work) {
        String group = say.word("group", work.group());
        return new Task(
                work.task().value(),
                work.key(),
                name(tried, work),
                group,
                work.holder() == null ? group : named(work.holder().value()));
    }

    private static boolean isClosed(List<Fact> facts) {
        boolean closed = false;
        for (Fact fact : facts) {
            if (fact.event() instanceof CaseEvent.PetitionClosed) closed = true;
            if (fact.event() instanceof CaseEvent.PetitionReopened) closed = false;
        }
        return closed;
    }

    /** As the draft calls it. */
    String name(Tried tried, TryOut.Work work) {
        @Nullable String english = EnglishNames.of(tried.xml()).get(EnglishNames.key(work.key(), work.name()));
        return english == null ? steps.of(work.key(), work.form().id(), work.name()) : say.either(work.name(), english);
    }

    private static Stream<TryOut.Place> here(TryOut.State state) {
        return Stream.concat(
                state.work().stream().map(work -> new TryOut.Place(work.process(), work.key())),
                state.timers().stream());
    }

    private static String ids(Tried tried, List<TryOut.Place> places) {
        return ids(tried, places.stream());
    }

    private static String ids(Tried tried, Stream<TryOut.Place> places) {
        return places.filter(place -> place.process().equals(tried.process()))
                .map(TryOut.Place::activity)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static List<Outside> outside(Set<String> awaited, boolean wanted) {
        return Arrays.stream(Outside.values())
                .filter(one -> awaited.contains(one.event()) == wanted)
                .toList();
    }

    /** Newest first. */
    private List<Line> log(Tried tried) {
        List<Fact> facts = tried.out().state().facts();
        List<HistoryItem> items = new ArrayList<>();
        Map<Long, List<String>> messages = new HashMap<>();
        Map<Long, List<LetterForm>> letters = new HashMap<>();
        Map<TaskId, Form> tasks = new HashMap<>();
        boolean second = false;
        for (int at = 0; at < facts.size(); at++) {
            Fact fact = facts.get(at);
            long number = at;
            String by = fact.event() instanceof TaskEvent.TaskCompleted done
                    ? done.by().value()
                    : null;
            items.add(HistoryItem.madeUp(number, fact.event(), fact.at(), by));
            Topic.of(fact.event()).ifPresent(topic -> messages.put(number, List.of(say.word("message.topic", topic))));
            if (fact.event() instanceof IntakeEvent.SecondRoundBegun) second = true;
            if (fact.event() instanceof TaskEvent.TaskOpened opened) tasks.put(opened.task(), opened.form());
            if (fact.event() instanceof TaskEvent.TaskCompleted done) {
                letters.put(number, letters(tried, tasks.get(done.task()), done.outcome(), second));
            }
        }
        return story.of(items).stream()
                .map(told -> new Line(
                        told.seq(),
                        told.type(),
                        named(told.text()),
                        told.at(),
                        told.mark(),
                        messages.getOrDefault(told.seq(), List.of()),
                        letters.getOrDefault(told.seq(), List.of())))
                .toList();
    }

    private List<LetterForm> letters(Tried tried, @Nullable Form form, String outcome, boolean second) {
        if (form == null) return List.of();
        Act act = form.outcome(outcome).map(Outcome::act).orElse(Act.NONE);
        return LettersAhead.telling(act, second).stream()
                .flatMap(id -> letter(tried, id).stream())
                .toList();
    }

    private static Map<String, Limit> limits(List<Fact> facts) {
        Map<String, Limit> limits = new LinkedHashMap<>();
        for (Fact fact : facts) if (fact.event() instanceof DeadlineEvent event) follow(limits, event);
        return limits;
    }

    private static void follow(Map<String, Limit> limits, DeadlineEvent event) {
        switch (event) {
            case DeadlineEvent.DeadlineSet e -> {
                limits.remove(e.stage());
                limits.put(e.stage(), set(e));
            }
            case DeadlineEvent.DeadlineExtended e ->
                limits.computeIfPresent(e.stage(), (stage, one) -> one.until(e.due(), e.explanation()));
            case DeadlineEvent.DeadlineContinued e ->
                limits.computeIfPresent(e.stage(), (stage, one) -> one.until(e.due(), e.explanation()));
            case DeadlineEvent.DeadlineRecalculated e ->
                limits.computeIfPresent(e.stage(), (stage, one) -> one.until(e.due(), e.explanation()));
            case DeadlineEvent.DeadlinePaused e -> being(limits, e.stage(), "PAUSED");
            case DeadlineEvent.DeadlineMissed e -> being(limits, e.stage(), "MISSED");
            case DeadlineEvent.DeadlineMet e -> being(limits, e.stage(), "MET");
            case DeadlineEvent.DeadlineDropped e -> being(limits, e.stage(), "DROPPED");
            case DeadlineEvent.DeadlineApproaching e -> {}
        }
    }

    private static Limit set(DeadlineEvent.DeadlineSet e) {
        return new Limit(
                e.stage(),
                e.from(),
                e.limit() == null ? null : e.limit().amount(),
                e.limit() == null ? null : e.limit().unit().name(),
                e.due(),
                e.rule(),
                e.source(),
                "OPEN",
                e.explanation());
    }

    private static void being(Map<String, Limit> limits, String stage, String state) {
        limits.computeIfPresent(stage, (any, one) -> one.being(state));
    }

    /** Made-up officers have no account: their words stand for their ids. */
    private String named(String text) {
        String said = text;
        for (String id : Tried.OFFICERS.reversed()) {
            said = said.replaceAll("\\b" + id + "\\b(?!-)", say.text("try.name." + id));
        }
        return said;
    }

    /** As the draft words it, or as it is in force. */
    Optional<LetterForm> letter(Tried tried, String id) {
        return Optional.ofNullable(tried.letters().get(id)).or(() -> forms.present(id));
    }

    private Sample sample(LetterForm form) {
        LetterText text = forms.sample(form);
        return new Sample(
                form.id(),
                names.letter(form),
                text.subject(),
                text.addressee(),
                text.body().lines().toList());
    }
}
