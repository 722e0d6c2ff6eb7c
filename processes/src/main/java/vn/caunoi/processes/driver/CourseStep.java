package vn.caunoi.processes.driver;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a process does in the course of a case.
 *
 * @param process key of the process
 * @param at id of the step or the end; null when a process begins or was ended from outside
 * @param detail what an action was given, when a timer is due; null when there is nothing to say
 */
public record CourseStep(
        Sort sort,
        String process,
        @Nullable String at,
        @Nullable String detail) {

    /** What is done. */
    public enum Sort {
        STARTED,
        TASK,
        CANCELLED,
        ACTION,
        TIMER,
        TIMER_CANCELLED,
        ENDED
    }
}
