package vn.caunoi.api.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.api.officer.HandInInput;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Refusal;

/** The form by which people without an account hand in, in plain words; as it was typed so far. */
final class OnlineForm {

    private static final String SHORT = "200";
    private static final String LINE = "500";
    private static final String LONG = "20000";

    /** Questions that stand together under a word: key of the message. */
    record Section(String key, List<Question> questions) {}

    private final Map<String, String> typed;
    private final Map<String, String> wrong;
    private final Words say;
    private final List<Choice> units;

    OnlineForm(Map<String, String> typed, Words say, List<Choice> units) {
        this(typed, Map.of(), say, units);
    }

    private OnlineForm(Map<String, String> typed, Map<String, String> wrong, Words say, List<Choice> units) {
        this.typed = typed;
        this.wrong = wrong;
        this.say = say;
        this.units = units;
    }

    /** What was typed, of all that was sent. */
    static Map<String, String> typed(Map<String, String> sent) {
        Map<String, String> typed = new LinkedHashMap<>(sent);
        typed.keySet().removeAll(List.of("_csrf", "secret", "then", "file", "website"));
        return typed;
    }

    OnlineForm wrong(Refusal refusal, Function<Refusal.Violation, String> message) {
        Map<String, String> messages = new LinkedHashMap<>();
        refusal.violations().forEach(one -> messages.putIfAbsent(inputOf(one.field()), message.apply(one)));
        return new OnlineForm(typed, messages, say, units);
    }

    /** The input that a field of the petition was typed into. */
    private static String inputOf(String field) {
        return field.replaceAll("^petitioners(\\[\\d+])?\\.?", "")
                .replaceAll("^points(\\[\\d+])?(\\.demand)?$", "demand")
                .replaceAll("^$", "fullName");
    }

    public List<Section> sections() {
        return List.of(
                new Section("online.what", matter()),
                new Section("online.decision", decision()),
                new Section("online.who", people()));
    }

    public List<Wrong> errors() {
        return Wrong.in(sections().stream()
                .flatMap(section -> section.questions().stream())
                .toList());
    }

    private List<Question> matter() {
        return Stream.of(
                        asked("kind", FieldType.CHOICE, true).choices(kinds()),
                        asked("unit", FieldType.UNIT, true).choices(units),
                        asked("category", FieldType.TEXT, false).bounds(null, SHORT),
                        asked("place", FieldType.TEXT, false).bounds(null, SHORT),
                        asked("subject", FieldType.TEXT, true).bounds(null, LINE),
                        asked("content", FieldType.LONGTEXT, true).bounds(null, LONG),
                        asked("demand", FieldType.LONGTEXT, false).bounds(null, LONG))
                .toList();
    }

    private List<Question> decision() {
        return Stream.of(
                        asked("about.decision", FieldType.TEXT, false).bounds(null, LINE),
                        asked("about.number", FieldType.TEXT, false).bounds(null, SHORT),
                        asked("about.date", FieldType.DATE, false),
                        asked("about.issuer", FieldType.TEXT, false).bounds(null, LINE),
                        asked("about.knownOn", FieldType.DATE, false))
                .toList();
    }

    private List<Question> people() {
        return Stream.of(
                        asked("fullName", FieldType.TEXT, true).bounds(null, SHORT),
                        asked("address", FieldType.TEXT, true).bounds(null, LINE),
                        asked("phone", FieldType.TEXT, false).bounds(null, "50"),
                        asked("email", FieldType.TEXT, false).bounds(null, SHORT),
                        asked("idNumber", FieldType.TEXT, false).bounds(null, "50"),
                        asked("confidential", FieldType.BOOLEAN, false))
                .toList();
    }

    private Question asked(String name, FieldType type, boolean required) {
        String hint = say.or("online.hint." + name, "");
        return Question.of(name, say.text("online.field." + name), type, required, typed.get(name))
                .hint(hint.isEmpty() ? null : hint)
                .error(wrong.get(name));
    }

    private List<Choice> kinds() {
        return Stream.of(Kind.FEEDBACK, Kind.PROPOSAL, Kind.COMPLAINT)
                .map(kind -> new Choice(kind.name(), say.text("online.kind." + kind)))
                .toList();
    }

    /** Lines of the summary that is looked over before it is sent. */
    List<Typed.Kept> summary() {
        return sections().stream()
                .flatMap(section -> section.questions().stream())
                .filter(question ->
                        question.value() != null && !question.value().isBlank())
                .map(question -> new Typed.Kept(question.label(), said(question)))
                .toList();
    }

    private String said(Question question) {
        String value = Objects.requireNonNullElse(question.value(), "");
        if (question.type() == FieldType.BOOLEAN) return say.text("yes");
        return question.choices().stream()
                .filter(choice -> choice.id().equals(value))
                .map(Choice::label)
                .findFirst()
                .orElse(value);
    }

    /** @param categories gives the id of a category for what was typed */
    HandInInput input(Function<@Nullable String, @Nullable String> categories) {
        Input check = new Input();
        HandInInput.About about = about(check);
        if (value("address") == null) check.wrong("petitioners[0].address", "required", "is required");
        check.mustBeValid();
        return new HandInInput(
                value("kind"),
                Channel.ONLINE.name(),
                null,
                value("subject"),
                value("content"),
                categories.apply(value("category")),
                value("unit"),
                value("place"),
                false,
                "true".equals(typed.get("confidential")),
                about,
                null,
                List.of(),
                demands(),
                List.of(new HandInInput.Petitioner(
                        value("fullName"), value("idNumber"), value("address"), value("phone"), value("email"), null)));
    }

    /** Each line is a point; a complaint demands something. */
    private List<HandInInput.@Nullable Demand> demands() {
        String demand = value("demand");
        boolean isComplaint = Kind.COMPLAINT.name().equals(value("kind"));
        List<HandInInput.@Nullable Demand> points = new ArrayList<>();
        if (demand == null && isComplaint) points.add(new HandInInput.Demand(""));
        if (demand == null) return points;
        demand.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> points.add(new HandInInput.Demand(line)));
        return points;
    }

    private HandInInput.@Nullable About about(Input check) {
        LocalDate date = day("about.date", check);
        LocalDate knownOn = day("about.knownOn", check);
        String decision = value("about.decision");
        String number = value("about.number");
        String issuer = value("about.issuer");
        boolean nothing = decision == null && number == null && issuer == null && date == null && knownOn == null;
        return nothing ? null : new HandInInput.About(decision, number, date, issuer, knownOn);
    }

    private @Nullable LocalDate day(String name, Input check) {
        String text = value(name);
        if (text == null) return null;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            check.wrong(name, "malformed", "is not a day");
            return null;
        }
    }

    private @Nullable String value(String name) {
        return Lists.blankToNull(typed.getOrDefault(name, ""));
    }
}
