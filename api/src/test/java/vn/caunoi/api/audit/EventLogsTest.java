package vn.caunoi.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.Caller;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;

/** Logs for process mining, checked as the two standards say they are built. */
class EventLogsTest extends RunningApi {

    private static final Map<String, String> PARSED =
            Map.of("string", ".*", "date", "\\d{4}-.*", "int", "-?\\d+", "float", ".*", "boolean", "true|false");

    @Test
    void a_selection_is_a_log_of_XES_with_a_trace_for_each_case() throws Exception {
        String code = worked();
        Document log = xml(inspector()
                .get("/api/oversight/events/log.xes?unit=A")
                .expect(200)
                .text());
        Element root = log.getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("log");
        assertThat(root.getAttribute("xes.version")).isEqualTo("1849-2016");
        assertThat(names(root, "extension", "prefix")).contains("concept", "time", "lifecycle", "org");
        List<String> traces = new ArrayList<>();
        for (Element trace : all(root, "trace")) {
            traces.add(value(trace, "concept:name"));
            all(trace, "event").forEach(EventLogsTest::isAnEvent);
        }
        assertThat(traces).contains(code).doesNotHaveDuplicates();
        for (String type : PARSED.keySet())
            all(root, type).forEach(one -> assertThat(one.getAttribute("value").replace("\n", " "))
                    .matches(PARSED.get(type)));
    }

    private static void isAnEvent(Element event) {
        assertThat(value(event, "concept:name")).isNotBlank();
        assertThat(OffsetDateTime.parse(value(event, "time:timestamp"))).isNotNull();
        assertThat(value(event, "lifecycle:transition")).isIn("schedule", "assign", "reassign", "withdraw", "complete");
        assertThat(value(event, "org:resource")).isNotBlank();
    }

    @Test
    void the_same_selection_is_a_log_of_OCEL_whose_events_name_objects_that_are_there() {
        String code = worked();
        JsonNode log = inspector()
                .get("/api/oversight/events/log.ocel.json?unit=A")
                .expect(200)
                .json();
        Set<String> objectTypes = words(log.path("objectTypes"), "name");
        Set<String> eventTypes = words(log.path("eventTypes"), "name");
        List<String> ids = log.path("objects")
                .valueStream()
                .map(one -> one.path("id").asString())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().contains("petition:" + code, "unit:A");
        log.path("objects").forEach(one -> {
            assertThat(objectTypes).contains(one.path("type").asString());
            one.path("attributes")
                    .forEach(value -> assertThat(value.has("name") && value.has("time") && value.has("value"))
                            .isTrue());
            one.path("relationships")
                    .forEach(to -> assertThat(ids).contains(to.path("objectId").asString()));
        });
        assertThat(log.path("events").valueStream().map(one -> one.path("id").asString()))
                .doesNotHaveDuplicates();
        log.path("events").forEach(one -> {
            assertThat(eventTypes).contains(one.path("type").asString());
            assertThat(OffsetDateTime.parse(one.path("time").asString())).isNotNull();
            assertThat(one.path("relationships").isEmpty()).isFalse();
            one.path("relationships")
                    .forEach(to -> assertThat(ids).contains(to.path("objectId").asString()));
        });
    }

    @Test
    void nothing_that_was_typed_and_no_account_is_in_them_unless_it_is_asked_for() {
        worked();
        for (String log : List.of("log.xes", "log.ocel.json")) {
            String plain =
                    inspector().get("/api/oversight/events/" + log).expect(200).text();
            assertThat(plain).doesNotContain("Nguyễn", "Thu hồi đất", "Hủy quyết định", "officer1");
            assertThat(inspector()
                            .get("/api/oversight/events/" + log + "?named=true")
                            .expect(200)
                            .text())
                    .contains("officer1");
        }
        nobody().as("officer1").get("/api/oversight/events/log.xes").expect(403);
        nobody().get("/api/oversight/events/log.xes").expect(401);
        inspector().get("/api/oversight/events/log.xes?from=%00").expect(422);
    }

    private String worked() {
        Work work = new Work(nobody());
        JsonNode receipt = work.handIn(Samples.complaint());
        work.step(receipt.path("id").asString());
        return receipt.path("code").asString();
    }

    private Caller inspector() {
        return nobody().as("inspector1");
    }

    private static Set<String> words(JsonNode list, String name) {
        return list.valueStream().map(one -> one.path(name).asString()).collect(Collectors.toSet());
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static List<Element> all(Element within, String tag) {
        NodeList found = within.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) elements.add((Element) found.item(i));
        return elements;
    }

    private static List<String> names(Element within, String tag, String attribute) {
        return all(within, tag).stream().map(one -> one.getAttribute(attribute)).toList();
    }

    private static String value(Element of, String key) {
        NodeList children = of.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child
                    && child.getAttribute("key").equals(key)) return child.getAttribute("value");
        }
        return "";
    }
}
