package vn.caunoi.ops.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.core.petition.Kind;

/** Words the sample cases are made of. All people in them are invented. */
final class SampleTexts {
    private final Map<String, List<String>> people = read("people", new TypeReference<>() {});
    private final List<Matter> matters = read("matters", new TypeReference<>() {});
    private final Map<String, List<String>> answers = read("answers", new TypeReference<>() {});
    private final RandomGenerator random;

    /** What somebody writes about. */
    record Matter(
            Kind kind,
            String category,
            String subject,
            String content,
            List<String> demands,
            @Nullable String decision) {}

    SampleTexts(RandomGenerator random) {
        this.random = random;
    }

    Matter matter(Kind kind) {
        return pick(matters.stream().filter(matter -> matter.kind() == kind).toList());
    }

    String name() {
        return pick("surnames") + " " + pick(random.nextBoolean() ? "men" : "women");
    }

    String address() {
        return "Số " + (1 + random.nextInt(250)) + " đường " + pick("streets") + ", " + village();
    }

    String village() {
        return pick("villages");
    }

    String phone() {
        return "09" + String.format("%08d", random.nextInt(100_000_000));
    }

    /** Twelve digits, beginning with 000, which no card has. */
    String idNumber() {
        return "000" + String.format("%09d", random.nextInt(1_000_000_000));
    }

    /** Fills the gaps of a text of a matter. */
    String filled(String text) {
        return text.replace("{number}", String.valueOf(100 + random.nextInt(900)))
                .replace("{year}", String.valueOf(1988 + random.nextInt(25)))
                .replace("{village}", village());
    }

    /** Something to write in a field of a form; {@code field} may end in the number of a point. */
    String answer(String field) {
        String word = field.replaceFirst("_\\d+$", "");
        if (word.equals("participants")) return name() + "; người khiếu nại\n" + name() + "; " + pick("parts");
        if (word.equals("number") || word.equals("decisionNumber")) return (10 + random.nextInt(900)) + "/QĐ-UBND";
        return pick(answers.getOrDefault(word, List.of("—")));
    }

    private String pick(String list) {
        return pick(people.getOrDefault(list, List.of()));
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static <T> T read(String name, TypeReference<T> type) {
        try (InputStream file = SampleTexts.class.getResourceAsStream("/samples/" + name + ".json")) {
            if (file == null) throw new IllegalStateException("samples/" + name + ".json is missing from the build");
            return JsonMapper.shared().readValue(file, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
