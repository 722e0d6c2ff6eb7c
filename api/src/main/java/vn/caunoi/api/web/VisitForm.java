package vn.caunoi.api.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.caunoi.api.idempotency.Seed;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.reception.Heard;
import vn.caunoi.core.reception.IdentityCheck;
import vn.caunoi.core.reception.Paper;
import vn.caunoi.core.reception.Way;

/**
 * The form of a visit or call, as it was typed so far. Names of inputs are the paths of the input, such as
 * {@code visitors[0].fullName}; visitors and papers can be added and taken away.
 */
final class VisitForm {

    private static final Pattern MEMBER = Pattern.compile("(visitors|papers)\\[(\\d{1,3})]\\.(\\w+)");
    private static final String SHORT = "200";
    private static final String LINE = "500";
    private static final String LONG = "20000";

    private final Map<String, String> typed;
    private final Map<String, String> wrong;
    private final Words say;
    private final List<Choice> units;
    private final List<Choice> sittings;

    private VisitForm(
            Map<String, String> typed,
            Map<String, String> wrong,
            Words say,
            List<Choice> units,
            List<Choice> sittings) {
        this.typed = typed;
        this.wrong = wrong;
        this.say = say;
        this.units = units;
        this.sittings = sittings;
    }

    static VisitForm empty(Words say, List<Choice> units, List<Choice> sittings, @Nullable String sitting) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("seed", Seed.fresh());
        typed.put("way", Way.ROOM.name());
        typed.put("identity", IdentityCheck.CARD_SEEN.name());
        typed.put("people", "1");
        typed.put("visitors[0].fullName", "");
        if (sitting != null) typed.put("sitting", sitting);
        return new VisitForm(typed, Map.of(), say, units, sittings);
    }

    /** As it stands in the record, to be corrected. */
    static VisitForm correcting(Heard heard, Words say) {
        return new VisitForm(HeardTyped.of(heard), Map.of(), say, List.of(), List.of());
    }

    static VisitForm of(MultiValueMap<String, String> sent, Words say, List<Choice> units, List<Choice> sittings) {
        return new VisitForm(new LinkedHashMap<>(sent.toSingleValueMap()), Map.of(), say, units, sittings);
    }

    VisitForm wrong(Map<String, String> messages) {
        return new VisitForm(typed, messages, say, units, sittings);
    }

    /** @param list {@code visitors} or {@code papers} */
    VisitForm oneMore(String list) {
        Map<String, String> more = new LinkedHashMap<>(typed);
        boolean person = list.equals("visitors");
        String name = person ? "visitors[" + visitors().size() + "].fullName" : "papers[" + papers().size() + "].name";
        more.put(name, "");
        return new VisitForm(more, Map.of(), say, units, sittings);
    }

    /** @param which {@code papers-1}: the second paper */
    VisitForm oneLess(String which) {
        int dash = which.lastIndexOf('-');
        String list = which.substring(0, Math.max(0, dash));
        if (!which.substring(dash + 1).matches("\\d{1,3}")) return this;
        int gone = Integer.parseInt(which.substring(dash + 1));
        Map<String, String> less = new LinkedHashMap<>();
        typed.forEach((name, value) -> {
            Matcher member = MEMBER.matcher(name);
            if (!member.matches() || !member.group(1).equals(list)) {
                less.put(name, value);
                return;
            }
            int index = Integer.parseInt(member.group(2));
            if (index == gone) return;
            less.put(list + "[" + (index > gone ? index - 1 : index) + "]." + member.group(3), value);
        });
        return new VisitForm(less, Map.of(), say, units, sittings);
    }

    @Nullable String typed(String name) {
        String value = typed.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    public String seed() {
        return typed.getOrDefault("seed", "");
    }

    public List<Integer> visitors() {
        return indexes("visitors");
    }

    public List<Integer> papers() {
        return indexes("papers");
    }

    private List<Integer> indexes(String list) {
        int count = typed.keySet().stream()
                .map(MEMBER::matcher)
                .filter(member -> member.matches() && member.group(1).equals(list))
                .mapToInt(member -> Integer.parseInt(member.group(2)) + 1)
                .max()
                .orElse(0);
        return IntStream.range(0, Math.min(count, 200)).boxed().toList();
    }

    public boolean manyUnits() {
        return units.size() > 1;
    }

    public boolean anySitting() {
        return !sittings.isEmpty();
    }

    public Question way() {
        return question("way", FieldType.CHOICE, true).choices(words("visit.way", Way.values()));
    }

    public Question identity() {
        return question("identity", FieldType.CHOICE, true).choices(words("visit.identity", IdentityCheck.values()));
    }

    public Question matter() {
        return question("matter", FieldType.CHOICE, false)
                .choices(words("option", Kind.values()))
                .hint(say.text("visit.matter.hint"));
    }

    public Question unit() {
        return question("unit", FieldType.UNIT, false).choices(units);
    }

    public Question sitting() {
        return question("sitting", FieldType.UNIT, false).choices(sittings).hint(say.text("visit.sitting.hint"));
    }

    public Question people() {
        return question("people", FieldType.INTEGER, true).bounds("1", "100000").hint(say.text("visit.people.hint"));
    }

    public Question moment(String name) {
        return question(name, FieldType.DATETIME, false).hint(say.text("visit." + name + ".hint"));
    }

    /** Of a visit that is corrected: left empty, the moment stays. */
    public Question occurredBefore() {
        return question("occurred", FieldType.DATETIME, false).hint(say.text("visit.occurred.kept"));
    }

    public Question urgent() {
        return question("urgent", FieldType.BOOLEAN, false).hint(say.text("visit.urgent.hint"));
    }

    public Question text(String name, boolean required) {
        return question(name, FieldType.TEXT, required).bounds(null, LINE);
    }

    public Question reason() {
        return question("reason", FieldType.LONGTEXT, true).bounds(null, LONG).hint(say.text("visit.reason.hint"));
    }

    public Question longText(String name) {
        return question(name, FieldType.LONGTEXT, true).bounds(null, LONG);
    }

    public Question person(int i, String field, boolean required) {
        return member("visitors", i, field, FieldType.TEXT, required).bounds(null, SHORT);
    }

    /** Kept as it is. */
    public @Nullable String email(int i) {
        return typed("visitors[" + i + "].email");
    }

    public Question role(int i) {
        return member("visitors", i, "role", FieldType.CHOICE, false).choices(words("role", PersonRole.values()));
    }

    public Question paper(int i) {
        return member("papers", i, "name", FieldType.TEXT, true).bounds(null, LINE);
    }

    public Question paperForm(int i) {
        return member("papers", i, "form", FieldType.CHOICE, false).choices(words("visit.paper", Paper.Form.values()));
    }

    /** In the order of the page, each leading to its input. */
    public List<Wrong> errors() {
        List<Wrong> all = new ArrayList<>();
        wrong.forEach((name, message) -> {
            Matcher member = MEMBER.matcher(name);
            String label = label(member.matches() ? member.group(1) + "." + member.group(3) : name);
            String at = name.equals("visitors") ? "visitors[0].fullName" : name;
            all.add(new Wrong(
                    Question.of(at, label, FieldType.TEXT, false, null).anchor(), label, message));
        });
        return all;
    }

    private Question member(String list, int i, String field, FieldType type, boolean required) {
        String name = list + "[" + i + "]." + field;
        return Question.of(name, label(list + "." + field), type, required, typed.get(name))
                .error(wrong.get(name));
    }

    private Question question(String name, FieldType type, boolean required) {
        return Question.of(name, label(name), type, required, typed.get(name)).error(wrong.get(name));
    }

    private String label(String name) {
        return say.or("visit.field." + name, name);
    }

    private <E extends Enum<E>> List<Choice> words(String family, E[] values) {
        return Arrays.stream(values)
                .map(value -> new Choice(value.name(), say.word(family, value)))
                .toList();
    }
}
