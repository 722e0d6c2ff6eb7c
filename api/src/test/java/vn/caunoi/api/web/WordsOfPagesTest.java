package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.caunoi.api.bulk.BulkAct;
import vn.caunoi.api.reception.VisitActions;
import vn.caunoi.core.category.CategoryTree;
import vn.caunoi.core.conference.Occasion;
import vn.caunoi.core.deadline.Circumstance;
import vn.caunoi.core.deadline.DayMark;
import vn.caunoi.core.deadline.LimitUnit;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.form.Field;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.petition.Basis;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.Complexity;
import vn.caunoi.core.petition.CourtResult;
import vn.caunoi.core.petition.DecisionState;
import vn.caunoi.core.petition.DirectionEnd;
import vn.caunoi.core.petition.EnforcementProgress;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.LetterState;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.core.petition.Participant;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.Relation;
import vn.caunoi.core.petition.ReopenGround;
import vn.caunoi.core.petition.SendingWay;
import vn.caunoi.core.petition.Signature;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.petition.Status;
import vn.caunoi.core.reception.IdentityCheck;
import vn.caunoi.core.reception.Paper;
import vn.caunoi.core.reception.Told;
import vn.caunoi.core.reception.TurnedAwayGround;
import vn.caunoi.core.reception.UnscheduledGround;
import vn.caunoi.core.reception.Way;
import vn.caunoi.processes.studio.Sentence;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.casefile.Part;
import vn.caunoi.projections.conference.Conferences;
import vn.caunoi.projections.direction.Directions;
import vn.caunoi.projections.oversight.Measure;
import vn.caunoi.projections.reception.Visits;
import vn.caunoi.projections.rota.Rota;

class WordsOfPagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z][\\w.-]*)[(}]");
    private static final Pattern CALLED = Pattern.compile("@say\\.text\\('([\\w.-]+)'");
    private static final Pattern TAG = Pattern.compile("<!--.*?-->|<(?:\"[^\"]*\"|[^>\"])*>", Pattern.DOTALL);
    private static final Pattern SPOKEN =
            Pattern.compile("\\s(?:title|alt|placeholder|aria-label|value|label)=\"([^\"]*)\"");
    private static final Pattern ROW = Pattern.compile("<rule id=\"(\\w+)\">\\s*<description>([^<]*)</description>");
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");

    @ParameterizedTest
    @ValueSource(strings = {"web", "messages", "mail"})
    void both_languages_have_the_same_words(String bundle) {
        assertThat(keys(bundle + "_en")).containsExactlyInAnyOrderElementsOf(keys(bundle));
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "messages", "mail"})
    void both_languages_say_the_same_values(String bundle) {
        Properties vietnamese = read(bundle);
        Properties english = read(bundle + "_en");
        assertThat(keys(bundle)).allSatisfy(key -> assertThat(places(english.getProperty(key)))
                .as(key)
                .containsExactlyInAnyOrderElementsOf(places(vietnamese.getProperty(key))));
    }

    @Test
    void every_word_of_a_template_is_in_the_bundles() {
        Set<String> known = allKeys();
        templates().forEach((name, html) -> assertThat(Stream.of(KEY, CALLED)
                        .flatMap(pattern -> pattern.matcher(html).results())
                        .map(found -> found.group(1)))
                .as(name)
                .allSatisfy(key -> assertThat(known).contains(key)));
    }

    @Test
    void no_template_has_words_of_its_own() {
        templates().forEach((name, html) -> {
            assertThat(TAG.matcher(html).replaceAll(" ")).as(name).doesNotContainPattern("\\p{L}");
            assertThat(SPOKEN.matcher(withoutThymeleaf(html)).results().map(found -> found.group(1)))
                    .as(name)
                    .allSatisfy(text -> assertThat(text).matches("[a-z-]*"));
        });
    }

    @Test
    void no_template_has_scripts_styles_or_handlers_of_its_own() {
        templates().forEach((name, html) -> assertThat(html)
                .as(name)
                .doesNotContainPattern(
                        "(?i)<style|\\sstyle=|\\son[a-z]+=|javascript:|https?://(?!www\\.w3\\.org|www\\.thymeleaf\\.org)")
                .doesNotContainPattern("(?i)<script(?![^>]*src=)"));
    }

    @Test
    void every_sentence_of_a_check_is_said_in_both_languages() {
        Properties vietnamese = read("web");
        Properties english = read("web_en");
        assertThat(Sentence.values()).allSatisfy(sentence -> {
            String key = "studio.told." + sentence.code();
            assertThat(english.getProperty(key)).isEqualTo(sentence.english());
            assertThat(places(vietnamese.getProperty(key, "")))
                    .as(key)
                    .containsExactlyInAnyOrderElementsOf(places(sentence.english()));
        });
        Set<String> codes = Arrays.stream(Sentence.values())
                .map(sentence -> "studio.told." + sentence.code())
                .collect(Collectors.toSet());
        assertThat(vietnamese.stringPropertyNames().stream().filter(key -> key.startsWith("studio.told.")))
                .containsExactlyInAnyOrderElementsOf(codes);
        assertThat(english.stringPropertyNames().stream().filter(key -> key.startsWith("studio.told.")))
                .containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void every_event_is_told_in_a_sentence() {
        assertThat(events(PetitionEvent.class)).isNotEmpty().allSatisfy(name -> assertThat(allKeys())
                .contains("history." + name));
    }

    @Test
    void every_value_of_the_house_has_a_word() {
        Map<String, Object[]> families = new LinkedHashMap<>();
        families.put("stage", Stage.values());
        families.put("bulk", Arrays.stream(BulkAct.values()).map(BulkAct::word).toArray());
        families.put("direction.stand", Directions.Stand.values());
        families.put("direction.whose", DirectionPages.Whose.values());
        families.put("direction.end", DirectionEnd.values());
        families.put("track.stage", Stage.values());
        families.put("status", Status.values());
        families.put("studio.circumstance", Circumstance.values());
        families.put("studio.guide", StudioGuidePage.STEPS.toArray());
        families.put("studio.guide.what", StudioGuidePage.STEPS.toArray());
        families.put("studio.guide.seen", StudioGuidePage.STEPS.toArray());
        families.put("channel", Channel.values());
        families.put("closing", ClosingGround.values());
        families.put("role", PersonRole.values());
        families.put("relation", Relation.values());
        families.put("ground.reopen", ReopenGround.values());
        families.put("signature", Participant.Signature.values());
        families.put("reply", Part.ReplyKind.values());
        families.put("deadline.state", Part.DeadlineState.values());
        families.put("limit", LimitUnit.values());
        families.put("basis", Basis.values());
        families.put("day", DayMark.values());
        families.put("topic", Story.Topic.values());
        families.put("sort", CaseFiles.Sort.values());
        families.put("option", Kind.values());
        families.put("report.field", CategoryTree.FIELDS.toArray());
        families.put("measure", Measure.values());
        families.put("visit.way", Way.values());
        families.put("visit.identity", IdentityCheck.values());
        families.put("visit.ground", TurnedAwayGround.values());
        families.put("visit.told", Told.values());
        families.put("visit.paper", Paper.Form.values());
        families.put("visit.ending", Visits.Ending.values());
        families.put("sitting.state", Rota.State.values());
        families.put("sitting.ground", UnscheduledGround.values());
        families.put("conference.state", Conferences.State.values());
        families.put("conference.occasion", Occasion.values());
        families.put("due", Visits.Due.values());
        families.put("group", new Object[] {Role.CLERK, Role.OFFICER, Role.HEAD});
        families.put("deadline", new Object[] {
            "process",
            "accept_1",
            "settle_1",
            "send_1",
            "publish",
            "answer",
            "settle",
            "progress",
            "initial",
            "transfer",
            "reply_sender",
            "notify_accept",
            "send_stop",
            "send_conclusion",
            "handle_conclusion",
            "protection",
            "lodge_1",
            "lodge_2",
            "enforce",
            "effective_1",
            "effective_2",
            "post_minimum",
            "meeting_notice",
            "resume_after_stop_notice"
        });
        families.put("letter.state", LetterState.values());
        families.put("letter.as", Signature.As.values());
        families.put("letter.way", SendingWay.values());
        families.put("milestone", Milestone.values());
        families.put("complexity", Complexity.values());
        families.put("decision", DecisionState.values());
        families.put("track.decision", DecisionState.values());
        families.put("court", CourtResult.values());
        families.put("progress", EnforcementProgress.values());
        families.forEach((family, values) -> assertThat(Arrays.stream(values).map(value -> family + "." + value))
                .filteredOn(key -> !key.equals("day.COUNTED"))
                .allSatisfy(key -> assertThat(allKeys()).contains(key)));
    }

    @Test
    void every_action_has_its_words() {
        assertThat(CaseActions.Action.values()).allSatisfy(action -> assertThat(allKeys())
                .contains("action." + action.word(), "action." + action.word() + ".what", "said." + action.word()));
    }

    @Test
    void every_action_of_a_visit_has_its_words() {
        assertThat(VisitActions.Action.values())
                .allSatisfy(action -> assertThat(allKeys()).contains("said.visit." + action.word()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deadlines", "escalation", "handling"})
    void every_row_of_a_shipped_table_tells_itself_in_both_languages(String table) throws IOException {
        Path file = Path.of("../processes/src/main/resources/models", table + ".dmn");
        List<MatchResult> rows = ROW.matcher(Files.readString(file)).results().toList();
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.group(2)).as(row.group(1)).matches("(?s)vi: \\S.*\n *en: \\S.*"));
    }

    @Test
    void every_shipped_form_has_its_words() {
        List<String> needed = new ArrayList<>();
        FormCatalogue.shipped().all().forEach(form -> {
            needed.add("form." + form.id());
            form.outcomes().forEach(outcome -> {
                needed.add("outcome." + outcome.id());
                outcome.fields().stream().map(Field::id).forEach(field -> needed.add("field." + field));
            });
        });
        assertThat(needed).allSatisfy(key -> assertThat(allKeys()).contains(key));
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group())
                .distinct()
                .toList();
    }

    private static List<String> events(Class<?> sort) {
        if (sort.isRecord()) return List.of(sort.getAnnotation(StoredAs.class).value());
        return Arrays.stream(sort.getPermittedSubclasses())
                .flatMap(part -> events(part).stream())
                .toList();
    }

    private static String withoutThymeleaf(String html) {
        return html.replaceAll("\\s(?:th|hx)[:-][\\w-]+=\"[^\"]*\"", "");
    }

    private static Set<String> allKeys() {
        Set<String> all = new TreeSet<>(keys("web"));
        all.addAll(keys("messages"));
        return all;
    }

    private static Set<String> keys(String bundle) {
        return new TreeSet<>(read(bundle).stringPropertyNames());
    }

    private static Properties read(String bundle) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(bundle + ".properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static Map<String, String> templates() {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .collect(Collectors.toMap(Path::toString, WordsOfPagesTest::text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
