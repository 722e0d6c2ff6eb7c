package vn.caunoi.ops.bench.work;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.caunoi.core.clock.RisingId;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.IntakeCommand.Content;
import vn.caunoi.core.petition.IntakeCommand.HandIn;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.petition.PetitionCode;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Point;
import vn.caunoi.core.petition.TaskCommand.ClaimTask;
import vn.caunoi.core.petition.TaskCommand.CompleteTask;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.ops.bench.Product;
import vn.caunoi.ops.bench.WrongResult;
import vn.caunoi.processes.studio.Publishing;
import vn.caunoi.projections.inbox.Inbox;
import vn.caunoi.projections.inbox.Inbox.Filter;

/** Commands over the real bus, the real driver behind them, lists from the real inbox. */
final class OurDesk implements Desk {
    private final String unit;

    private final Product product;
    private final Commands commands;
    private final Inbox inbox;
    private final SecureRandom random = new SecureRandom();

    OurDesk(Product product) {
        this(product, "A");
    }

    /** @param unit the cases are of */
    OurDesk(Product product, String unit) {
        this.unit = unit;
        this.product = product;
        this.commands = product.bean(Commands.class);
        this.inbox = product.bean(Inbox.class);
        var published = product.bean(Publishing.class).publish(Model.ours(), "designer1");
        WrongResult.unless(published instanceof Publishing.Published, "the model cannot be published: " + published);
    }

    @Override
    public String handIn() {
        PetitionId id = new PetitionId(RisingId.at(Instant.now()).toString());
        Actor clerk = Actor.of("clerk1", unit, Role.CLERK);
        String code = PetitionCode.random(random).toString();
        commands.send(
                new HandIn(id, code, "bench:" + Long.toHexString(random.nextLong()), content(id)),
                clerk.id().value());
        return id.value();
    }

    private Content content(PetitionId id) {
        KeyId key = KeyId.petition(id.value());
        return new Content(
                Kind.FEEDBACK,
                Channel.DESK,
                Instant.now().minusSeconds(60),
                Sealed.of(key, "Phản ánh rác thải tồn đọng nhiều ngày"),
                Sealed.of(key, "Rác tại ngõ 12 không được thu gom từ thứ hai tuần trước, đề nghị xử lý."),
                "environment",
                new UnitId(unit),
                "Thôn Đông",
                false,
                false,
                null,
                null,
                List.of(new Point(1, Sealed.of(key, "Thu gom rác"))),
                List.of(person()));
    }

    private static Person person() {
        PersonId id = new PersonId(RisingId.at(Instant.now()).toString());
        KeyId key = KeyId.person(id.value());
        return new Person(
                id,
                PersonRole.COMPLAINANT,
                Sealed.of(key, "Nguyễn Văn An"),
                null,
                Sealed.of(key, "Thôn Đông"),
                null,
                null);
    }

    private Actor officer(String name) {
        return Actor.of(name, unit, Role.OFFICER);
    }

    @Override
    public List<Job> open(int most) {
        Filter unclaimed = new Filter(Inbox.Scope.UNIT, officer("officer1"), null, false, null, null);
        return inbox.tasks(unclaimed, null, most).items().stream()
                .map(entry -> new Job(entry.task().value(), entry.petition().value()))
                .toList();
    }

    @Override
    public Job taskOf(String petition) {
        Filter its = new Filter(Inbox.Scope.UNIT, officer("officer1"), null, null, new PetitionId(petition), null);
        return new Job(inbox.tasks(its, null, 1).items().getFirst().task().value(), petition);
    }

    @Override
    public void claim(Job job, String officer) {
        commands.send(new ClaimTask(new PetitionId(job.petition()), new TaskId(job.task()), officer(officer)), officer);
    }

    @Override
    public void complete(Job job, String officer) {
        commands.send(
                new CompleteTask(
                        new PetitionId(job.petition()),
                        new TaskId(job.task()),
                        Model.OUTCOME,
                        Map.of("checked", true),
                        officer(officer)),
                officer);
    }

    boolean shows(Job completed) {
        return product.store().answer("select count(*) from views.task_ended where id = ?", completed.task()) == 1;
    }

    @Override
    public void settle() {
        product.settle();
    }

    @Override
    public long closed() {
        return product.store().answer("select count(*) from views.case_file where status = 'CLOSED'");
    }
}
