package vn.caunoi.processes.studio;

/** One thing a diagram has to get right. */
@FunctionalInterface
interface Rule {
    void check(Diagram diagram, Problems problems);
}
