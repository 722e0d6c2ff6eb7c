package vn.caunoi.api.officer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.notice.Mentions;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.CaseCommand;
import vn.caunoi.core.petition.Correction;
import vn.caunoi.core.petition.DenunciationCommand.RequestProtection;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Point;
import vn.caunoi.core.petition.Relation;
import vn.caunoi.core.petition.TaskCommand.CompleteTask;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.Part;
import vn.caunoi.projections.directory.Directory;

/** What clerks and officers record of a case outside its tasks: corrections, withdrawals, supplements, notes, links. */
@Component
public class CaseDesk {

    private static final int LONGEST_REPLY = 2_000;
    private static final Set<String> AWAITING = Set.of("await-supplement", "unsupplemented");

    private final VisibleCases cases;
    private final Casework casework;
    private final Mentions mentions;
    private final Clock clock;

    CaseDesk(VisibleCases cases, Casework casework, Mentions mentions, Clock clock) {
        this.cases = cases;
        this.casework = casework;
        this.mentions = mentions;
        this.clock = clock;
    }

    public Written correct(String id, CaseInput.Correct given, Actor by) {
        CaseFile file = cases.find(id, by);
        Input input = new Input();
        String reason = input.required("reason", given.reason(), ContentCheck.LONG);
        Kind kind = input.choice("kind", given.kind(), Kind.class);
        Correction correction = correction(file, given, input);
        input.mustBeValid();
        List<CaseCommand> orders = new ArrayList<>();
        if (kind == null || !isEmpty(correction))
            orders.add(new CaseCommand.Correct(file.id(), correction, reason, by));
        if (kind != null) orders.add(new CaseCommand.Reclassify(file.id(), kind, reason, by));
        return orders.size() == 1 ? casework.send(orders.getFirst(), by) : casework.sendTogether(orders, by);
    }

    public Written withdraw(String id, CaseInput.Withdraw given, Actor by) {
        PetitionId petition = cases.idOf(id, by);
        Input input = new Input();
        String reason = input.required("reason", given.reason(), ContentCheck.LONG);
        List<Integer> points = numbers(given.points(), input);
        input.mustBeValid();
        return casework.send(new CaseCommand.Withdraw(petition, points, given.occurredAt(), reason, by), by);
    }

