package vn.caunoi.processes.studio;

import java.util.List;
import java.util.stream.Stream;

/** What citizens read while a case waits at a step is short, and is there in Vietnamese where it is in English. */
final class CitizenRule implements Rule {

    /** Besides tasks for people, where a case may stand for a while. */
    static final List<String> WAITS =
            List.of("intermediateCatchEvent", "receiveTask", "eventBasedGateway", "subProcess");

    static final String VIETNAMESE = "caunoi:citizen";
    static final String ENGLISH = "caunoi:citizen-en";
    private static final int LONGEST = 500;

    @Override
    public void check(Diagram diagram, Problems problems) {
        Stream.concat(diagram.steps("userTask"), WAITS.stream().flatMap(diagram::steps))
                .forEach(task -> {
                    String vi = task.tag().get(VIETNAMESE, "");
                    String en = task.tag().get(ENGLISH, "");
                    if (vi.isBlank() && !en.isBlank()) {
                        problems.error(task.id(), "citizen", Sentence.CITIZEN_VIETNAMESE.of());
                    }
                    if (vi.length() > LONGEST || en.length() > LONGEST) {
                        problems.error(task.id(), "citizen", Sentence.CITIZEN_LENGTH.of(LONGEST));
                    }
                });
    }
}
