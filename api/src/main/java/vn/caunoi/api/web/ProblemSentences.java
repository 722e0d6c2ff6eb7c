package vn.caunoi.api.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.processes.studio.Problem;
import vn.caunoi.processes.studio.Said;
import vn.caunoi.processes.studio.Sentence;

/** What the check of a model found, as a sentence in the reader's language. */
@Component("told")
class ProblemSentences {

    private final Words say;
    private final Problems reasons;

    ProblemSentences(Words say, Problems reasons) {
        this.say = say;
        this.reasons = reasons;
    }

    /** In English where nobody has put it into other words. */
    public String sentence(Problem problem) {
        return sentence(problem.said());
    }

    /** Why a process cannot go on: a sentence of its own, one of a check, or a reason for which a command is refused. */
    public String stuck(String cause) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.text().equals(cause))
                .findFirst()
                .map(reason -> reasons.message(reason, Words.locale()))
                .orElseGet(() -> sentence(Said.known(cause)));
    }

    /** What was changed in an element, {@code camunda:formKey: one → two}: by the words of the house, where there are any. */
    public String detail(String line) {
        int end = line.indexOf(": ");
        if (end < 0) return line;
        return Arrays.stream(line.substring(0, end).split(", ")).map(this::part).collect(Collectors.joining(", "))
                + line.substring(end);
    }

    private String part(String said) {
        String[] words = said.split(" ", 3);
        return switch (words[0]) {
            case "form" -> say.text("studio.detail.form");
            case "outcome", "field" -> words.length < 2 ? said : say.text("studio.detail." + words[0], words[1]);
            case "option" ->
                words.length < 3 ? said : say.text("studio.detail.option", words[1]) + ", " + attribute(words[2]);
            default -> attribute(said);
        };
    }

    /** The prefixes tell who asks for an attribute, which is nothing to who reads. */
    private String attribute(String said) {
        String plain = said.replaceAll("(^| )\\w+:", "$1").replace(' ', '.');
        return say.or("studio.attribute." + plain, said);
    }

    /** What a button would set, by the words of the house: {@code working group = officer}. */
    public String mends(Problem.Fix fix) {
        String attribute = fix.attribute().replaceFirst("^.*:", "");
        return say.or("studio.mends." + attribute, attribute) + " = " + value(attribute, fix.value());
    }

    /** In English where nobody has put it into other words. */
    String sentence(Said said) {
        if (said.sentence() == Sentence.AS_SAID) return said.english();
        Object[] values = said.values().toArray();
        if (said.last() != null) values[values.length - 1] = sentence(said.last());
        if (!Words.locale().getLanguage().equals("en")) words(said, values);
        return say.text("studio.told." + said.sentence().code(), values);
    }

    /** What a sentence names by a word that only the program knows, by a word of the house. */
    private void words(Said said, Object[] values) {
        switch (said.sentence()) {
            case LEGAL_STEP, LEGAL_STEP_NOWHERE, LEGAL_STEP_WAY -> values[1] = say.word("studio.legal", values[0]);
            case NO_LIMIT -> values[1] = say.word("option", values[1]);
            case NO_LIMIT_WITH -> {
                values[1] = say.word("option", values[1]);
                values[2] = circumstances(said.values().get(2));
            }
            case NO_LIMIT_UNDECLARED_WITH ->
                values[1] = circumstances(said.values().get(1));
            case BROKEN_UNREADABLE,
                    BROKEN_UNCLEAR,
                    BROKEN_POLICY,
                    BROKEN_LANGUAGE,
                    BROKEN_NAME,
                    BROKEN_TWICE,
                    BROKEN_OTHERS,
                    BROKEN_NO_LIMIT,
                    BROKEN_CELL,
                    BROKEN_VALUE,
                    BROKEN_LIMIT,
                    BROKEN_HANDLING,
                    BROKEN_RUNG,
                    BROKEN_UNIT -> values[0] = table(said.values().getFirst());
            case STUCK_BASIS -> values[0] = say.word("basis", values[0]);
            case STUCK_LIMIT -> {
                values[1] = say.word("option", values[1]);
                values[2] = say.word("deadline", values[2]);
                values[3] = circumstances(said.values().get(3));
            }
            default -> {}
        }
    }

    /** {@code deadlines}, or one content of it: {@code deadlines@1a2b} */
    private String table(String named) {
        return say.word("studio.table", named.replaceFirst("@.*$", ""));
    }

    /** {@code [COMPLEX, REMOTE]} */
    private String circumstances(String listed) {
        String some = listed.replaceAll("^\\[|]$", "");
        if (some.isEmpty()) return say.text("none");
        return Arrays.stream(some.split(", "))
                .map(one -> say.word("studio.circumstance", one))
                .collect(Collectors.joining(", "));
    }

    private String value(String attribute, String value) {
        return switch (attribute) {
            case "candidateGroups" -> say.or("group." + value.toUpperCase(Locale.ROOT), value);
            case "formKey" -> say.or("form." + value, value);
            case "ground" -> say.word("studio.ground", value);
            case "isExecutable" -> say.word("studio.mends", value);
            default -> value;
        };
    }

    /** As the script of the studio shows it. @param mends what its button says; empty where nothing is offered */
    record Seen(
            Problem.Severity severity,
            @Nullable String element,
            String rule,
            String code,
            String message,
            Problem.@Nullable Fix fix,
            String mends) {}

    List<Seen> seen(List<Problem> problems) {
        return problems.stream()
                .map(one -> new Seen(
                        one.severity(),
                        one.element(),
                        one.rule(),
                        one.code(),
                        sentence(one),
                        one.fix(),
                        one.fix() == null ? "" : mends(one.fix())))
                .toList();
    }
}
