package vn.caunoi.ops.demo;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.clock.RisingId;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.form.FormContext;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.CaseCommand.AddNote;
import vn.caunoi.core.petition.CaseCommand.Rate;
import vn.caunoi.core.petition.CaseCommand.ReturnAnswer;
import vn.caunoi.core.petition.CaseCommand.Withdraw;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.Disputed;
import vn.caunoi.core.petition.IntakeCommand.Content;
import vn.caunoi.core.petition.IntakeCommand.HandIn;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.petition.PetitionCode;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Point;
import vn.caunoi.core.petition.TaskCommand.CompleteTask;
import vn.caunoi.core.petition.TaskEvent.TaskOpened;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;

/** What the people of the demonstration do with one case: hand it in, then one step at a time. */
final class SampleWork {
    private static final List<Channel> CHANNELS = List.of(
            Channel.DESK,
            Channel.DESK,
            Channel.DESK,
            Channel.POST,
            Channel.POST,
            Channel.ONLINE,
            Channel.HOTLINE,
            Channel.EMAIL,
            Channel.FORWARDED);

    private static final String CITIZEN = "citizen";

    private final Commands commands;
    private final Streams streams;
    private final BusinessClock clock;
    private final Random random = new Random(136);
    private final SampleTexts texts = new SampleTexts(random);
    private final SampleChoice choice = new SampleChoice(random, texts);
    private final SecureRandom secret = new SecureRandom();

    /** One case: who has it and how it will be worked. {@code neglectedAfter}: steps until nobody cares any more. */
    static final class Story {
        private final PetitionId petition =
                new PetitionId(RisingId.at(Instant.now()).toString());
        private final UnitId unit;
        private final Kind kind;
        private final double slowness;
        private final int neglectedAfter;
        private int steps;
        private boolean unsuitable;

        Story(UnitId unit, Kind kind, double slowness, int neglectedAfter) {
            this.unit = unit;
            this.kind = kind;
            this.slowness = slowness;
            this.neglectedAfter = neglectedAfter;
        }

        double slowness() {
            return slowness;
        }
    }

    SampleWork(Commands commands, Streams streams, BusinessClock clock) {
        this.commands = commands;
        this.streams = streams;
        this.clock = clock;
    }

    /** Of a hundred petitions 24 are complaints here, twice as many as in the registers, for their way is the longest. */
    Story newStory() {
        int percent = random.nextInt(100);
        Kind kind = percent < 24
                ? Kind.COMPLAINT
                : percent < 30 ? Kind.DENUNCIATION : percent < 75 ? Kind.FEEDBACK : Kind.PROPOSAL;
        UnitId unit = random.nextInt(100) < 65 ? DemoDirectory.WARD_A : DemoDirectory.WARD_B;
        double slowness = random.nextInt(100) < 75 ? 1 : 2.6;
        int neglectedAfter = random.nextInt(100) < 9 ? 1 + random.nextInt(6) : Integer.MAX_VALUE;
        return new Story(unit, kind, slowness, neglectedAfter);
    }

    /** One step; false when there is nothing more to do. */
    boolean goOn(Story story) {
        if (story.steps++ == 0) {
            handIn(story);
            return true;
        }
        SampleCase now = SampleCase.of(streams.of(story.petition.value()));
        if (now.closed()) return judge(story, now);
        TaskOpened task = next(now);
        if (task == null || story.steps > story.neglectedAfter) return false;
        if (now.accepted() && !now.issued() && random.nextInt(100) < 2) withdraw(story);
        else complete(story, now, task);
        if (random.nextInt(100) < 6) note(story);
        return true;
    }

    /** Of several the oldest, but now and then news of a late answer first. */
    private @Nullable TaskOpened next(SampleCase now) {
        // a withdrawal is decided on before anything else is done
        for (TaskOpened task : now.tasks()) if (task.key().equals("decide-withdrawal")) return task;
        if (now.tasks().size() < 2)
            return now.tasks().isEmpty() ? null : now.tasks().getFirst();
        return random.nextInt(100) < 35 ? now.tasks().getLast() : now.tasks().getFirst();
    }

    /** Who got an answer rates it, or returns it; whether there is more to do. */
    private boolean judge(Story story, SampleCase now) {
        if (!now.answered()) return false;
        int percent = random.nextInt(100);
        if (percent < 8 && !story.unsuitable) {
            story.unsuitable = true;
            citizen(new ReturnAnswer(story.petition, texts.answer("unsuitable"), null));
            return true;
        }
        if (percent < 55)
            citizen(new Rate(story.petition, percent < 44 ? 4 + percent % 2 : 1 + percent % 3, null, null));
        return false;
    }

    private void citizen(Object command) {
        commands.send(command, CITIZEN);
    }

