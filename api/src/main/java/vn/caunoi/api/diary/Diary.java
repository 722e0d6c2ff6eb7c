package vn.caunoi.api.diary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.conference.Conferences;
import vn.caunoi.projections.inbox.Inbox;
import vn.caunoi.projections.rota.Rota;

/** What is arranged in the units somebody sees, day by day. Nothing of it names a citizen. */
@Component
public class Diary {

    private static final int AT_ONCE = 200;
    private static final String DIALOGUE = "hold-dialogue";

    /** What an entry is of. */
    public enum Sort {
        RECEPTION,
        DIALOGUE,
        CONFERENCE
    }

    /**
     * @param key the same for the same thing in every feed
     * @param what code of a case or subject of a conference; null for a reception
     * @param ends null where it is not known
     * @param link path of its page
     */
    public record Arranged(
            String key,
            Sort sort,
            UnitId unit,
            @Nullable String what,
            LocalDateTime begins,
            @Nullable LocalDateTime ends,
            String place,
            String link) {}

    private final Rota rota;
    private final Conferences conferences;
    private final Inbox inbox;
    private final CaseFiles files;

    Diary(Rota rota, Conferences conferences, Inbox inbox, CaseFiles files) {
        this.rota = rota;
        this.conferences = conferences;
        this.inbox = inbox;
        this.files = files;
    }

    /** In their order, all of them. */
    public List<Arranged> between(LocalDate from, LocalDate to, Actor reader) {
        List<Arranged> all = new ArrayList<>();
        Visibility sight = Visibility.of(reader);
        receptions(from, to, sight, all);
        for (int year = from.getYear(); year <= to.getYear(); year++) conferences(year, from, to, sight, all);
        dialogues(from, to, reader, all);
        all.sort(Comparator.comparing(Arranged::begins).thenComparing(Arranged::key));
        return all;
    }

    private void receptions(LocalDate from, LocalDate to, Visibility sight, List<Arranged> all) {
        Rota.Filter planned = new Rota.Filter(null, null, from, to, null);
        whole(place -> rota.days(planned, sight, place, AT_ONCE)).stream()
                .filter(day -> day.state() != Rota.State.CANCELLED)
                .forEach(day -> all.add(new Arranged(
                        "sitting-" + day.id().value(),
                        Sort.RECEPTION,
                        day.unit(),
                        null,
                        day.day().atTime(day.from()),
                        day.day().atTime(day.to()),
                        day.room(),
                        "/reception/rota")));
    }

    private void conferences(int year, LocalDate from, LocalDate to, Visibility sight, List<Arranged> all) {
        Conferences.Filter ofYear = new Conferences.Filter(year, null, null);
        whole(place -> conferences.search(ofYear, sight, place, AT_ONCE)).stream()
                .filter(one -> one.state() != Conferences.State.CANCELLED)
                .filter(one -> !one.day().isBefore(from) && !one.day().isAfter(to))
                .forEach(one -> all.add(new Arranged(
                        "conference-" + one.id().value(),
                        Sort.CONFERENCE,
                        one.unit(),
                        one.subject(),
                        one.day().atTime(one.begins()),
                        null,
                        one.place(),
                        "/conferences/" + one.id().value())));
    }

    /** Those that still have to be held: whoever prepares one has it as a task. */
    private void dialogues(LocalDate from, LocalDate to, Actor reader, List<Arranged> all) {
        Visibility sight = Visibility.of(reader);
        Inbox.Filter team = new Inbox.Filter(Inbox.Scope.TEAM, reader, null, null, null, DIALOGUE);
        whole(place -> inbox.tasks(team, place, AT_ONCE)).forEach(task -> files.byId(task.petition(), sight)
                .flatMap(Diary::dialogue)
                .filter(one -> !one.begins().toLocalDate().isBefore(from)
                        && !one.begins().toLocalDate().isAfter(to))
                .ifPresent(all::add));
    }

    /** A list that is told page by page. */
    private interface Told<T> {
        Page<T> after(@Nullable String place);
    }

    private static <T> List<T> whole(Told<T> list) {
        List<T> all = new ArrayList<>();
        String place = null;
        do {
            Page<T> page = list.after(place);
            all.addAll(page.items());
            place = page.next();
        } while (place != null);
        return all;
    }

    private static Optional<Arranged> dialogue(CaseFile file) {
        if (file.dialogue() == null) return Optional.empty();
        Instant at = file.dialogue().convenedFor();
        return Optional.of(new Arranged(
                "dialogue-" + file.id().value(),
                Sort.DIALOGUE,
                file.unit(),
                file.code(),
                LocalDateTime.ofInstant(at, BusinessClock.ZONE),
                null,
                file.dialogue().place(),
                "/cases/" + file.id().value()));
    }
}