    /** Protection of who denounced, asked for by them or somebody close to them (LTC Đ47). */
    public Written protect(String id, CaseInput.Protect given, Actor by) {
        PetitionId petition = cases.idOf(id, by);
        String request = text("request", given.request());
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE);
        LocalDate on = given.requestedOn() == null ? today : given.requestedOn();
        boolean urgent = Boolean.TRUE.equals(given.urgent());
        return casework.send(new RequestProtection(petition, on, urgent, request, by), by);
    }

    /** What was asked for, and is waited for, ends the waiting as its task would; so does nothing else. */
    public Written supplement(String id, CaseInput.Supplement given, Actor by) {
        CaseFile file = cases.find(id, by);
        String what = text("what", given.what());
        Instant came = Objects.requireNonNullElse(given.occurredAt(), clock.instant());
        boolean plausible = !came.isAfter(clock.instant()) && !day(came).isBefore(day(file.receivedAt()));
        Part.OpenTask waiting = plausible ? waitingFor(file, by) : null;
        if (waiting == null)
            return casework.send(new CaseCommand.Supplement(file.id(), given.occurredAt(), what, by), by);
        Map<String, Object> answer = Map.of("receivedOn", day(came).toString(), "what", what);
        return casework.send(new CompleteTask(file.id(), waiting.id(), "received", answer, by), by);
    }

    /** The task that waits for it, if it is one that the actor does. */
    private static Part.@Nullable OpenTask waitingFor(CaseFile file, Actor by) {
        return file.tasks().stream()
                .filter(task -> AWAITING.contains(task.form()))
                .filter(task -> by.is(task.group()) && by.covers(task.unit()))
                .filter(task -> task.assignee() == null || task.assignee().equals(by.id()))
                .findFirst()
                .orElse(null);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, BusinessClock.ZONE);
    }

    public Written note(String id, CaseInput.Note given, Actor by) {
        PetitionId petition = cases.idOf(id, by);
        String words = text("text", given.text());
        List<OfficerId> blind = mentions.blind(words, cases.anyOf(petition.value()));
        if (!blind.isEmpty())
            throw Input.refusal("text", "mention-unseen", "@" + blind.getFirst().value() + " may not see this case");
        return casework.send(new CaseCommand.AddNote(petition, words, by), by);
    }

    /** To the citizen, who is told that there is something to read. */
    public Written reply(String id, CaseInput.Reply given, Actor by) {
        PetitionId petition = cases.idOf(id, by);
        Input input = new Input();
        String words = input.required("text", given.text(), LONGEST_REPLY);
        input.mustBeValid();
        return casework.send(new CaseCommand.ReplyToCitizen(petition, words, by), by);
    }

    /** Whom a note of it may speak to, as an account or a name was begun. */
    public List<Directory.Officer> mentionable(String id, String begun, Actor by) {
        PetitionId petition = cases.idOf(id, by);
        return mentions.offered(begun, cases.anyOf(petition.value()));
    }

    /** An answer that does not suit is to be given anew. */
    public Written returnAnswer(String id, CaseInput.ReturnAnswer given, Actor by) {
        PetitionId petition = cases.idOf(id, by);
        return casework.send(new CaseCommand.ReturnAnswer(petition, text("reason", given.reason()), by), by);
    }

    public Written rate(String id, CaseInput.Rate given, Actor by) {
        PetitionId petition = cases.idOf(id, by);
        Input input = new Input();
        int score = score(given, input);
        String comment = input.optional("comment", given.comment(), ContentCheck.LONG);
        input.mustBeValid();
        return casework.send(new CaseCommand.Rate(petition, score, comment, by), by);
    }

    /** The other petition must be visible as well; to whoever may not see it, it does not exist. */
    public Written link(String id, CaseInput.Link given, Actor by) {
        PetitionId petition = cases.idOf(id, by);
        Input input = new Input();
        String field = given.petition() == null && given.code() != null ? "code" : "petition";
        String other = input.required(field, given.petition() == null ? given.code() : given.petition(), 100);
        Relation relation = input.choice("relation", given.relation(), Relation.class);
        if (given.relation() == null || given.relation().isBlank()) input.present("relation", null);
        String reason = input.optional("reason", given.reason(), ContentCheck.LONG);
        input.mustBeValid();
        return casework.send(
                new CaseCommand.Link(petition, other(field, other, by), Objects.requireNonNull(relation), reason, by),
                by);
    }

    PetitionId other(String field, String idOrCode, Actor by) {
        try {
            return cases.idOf(idOrCode, by);
        } catch (NotFound e) {
            throw Input.refusal(field, "unknown", "is not known");
        }
    }

    static int score(CaseInput.Rate given, Input input) {
        Integer score = input.present("score", given.score());
        if (score != null && (score < 1 || score > 5)) input.wrong("score", "out-of-bounds", "is between 1 and 5");
        return score == null ? 0 : score;
    }

    private Correction correction(CaseFile file, CaseInput.Correct given, Input input) {
        List<String> people = personIds(file, given);
        ContentCheck check = new ContentCheck(input, clock.instant(), file.id(), people::get);
        return new Correction(
                check.sealedOrNull("subject", given.subject(), ContentCheck.LINE),
                check.sealedOrNull("content", given.content(), ContentCheck.LONG),
                input.optional("category", given.category(), ContentCheck.SHORT),
                input.optional("place", given.place(), ContentCheck.SHORT),
                given.receivedAt() == null ? null : check.receivedAt(given.receivedAt()),
                given.acceptedOn(),
                check.about(given.about()),
                check.sealedOrNull("against", given.against(), ContentCheck.LINE),
                points(check, given),
                petitioners(check, file, given));
    }

    private static @Nullable List<Point> points(ContentCheck check, CaseInput.Correct given) {
        return given.points() == null ? null : check.points(given.points());
    }

    private static @Nullable List<Person> petitioners(ContentCheck check, CaseFile file, CaseInput.Correct given) {
        if (given.petitioners() == null) return null;
        List<HandInInput.@Nullable Petitioner> people = new ArrayList<>();
        for (CaseInput.CorrectedPerson p : given.petitioners()) {
            people.add(
                    p == null
                            ? null
                            : new HandInInput.Petitioner(
                                    p.fullName(), p.idNumber(), p.address(), p.phone(), p.email(), p.role()));
        }
        return check.people(people, file.anonymous());
    }

    private static List<String> personIds(CaseFile file, CaseInput.Correct given) {
        List<String> ids = new ArrayList<>();
        if (given.petitioners() == null) return ids;
        for (CaseInput.CorrectedPerson person : given.petitioners()) {
            int place = ids.size();
            if (person != null && person.id() != null && !person.id().isBlank()) ids.add(person.id());
            else if (place < file.petitioners().size())
                ids.add(file.petitioners().get(place).id().value());
            else ids.add(UUID.randomUUID().toString());
        }
        return ids;
    }

    private static boolean isEmpty(Correction correction) {
        return correction.equals(new Correction(null, null, null, null, null, null, null, null, null, null));
    }

    private static List<Integer> numbers(@Nullable List<@Nullable Integer> given, Input input) {
        List<Integer> numbers = new ArrayList<>();
        if (given == null) return numbers;
        for (int i = 0; i < given.size(); i++) {
            Integer number = input.present("points[" + i + "]", given.get(i));
            if (number != null) numbers.add(number);
        }
        return numbers;
    }

    static String text(String field, @Nullable String given) {
        Input input = new Input();
        String text = input.required(field, given, ContentCheck.LONG);
        input.mustBeValid();
        return text;
    }
}
