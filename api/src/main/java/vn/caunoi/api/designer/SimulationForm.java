package vn.caunoi.api.designer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vn.caunoi.api.designer.SimulationDesk.Asked;
import vn.caunoi.api.designer.SimulationDesk.Assumed;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.directory.Role;

/** What a reader typed of what would be different, as an address carries it: {@code people:A/officer=3}. */
public final class SimulationForm {
    private static final int MOST_PEOPLE = 1_000;
    private static final double LONGEST = 1_000;
    private static final int FEWEST = -90;
    private static final int MOST = 300;
    private static final int WHOLE = 100;
    private static final long SEED = 1;

    private final Map<String, String> typed;
    private final Input input = new Input();

    public SimulationForm(Map<String, String> typed) {
        this.typed = new TreeMap<>(typed);
        this.typed.values().removeIf(String::isBlank);
    }

    /** Refuses all that is wrong at once. */
    public Asked asked() {
        Map<String, Integer> people = new HashMap<>();
        each("people:", (line, text) -> {
            Integer many = whole("people:" + line, text, 1, MOST_PEOPLE);
            if (many != null) people.put(line, many);
        });
        Map<String, Double> lengths = new HashMap<>();
        each("length:", (step, text) -> {
            Double days = days("length:" + step, text);
            if (days != null) lengths.put(step, days);
        });
        Map<String, Assumed> news = news();
        Integer more = whole("more", typed.get("more"), FEWEST, MOST);
        Double allowed = days("allowed", typed.get("allowed"));
        long seed = seed();
        String with = input.optional("with", typed.get("with"), WHOLE);
        input.mustBeValid();
        return new Asked(with, more == null ? 0 : more, allowed, people, lengths, news, seed);
    }

    private void each(String prefix, BiConsumer<String, String> take) {
        typed.forEach((name, text) -> {
            if (name.startsWith(prefix)) take.accept(name.substring(prefix.length()), text);
        });
    }

    private Map<String, Assumed> news() {
        Map<String, Assumed> news = new HashMap<>();
        each("new-length:", (step, text) -> {
            Double days = days("new-length:" + step, text);
            Integer share = whole("new-share:" + step, typed.get("new-share:" + step), 0, WHOLE);
            String role = typed.getOrDefault("new-role:" + step, Role.OFFICER.group());
            if (!ROLES.contains(role)) input.wrong("new-role:" + step, "not-an-option", "is not one of the options");
            if (days != null) news.put(step, new Assumed(role, share == null ? WHOLE : share, days));
        });
        return news;
    }

    /** Groups that new work may be for. */
    public static final List<String> ROLES = List.of(Role.CLERK.group(), Role.OFFICER.group(), Role.HEAD.group());

    private long seed() {
        String text = typed.get("seed");
        if (text == null) return SEED;
        if (text.strip().matches("\\d{1,9}")) return Long.parseLong(text.strip());
        input.wrong("seed", "malformed", "is not a number");
        return SEED;
    }

    private @Nullable Integer whole(String field, @Nullable String text, int least, int most) {
        if (text == null) return null;
        if (!text.strip().matches("-?\\d{1,6}")) {
            input.wrong(field, "malformed", "is not a number");
            return null;
        }
        int number = Integer.parseInt(text.strip());
        if (number >= least && number <= most) return number;
        input.wrong(field, "out-of-bounds", "is between " + least + " and " + most);
        return null;
    }

    /** With a comma or a point. */
    private @Nullable Double days(String field, @Nullable String text) {
        if (text == null) return null;
        if (!text.strip().matches("\\d{1,6}([.,]\\d{1,6})?")) {
            input.wrong(field, "malformed", "is not a number");
            return null;
        }
        double days = Double.parseDouble(text.strip().replace(',', '.'));
        if (days <= LONGEST) return days;
        input.wrong(field, "out-of-bounds", "is between 0 and " + LONGEST);
        return null;
    }
}
