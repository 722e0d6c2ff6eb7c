package vn.caunoi.processes.driver;

import java.util.Optional;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.processes.engine.Journey.ActionStep;
import vn.caunoi.processes.engine.Journey.TaskStep;

/** What is made of a move: reported to the petition, or, when its history is followed again, compared with it. */
interface Account {

    /** An event is about to be followed. */
    default void begins(Happened happened) {}

    /** A step of a diagram is entered. */
    default void entered(String process, String activity) {}

    /** The version that a process follows which starts now. */
    Optional<Model> modelToStart(String process);

    /** @param version of the model the step belongs to */
    void taskOpened(TaskStep step, int version, String task, int occurrence);

    /** The open task is that of this step from now on. */
    default void taskCarried(TaskStep step, int version, String task, int occurrence) {}

    void act(ActionStep action);

    /** Anything else that follows. */
    void report(PetitionCommand report);
}
