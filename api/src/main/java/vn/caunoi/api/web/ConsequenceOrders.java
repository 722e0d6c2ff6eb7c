package vn.caunoi.api.web;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.CaseInput;
import vn.caunoi.api.officer.ConsequenceDesk;
import vn.caunoi.api.web.CaseActions.Action;
import vn.caunoi.core.directory.Actor;

/** Turns what was typed about what follows a decision into what the desk takes. */
@Component
class ConsequenceOrders {

    private final ConsequenceDesk desk;

    ConsequenceOrders(ConsequenceDesk desk) {
        this.desk = desk;
    }

    void send(Action action, String id, Function<String, @Nullable String> typed, Actor by) {
        switch (action) {
            case ANNOUNCE_MEETING ->
                desk.announce(
                        id,
                        new CaseInput.Meeting(
                                ActionOrders.day("noticedOn", typed),
                                ActionOrders.day("meetingOn", typed),
                                typed.apply("place")),
                        by);
            case SUE ->
                desk.sued(
                        id,
                        new CaseInput.Suit(
                                ActionOrders.day("suedOn", typed),
                                typed.apply("court"),
                                typed.apply("number"),
                                ActionOrders.day("acceptedOn", typed)),
                        by);
            case END_SUIT ->
                desk.ended(
                        id,
                        new CaseInput.CourtEnd(
                                typed.apply("result"),
                                ActionOrders.day("on", typed),
                                typed.apply("number"),
                                typed.apply("note")),
                        by);
            case TAKE_EFFECT ->
                desk.takeEffect(id, new CaseInput.Effect(ActionOrders.day("on", typed), typed.apply("reason")), by);
            case ENFORCE ->
                desk.order(
                        id,
                        new CaseInput.Enforcement(
                                typed.apply("who"), typed.apply("what"), ActionOrders.day("until", typed)),
                        by);
            case REPORT_ENFORCEMENT -> {
                Integer order = ActionOrders.number("order", typed);
                desk.report(
                        id,
                        order == null ? 0 : order,
                        new CaseInput.EnforcementReport(
                                typed.apply("progress"), ActionOrders.day("on", typed), typed.apply("text")),
                        by);
            }
            default -> throw new IllegalArgumentException(action + " follows no decision");
        }
    }
}
