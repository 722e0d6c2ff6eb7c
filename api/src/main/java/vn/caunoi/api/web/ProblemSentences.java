package vn.caunoi.api.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.processes.studio.Problem;
import vn.caunoi.processes.studio.Sentences;

/** What the check of a model found, as a sentence in the reader's language. */
@Component("told")
class ProblemSentences {

    /** A sentence about a form is within one about the model; a file of a stranger does not decide how deep it goes. */
    private static final int DEEPEST = 3;

    private final Words say;
    private final Problems reasons;

    ProblemSentences(Words say, Problems reasons) {
        this.say = say;
        this.reasons = reasons;
    }

    /** In English where nobody has put it into other words. */
    public String sentence(Problem problem) {
        return sentence(problem.message(), DEEPEST);
    }

    /** Why a process cannot go on: a sentence of its own, one of a check, or a reason for which a command is refused. */
    public String stuck(String cause) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.text().equals(cause))
                .findFirst()
                .map(reason -> reasons.message(reason, Words.locale()))
                .orElseGet(() -> sentence(cause, DEEPEST));
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

    private String sentence(String said, int deep) {
        Optional<Sentences.Said> known = deep == 0 ? Optional.empty() : Sentences.of(said);
        return known.map(one -> worded(one, deep)).orElse(said);
    }

    private String worded(Sentences.Said said, int deep) {
        Object[] values =
                said.values().stream().map(value -> sentence(value, deep - 1)).toArray();
        boolean ofLaw = said.code().startsWith("legal-step") && values.length > 1;
        boolean isEnglish = Words.locale().getLanguage().equals("en");
        if (ofLaw && !isEnglish)
            values[1] = say.word("studio.legal", said.values().getFirst());
        if (said.code().equals("no-limit") && !isEnglish) values[1] = say.word("option", values[1]);
        if (said.code().equals("stuck-basis") && !isEnglish) values[0] = say.word("basis", values[0]);
        if (said.code().equals("stuck-limit") && !isEnglish) {
            values[1] = say.word("option", values[1]);
            values[2] = say.word("deadline", values[2]);
        }
        return say.text("studio.told." + said.code(), values);
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
