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
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.api.testing.RunningApi;

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
        String id = asked.get(0).path("service_request_id").asString();
        JsonNode file = nobody().as("inspector1")
                .get("/api/petitions/" + id)
                .expect(200)
                .json();
        assertThat(file.path("kind").asString()).isEqualTo("FEEDBACK");
        assertThat(file.path("content").asString()).contains("Cột điện nghiêng", "https://example.org/anh.jpg");
        assertThat(file.path("points").get(0).path("demand").asString()).isEqualTo("Dựng lại cột");
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
    @CsvSource({"service_code, 400", "description, 400", "lat, 400"})
    void what_is_needed_has_to_be_there(String missing, int status) throws Exception {
        Map<String, String> given = new HashMap<>(report("anything"));
        JsonNode services = JSON.readTree(get("/open311/v2/services.json", 200));
        given.put("service_code", services.get(0).path("service_code").asString());
        given.remove("address_string");
        given.put(missing, "");
        JsonNode errors = JSON.readTree(post("/open311/v2/requests.json", given, status));
        assertThat(errors.get(0).path("code").asString()).isEqualTo(String.valueOf(status));
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
