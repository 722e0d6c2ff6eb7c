package vn.caunoi.api.diary;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;

/** What is arranged, over HTTP. Nothing of it names a citizen. */
@RestController
@Tag(name = "diary")
class DiaryCalls {

    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 366;
    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::begins).thenComparing(Entry::key);

    /**
     * @param key the same for the same thing in every answer
     * @param what code of a case or subject of a conference; null for a reception
     * @param ends null where it is not known
     * @param link path of its page
     */
    @Schema(name = "DiaryEntry")
    record Entry(
            String key,
            Diary.Sort kind,
            UnitId unit,
            @Nullable String what,
            Instant begins,
            @Nullable Instant ends,
            String place,
            String link) {

        static Entry of(Diary.Arranged one) {
            return new Entry(
                    one.key(),
                    one.sort(),
                    one.unit(),
                    one.what(),
                    moment(one.begins()),
                    one.ends() == null ? null : moment(one.ends()),
                    one.place(),
                    one.link());
        }

        private static Instant moment(LocalDateTime time) {
            return time.atZone(BusinessClock.ZONE).toInstant();
        }

        boolean isAfter(Cursor place) {
            int compared = begins.compareTo(place.at());
            return compared > 0 || compared == 0 && key.compareTo(place.id()) > 0;
        }
    }

    private final Diary diary;
    private final CurrentActor current;
    private final Clock clock;

    DiaryCalls(Diary diary, CurrentActor current, Clock clock) {
        this.diary = diary;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/api/diary")
    @Operation(
            summary = "Receptions, dialogues and conferences of the units one sees, in their order",
            description =
                    "From today for thirty days if nothing is said, of a year at most. `kind` is reception, dialogue or"
                            + " conference.")
    Page<Entry> list(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
        LocalDate first = Objects.requireNonNullElseGet(Asked.day("from", from), () -> DueDate.dayOf(clock.instant()));
        LocalDate last = Objects.requireNonNullElseGet(Asked.day("to", to), () -> first.plusDays(USUAL_DAYS));
        mustBeAPeriod(first, last);
        Diary.Sort only = Asked.choice("kind", kind, Diary.Sort.class);
        String ofUnit = Asked.text("unit", unit);
        String after = Asked.cursor(cursor);
        Cursor place = after == null ? Cursor.START : Cursor.parse(after);
        int most = Asked.limit(limit);
        List<Entry> rows = diary.between(first, last, actor).stream()
                .filter(one -> only == null || one.sort() == only)
                .filter(one -> ofUnit == null || one.unit().value().equals(ofUnit))
                .map(Entry::of)
                .filter(one -> one.isAfter(place))
                .sorted(ORDER)
                .limit(most + 1L)
                .toList();
        return Page.of(rows, most, one -> new Cursor(one.begins(), one.key()));
    }

    private static void mustBeAPeriod(LocalDate first, LocalDate last) {
        long days = ChronoUnit.DAYS.between(first, last);
        if (days < 0) throw Input.refusal("from", "too-late", "is after the last day");
        if (days > MOST_DAYS) throw Input.refusal("to", "out-of-bounds", "is within " + MOST_DAYS + " days of from");
    }
}
