package vn.caunoi.api.officer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Status;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.directory.Absence;
import vn.caunoi.projections.directory.Absences;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.inbox.Inbox;

/** The officers of the units a head covers, and what is in their hands. */
@Component
public class OfficersDesk {

    /**
     * @param cases open cases they are responsible for
     * @param tasks open tasks they hold, {@code late} those of them past due
     * @param absences those that have not passed, the first first
     * @param appointments where one has a day: all of them, the first first
     */
    public record AtWork(
            OfficerId officer,
            String name,
            UnitId unit,
            Set<Role> roles,
            long cases,
            long tasks,
            long late,
            List<Absence> absences,
            List<Directory.Appointment> appointments) {}

    /** @param task null for a case with all its open work */
    record Held(
            PetitionId petition,
            String code,
            UnitId unit,
            @Nullable TaskId task,
            @Nullable String key,
            @Nullable Role group) {}

    /** @param more whether there is more than {@code held} */
    record Hands(OfficerId officer, List<Held> held, boolean more) {}

    private static final Inbox.Load NONE = new Inbox.Load(0, 0);
    private static final List<Status> OPEN = List.of(Status.OPEN, Status.SUSPENDED);

    private final Directory directory;
    private final Absences absences;
    private final Inbox inbox;
    private final CaseFiles files;
    private final Clock clock;

    OfficersDesk(Directory directory, Absences absences, Inbox inbox, CaseFiles files, Clock clock) {
        this.clock = clock;
        this.directory = directory;
        this.absences = absences;
        this.inbox = inbox;
        this.files = files;
    }

    /** By unit and name. */
    public List<AtWork> of(Actor head) {
        List<Directory.Officer> officers = head.covers().stream()
                .sorted(Comparator.comparing(UnitId::value))
                .flatMap(unit -> directory.officersOf(unit).stream())
                .filter(officer -> officer.roles().stream().anyMatch(OfficersDesk::worksOnTasks))
                .toList();
        Map<OfficerId, Inbox.Load> held =
                inbox.held(officers.stream().map(Directory.Officer::id).toList());
        List<OfficerId> ids = officers.stream().map(Directory.Officer::id).toList();
        Map<OfficerId, Long> cases = files.responsible(ids, Visibility.of(head));
        Map<OfficerId, List<Absence>> away = absences.absencesOf(ids, today());
        Map<OfficerId, List<Directory.Appointment>> appointments = directory.appointmentsOf(ids);
        return officers.stream()
                .map(one -> atWork(
                        one,
                        held.getOrDefault(one.id(), NONE),
                        cases.getOrDefault(one.id(), 0L),
                        away.getOrDefault(one.id(), List.of()),
                        dated(appointments.getOrDefault(one.id(), List.of()))))
                .toList();
    }

    /** Whether somebody works on tasks in a unit the head covers. */
    boolean isOf(OfficerId officer, Actor head) {
        return directory
                .officer(officer)
                .filter(one -> head.covers(one.unit()))
                .filter(one -> one.roles().stream().anyMatch(OfficersDesk::worksOnTasks))
                .isPresent();
    }

    private static boolean worksOnTasks(Role role) {
        return role == Role.CLERK || role == Role.OFFICER || role == Role.HEAD;
    }

    private static AtWork atWork(
            Directory.Officer one,
            Inbox.Load load,
            long cases,
            List<Absence> absences,
            List<Directory.Appointment> appointments) {
        return new AtWork(
                one.id(),
                one.name(),
                one.unit(),
                one.roles(),
                cases,
                load.open(),
                load.overdue(),
                absences,
                appointments);
    }

    /** One for all days says no more than the officer does. */
    private static List<Directory.Appointment> dated(List<Directory.Appointment> all) {
        boolean any = all.stream().anyMatch(one -> one.from() != null || one.until() != null);
        return any ? all : List.of();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE);
    }

    /** Cases first, then tasks held in cases of others; only those the head may see. */
    Hands hands(String officer, Actor head, int most) {
        OfficerId id = known(officer, head);
        List<Held> held = new ArrayList<>();
        Set<PetitionId> responsible = new HashSet<>();
        boolean more = false;
        for (Status status : OPEN) {
            var cases = files.search(of(id, status), Visibility.of(head), CaseFiles.Sort.DUE, null, most);
            more |= cases.next() != null;
            for (CaseFiles.Entry one : cases.items()) {
                responsible.add(one.id());
                if (head.covers(one.unit())) held.add(new Held(one.id(), one.code(), one.unit(), null, null, null));
            }
        }
        Inbox.Filter mine = Inbox.Filter.held(new Actor(id, head.unit(), head.covers(), Set.of()));
        var tasks = inbox.tasks(mine, null, most);
        for (Inbox.Entry one : tasks.items()) {
            boolean seen =
                    head.covers(one.unit()) && inbox.task(one.task(), head.id()).isPresent();
            Role group = Role.valueOf(one.group().toUpperCase(Locale.ROOT));
            boolean goesAlong = responsible.contains(one.petition()) && group == Role.OFFICER;
            if (seen && !goesAlong)
                held.add(new Held(one.petition(), one.code(), one.unit(), one.task(), one.key(), group));
        }
        return new Hands(id, held, more || tasks.next() != null);
    }

    /** The unit a case or task is at now. */
    UnitId unitOf(PetitionId petition, @Nullable TaskId task, Actor head) {
        return task == null
                ? files.byId(petition, Visibility.of(head))
                        .orElseThrow(NotFound::new)
                        .unit()
                : inbox.task(task, head.id()).orElseThrow(NotFound::new).unit();
    }

    /** Somebody of the units the head covers; to whoever covers none of them, nobody is there. */
    OfficerId known(String officer, Actor head) {
        if (officer.isBlank() || officer.indexOf('\0') >= 0) throw new NotFound();
        return directory
                .officer(new OfficerId(officer))
                .filter(one -> head.covers(one.unit()))
                .map(Directory.Officer::id)
                .orElseThrow(NotFound::new);
    }

    private static CaseFiles.Filter of(OfficerId officer, Status status) {
        return new CaseFiles.Filter(
                null, null, status, null, officer, null, null, null, null, null, null, null, null, null);
    }
}
