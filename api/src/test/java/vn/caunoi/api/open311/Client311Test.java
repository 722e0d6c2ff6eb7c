package vn.caunoi.api.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.core.petition.PetitionCode;

/** A client that knows nothing but the specification: it discovers, lists services, asks, and follows its request. */
class Client311Test extends RunningApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> MEMBERS_OF_A_REQUEST = List.of(
            "service_request_id",
            "status",
            "status_notes",
            "service_name",
            "service_code",
            "description",
            "agency_responsible",
            "service_notice",
            "requested_datetime",
            "updated_datetime",
            "expected_datetime",
            "address",
            "address_id",
            "zipcode",
            "lat",
            "long",
            "media_url");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void in_xml_a_client_discovers_lists_asks_and_follows_its_request() throws Exception {
        Document discovery = xml(get("/open311/discovery.xml", 200));
        assertThat(text(discovery, "specification")).isEqualTo("http://wiki.open311.org/GeoReport_v2");
        String v2 = URI.create(text(discovery, "url")).getPath();
        Document services = xml(get(v2 + "/services.xml?jurisdiction_id=caunoi", 200));
        assertThat(services.getDocumentElement().getTagName()).isEqualTo("services");
        String service = text(services, "service_code");
        assertThat(text(services, "metadata")).isIn("true", "false");
        assertThat(text(services, "type")).isIn("realtime", "batch", "blackbox");
        Document definition = xml(get(v2 + "/services/" + service + ".xml", 200));
        assertThat(text(definition, "service_code")).isEqualTo(service);
        assertThat(text(definition, "datatype")).isIn("string", "number", "datetime", "text", "singlevaluelist");
        Document asked = xml(post(v2 + "/requests.xml", report(service), 201));
        assertThat(asked.getDocumentElement().getTagName()).isEqualTo("service_requests");
        String id = text(asked, "service_request_id");
        assertThat(text(xml(get(v2 + "/tokens/" + id + ".xml", 200)), "service_request_id"))
                .isEqualTo(id);
        Document one = xml(get(v2 + "/requests/" + id + ".xml", 200));
        MEMBERS_OF_A_REQUEST.forEach(
                member -> assertThat(one.getElementsByTagName(member).getLength())
                        .as(member)
                        .isOne());
        assertThat(text(one, "status")).isEqualTo("open");
        assertThat(text(one, "lat")).isEqualTo("21.028");
        assertThat(OffsetDateTime.parse(text(one, "requested_datetime"))).isNotNull();
    }

    @Test
    void in_json_a_list_is_asked_for_by_id_by_dates_by_service_and_by_status() throws Exception {
        JsonNode services = JSON.readTree(get("/open311/v2/services.json", 200));
        String service = services.get(1).path("service_code").asString();
        JsonNode asked = JSON.readTree(post("/open311/v2/requests.json", report(service), 201));
        String id = asked.get(0).path("service_request_id").asString();
        assertThat(asked.get(0).path("service_notice").asString())
                .contains("PIN ")
                .contains("/t");
        assertThat(PetitionCode.isValid(id)).isFalse();
        assertThat(ids("service_request_id=" + id + ",AAAA-AAAA-AAAA")).containsExactly(id);
        assertThat(ids("")).contains(id);
        assertThat(ids("service_code=" + service + "&status=open")).contains(id);
        assertThat(ids("status=closed")).doesNotContain(id);
        assertThat(ids("start_date=2026-11-01T00:00:00Z&end_date=2026-11-30T00:00:00Z"))
                .contains(id);
        assertThat(ids("end_date=2020-01-01T00:00:00Z")).isEmpty();
        assertThat(get("/open311/v2/requests.json", 200)).doesNotContain("Bình", "0912", "binh@", "Cột điện");
    }

    @Test
    void the_report_is_feedback_that_the_desk_finds_with_all_that_was_told() throws Exception {
        JsonNode services = JSON.readTree(get("/open311/v2/services.json", 200));
        JsonNode asked = JSON.readTree(post(
                "/open311/v2/requests.json",
                report(services.get(0).path("service_code").asString()),
                201));
        JsonNode file = nobody().as("inspector1")
                .get("/api/petitions/" + code(asked))
                .expect(200)
                .json();
        assertThat(file.path("kind").asString()).isEqualTo("FEEDBACK");
        assertThat(file.path("content").asString()).contains("Cột điện nghiêng", "https://example.org/anh.jpg");
        assertThat(file.path("points").get(0).path("demand").asString()).isEqualTo("Dựng lại cột");
    }

    @Test
    void the_code_of_a_petition_answers_only_where_it_was_given_out_as_the_id() throws Exception {
        JsonNode services = JSON.readTree(get("/open311/v2/services.json", 200));
        String service = services.get(0).path("service_code").asString();
        JsonNode asked = JSON.readTree(post("/open311/v2/requests.json", report(service), 201));
        String id = asked.get(0).path("service_request_id").asString();
        get("/open311/v2/requests/" + code(asked) + ".json", 404);
        assertThat(get("/open311/v2/requests/" + id + ".json", 200)).doesNotContain(code(asked));
        jdbc.update("update vault.open311_request set known_by_code = true where id = ?", id);
        assertThat(ids("service_request_id=" + code(asked))).containsExactly(id);
    }

    @Test
    void who_says_only_which_service_and_where_is_heard_too() throws Exception {
        JsonNode services = JSON.readTree(get("/open311/v2/services.json", 200));
        JsonNode service = services.get(0);
        Map<String, String> given =
                new HashMap<>(report(service.path("service_code").asString()));
        given.remove("description");
        given.remove("media_url");
        JsonNode asked = JSON.readTree(post("/open311/v2/requests.json", given, 201));
        JsonNode file = nobody().as("inspector1")
                .get("/api/petitions/" + code(asked))
                .expect(200)
                .json();
        assertThat(file.path("content").asString())
                .isEqualTo(service.path("service_name").asString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "service_code=%00",
                "service_code=a%01b",
                "service_code=%EF%BF%BE",
                "service_code=%FF%FE",
                "status=%00",
                "service_request_id=%00",
                "service_request_id=AAAA%00",
                "start_date=%00",
                "jurisdiction_id=%00",
                "else%00where=1"
            })
    void characters_that_are_no_text_are_a_fault_of_the_caller(String query) throws Exception {
        assertThat(text(xml(get("/open311/v2/requests.xml?" + query, 400)), "code"))
                .isEqualTo("400");
        JsonNode errors = JSON.readTree(get("/open311/v2/requests.json?" + query, 400));
        assertThat(errors.get(0).path("code").asString()).isEqualTo("400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"service_code", "description", "first_name", "phone", "address_string", "attribute[demand]"})
    void a_report_with_characters_that_are_no_text_is_refused(String name) throws Exception {
        JsonNode services = JSON.readTree(get("/open311/v2/services.json", 200));
        Map<String, String> given =
                new HashMap<>(report(services.get(0).path("service_code").asString()));
        given.put(name, "a\0b");
        JsonNode errors = JSON.readTree(post("/open311/v2/requests.json", given, 400));
        assertThat(errors.get(0).path("code").asString()).isEqualTo("400");
        assertThat(text(xml(post("/open311/v2/requests.xml", given, 400)), "code"))
                .isEqualTo("400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/open311/v2/requests/%00.xml", "/open311/v2/services/a%00b.json", "/open311/v2/tokens/%0A.xml"})
    void addresses_with_such_characters_are_a_fault_of_the_caller_too(String path) throws Exception {
        get(path, 400);
    }

    @ParameterizedTest
    @CsvSource({
        "/open311/v2/services.xml?jurisdiction_id=elsewhere, 404",
        "/open311/v2/services/nothing.xml, 404",
        "/open311/v2/requests/nothing.xml, 404",
        "/open311/v2/requests/AAAA-AAAA-AAAA.xml, 404",
        "/open311/v2/tokens/nothing.xml, 404",
        "/open311/v2/requests.xml?start_date=yesterday, 400",
        "/open311/v2/requests.xml?start_date=%2B999999999-01-01T00:00:00Z, 400"
    })
    void what_is_wrong_is_told_as_the_specification_tells_it(String path, int status) throws Exception {
        Document errors = xml(get(path, status));
        assertThat(errors.getDocumentElement().getTagName()).isEqualTo("errors");
        assertThat(text(errors, "code")).isEqualTo(String.valueOf(status));
        assertThat(text(errors, "description")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"service_code, 400", "lat, 400"})
    void what_is_needed_has_to_be_there(String missing, int status) throws Exception {
        Map<String, String> given = new HashMap<>(report("anything"));
        JsonNode services = JSON.readTree(get("/open311/v2/services.json", 200));
        given.put("service_code", services.get(0).path("service_code").asString());
        given.remove("address_string");
        given.put(missing, "");
        JsonNode errors = JSON.readTree(post("/open311/v2/requests.json", given, status));
        assertThat(errors.get(0).path("code").asString()).isEqualTo(String.valueOf(status));
    }

    /** As it was told once to who asked. */
    private static String code(JsonNode asked) {
        return asked.get(0).path("service_notice").asString().replaceAll(",.*", "");
    }

    private static Map<String, String> report(String service) {
        return Map.of(
                "service_code", service,
                "lat", "21.0284567",
                "long", "105.8541230",
                "first_name", "Bình",
                "last_name", "Trần Thị",
                "phone", "0912345678",
                "email", "binh@example.org",
                "description", "Cột điện nghiêng trước cổng trường",
                "media_url", "https://example.org/anh.jpg",
                "attribute[demand]", "Dựng lại cột");
    }

    private List<String> ids(String query) throws Exception {
        JsonNode list = JSON.readTree(get("/open311/v2/requests.json?" + query, 200));
        return list.valueStream()
                .map(one -> one.path("service_request_id").asString())
                .toList();
    }

    private String get(String path, int status) throws IOException, InterruptedException {
        return answered(HttpRequest.newBuilder(at(path)).GET().build(), status);
    }

    private String post(String path, Map<String, String> given, int status) throws IOException, InterruptedException {
        String body = given.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        return answered(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                status);
    }

    private String answered(HttpRequest request, int status) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static String text(Document document, String element) {
        return document.getElementsByTagName(element).item(0).getTextContent();
    }
}
