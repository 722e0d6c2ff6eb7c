package vn.caunoi.api.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import vn.caunoi.api.letter.FormsInForce;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.projections.directory.Directory;

/** What people and units are called. Within one request each is looked up once. */
@Component("names")
class Names {

    private static final String MACHINE = "system:";
    private static final String LINK = "consult-link:";
    private static final String OUTSIDE = "outside";
    /** Whoever is known by code and PIN. */
    private static final String CITIZEN = "citizen";

    private static final String KNOWN = Names.class.getName();

    private final Directory directory;
    private final FormsInForce forms;
    private final Words say;

    Names(Directory directory, FormsInForce forms, Words say) {
        this.directory = directory;
        this.forms = forms;
        this.say = say;
    }

    public String officer(OfficerId id) {
        return officer(id.value());
    }

    /** The system itself for machines; the account for somebody the directory does not know. */
    public String officer(String id) {
        if (id.startsWith(MACHINE)) return say.text("names.system");
        if (id.equals(CITIZEN)) return say.text("names.citizen");
        if (id.startsWith(LINK) || id.equals(OUTSIDE)) return say.text("names.outside");
        return once("officer " + id, () -> directory
                .officer(new OfficerId(id))
                .map(Directory.Officer::name)
                .orElse(id));
    }

    public String unit(UnitId id) {
        return unit(id.value());
    }

    public String unit(String id) {
        return once(
                "unit " + id,
                () -> directory.unit(new UnitId(id)).map(Directory.Unit::name).orElse(id));
    }

    /** What the form of a letter is called in the reader's language. */
    public String letter(String template) {
        return forms.find(template, say.today()).map(this::letter).orElse(template);
    }

    public String letter(LetterForm form) {
        return Words.locale().getLanguage().equals("en") ? form.english() : form.name();
    }

    /** All units to choose from. */
    List<Choice> units() {
        return directory.units().stream()
                .map(unit -> new Choice(unit.id().value(), unit.name()))
                .toList();
    }

    /** Units to choose from, those above before those below. */
    List<Choice> units(Collection<UnitId> among) {
        return directory.units().stream()
                .filter(unit -> among.contains(unit.id()))
                .map(unit -> new Choice(unit.id().value(), unit.name()))
                .toList();
    }

    /** Units to search by; those that ended too, with their day. @param among null for all */
    List<Choice> searched(@Nullable Collection<UnitId> among) {
        return directory.everyUnit().stream()
                .filter(unit -> among == null || among.contains(unit.id()))
                .map(unit -> new Choice(
                        unit.id().value(),
                        unit.ended() == null
                                ? unit.name()
                                : say.text("unit.ended", unit.name(), say.day(unit.ended()))))
                .toList();
    }

    /** A unit and those above it, the nearest first. */
    List<Choice> above(UnitId unit) {
        return directory.path(unit).reversed().stream()
                .map(one -> new Choice(one.id().value(), one.name()))
                .toList();
    }

    /** The officers of a unit in whose hands a case may be, to choose from. */
    List<Choice> officersOf(UnitId unit) {
        return directory.officersOf(unit).stream()
                .filter(Directory.Officer::worksOnCases)
                .map(officer -> new Choice(officer.id().value(), officer.name()))
                .toList();
    }

    /** The officers of these units who may receive citizens, heads first, with their unit. */
    List<Choice> receivers(Collection<UnitId> among) {
        return directory.officers().stream()
                .filter(officer -> among.contains(officer.unit()))
                .filter(officer ->
                        officer.roles().contains(Role.HEAD) || officer.roles().contains(Role.OFFICER))
                .sorted(Comparator.comparing(officer -> !officer.roles().contains(Role.HEAD)))
                .map(officer -> new Choice(officer.id().value(), officer.name() + ", " + unit(officer.unit())))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static String once(String key, Supplier<String> lookUp) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) return lookUp.get();
        Object kept = request.getAttribute(KNOWN, RequestAttributes.SCOPE_REQUEST);
        Map<String, String> known = kept == null ? new HashMap<>() : (Map<String, String>) kept;
        if (kept == null) request.setAttribute(KNOWN, known, RequestAttributes.SCOPE_REQUEST);
        return known.computeIfAbsent(key, missing -> lookUp.get());
    }
}
