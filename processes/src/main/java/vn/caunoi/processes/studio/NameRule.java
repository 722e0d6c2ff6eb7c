package vn.caunoi.processes.studio;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.FormCatalogue;

/** Whoever reads English finds a name for every task: one of the house's own, or the one the designer gave. */
final class NameRule implements Rule {

    static final String ENGLISH = "caunoi:name-en";

    /** Steps of the shipped models that have words without having a form of their own. */
    private static final Set<String> WORDED = Set.of("deliver-refusal", "send-suspension", "notify-extension");

    private static final int LONGEST = 200;

    private final Set<String> worded;

    NameRule(FormCatalogue forms) {
        this.worded = Stream.concat(WORDED.stream(), forms.all().stream().map(Form::id))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void check(Diagram diagram, Problems problems) {
        diagram.steps("userTask").forEach(task -> {
            String english = task.tag().get(ENGLISH);
            if (english == null) {
                if (!worded.contains(task.id())) {
                    problems.warning(task.id(), "no-english", Sentence.NO_ENGLISH.of(shortened(task.name())));
                }
            } else if (english.isBlank() || english.length() > LONGEST) {
                problems.error(task.id(), "no-english", Sentence.ENGLISH_LENGTH.of(LONGEST));
            }
        });
    }

    private static String shortened(String name) {
        return name.length() > LONGEST ? name.substring(0, LONGEST) + " …" : name;
    }
}
