package vn.caunoi.api.letter;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Milestone;

/**
 * A form of letters as somebody wrote it, nothing checked yet.
 *
 * @param kinds of petitions it is for; none: all
 * @param recipients one a line; {@code body} a paragraph each line
 * @param from first day in force; today when left out
 * @param opens stage word of the time that its receipt gives; kept from the edition before when left out, as are the next
 * @param fills {@code form.field=fact}, parted by blanks or line ends
 * @param signers places under which it is signed, one a line, when several sign it
 */
@Schema(name = "LetterFormInput")
public record FormInput(
        @Nullable String id,
        @Nullable String name,
        @Nullable String english,
        @Nullable String law,
        @Nullable String confidence,
        @Nullable LocalDate from,
        @Nullable List<@Nullable String> kinds,
        @Nullable String sort,
        @Nullable String title,
        @Nullable String subject,
        @Nullable String addressee,
        @Nullable String recipients,
        @Nullable String body,
        @Nullable String requires,
        @Nullable String opens,
        @Nullable String fills,
        @Nullable String signers) {

    private static final int SHORT = 40;
    private static final int LINE = 500;
    private static final int LONG = 20_000;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,60}");
    private static final Pattern WORD = Pattern.compile("\\{([^{}]*)}");
    private static final Set<String> CONFIDENCE = Set.of("S", "S-", "M+", "M?", "X");

    /**
     * The form, in the edition that is known; a field that is wrong refuses it.
     *
     * @param known the edition before; null for a form of one's own
     * @param ties to times and tasks, against which those of the form are checked
     */
    LetterForm checked(@Nullable LetterForm known, int highest, LocalDate today, FormTies ties) {
        Input input = new Input();
        String named = input.required("id", id, SHORT * 2);
        if (!named.isEmpty() && !ID.matcher(named).matches()) input.wrong("id", "malformed", "is a word like own-form");
        String sure = Objects.requireNonNullElse(input.optional("confidence", confidence, SHORT), "M?");
        if (!CONFIDENCE.contains(sure)) input.wrong("confidence", "not-an-option", "is one of S, S-, M+, M? and X");
        Milestone needed = input.choice("requires", requires, Milestone.class);
        Set<Kind> of = kinds(input);
        LocalDate since = Objects.requireNonNullElse(from, today);
        LetterForm form = new LetterForm(
                named,
                highest,
                input.required("name", name, LINE),
                Objects.requireNonNullElse(input.optional("english", english, LINE), or(name)),
                input.required("law", law, LINE),
                sure,
                since,
                of,
                or(input.optional("sort", sort, SHORT)),
                or(input.optional("title", title, LINE)),
                input.required("subject", subject, LINE),
                or(input.optional("addressee", addressee, LINE)),
                lines(input.required("recipients", recipients, LONG)),
                lines(input.required("body", body, LONG)),
                needed,
                ties.opens(opens, known, of, since, input),
                ties.fills(fills, known, input),
                ties.signers(signers, known, input));
        mustKnowItsWords(form, input);
        input.mustBeValid();
        return form;
    }

    private Set<Kind> kinds(Input input) {
        Set<Kind> of = new HashSet<>();
        if (kinds == null) return of;
        for (String one : kinds) {
            Kind kind = input.choice("kinds", one, Kind.class);
            if (kind != null) of.add(kind);
        }
        return of;
    }

    private static void mustKnowItsWords(LetterForm form, Input input) {
        mustBeKnown("subject", Stream.of(form.subject()), input);
        mustBeKnown("addressee", Stream.of(form.addressee()), input);
        mustBeKnown("recipients", form.recipients().stream(), input);
        mustBeKnown("body", form.body().stream(), input);
    }

    private static void mustBeKnown(String field, Stream<String> lines, Input input) {
        List<String> unknown = lines.flatMap(line -> WORD.matcher(line).results())
                .map(MatchResult::group)
                .filter(word -> !SampleWords.known().contains(word.substring(1, word.length() - 1)))
                .distinct()
                .toList();
        if (!unknown.isEmpty())
            input.wrong(field, "unknown-word", "has words that no case tells: " + String.join(", ", unknown));
    }

    private static List<String> lines(String text) {
        return new ArrayList<>(text.lines().map(String::strip).toList());
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
