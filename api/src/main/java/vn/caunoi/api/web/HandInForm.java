package vn.caunoi.api.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.caunoi.api.draft.Draft;
import vn.caunoi.api.idempotency.Seed;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PersonRole;

/**
 * The form of the desk, as it was typed so far. Names of inputs are the paths of the input, such as
 * {@code petitioners[0].fullName}; persons and points can be added and taken away.
 */
final class HandInForm {

    private static final Pattern MEMBER = Pattern.compile("(petitioners|points)\\[(\\d{1,4})]\\.(\\w+)");
    private static final Pattern LAST_NUMBER = Pattern.compile("\\d{1,4}$");
    private static final List<Channel> CHANNELS = List.of(
            Channel.DESK,
            Channel.POST,
            Channel.HOTLINE,
            Channel.EMAIL,
            Channel.ONLINE,
            Channel.PORTAL,
            Channel.FORWARDED);
    private static final String SHORT = "200";
    private static final String LINE = "500";
    private static final String LONG = "20000";

    private final Map<String, String> typed;
    private final Map<String, String> wrong;
    private final Words say;
    private final List<Choice> units;

    private HandInForm(Map<String, String> typed, Map<String, String> wrong, Words say, List<Choice> units) {
        this.typed = typed;
        this.wrong = wrong;
        this.say = say;
        this.units = units;
    }

