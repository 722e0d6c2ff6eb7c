package vn.caunoi.api.supervisor;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.yardstick.HotSpotDesk;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.oversight.Burden;
import vn.caunoi.projections.oversight.Oversight;

/** What units and officers have in hand now, over HTTP: the numbers of the board, and the cases behind each. */
@RestController
@RequestMapping("/api/oversight/board")
@Tag(name = "oversight")
class BoardCalls {

    private static final int MONTHS = 12;

    /**
     * @param soonDays within which a limit counts as ending soon
     * @param units what each has, {@code officers} too; {@code who} is null for what nobody is assigned to
     * @param ages open cases by how long they have been here
     * @param flow of the last twelve months, this one with them
     */
    @Schema(name = "Board")
    record Board(
            long soonDays,
            List<Oversight.Burdened> units,
            List<Oversight.Burdened> officers,
            List<Oversight.Aged> ages,
            List<Oversight.Flow> flow) {}

    private final Oversight oversight;
    private final HotSpotDesk hotSpots;
    private final CurrentActor current;
    private final Clock clock;
    private final Duration soon;

    BoardCalls(
            Oversight oversight,
            HotSpotDesk hotSpots,
            CurrentActor current,
            Clock clock,
            @Value("${caunoi.board.soon:P7D}") Duration soon) {
        this.oversight = oversight;
        this.hotSpots = hotSpots;
        this.current = current;
        this.clock = clock;
        this.soon = soon;
    }

    @GetMapping
    @Operation(
            summary = "What units and officers have in hand now, how old it is and how it flowed in twelve months",
            description = "Of one unit alone with unit=. Each number is the count of what board/cases lists.")
    Board board(@RequestParam(required = false) @Nullable String unit) {
        Visibility sight = sight(unit);
        YearMonth last = YearMonth.from(clock.instant().atZone(BusinessClock.ZONE));
        return new Board(
                soon.toDays(),
                oversight.burdens(false, sight, soon, hotSpots.today()),
                oversight.burdens(true, sight, soon, hotSpots.today()),
                oversight.ages(sight),
                oversight.flow(last.minusMonths(MONTHS - 1), last, sight));
    }

    @GetMapping("/cases")
    @Operation(
            summary = "The cases behind a number of the board, the oldest first",
            description =
                    "column=open if left out; officer= of one officer, unassigned=true of nobody; age= first day of"
                            + " one of the spans of ages.")
    Page<Oversight.Case> cases(
            @RequestParam(required = false) @Nullable String column,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String officer,
            @RequestParam(required = false) @Nullable String unassigned,
            @RequestParam(required = false) @Nullable String age,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Visibility sight = sight(unit);
        Burden counted = Asked.choice("column", column, Burden.class);
        boolean nobody = Boolean.TRUE.equals(Asked.yesOrNo("unassigned", unassigned));
        return oversight.burdened(
                counted == null ? Burden.OPEN : counted,
                nobody ? "" : Asked.text("officer", officer),
                age(age),
                sight,
                soon,
                hotSpots.today(),
                Asked.cursor(cursor),
                Asked.limit(limit));
    }

    private static @Nullable Integer age(@Nullable String given) {
        if (given == null || given.isBlank()) return null;
        try {
            int days = Integer.parseInt(given.strip());
            if (Oversight.Aged.begins(days)) return days;
        } catch (NumberFormatException none) {
            throw Input.refusal("age", "malformed", "is not a number");
        }
        throw Input.refusal("age", "out-of-bounds", "is the first day of a span of ages");
    }

    private Visibility sight(@Nullable String unit) {
        Actor actor = current.with(Role.HEAD, Role.INSPECTOR);
        String only = Asked.text("unit", unit);
        Visibility sight = Visibility.of(actor);
        if (only == null) return sight;
        if (!sight.sees(new UnitId(only))) throw new NotFound();
        return sight.within(Set.of(new UnitId(only)));
    }
}
