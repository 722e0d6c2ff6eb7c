package vn.caunoi.ops.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.form.Field;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.core.petition.Kind;

/** How people of the demonstration end a task: which outcome, and what they write in its fields. */
final class SampleChoice {
    private final RandomGenerator random;
    private final SampleTexts texts;

    SampleChoice(RandomGenerator random, SampleTexts texts) {
        this.random = random;
        this.texts = texts;
    }

    /** In shares near those of real registers: of ten petitions two are stored, three go elsewhere. */
    Outcome outcome(Form form, Kind kind, boolean again) {
        List<Outcome> all = form.outcomes();
        int percent = random.nextInt(100);
        String id =
                switch (form.id()) {
                    case "classify", "triage" -> classified(kind, percent);
                    case "decide-acceptance" ->
                        percent < 70
                                ? "accept"
                                : percent < 80 ? "accept-complex" : percent < 94 ? "not-accept" : "guide";
                    case "hold-dialogue" -> percent < 80 ? "held" : percent < 90 ? "held-unsigned" : "not-attended";
                    case "assign-answer" -> percent < 82 ? "assigned" : "transfer";
                    case "draft-answer" -> percent < 94 ? "drafted" : "hand-back";
                    case "approve-answer" -> again || percent < 85 ? "approve" : "return";
                    case "publish-answer" -> percent < 60 ? "published" : "not-published";
                    case "check-denunciation" ->
                        percent < 70
                                ? "propose-acceptance"
                                : percent < 80 ? "propose-refusal" : percent < 92 ? "not-competent" : "several-places";
                    case "check-anonymous" -> percent < 30 ? "inspect" : "store";
                    case "decide-denunciation" -> percent < 85 ? "accept" : "refuse";
                    case "handle-conclusion" -> percent < 95 ? "handled" : "prosecute";
                    case "decide-withdrawal" -> percent < 80 ? "terminated" : "go-on";
                    case "approve-resolution" -> again || percent < 80 ? "approve" : "return";
                    default -> all.getFirst().id();
                };
        return form.outcome(id).orElse(all.getFirst());
    }

    private static String classified(Kind kind, int percent) {
        boolean complaint = kind == Kind.COMPLAINT;
        if (percent < (complaint ? 84 : 58)) return "classified";
        if (percent < (complaint ? 90 : 64)) return "needs-supplement";
        if (percent < (complaint ? 96 : 78)) return "guide";
        return percent < (complaint ? 97 : 92) ? "transfer" : "store";
    }

    /** Values for the required fields of an outcome that is resolved for its case. */
    Map<String, Object> values(Outcome outcome, Kind kind, String officer, LocalDate today) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : outcome.fields())
            if (field.required()) values.put(field.id(), value(field, kind, officer, today));
        return values;
    }

    private Object value(Field field, Kind kind, String officer, LocalDate today) {
        return switch (field.type()) {
            case TEXT, LONGTEXT, FILE -> texts.answer(field.id());
            case DATE -> (field.id().equals("expectedOn") ? today.plusDays(7) : today).toString();
            case DATETIME ->
                today.plusDays(5)
                        .atTime(LocalTime.of(9, 0))
                        .atZone(BusinessClock.ZONE)
                        .toOffsetDateTime()
                        .toString();
            case INTEGER -> 1;
            case BOOLEAN -> false;
            case OFFICER -> officer;
            case UNIT -> DemoDirectory.WARD_A.value();
            case CHOICE -> choice(field, kind);
        };
    }

    private String choice(Field field, Kind kind) {
        if (field.id().equals("kind")) return kind.name();
        if (field.id().startsWith("result") || field.id().equals("conclusion")) {
            int percent = random.nextInt(100);
            return percent < 65 ? "WRONG" : percent < 82 ? "PARTLY_RIGHT" : "RIGHT";
        }
        if (field.id().startsWith("verdict")) {
            int percent = random.nextInt(100);
            return percent < 67 ? "FALSE" : percent < 76 ? "NOT_ENOUGH_GROUND" : percent < 91 ? "PARTLY_TRUE" : "TRUE";
        }
        return random.nextInt(100) < 70 ? field.options().getFirst() : texts.pick(field.options());
    }
}
