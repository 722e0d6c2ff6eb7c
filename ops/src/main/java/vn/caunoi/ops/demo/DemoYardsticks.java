package vn.caunoi.ops.demo;

import java.util.List;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.yardstick.SurveyIndex;
import vn.caunoi.core.yardstick.YardstickCommand.RecordSurvey;
import vn.caunoi.core.yardstick.YardstickCommand.SetTargets;
import vn.caunoi.core.yardstick.YearTarget;

/** A survey of the two wards and what they are to reach, so that the page of figures has both beside the ratings. */
final class DemoYardsticks {

    private static final String BY = "system:demo";

    private final Commands commands;

    DemoYardsticks(Commands commands) {
        this.commands = commands;
    }

    /** Once: what is taken in later stays so. */
    void fill(int year) {
        Actor by = Actor.of(BY, BY, Role.ADMIN);
        commands.send(
                new RecordSurvey(
                        year,
                        List.of(
                                new SurveyIndex(DemoDirectory.WARD_A, 91_40, 320),
                                new SurveyIndex(DemoDirectory.WARD_B, 83_00, 280)),
                        by),
                BY);
        commands.send(
                new SetTargets(
                        year,
                        List.of(
                                new YearTarget(DemoDirectory.WARD_A, 4_20, 90_00),
                                new YearTarget(DemoDirectory.WARD_B, 4_20, 90_00)),
                        by),
                BY);
    }
}
