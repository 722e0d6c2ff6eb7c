package vn.caunoi.api.yardstick;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.yardstick.HotSpotRule;
import vn.caunoi.core.yardstick.YardstickCommand.SetHotSpots;
import vn.caunoi.core.yardstick.YardsticksInForce;

/** From where on an open case is a hot spot: the rule of today, those of other days, and setting another from a day on. */
@Component
public class HotSpotDesk {

    /** Fields of a rule, in its order. */
    public static final List<String> FIELDS =
            List.of("overLevels", "backlogDays", "complexPoints", "prolongedDays", "crowdPeople", "repeatedTimes");

    private static final int MOST = 36_500;

    private final YardsticksInForce inForce;
    private final Commands commands;
    private final Clock clock;

    HotSpotDesk(YardsticksInForce inForce, Commands commands, Clock clock) {
        this.inForce = inForce;
        this.commands = commands;
        this.clock = clock;
    }

    public HotSpotRule today() {
        return inForce.yardsticks().hotSpots(LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE));
    }

    /** By their first day; what is shipped holds before all of them. */
    public SortedMap<LocalDate, HotSpotRule> all() {
        return inForce.yardsticks().hotSpots();
    }

    /** From today on at the earliest, so that what was a hot spot on a past day stays so. @param typed text of a field */
    public void set(UnaryOperator<@Nullable String> typed, Actor by) {
        Input input = new Input();
        LocalDate from = day(typed.apply("from"), input);
        List<Integer> numbers = FIELDS.stream()
                .map(field -> number(field, typed.apply(field), input))
                .toList();
        input.mustBeValid();
        HotSpotRule rule = new HotSpotRule(
                numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4), numbers.get(5));
        commands.send(
                new SetHotSpots(Objects.requireNonNull(from), rule, by), by.id().value());
        inForce.forget();
    }

    private @Nullable LocalDate day(@Nullable String typed, Input input) {
        try {
            LocalDate day = input.present("from", Asked.day("from", typed));
            if (day != null && day.isBefore(LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE)))
                input.wrong("from", "too-early", "must not be before today");
            return day;
        } catch (Refusal noDay) {
            input.wrong("from", "not-a-date", "is not a date such as 2026-11-18");
            return null;
        }
    }

    private static int number(String field, @Nullable String typed, Input input) {
        String text = input.required(field, typed, 10);
        if (text.isEmpty()) return 0;
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > MOST) {
            input.wrong(field, "out-of-range", "is a whole number from 0 to " + MOST);
            return 0;
        }
        return Integer.parseInt(text);
    }
}
