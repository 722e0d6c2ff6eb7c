package vn.caunoi.api.reception;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.PetitionCode;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.reception.Told;
import vn.caunoi.core.reception.TurnedAwayGround;
import vn.caunoi.core.reception.VisitCommand;
import vn.caunoi.core.reception.VisitCommand.*;
import vn.caunoi.core.reception.VisitId;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.reception.Visits;

/** What can be done with a visit once it is in the book. */
@Component
public class VisitActions {

    /** The actions, with the word by which pages and the API call them. */
    public enum Action {
        ANSWER,
        TURN_AWAY,
        PETITION,
        PROMISE,
        KEEP,
        CALL_BACK,
        TAKE,
        GIVE_UP,
        JOIN,
        PART,
        TELL,
        RETURN,
        SIGNED,
        REMARK;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Action of(String word) {
            for (Action action : values()) if (action.word().equals(word)) return action;
            throw new NotFound();
        }
    }

    /**
     * What an action needs; the rest is left out.
     *
     * @param text the answer, the reason, what was promised, how it was told
     * @param ground of turning away
     * @param petition id or code
     * @param until last day of a promise
     * @param reached whether a call-back reached somebody
     * @param result what the visitor was told
     * @param papers numbers of papers given back
     * @param file the signed statement
     * @param again until when a call that reached nobody is tried once more
     * @param visit an earlier visit of the same matter
     */
    public record Given(
            @Nullable String text,
            @Nullable String ground,
            @Nullable String petition,
            @Nullable LocalDate until,
            @Nullable Boolean reached,
            @Nullable String result,
            @Nullable Set<Integer> papers,
            @Nullable String file,
            @Nullable Instant again,
            @Nullable String visit) {}

    private final ReceptionDesk desk;
    private final ReceptionWork work;
    private final VisibleCases cases;
    private final RepeatDesk repeats;

    VisitActions(ReceptionDesk desk, ReceptionWork work, VisibleCases cases, RepeatDesk repeats) {
        this.repeats = repeats;
        this.desk = desk;
        this.work = work;
        this.cases = cases;
    }

    /** Carries an action out for somebody who may see the visit. */
    public void act(String id, String word, Given given, Actor by) {
        Visits.Entry entry = desk.find(id, by);
        Action action = Action.of(word);
        if (action == Action.SIGNED) {
            Input input = new Input();
            String file = input.required("file", given.file(), VisitForms.SHORT);
            input.mustBeValid();
            desk.signed(id, file, by);
            return;
        }
        work.send(order(entry.id(), action, given, by), id, by);
    }

    private VisitCommand order(VisitId visit, Action action, Given given, Actor by) {
        Input input = new Input();
        VisitCommand order =
                switch (action) {
                    case ANSWER -> new AnswerVisit(visit, text(visit, input, given), by);
                    case TURN_AWAY -> {
                        TurnedAwayGround ground =
                                chosen(input, "ground", given.ground(), TurnedAwayGround.OTHER_BY_LAW);
                        yield new TurnAway(visit, ground, text(visit, input, given), by);
                    }
                    case PETITION -> petition(visit, input, given, by);
                    case PROMISE -> {
                        LocalDate until = input.present("until", given.until());
                        LocalDate last = until == null ? LocalDate.EPOCH : until;
                        yield new PromiseAnswer(visit, last, text(visit, input, given), by);
                    }
                    case KEEP -> new GivePromisedAnswer(visit, text(visit, input, given), by);
                    case CALL_BACK -> {
                        boolean reached = Boolean.TRUE.equals(input.present("reached", given.reached()));
                        yield new CallBack(visit, reached, text(visit, input, given), given.again(), by);
                    }
                    case TAKE -> new TakeCallBack(visit, by);
                    case GIVE_UP -> new GiveUpCallBack(visit, text(visit, input, given), by);
                    case JOIN -> new JoinVisit(visit, repeats.first(given.visit(), visit, by), by);
                    case PART -> new PartVisit(visit, by);
                    case TELL -> {
                        Told result = chosen(input, "result", given.result(), Told.ANSWERED);
                        yield new TellResult(visit, result, text(visit, input, given), by);
                    }
                    case RETURN -> new ReturnPapers(visit, papers(input, given.papers()), by);
                    case SIGNED -> throw new IllegalStateException("a file comes with its own transaction");
                    case REMARK -> new Remark(visit, text(visit, input, given), by);
                };
        input.mustBeValid();
        return order;
    }

    private static Set<Integer> papers(Input input, @Nullable Set<Integer> given) {
        Set<Integer> papers = new TreeSet<>();
        if (given == null) return papers;
        for (Integer one : given) {
            if (Objects.isNull(one)) input.wrong("papers", "malformed", "has a number that is none");
            else papers.add(one);
        }
        return papers;
    }

    private VisitCommand petition(VisitId visit, Input input, Given given, Actor by) {
        String which = input.required("petition", given.petition(), VisitForms.SHORT);
        input.mustBeValid();
        CaseFile file;
        try {
            file = cases.find(which, by);
        } catch (NotFound none) {
            throw unknown();
        }
        return new TakeAsPetition(
                visit, file.id(), PetitionCode.parse(file.code()).value(), by);
    }

    private static Refusal unknown() {
        return Input.refusal("petition", "unknown", "is not a petition that you can see");
    }

    private static <E extends Enum<E>> E chosen(Input input, String field, @Nullable String name, E otherwise) {
        if (name == null || name.isBlank()) input.present(field, null);
        E chosen = input.choice(field, name, otherwise.getDeclaringClass());
        return chosen == null ? otherwise : chosen;
    }

    private static Sealed text(VisitId visit, Input input, Given given) {
        return Sealed.of(visit.key(), input.required("text", given.text(), VisitForms.LONG));
    }
}
