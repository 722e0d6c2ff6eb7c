package vn.caunoi.api.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.petition.Refusal;

/**
 * What is taken down of a call.
 *
 * @param unit that is to answer; null for the one of whoever took the call
 */
record HotlineCall(
        @Nullable String who,
        @Nullable String phone,
        @Nullable String what,
        @Nullable String where,
        @Nullable String unit) {

    static final int LONGEST = 20_000;
    private static final int SUBJECT = 120;

    /** Where the fields of a petition stand on this page. */
    private static final Map<String, String> FIELDS = Map.of(
            "petitioners[0].fullName", "who",
            "petitioners[0].phone", "phone",
            "subject", "what",
            "content", "what",
            "place", "where");

    static HotlineCall of(Map<String, String> typed) {
        return new HotlineCall(
                Lists.blankToNull(typed.get("who")),
                Lists.blankToNull(typed.get("phone")),
                Lists.blankToNull(typed.get("what")),
                Lists.blankToNull(typed.get("where")),
                Lists.blankToNull(typed.get("unit")));
    }

    boolean isAnonymous() {
        return who == null && phone == null;
    }

    /** How what was said begins, for lists. */
    String subject() {
        String first = what == null ? "" : what.lines().findFirst().orElse("").strip();
        if (first.length() <= SUBJECT) return first;
        int end = first.lastIndexOf(' ', SUBJECT - 1);
        return first.substring(0, end > 0 ? end : SUBJECT - 1) + "…";
    }

    static Map<String, String> wrong(Refusal refusal, Function<Refusal.Violation, String> message) {
        Map<String, String> wrong = new LinkedHashMap<>();
        refusal.violations()
                .forEach(one -> wrong.putIfAbsent(FIELDS.getOrDefault(one.field(), one.field()), message.apply(one)));
        return wrong;
    }

    static List<Question> questions(
            Map<String, String> typed, Map<String, String> wrong, List<Choice> units, Words say) {
        List<Question> all = new ArrayList<>(List.of(
                Question.of("who", say.text("hotline.who"), FieldType.TEXT, false, null)
                        .bounds(null, "200")
                        .hint(say.text("hotline.who.hint")),
                Question.of("phone", say.text("hotline.phone"), FieldType.TEXT, false, null)
                        .bounds(null, "50"),
                Question.of("what", say.text("hotline.what"), FieldType.LONGTEXT, true, null)
                        .bounds(null, String.valueOf(LONGEST)),
                Question.of("where", say.text("hotline.where"), FieldType.TEXT, false, null)
                        .bounds(null, "200")));
        if (units.size() > 1)
            all.add(Question.of("unit", say.text("handin.field.unit"), FieldType.UNIT, false, null)
                    .choices(units));
        return all.stream()
                .map(one -> one.value(typed.get(one.name())).error(wrong.get(one.name())))
                .toList();
    }
}
