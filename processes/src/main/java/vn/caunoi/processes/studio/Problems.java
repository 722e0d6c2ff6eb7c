package vn.caunoi.processes.studio;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.processes.studio.Problem.Severity;

/** Collects what the rules find; a hopeless file does not fill the designer's screen. */
class Problems {

    private static final int MOST = 200;

    private final List<Problem> found = new ArrayList<>();

    void error(@Nullable String element, String rule, Said said) {
        add(new Problem(Severity.ERROR, element, rule, said, null));
    }

    /** @param fix what would mend it; null when only the designer knows */
    void error(String element, String rule, Said said, Problem.@Nullable Fix fix) {
        add(new Problem(Severity.ERROR, element, rule, said, fix));
    }

    void warning(@Nullable String element, String rule, Said said) {
        add(new Problem(Severity.WARNING, element, rule, said, null));
    }

    boolean hasErrors() {
        return found.stream().anyMatch(Problem::isError);
    }

    List<Problem> all() {
        return List.copyOf(found);
    }

    private void add(Problem problem) {
        if (found.contains(problem)) return;
        if (found.size() == MOST && problem.isError()) makeRoom();
        if (found.size() < MOST) found.add(problem);
    }

    /** However much else there is, an error is told: without it the model would pass. */
    private void makeRoom() {
        for (int last = found.size() - 1; last >= 0; last--) {
            if (!found.get(last).isError()) {
                found.remove(last);
                return;
            }
        }
    }
}
