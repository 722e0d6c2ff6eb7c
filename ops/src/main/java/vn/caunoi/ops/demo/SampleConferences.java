package vn.caunoi.ops.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.clock.RisingId;
import vn.caunoi.core.conference.ConferenceCommand;
import vn.caunoi.core.conference.ConferenceCommand.Announce;
import vn.caunoi.core.conference.ConferenceCommand.HoldConference;
import vn.caunoi.core.conference.ConferenceCommand.PlanConference;
import vn.caunoi.core.conference.ConferenceCommand.PublishResult;
import vn.caunoi.core.conference.ConferenceCommand.RaiseMatter;
import vn.caunoi.core.conference.ConferenceId;
import vn.caunoi.core.conference.Occasion;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.reception.ReceptionRules;
import vn.caunoi.core.vault.Sealed;

/** The dialogue of the year: one ward has held its own, the other has announced it. */
final class SampleConferences {
    private static final int BACK = 40;
    private static final int AHEAD = 12;

    private final Commands commands;
    private final BusinessClock clock;
    private final ReceptionRules rules;

    SampleConferences(Commands commands, BusinessClock clock, ReceptionRules rules) {
        this.commands = commands;
        this.clock = clock;
        this.rules = rules;
    }

    void hold() {
        held(
                Actor.of("clerk1", DemoDirectory.WARD_A.value(), Role.CLERK),
                clock.today().minusDays(BACK));
        Actor clerk = Actor.of("officer3", DemoDirectory.WARD_B.value(), Role.OFFICER, Role.CLERK);
        ConferenceId next = plan(clerk, clock.today().plusDays(AHEAD), "Xây dựng nếp sống đô thị");
        send(new Announce(
                next, clock.today(), "Niêm yết tại trụ sở", rules.require("notice", "COMMUNE", clock.today()), clerk));
    }

    private void held(Actor clerk, LocalDate day) {
        ConferenceId id = plan(clerk, day, "Đất đai, hạ tầng và chợ dân sinh");
        LocalDate before = day.minusDays(10);
        send(new Announce(id, before, "Niêm yết, loa phát thanh", rules.require("notice", "COMMUNE", day), clerk));
        send(new HoldConference(
                id,
                new OfficerId("head1"),
                126,
                "Mặt trận Tổ quốc, Hội Nông dân",
                sealed(id, "Hội nghị họp từ 8 giờ, 9 ý kiến phát biểu."),
                rules.require("result", "COMMUNE", day),
                clerk));
        send(new RaiseMatter(
                id, null, sealed(id, "Chợ dân sinh ngập khi mưa."), sealed(id, "Đã ghi nhận, sẽ khảo sát."), clerk));
        send(new RaiseMatter(id, null, sealed(id, "Đề nghị làm đèn đường tổ 4."), null, clerk));
        send(new PublishResult(id, day.plusDays(8), "Cổng thông tin", "Chợ được khảo sát trong quý này.", clerk));
    }

    private ConferenceId plan(Actor clerk, LocalDate day, String subject) {
        ConferenceId id = new ConferenceId(RisingId.at(Instant.now()).toString());
        send(new PlanConference(
                id,
                clerk.unit(),
                subject,
                Occasion.YEARLY,
                day,
                LocalTime.of(8, 0),
                "Hội trường phường",
                false,
                clerk));
        return id;
    }

    private static Sealed sealed(ConferenceId id, String text) {
        return Sealed.of(id.key(), text);
    }

    private void send(ConferenceCommand command) {
        commands.send(command, command.by().id().value());
    }
}
