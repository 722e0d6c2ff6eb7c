package vn.caunoi.api.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.CaseInput;
import vn.caunoi.api.officer.HandInInput;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.Part;

/** What is asked to split a petition: for each part its kind, subject and demands. A part without words is none. */
@Component
class SplitQuestions {

    private static final int MOST = 5;
    private static final Pattern PART = Pattern.compile("parts\\[(\\d+)]\\.(\\w+).*");

    private final Words say;

    SplitQuestions(Words say) {
        this.say = say;
    }

    /** One part for each point that stands is filled in already, as long as there are not too many. */
    List<Question> questions(CaseFile file) {
        List<String> demands = file.points().stream()
                .filter(point -> !point.withdrawn())
                .map(Part.PointOf::demand)
                .toList();
        boolean byPoint = demands.size() > 1 && demands.size() <= MOST;
        List<Question> all = new ArrayList<>();
        for (int part = 1; part <= MOST; part++) {
            String demand = byPoint && part <= demands.size() ? demands.get(part - 1) : null;
            all.add(question("subject", part, FieldType.TEXT, demand == null ? null : file.subject())
                    .bounds(null, "500"));
            all.add(question("kind", part, FieldType.CHOICE, null).choices(kinds()));
            all.add(question("demands", part, FieldType.LONGTEXT, demand)
                    .bounds(null, "20000")
                    .hint(part == 1 ? say.text("split.demands.hint") : null));
        }
        all.add(Question.of("reason", say.text("ask.reason"), FieldType.LONGTEXT, true, null)
                .bounds(null, "20000"));
        return all;
    }

    static CaseInput.Split answered(Function<String, @Nullable String> typed) {
        List<CaseInput.@Nullable Part> parts = new ArrayList<>();
        for (int part = 1; part <= MOST; part++) {
            String subject = typed.apply("subject_" + part);
            String demands = typed.apply("demands_" + part);
            if (subject == null && demands == null) continue;
            parts.add(new CaseInput.Part(subject, null, typed.apply("kind_" + part), null, demands(demands)));
        }
        return new CaseInput.Split(parts, typed.apply("reason"));
    }

    /** The name of the input that a field belongs to. */
    static String inputOf(String field) {
        Matcher part = PART.matcher(field);
        if (field.equals("parts")) return "subject_1";
        return part.matches() ? part.group(2) + "_" + (Integer.parseInt(part.group(1)) + 1) : field;
    }

    private static @Nullable List<HandInInput.@Nullable Demand> demands(@Nullable String typed) {
        if (typed == null) return null;
        return typed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .<HandInInput.@Nullable Demand>map(HandInInput.Demand::new)
                .toList();
    }

    private List<Choice> kinds() {
        return Arrays.stream(Kind.values())
                .map(kind -> new Choice(kind.name(), say.word("option", kind)))
                .toList();
    }

    private Question question(String what, int part, FieldType type, @Nullable String value) {
        return Question.of(what + "_" + part, say.text("split." + what, part), type, false, value);
    }
}