    static HandInForm empty(Words say, List<Choice> units) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("seed", Seed.fresh());
        typed.put("channel", Channel.DESK.name());
        typed.put("petitioners[0].fullName", "");
        typed.put("points[0].demand", "");
        return new HandInForm(typed, Map.of(), say, units);
    }

    /** The same with what is known already, by the names of the inputs. */
    HandInForm known(Map<String, String> values) {
        Map<String, String> more = new LinkedHashMap<>(typed);
        more.putAll(values);
        return new HandInForm(more, wrong, say, units);
    }

    /** The same as if an input had not been sent. */
    HandInForm without(String name) {
        Map<String, String> less = new LinkedHashMap<>(typed);
        less.remove(name);
        return new HandInForm(less, wrong, say, units);
    }

    /** @param known of the person at this place, by the names of the fields */
    HandInForm person(int place, Map<String, String> known) {
        Map<String, String> more = new LinkedHashMap<>();
        known.forEach((field, value) -> more.put("petitioners[" + place + "]." + field, value));
        return known(more);
    }

    /**
     * Where what is known of a person goes: over who has the same number, or the same name without one; else where nobody is
     * named yet, else behind all.
     */
    int placeOf(@Nullable String idNumber, String fullName) {
        List<Integer> people = people();
        return people.stream()
                .filter(i -> isSame(i, idNumber, fullName))
                .findFirst()
                .or(() -> people.stream().filter(this::isNobody).findFirst())
                .orElse(people.size());
    }

    private boolean isSame(int i, @Nullable String idNumber, String fullName) {
        String number = typed("petitioners[" + i + "].idNumber");
        if (number != null && idNumber != null) return number.equals(idNumber);
        return fullName.equalsIgnoreCase(typed("petitioners[" + i + "].fullName"));
    }

    private boolean isNobody(int i) {
        return typed("petitioners[" + i + "].fullName") == null && typed("petitioners[" + i + "].idNumber") == null;
    }

    static HandInForm of(MultiValueMap<String, String> sent, Words say, List<Choice> units) {
        return new HandInForm(new LinkedHashMap<>(sent.toSingleValueMap()), Map.of(), say, units);
    }

    HandInForm wrong(Map<String, String> messages) {
        return new HandInForm(typed, messages, say, units);
    }

    /** @param what {@code people} or {@code points} */
    HandInForm oneMore(String what) {
        Map<String, String> more = new LinkedHashMap<>(typed);
        boolean person = what.equals("people");
        more.put(
                person ? "petitioners[" + people().size() + "].fullName" : "points[" + points().size() + "].demand",
                "");
        return new HandInForm(more, Map.of(), say, units);
    }

    /** @param which {@code people-1}: the second person */
    HandInForm oneLess(String which) {
        String list = which.startsWith("people") ? "petitioners" : "points";
        Matcher number = LAST_NUMBER.matcher(which);
        if (!number.find()) return this;
        int gone = Integer.parseInt(number.group());
        Map<String, String> less = new LinkedHashMap<>();
        typed.forEach((name, value) -> {
            Matcher member = MEMBER.matcher(name);
            if (!member.matches() || !member.group(1).equals(list)) less.put(name, value);
            else moved(member, gone).ifPresent(left -> less.put(left, value));
        });
        return new HandInForm(less, Map.of(), say, units);
    }

    private static Optional<String> moved(Matcher member, int gone) {
        int index = Integer.parseInt(member.group(2));
        if (index == gone) return Optional.empty();
        int now = index > gone ? index - 1 : index;
        return Optional.of(member.group(1) + "[" + now + "]." + member.group(3));
    }

    /** As it was left. */
    HandInForm with(Draft draft, String seed) {
        Map<String, String> left = new LinkedHashMap<>(typed);
        left.putAll(draft.typed());
        left.put("seed", seed);
        return new HandInForm(left, wrong, say, units);
    }

    @Nullable String typed(String name) {
        String value = typed.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The visit of the reception it came of. */
    public String visit() {
        return typed.getOrDefault("visit", "");
    }

    /** The conference at which it was raised. */
    public String conference() {
        return typed.getOrDefault("conference", "");
    }

    /** Number of the matter at that conference. */
    public String matter() {
        return typed.getOrDefault("matter", "");
    }

    public String seed() {
        return typed.getOrDefault("seed", "");
    }

    public List<Integer> people() {
        return indexes("petitioners");
    }

    public List<Integer> points() {
        return indexes("points");
    }

    private List<Integer> indexes(String list) {
        int count = typed.keySet().stream()
                .map(MEMBER::matcher)
                .filter(member -> member.matches() && member.group(1).equals(list))
                .mapToInt(member -> Integer.parseInt(member.group(2)) + 1)
                .max()
                .orElse(0);
        return IntStream.range(0, Math.min(count, 500)).boxed().toList();
    }

    public boolean manyUnits() {
        return units.size() > 1;
    }

    public Question channel() {
        return question("channel", FieldType.CHOICE, true).choices(words("channel", CHANNELS));
    }

    public Question kind() {
        return question("kind", FieldType.CHOICE, false)
                .choices(words("option", Arrays.asList(Kind.values())))
                .hint(say.text("handin.kind.hint"));
    }

    public Question unit() {
        return question("unit", FieldType.UNIT, false).choices(units);
    }

    public Question receivedAt() {
        return question("receivedAt", FieldType.DATETIME, false).hint(say.text("handin.receivedAt.hint"));
    }

    /** Ids of the files that were taken in with this form, in the order in which they came. */
    public List<String> scans() {
        return Arrays.stream(typed.getOrDefault("scans", "").split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }

    HandInForm scans(List<String> ids) {
        return known(Map.of("scans", String.join(",", ids)));
    }

    HandInForm withoutScan(String id) {
        return scans(scans().stream().filter(one -> !one.equals(id)).toList());
    }

    public Question files() {
        return question("files", FieldType.TEXT, false);
    }

    /** What a scanner typed of a card is never shown again. */
    public Question card() {
        return Question.of("card", label("card"), FieldType.TEXT, false, null)
                .bounds(null, "1000")
                .hint(say.text("handin.card.hint"))
                .error(wrong.get("card"));
    }

    /** Number of a paper or a phone by which somebody who was here before is looked up. */
    public Question lookup() {
        return question("lookup", FieldType.TEXT, false).bounds(null, "50").hint(say.text("handin.lookup.hint"));
    }

    /** The number that was looked up last. */
    public String looked() {
        return typed.getOrDefault("looked", "");
    }

    public Question anonymous() {
        return question("anonymous", FieldType.BOOLEAN, false);
    }

    public Question confidential() {
        return question("confidential", FieldType.BOOLEAN, false).hint(say.text("handin.confidential.hint"));
    }

    /** Those who signed beside the ones above, one a line. */
    public Question signatories() {
        return question("signatories", FieldType.LONGTEXT, false)
                .bounds(null, "100000")
                .hint(say.text("handin.signatories.hint"));
    }

    /** The input that a field belongs to: whoever is not asked for one by one is on the list. */
    String inputOf(String field) {
        if (field.equals("petitioners")) return people().isEmpty() ? "signatories" : "petitioners[0].role";
        Matcher member = MEMBER.matcher(field);
        boolean listed = member.matches()
                && member.group(1).equals("petitioners")
                && Integer.parseInt(member.group(2)) >= people().size();
        return listed ? "signatories" : field;
    }

    /** Code of the petition it repeats, if one was chosen. */
    public String duplicateOf() {
        return typed.getOrDefault("duplicateOf", "");
    }

    /** Hints come while typing; before that there are none. */
    public List<Object> noneYet() {
        return List.of();
    }

    public Question accused() {
        return question("accused", FieldType.TEXT, false).bounds(null, LINE).hint(say.text("handin.accused.hint"));
    }

    public Question text(String name, boolean required) {
        return question(name, FieldType.TEXT, required).bounds(null, LINE);
    }

    public Question longText(String name, boolean required) {
        return question(name, FieldType.LONGTEXT, required).bounds(null, LONG);
    }

    public Question day(String name) {
        return question(name, FieldType.DATE, false)
                .bounds(null, say.today().toString())
                .hint(name.endsWith("knownOn") ? say.text("handin.knownOn.hint") : null);
    }

    public Question demand(int i) {
        return member("points", i, "demand", FieldType.LONGTEXT, true)
                .bounds(null, LONG)
                .hint(i == 0 ? say.text("handin.demand.hint") : null);
    }

    public Question person(int i, String field, boolean required) {
        return member("petitioners", i, field, FieldType.TEXT, required).bounds(null, SHORT);
    }

    public Question role(int i) {
        return member("petitioners", i, "role", FieldType.CHOICE, false)
                .choices(words("role", Arrays.asList(PersonRole.values())));
    }

    @Nullable String error(String name) {
        return wrong.get(name);
    }

    /** In the order of the page, each leading to its input. */
    public List<Wrong> errors() {
        List<Wrong> all = new ArrayList<>();
        wrong.forEach((name, message) -> {
            Matcher member = MEMBER.matcher(name);
            String label = label(member.matches() ? member.group(1) + "." + member.group(3) : name);
            all.add(new Wrong(
                    Question.of(name, label, FieldType.TEXT, false, null).anchor(), label, message));
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
        return say.text("handin.field." + name);
    }

    private <E extends Enum<E>> List<Choice> words(String family, List<E> values) {
        Function<E, Choice> word = value -> new Choice(value.name(), say.word(family, value));
        return values.stream().map(word).toList();
    }
}