    private void complete(Story story, SampleCase now, TaskOpened task) {
        Actor actor = actor(story, task, now.holders().get(task.task()));
        FormContext context = FormContext.of(today(), Map.of(), now.points());
        Outcome outcome = choice.outcome(task.form().resolve(context), story.kind, now.returned());
        String officer =
                officers(story.unit).get(random.nextInt(officers(story.unit).size()));
        Map<String, Object> values = choice.values(outcome, story.kind, officer, today());
        send(new CompleteTask(story.petition, task.task(), outcome.id(), values, actor), actor);
    }

    private void withdraw(Story story) {
        Actor actor = officer(story.unit);
        send(new Withdraw(story.petition, List.of(), null, texts.answer("withdrawal"), actor), actor);
    }

    private void note(Story story) {
        Actor actor = officer(story.unit);
        send(new AddNote(story.petition, texts.answer("note"), actor), actor);
    }

    private void handIn(Story story) {
        SampleTexts.Matter matter = texts.matter(story.kind);
        String unguessable = "sample:" + Long.toHexString(secret.nextLong());
        HandIn order =
                new HandIn(story.petition, PetitionCode.random(secret).toString(), unguessable, content(story, matter));
        send(order, clerk(story.unit));
    }

    private Content content(Story story, SampleTexts.Matter matter) {
        KeyId key = KeyId.petition(story.petition.value());
        boolean denunciation = story.kind == Kind.DENUNCIATION;
        boolean anonymous = denunciation && random.nextInt(100) < 15;
        List<Point> points = new ArrayList<>();
        for (String demand : matter.demands()) points.add(new Point(points.size() + 1, Sealed.of(key, demand)));
        return new Content(
                story.kind,
                channel(story.kind),
                clock.instant().minus(random.nextInt(40), ChronoUnit.MINUTES),
                Sealed.of(key, texts.filled(matter.subject())),
                Sealed.of(key, texts.filled(matter.content())),
                matter.category(),
                story.unit,
                texts.village(),
                anonymous,
                denunciation,
                about(matter, key),
                null,
                points,
                anonymous ? List.of() : List.of(person()));
    }

    /** Of proposals and feedback a third comes through the portal. */
    private Channel channel(Kind kind) {
        boolean portal = (kind == Kind.PROPOSAL || kind == Kind.FEEDBACK) && random.nextInt(100) < 35;
        Channel channel = portal ? Channel.PORTAL : texts.pick(CHANNELS);
        // denunciations are not taken online
        return kind == Kind.DENUNCIATION && channel == Channel.ONLINE ? Channel.POST : channel;
    }

    private @Nullable Disputed about(SampleTexts.Matter matter, KeyId key) {
        if (matter.decision() == null) return null;
        LocalDate made = today().minusDays(10 + random.nextInt(60));
        String number = (100 + random.nextInt(900)) + "/QĐ-UBND";
        return new Disputed(
                Sealed.of(key, matter.decision()),
                number,
                made,
                Sealed.of(key, "Ủy ban nhân dân phường"),
                made.plusDays(5));
    }

    private Person person() {
        PersonId id = new PersonId(RisingId.at(Instant.now()).toString());
        KeyId key = KeyId.person(id.value());
        return new Person(
                id,
                PersonRole.COMPLAINANT,
                Sealed.of(key, texts.name()),
                Sealed.of(key, texts.idNumber()),
                Sealed.of(key, texts.address()),
                Sealed.of(key, texts.phone()),
                null);
    }

    private Actor actor(Story story, TaskOpened task, @Nullable OfficerId holder) {
        if (holder != null) return Actor.of(holder.value(), story.unit.value(), Role.OFFICER);
        return switch (task.group()) {
            case CLERK -> clerk(story.unit);
            case HEAD ->
                Actor.of(story.unit.equals(DemoDirectory.WARD_A) ? "head1" : "head2", story.unit.value(), Role.HEAD);
            default -> officer(story.unit);
        };
    }

    private static Actor clerk(UnitId unit) {
        return unit.equals(DemoDirectory.WARD_A)
                ? Actor.of("clerk1", unit.value(), Role.CLERK)
                : Actor.of("officer3", unit.value(), Role.OFFICER, Role.CLERK);
    }

    private Actor officer(UnitId unit) {
        return Actor.of(texts.pick(officers(unit)), unit.value(), Role.OFFICER);
    }

    private static List<String> officers(UnitId unit) {
        return unit.equals(DemoDirectory.WARD_A) ? List.of("officer1", "officer2") : List.of("officer3");
    }

    private LocalDate today() {
        return clock.today();
    }

    private void send(Object command, Actor actor) {
        commands.send(command, actor.id().value());
    }
}
