package vn.caunoi.processes.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.caunoi.core.form.FormCatalogue;

/** Whatever is handed in as a model ends in a list of problems, soon and with little memory; nothing is fetched. */
class HostileModelsTest {

    /** Sound in spite of how they look: a mark too many, a style nobody reads, a name that is only text. */
    private static final Set<String> HARMLESS = Set.of(
            "style sheet",
            "schema elsewhere",
            "markup in a name",
            "direction marks in a name",
            "long chain",
            "many ends of one gateway");

    private static final Duration HUNG = Duration.ofSeconds(30);
    private static final long MOST_MEMORY = 600_000_000;

    private final ModelCheck check = new ModelCheck(FormCatalogue.shipped());

    static Stream<Arguments> files() {
        return HostileModels.all().entrySet().stream().map(file -> Arguments.of(file.getKey(), file.getValue()));
    }

    @Test
    void there_are_many_of_them() {
        assertThat(HostileModels.all()).hasSizeGreaterThan(120);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void each_ends_in_problems_in_words(String name, byte[] file) {
        long before = allocated();
        List<Problem> problems = assertTimeoutPreemptively(HUNG, () -> check.check(file));
        assertThat(problems).hasSizeLessThanOrEqualTo(200).allSatisfy(HostileModelsTest::isInWords);
        assertThat(problems.stream().anyMatch(Problem::isError)).isEqualTo(!HARMLESS.contains(name));
        assertThat(allocated() - before).isLessThan(MOST_MEMORY);
    }

    /** Shipped models with pieces cut, doubled, exchanged, and bytes altered; the seed is in the name. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_damaged_model_is_told_or_sound_but_never_an_accident(int seed) {
        byte[] damaged = DamagedModel.of(seed);
        List<Problem> problems = assertTimeoutPreemptively(HUNG, () -> check.check(damaged));
        assertThat(problems).allSatisfy(HostileModelsTest::isInWords);
    }

    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    private static void isInWords(Problem problem) {
        assertThat(problem.message())
                .hasSizeLessThan(600)
                .doesNotContain(
                        "Exception", "\tat ", "java.", "org.camunda", "com.sun", "192.0.2.1", "root:x:", "null}");
        assertThat(problem.rule()).matches("[a-z-]+");
        assertThat(problem.said().sentence()).as(problem.message()).isNotEqualTo(Sentence.AS_SAID);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getTotalThreadAllocatedBytes();
    }

    /** What came of a shipped model by a few accidents. */
    private static final class DamagedModel {

        private static final List<String> KEYS = Shipped.KEYS;

        static byte[] of(int seed) {
            Random random = new Random(seed);
            String text = new String(Shipped.xml(KEYS.get(seed % KEYS.size())), StandardCharsets.UTF_8);
            for (int i = 0; i <= random.nextInt(4); i++) text = damaged(text, random);
            return text.getBytes(StandardCharsets.UTF_8);
        }

        private static String damaged(String text, Random random) {
            int from = text.indexOf('<', random.nextInt(text.length() - 1));
            int to = from < 0 ? -1 : text.indexOf('>', from) + 1;
            if (from < 0 || to <= 0) return text;
            String tag = text.substring(from, to);
            return switch (random.nextInt(7)) {
                case 0 -> text.substring(0, from) + text.substring(to);
                case 1 -> text.substring(0, to) + tag + text.substring(to);
                case 2 -> text.substring(0, from) + tag.replaceFirst("=\"[^\"]*\"", "=\"\"") + text.substring(to);
                case 3 -> text.substring(0, from) + tag.replaceFirst(" [a-zA-Z:]+=\"[^\"]*\"", "") + text.substring(to);
                case 4 -> text.substring(0, from) + (char) random.nextInt(0xD000) + text.substring(from + 1);
                case 5 -> text.substring(0, to) + text.substring(Math.min(text.length(), to + random.nextInt(3_000)));
                default -> swapped(text, random);
            };
        }

        /** One identifier of the file is put in place of another. */
        private static String swapped(String text, Random random) {
            List<String> values = java.util.regex.Pattern.compile("\"([^\"]*)\"")
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            String one = values.get(random.nextInt(values.size()));
            String other = values.get(random.nextInt(values.size()));
            return text.replace("\"" + one + "\"", "\"" + other + "\"");
        }
    }
}
