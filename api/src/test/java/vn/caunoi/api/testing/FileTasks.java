package vn.caunoi.api.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.form.Act;
import vn.caunoi.core.form.Field;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Report;
import vn.caunoi.core.petition.TaskCommand;
import vn.caunoi.core.petition.TaskId;

/** Tasks whose form asks for a file, as a designer may draw them. */
public final class FileTasks {

    private static final Field PAPER =
            new Field("paper", FieldType.FILE, false, null, List.of(), null, null, false, false);
    private static final Form FORM =
            new Form("bring-paper", null, List.of(new Outcome("done", null, Act.NONE, List.of(PAPER))));

    private FileTasks() {}

    /** Opens one for the officers of the case's unit and answers its id. */
    public static String open(Commands commands, Progress progress, String petition) {
        TaskId task = new TaskId(UUID.randomUUID().toString());
        commands.send(
                new Report.OpenTask(
                        new PetitionId(petition),
                        task,
                        "petition-intake",
                        "bring-paper",
                        1,
                        "Bring the paper",
                        FORM,
                        Role.OFFICER,
                        false),
                "test");
        progress.awaitSettled(petition, Duration.ofSeconds(30));
        return task.value();
    }

    /** One that was completed with a file before files belonged to cases. */
    public static void completedOfBefore(Commands commands, Progress progress, String petition, String file) {
        TaskId task = new TaskId(open(commands, progress, petition));
        Actor officer =
                new Actor(new OfficerId("officer1"), new UnitId("A"), Set.of(new UnitId("A")), Set.of(Role.OFFICER));
        commands.send(
                new TaskCommand.CompleteTask(new PetitionId(petition), task, "done", Map.of("paper", file), officer),
                "officer1");
    }
}
