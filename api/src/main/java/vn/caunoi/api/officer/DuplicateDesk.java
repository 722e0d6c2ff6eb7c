package vn.caunoi.api.officer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.form.Act;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.core.petition.CaseCommand.Link;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Relation;
import vn.caunoi.core.petition.TaskCommand.CompleteTask;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.inbox.Inbox;
import vn.caunoi.projections.likeness.Likenesses;
import vn.caunoi.projections.likeness.Likenesses.Alike;
import vn.caunoi.projections.likeness.Told;

/**
 * Finds petitions that may be the same as one that is handed in or stands, and links or stores one as a duplicate. What
 * the caller may not see is not found; a denunciation is neither found nor compared.
 */
@Component
public class DuplicateDesk {

    private static final int MOST = 10;
    private static final int MOST_PEOPLE = 20;

    private final Likenesses likenesses;
    private final VisibleCases cases;
    private final CaseDesk desk;
    private final Inbox inbox;
    private final Casework casework;

    DuplicateDesk(Likenesses likenesses, VisibleCases cases, CaseDesk desk, Inbox inbox, Casework casework) {
        this.likenesses = likenesses;
        this.cases = cases;
        this.desk = desk;
        this.inbox = inbox;
        this.casework = casework;
    }

    /** Those like what is typed so far; nothing is checked and nothing is kept of it. */
    public List<Alike> like(HandInInput typed, Actor by) {
        HandInDesk.mayHandIn(by);
        if (Kind.DENUNCIATION.name().equalsIgnoreCase(typed.kind())) return List.of();
        return likenesses.like(told(typed), Visibility.of(by), MOST);
    }

    /** Those like a case; without those it is linked with already. */
    public List<Alike> like(String id, Actor by) {
        return like(id, MOST, by);
    }

    /** @param most how many */
    public List<Alike> like(String id, int most, Actor by) {
        CaseFile file = cases.find(id, by);
        return likenesses.like(file, Visibility.of(by), most).stream()
                .filter(alike ->
                        file.links().stream().noneMatch(link -> link.petition().equals(alike.id())))
                .toList();
    }

    /**
     * Stores a petition as a duplicate of one of before: it is linked, and its open task of classification ends with
     * storing, in one transaction (TT 05/2021 Đ6.2.b, Đ28).
     */
    public Written store(String id, CaseInput.StoreDuplicate given, Actor by) {
        CaseFile file = cases.find(id, by);
        Input input = new Input();
        String of = input.required("of", given.of(), 100);
        String reason = input.required("reason", given.reason(), ContentCheck.LONG);
        input.mustBeValid();
        PetitionId original = desk.other("of", of, by);
        Inbox.Task task = storing(file, by);
        List<PetitionCommand> orders = new ArrayList<>();
        if (!isDuplicate(file, original)) {
            orders.add(new Link(file.id(), original, Relation.DUPLICATE_OF, reason, by));
        }
        String outcome = outcome(task.form().outcomes());
        orders.add(new CompleteTask(file.id(), task.id(), outcome, data(file, outcome, reason), by));
        return casework.sendTogether(orders, by);
    }

    /** Links one that was just handed in with what it repeats; the same again changes nothing. */
    public void link(String id, String of, Actor by) {
        CaseFile file = cases.find(id, by);
        PetitionId original = desk.other("duplicateOf", of, by);
        if (isDuplicate(file, original)) return;
        casework.send(new Link(file.id(), original, Relation.DUPLICATE_OF, null, by), by);
    }

    /** Refused before anything is handed in: the case must be there for whoever names it. */
    public void mustBeThere(String of, Actor by) {
        desk.other("duplicateOf", of, by);
    }

    private Inbox.Task storing(CaseFile file, Actor by) {
        return file.tasks().stream()
                .map(open -> inbox.task(open.id(), by.id()))
                .flatMap(found -> found.stream())
                .filter(task -> task.state() == Inbox.State.OPEN)
                .filter(task -> task.form().outcomes().stream().anyMatch(DuplicateDesk::isStoring))
                .findFirst()
                .orElseThrow(() -> Refusal.because(Reason.TASK_NOT_OPEN));
    }

    private static boolean isStoring(Outcome outcome) {
        return outcome.act() == Act.STORE && outcome.id().equals("store");
    }

    private static String outcome(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(DuplicateDesk::isStoring)
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** That it is a duplicate is also why it is not handled as the table proposes. */
    private static Map<String, Object> data(CaseFile file, String outcome, String reason) {
        Map<String, Object> data = new HashMap<>(Map.of("reason", reason));
        String proposed = file.handling() == null ? null : file.handling().outcome();
        if (proposed != null && !proposed.equals(outcome)) data.put("departure", reason);
        return data;
    }

    private static boolean isDuplicate(CaseFile file, PetitionId of) {
        return file.links().stream()
                .anyMatch(link -> link.petition().equals(of) && link.relation() == Relation.DUPLICATE_OF);
    }

    private static Told told(HandInInput typed) {
        List<Told.Someone> people = new ArrayList<>();
        List<HandInInput.@Nullable Petitioner> all = Objects.requireNonNullElse(typed.petitioners(), List.of());
        for (HandInInput.Petitioner person : all.subList(0, Math.min(all.size(), MOST_PEOPLE))) {
            if (person == null) continue;
            people.add(new Told.Someone(person.fullName(), person.idNumber(), person.address(), person.phone()));
        }
        HandInInput.About about = typed.about();
        return new Told(
                people,
                about == null ? null : about.number(),
                about == null ? null : about.issuer(),
                typed.against(),
                typed.place(),
                typed.subject(),
                typed.content());
    }
}
