package vn.caunoi.ops.bench.work;

import java.util.List;

/** Where the crew works: one side of the comparison. */
interface Desk {

    /** A task somebody can claim. */
    record Job(String task, String petition) {}

    /** A case more. */
    String handIn();

    /** Up to so many tasks that nobody has claimed, as a list shows them. */
    List<Job> open(int most);

    /** The only open task of a case. */
    Job taskOf(String petition);

    /** An officer claims it and completes it. */
    void claim(Job job, String officer);

    void complete(Job job, String officer);

    /** Waits until all that follows from the work is there for every reader. */
    void settle();

    /** Cases closed since the desk was opened, as readers see it. */
    long closed();
}
